// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_TIMELINE_HPP
#define ENTENTE_GRAPH_TIMELINE_HPP

#include "graph/relation_filter.hpp"
#include "graph/relation_graph.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How time is cut. Weeks begin on Monday and are numbered as ISO 8601 does.
enum class Period : std::uint8_t { day, week, month, quarter, year };

/// "day", "week", "month", "quarter" or "year".
std::string_view to_string(Period period) noexcept;
std::optional<Period> parse_period(std::string_view text) noexcept;

/// The first day of the period that holds `day`; days since 1970-01-01.
std::int32_t period_begin(std::int32_t day, Period period) noexcept;
/// The first day of the period after the one that begins on `day`.
std::int32_t next_period(std::int32_t day, Period period) noexcept;
/// "2020-04-02", "2020-W14", "2020-04", "2020-Q2" or "2020", for the first day of a period.
std::string period_label(std::int32_t day, Period period);

/// What happened in one period.
struct TimelineRow {
    std::int32_t first_day = 0;
    std::array<std::uint64_t, plover::event_type_count> counts{};
    double goldstein_sum = 0;

    std::uint64_t total() const noexcept;
    /// 0 where nothing happened.
    double mean_goldstein() const noexcept;
};

/// Whose relations a timeline shows: everybody's, one party's either way, or a pair's either way.
struct TimelineScope {
    std::optional<RelationGraph::Vertex> a;
    std::optional<RelationGraph::Vertex> b;
};

/// The admitted, dated relations by period, from the first that has one to the last, empty ones between them
/// included. A symmetric relation counts once.
std::vector<TimelineRow> timeline(const RelationGraph& graph, const TimelineScope& scope,
                                  const RelationFilter& filter, Period period);

/// One block character a value, as high as the value is beside the greatest; a blank for 0.
std::string sparkline(const std::vector<std::uint64_t>& values);

} // namespace entente

#endif
