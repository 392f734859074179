// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_TIMELINE_PLOT_HPP
#define ENTENTE_EXPORT_TIMELINE_PLOT_HPP

#include "export/graph_source.hpp"

#include <array>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace entente {

/// How wide the bars of a timeline are.
enum class PlotPeriod { day, month, year };

/// The relations of one day, month or year.
struct PlotBar {
    /// The first day.
    Date start;
    /// By plover::QuadClass.
    std::array<std::uint64_t, plover::quad_class_count> counts{};

    bool operator==(const PlotBar&) const = default;
};

/// Cooperation and conflict over time, ready to be drawn.
struct TimelinePlot {
    std::string title;
    PlotPeriod period = PlotPeriod::month;
    /// One a period, without gaps.
    std::vector<PlotBar> bars;
    std::uint64_t relations = 0;
    /// Relations without a date, which no bar counts.
    std::uint64_t undated = 0;
};

/// Counts the relations of `graph` by day, month or year, whichever gives the most bars up to about a
/// hundred.
TimelinePlot make_timeline_plot(const GraphSource& graph, const std::string& title);

/// Draws the plot as SVG: cooperation above the line, conflict below. Throws OutputError where the stream
/// takes no more.
void write_timeline_svg(std::ostream& out, const TimelinePlot& plot);

} // namespace entente

#endif
