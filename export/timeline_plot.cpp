// SPDX-License-Identifier: Apache-2.0
#include "export/timeline_plot.hpp"

#include "export/detail/html_label.hpp"
#include "export/detail/palette.hpp"
#include "graph/error.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <ostream>

namespace entente {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;

constexpr std::size_t most_bars = 120;
constexpr int width = 1000;
constexpr int height = 440;
constexpr int left = 60;
constexpr int right = 20;
constexpr int top = 96;
constexpr int bottom = 40;

Date start_of(const Date& date, PlotPeriod period) {
    switch (period) {
    case PlotPeriod::day:
        return date;
    case PlotPeriod::month:
        return {date.year(), date.month(), day(1)};
    case PlotPeriod::year:
        return {date.year(), month(1), day(1)};
    }
    return date;
}

Date next(const Date& start, PlotPeriod period) {
    switch (period) {
    case PlotPeriod::day:
        return Date(sys_days(start) + std::chrono::days(1));
    case PlotPeriod::month:
        return start + std::chrono::months(1);
    case PlotPeriod::year:
        return start + std::chrono::years(1);
    }
    return start;
}

std::size_t bars_between(const Date& first, const Date& last, PlotPeriod period) {
    const auto years =
        static_cast<std::size_t>(static_cast<int>(last.year()) - static_cast<int>(first.year()));
    if (period == PlotPeriod::year)
        return years + 1;
    if (period == PlotPeriod::month)
        return years * 12 + static_cast<unsigned>(last.month()) + 12 - static_cast<unsigned>(first.month()) -
               11;
    return static_cast<std::size_t>((sys_days(last) - sys_days(first)).count()) + 1;
}

std::string label_of(const Date& start, PlotPeriod period) {
    constexpr std::array<std::size_t, 3> lengths{10, 7, 4};
    return to_string(start).substr(0, lengths[static_cast<std::size_t>(period)]);
}

/// 1, 2 or 5 times a power of ten, so that about four steps reach `most`.
std::uint64_t step_for(std::uint64_t most) {
    std::uint64_t step = 1;
    for (;; step *= 10)
        for (const std::uint64_t times : {1U, 2U, 5U})
            if (step * times * 4 >= most)
                return step * times;
}

std::string decimal(double value) {
    std::array<char, 40> buffer{};
    const auto length = std::snprintf(buffer.data(), buffer.size(), "%.2f", value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

class Plot {
public:
    Plot(std::ostream& out, const TimelinePlot& plot) : out_(out), plot_(plot) {
        for (const auto& bar : plot.bars) {
            up_ = std::max(up_, bar.counts[0] + bar.counts[1]);
            down_ = std::max(down_, bar.counts[2] + bar.counts[3]);
        }
        const auto extent = std::max<std::uint64_t>(1, up_ + down_);
        scale_ = (height - top - bottom) / static_cast<double>(extent);
        zero_ = top + static_cast<double>(up_) * scale_;
        bar_width_ = (width - left - right) / static_cast<double>(std::max<std::size_t>(1, plot.bars.size()));
    }

    void draw() {
        out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << width << ' ' << height
             << "\" font-family=\"Helvetica,Arial,sans-serif\">\n<rect width=\"100%\" height=\"100%\" "
                "fill=\"#fff\"/>\n";
        heading();
        grid();
        for (std::size_t i = 0; i < plot_.bars.size(); ++i)
            bar(i);
        axis();
        out_ << "</svg>\n";
    }

private:
    void text(double x, double y, std::string_view words, std::string_view attributes) {
        out_ << "<text x=\"" << decimal(x) << "\" y=\"" << decimal(y) << "\" " << attributes << '>'
             << detail::markup_escaped(words) << "</text>\n";
    }
    void heading() {
        text(left, 34, detail::shortened(plot_.title, 90),
             "font-size=\"22\" font-weight=\"bold\" fill=\"#1A1F27\"");
        auto words = std::to_string(plot_.relations) + (plot_.relations == 1 ? " relation" : " relations") +
                     " by " +
                     (plot_.period == PlotPeriod::day     ? "day"
                      : plot_.period == PlotPeriod::month ? "month"
                                                          : "year");
        if (plot_.undated > 0)
            words += ", " + std::to_string(plot_.undated) + " without a date not shown";
        text(left, 54, words, "font-size=\"12\" fill=\"#5B6572\"");
        double x = left;
        for (std::size_t c = 0; c < plover::quad_class_count; ++c) {
            const auto& look = detail::look(static_cast<plover::QuadClass>(c));
            out_ << "<rect x=\"" << decimal(x) << "\" y=\"66\" width=\"12\" height=\"12\" fill=\""
                 << look.line << "\"/>\n";
            text(x + 17, 76.5, look.words, "font-size=\"12\" fill=\"#1A1F27\"");
            x += 45 + 6.6 * static_cast<double>(look.words.size());
        }
    }
    void grid() {
        const auto step = step_for(std::max<std::uint64_t>(1, up_ + down_));
        for (std::uint64_t value = 0; value <= std::max(up_, down_); value += step) {
            if (value <= up_)
                grid_line(zero_ - static_cast<double>(value) * scale_, value);
            if (value > 0 && value <= down_)
                grid_line(zero_ + static_cast<double>(value) * scale_, value);
        }
    }
    void grid_line(double y, std::uint64_t value) {
        out_ << "<line x1=\"" << left << "\" x2=\"" << width - right << "\" y1=\"" << decimal(y) << "\" y2=\""
             << decimal(y) << "\" stroke=\"" << (value == 0 ? "#1A1F27" : "#DDE2E8") << "\"/>\n";
        text(left - 8, y + 4, std::to_string(value), "font-size=\"11\" fill=\"#5B6572\" text-anchor=\"end\"");
    }
    void bar(std::size_t index) {
        const auto& counts = plot_.bars[index].counts;
        // Verbal next to the line, material beyond it.
        double up = zero_;
        double down = zero_;
        for (std::size_t c = 0; c < plover::quad_class_count; ++c) {
            const double size = static_cast<double>(counts[c]) * scale_;
            const bool conflict = c >= 2;
            if (counts[c] == 0)
                continue;
            const auto& look = detail::look(static_cast<plover::QuadClass>(c));
            const double gap = bar_width_ > 3 ? 0.12 * bar_width_ : 0;
            out_ << "<rect x=\"" << decimal(left + static_cast<double>(index) * bar_width_ + gap) << "\" y=\""
                 << decimal(conflict ? down : up - size) << "\" width=\"" << decimal(bar_width_ - 2 * gap)
                 << "\" height=\"" << decimal(size) << "\" fill=\"" << look.line << "\"><title>"
                 << label_of(plot_.bars[index].start, plot_.period) << ": " << counts[c] << ' ' << look.words
                 << "</title></rect>\n";
            (conflict ? down : up) += conflict ? size : -size;
        }
    }
    void axis() {
        if (plot_.bars.empty())
            return;
        const double label_width = plot_.period == PlotPeriod::day ? 80 : 60;
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(label_width / bar_width_)));
        for (std::size_t i = 0; i < plot_.bars.size(); i += every)
            text(left + (static_cast<double>(i) + 0.5) * bar_width_, height - 14,
                 label_of(plot_.bars[i].start, plot_.period),
                 "font-size=\"11\" fill=\"#5B6572\" text-anchor=\"middle\"");
    }

    std::ostream& out_;
    const TimelinePlot& plot_;
    std::uint64_t up_ = 0;
    std::uint64_t down_ = 0;
    double scale_ = 1;
    double zero_ = 0;
    double bar_width_ = 1;
};

} // namespace

