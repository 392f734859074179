// SPDX-License-Identifier: Apache-2.0
#include "export/panel.hpp"

#include "graph/error.hpp"
#include "graph/one_a_day.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <ostream>
#include <set>
#include <tuple>
#include <vector>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> period_names = {"day", "week", "month", "quarter", "year"};

using std::chrono::days;
using std::chrono::sys_days;

// The Thursday of the ISO week that begins on a Monday says the week's year.
struct IsoWeek {
    int year;
    int week;
};
IsoWeek iso_week(sys_days monday) {
    const sys_days thursday = monday + days{3};
    const Date date{thursday};
    const sys_days new_year = Date{date.year(), std::chrono::January, std::chrono::day{1}};
    return {static_cast<int>(date.year()), static_cast<int>((thursday - new_year).count() / 7) + 1};
}

// The first day of the period in which the day is.
sys_days period_start(const Date& date, PanelPeriod by) {
    const std::chrono::day first{1};
    switch (by) {
    case PanelPeriod::day:
        return date;
    case PanelPeriod::week: {
        const sys_days day = date;
        return day - (std::chrono::weekday{day} - std::chrono::Monday);
    }
    case PanelPeriod::month:
        return Date{date.year(), date.month(), first};
    case PanelPeriod::quarter: {
        const unsigned month = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
        return Date{date.year(), std::chrono::month{month}, first};
    }
    case PanelPeriod::year:
        break;
    }
    return Date{date.year(), std::chrono::January, first};
}

sys_days next_period(sys_days start, PanelPeriod by) {
    const Date date{start};
    switch (by) {
    case PanelPeriod::day:
        return start + days{1};
    case PanelPeriod::week:
        return start + days{7};
    case PanelPeriod::month:
        return date + std::chrono::months{1};
    case PanelPeriod::quarter:
        return date + std::chrono::months{3};
    case PanelPeriod::year:
        break;
    }
    return date + std::chrono::years{1};
}

std::string period_name(sys_days start, PanelPeriod by) {
    std::string day = to_string(Date{start});
    std::string year = day.substr(0, 4);
    switch (by) {
    case PanelPeriod::day:
        return day;
    case PanelPeriod::week: {
        const IsoWeek week = iso_week(start);
        const std::string number = std::to_string(week.week);
        return to_string(Date{std::chrono::year{week.year}, std::chrono::January, std::chrono::day{1}})
                   .substr(0, 4) +
               (number.size() == 1 ? "-W0" : "-W") + number;
    }
    case PanelPeriod::month:
        return day.substr(0, 7);
    case PanelPeriod::quarter:
        return year + "-Q" + std::to_string((std::stoi(day.substr(5, 2)) + 2) / 3);
    case PanelPeriod::year:
        break;
    }
    return year;
}

struct Cell {
    std::array<std::uint32_t, plover::event_type_count> types{};
    std::array<std::uint32_t, plover::quad_class_count> quads{};
    std::uint64_t events = 0;
    std::uint64_t lone_acts = 0;
    std::set<ActId> acts;
    double goldstein = 0;
};

using Pair = std::pair<PartyCode, PartyCode>;
using Key = std::tuple<sys_days, PartyCode, PartyCode>;

class Panel {
public:
    Panel(const PanelOptions& options, PanelReport& report) : options_(&options), report_(&report) {}

    void add(const Relation& relation) {
        if (relation.modality == Modality::negated || relation.modality == Modality::hypothetical ||
            relation.source == relation.target)
            return;
        if (!relation.date) {
            ++report_->undated;
            return;
        }
        const Date last = std::max(relation.date_end.value_or(*relation.date), *relation.date);
        for (sys_days start = period_start(*relation.date, options_->by); start <= sys_days{last};
             start = next_period(start, options_->by)) {
            if (is_wanted(start))
                add_to_period(relation, start);
        }
    }

    void write(std::ostream& out) {
        write_header(out);
        if (!options_->has_zero_rows) {
            for (const auto& [key, cell] : cells_)
                write_row(out, key, cell);
            return;
        }
        if (cells_.empty())
            return;
        const Cell nothing;
        const sys_days last = std::get<0>(cells_.rbegin()->first);
        for (sys_days start = std::get<0>(cells_.begin()->first); start <= last;
             start = next_period(start, options_->by)) {
            for (const Pair& pair : pairs_) {
                const Key key{start, pair.first, pair.second};
                const auto found = cells_.find(key);
                write_row(out, key, found == cells_.end() ? nothing : found->second);
            }
        }
    }

private:
    bool is_wanted(sys_days start) const {
        const sys_days end = next_period(start, options_->by);
        return (!options_->since || end > sys_days{*options_->since}) &&
               (!options_->until || start <= sys_days{*options_->until});
    }

