// SPDX-License-Identifier: Apache-2.0
#include "graph/timeline.hpp"

#include "graph/queries.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <unordered_map>

namespace entente {

namespace {

using Edge = RelationGraph::Edge;
using namespace std::chrono;

constexpr std::array<std::string_view, 5> period_names{"day", "week", "month", "quarter", "year"};

std::int32_t day_number(const sys_days& day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

Date date_of_day(std::int32_t day) { return Date{sys_days{days{day}}}; }

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

// The week of its Thursday's year.
std::string week_label(std::int32_t monday) {
    const Date thursday = date_of_day(monday + 3);
    const std::int32_t new_year = day_number(sys_days{thursday.year() / January / 1});
    return padded(static_cast<int>(thursday.year()), 4) + "-W" + padded((monday + 3 - new_year) / 7 + 1, 2);
}

class Collector {
public:
    Collector(const RelationGraph& graph, const RelationFilter& filter, Period period)
        : graph_(graph), filter_(filter), period_(period) {}

    void add(Edge edge) {
        const std::int32_t day = graph_.day(edge);
        if (day == RelationGraph::no_day || !filter_.admits(graph_, edge))
            return;
        if (day != last_day_ || last_ == nullptr) {
            last_day_ = day;
            last_ = &rows_[period_begin(day, period_)];
        }
        ++last_->counts[static_cast<std::size_t>(graph_.type(edge))];
        last_->goldstein_sum += graph_.goldstein_score(edge);
    }

    std::vector<TimelineRow> finish() const {
        std::vector<TimelineRow> all;
        if (rows_.empty())
            return all;
        const auto [first, last] = std::minmax_element(
            rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::int32_t day = first->first; day <= last->first; day = next_period(day, period_)) {
            const auto found = rows_.find(day);
            all.push_back(found != rows_.end() ? found->second : TimelineRow{});
            all.back().first_day = day;
        }
        return all;
    }

private:
    const RelationGraph& graph_;
    const RelationFilter& filter_;
    Period period_;
    std::unordered_map<std::int32_t, TimelineRow> rows_; // whose elements stay where they are
    std::int32_t last_day_ = 0;
    TimelineRow* last_ = nullptr;
};

} // namespace

std::string_view to_string(Period period) noexcept { return period_names[static_cast<std::size_t>(period)]; }

std::optional<Period> parse_period(std::string_view text) noexcept {
    const auto found = std::find(period_names.begin(), period_names.end(), text);
    if (found == period_names.end())
        return std::nullopt;
    return static_cast<Period>(found - period_names.begin());
}

std::int32_t period_begin(std::int32_t day, Period period) noexcept {
    const Date date = date_of_day(day);
    switch (period) {
    case Period::day:
        return day;
    case Period::week:
        return day - static_cast<std::int32_t>(weekday{sys_days{date}}.iso_encoding() - 1);
    case Period::month:
        return day_number(sys_days{date.year() / date.month() / 1});
    case Period::quarter: {
        const unsigned first = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
        return day_number(sys_days{date.year() / month{first} / 1});
    }
    default:
        return day_number(sys_days{date.year() / January / 1});
    }
}

std::int32_t next_period(std::int32_t day, Period period) noexcept {
    const Date date = date_of_day(day);
    switch (period) {
    case Period::day:
        return day + 1;
    case Period::week:
        return day + 7;
    case Period::month:
        return day_number(sys_days{date + months{1}});
    case Period::quarter:
        return day_number(sys_days{date + months{3}});
    default:
        return day_number(sys_days{date + years{1}});
    }
}

std::string period_label(std::int32_t day, Period period) {
    const Date date = date_of_day(day);
    const std::string year = padded(static_cast<int>(date.year()), 4);
    switch (period) {
    case Period::day:
        return to_string(date);
    case Period::week:
        return week_label(day);
    case Period::month:
        return year + '-' + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2);
    case Period::quarter:
        return year + "-Q" + std::to_string((static_cast<unsigned>(date.month()) - 1) / 3 + 1);
    default:
        return year;
    }
}

std::uint64_t TimelineRow::total() const noexcept {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

double TimelineRow::mean_goldstein() const noexcept {
    const std::uint64_t count = total();
    return count == 0 ? 0 : goldstein_sum / static_cast<double>(count);
}

std::vector<TimelineRow> timeline(const RelationGraph& graph, const TimelineScope& scope,
                                  const RelationFilter& filter, Period period) {
    Collector collector(graph, filter, period);
    if (scope.a && scope.b) {
        for (const Edge edge : relations_between(graph, *scope.a, *scope.b, filter))
            collector.add(edge);
    } else if (scope.a) {
        for (const Edge edge : graph.out_edges(*scope.a))
            collector.add(edge);
        for (const Edge edge : graph.in_edges(*scope.a)) {
            if (!graph.is_symmetric(edge)) // its way back was among the others
                collector.add(edge);
        }
    } else {
        for (const Edge edge : graph.edges()) {
            if (!graph.is_mirror(edge))
                collector.add(edge);
        }
    }
    return collector.finish();
}

std::string sparkline(const std::vector<std::uint64_t>& values) {
    static constexpr std::array<std::string_view, 9> blocks{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::uint64_t most = 1;
    for (const std::uint64_t value : values)
        most = std::max(most, value);
    std::string line;
    for (const std::uint64_t value : values) // no value but 0 is blank
        line += blocks[value == 0 ? 0 : static_cast<std::size_t>(1 + (value * 8 - 1) / most)];
    return line;
}

} // namespace entente