TimelinePlot make_timeline_plot(const GraphSource& graph, const std::string& title) {
    TimelinePlot plot{.title = title, .period = PlotPeriod::day, .bars = {}};
    std::map<Date, std::array<std::uint64_t, plover::quad_class_count>> days;
    bool whole_days = true;
    graph.for_each_outline([&](const RelationOutline& outline) {
        const Relation& relation = outline.relation;
        ++plot.relations;
        if (!relation.date) {
            ++plot.undated;
            return;
        }
        whole_days = whole_days && relation.date_precision == DatePrecision::day;
        ++days[*relation.date][static_cast<std::size_t>(plover::quad_class(relation.type))];
    });
    if (days.empty())
        return plot;
    const auto first = days.begin()->first;
    const auto last = days.rbegin()->first;
    if (!whole_days || bars_between(first, last, PlotPeriod::day) > most_bars)
        plot.period = PlotPeriod::month;
    if (bars_between(first, last, plot.period) > most_bars)
        plot.period = PlotPeriod::year;
    for (auto start = start_of(first, plot.period); start <= last; start = next(start, plot.period))
        plot.bars.push_back({start, {}});
    std::size_t place = 0;
    for (const auto& [date, counts] : days) {
        while (place + 1 < plot.bars.size() && plot.bars[place + 1].start <= date)
            ++place;
        for (std::size_t c = 0; c < counts.size(); ++c)
            plot.bars[place].counts[c] += counts[c];
    }
    return plot;
}

void write_timeline_svg(std::ostream& out, const TimelinePlot& plot) {
    Plot(out, plot).draw();
    if (!out)
        throw OutputError("cannot write the timeline: the output takes no more");
}

} // namespace entente