    void add_to_period(const Relation& relation, sys_days start) {
        if (!options_->is_directed) {
            const auto [first, second] = std::minmax(relation.source, relation.target);
            add_to_cell(relation, {start, first, second});
            return;
        }
        add_to_cell(relation, {start, relation.source, relation.target});
        if (relation.symmetric)
            add_to_cell(relation, {start, relation.target, relation.source});
    }

    void add_to_cell(const Relation& relation, const Key& key) {
        if (options_->has_zero_rows)
            pairs_.emplace(std::get<1>(key), std::get<2>(key));
        Cell& cell = cells_[key];
        const cameo::Code code = cameo_code(relation);
        ++cell.types[static_cast<std::size_t>(relation.type)];
        ++cell.quads[static_cast<std::size_t>(code.quad_class())];
        ++cell.events;
        cell.goldstein += code.goldstein_score();
        if (relation.act == ActId{})
            ++cell.lone_acts;
        else
            cell.acts.insert(relation.act);
    }

    void write_header(std::ostream& out) const {
        const char separator = options_->separator;
        out << "period" << separator << "source" << separator << "target";
        for (const plover::EventType type : plover::event_types()) {
            std::string name(to_string(type));
            for (char& c : name)
                c = static_cast<char>(c - 'A' + 'a');
            out << separator << name;
        }
        for (std::size_t i = 0; i < plover::quad_class_count; ++i)
            out << separator << to_string(static_cast<plover::QuadClass>(i));
        for (const char* name : {"events", "acts", "goldstein_sum", "goldstein_mean"})
            out << separator << name;
        out << '\n';
    }

    void write_row(std::ostream& out, const Key& key, const Cell& cell) {
        const char separator = options_->separator;
        const auto& [start, source, target] = key;
        out << period_name(start, options_->by) << separator << code_of(source, start) << separator
            << code_of(target, start);
        for (const std::uint32_t count : cell.types)
            out << separator << count;
        for (const std::uint32_t count : cell.quads)
            out << separator << count;
        out << separator << cell.events << separator << cell.lone_acts + cell.acts.size() << separator;
        write_number(out, cell.goldstein);
        out << separator;
        if (cell.events != 0) // the mean of nothing is no number
            write_number(out, cell.goldstein / static_cast<double>(cell.events));
        out << '\n';
        ++report_->rows;
    }

    // With three digits after the point: sums of scores with one must not show how they were added up.
    static void write_number(std::ostream& out, double number) {
        std::array<char, 400> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), number == 0 ? 0.0 : number,
                                       std::chars_format::fixed, 3);
        out << std::string_view(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    }

    // A code that the party had at the period's beginning or end.
    std::string code_of(const PartyCode& party, sys_days start) {
        if (!options_->codes)
            return party.text();
        const Date first{start};
        const Date last{next_period(start, options_->by) - days{1}};
        auto code = codes_.code_of(*options_->codes, party, first);
        if (!code)
            code = codes_.code_of(*options_->codes, party, last);
        if (!code)
            ++report_->without_code[party.text()];
        return code.value_or("");
    }

    const PanelOptions* options_;
    PanelReport* report_;
    CountryCodes codes_;
    std::map<Key, Cell> cells_;
    std::set<Pair> pairs_;
};

} // namespace

std::string_view to_string(PanelPeriod period) noexcept {
    return period_names[static_cast<std::size_t>(period)];
}

std::optional<PanelPeriod> parse_panel_period(std::string_view text) noexcept {
    const auto found = std::find(period_names.begin(), period_names.end(), text);
    if (found == period_names.end())
        return std::nullopt;
    return static_cast<PanelPeriod>(found - period_names.begin());
}

PanelReport write_panel(std::ostream& out, const GraphSource& graph, const PanelOptions& options) {
    PanelReport report;
    Panel panel(options, report);
    OneADay filter;
    graph.for_each_relation([&](const Relation& relation, const RelationId&) {
        if (!options.one_a_day || filter.is_first(relation))
            panel.add(relation);
    });
    panel.write(out);
    if (!out.flush())
        throw OutputError("the panel can't be written");
    return report;
}

} // namespace entente
