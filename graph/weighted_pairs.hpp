// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_WEIGHTED_PAIRS_HPP
#define ENTENTE_GRAPH_WEIGHTED_PAIRS_HPP

#include "graph/relation_filter.hpp"
#include "graph/relation_graph.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// What the parallel relations of a pair add up to.
enum class Weighting : std::uint8_t {
    /// How many they are.
    count,
    /// The sum of their Goldstein scores, below 0 where conflict outweighs cooperation.
    goldstein,
    /// The sum of their confidences.
    confidence
};

/// "count", "goldstein" or "confidence".
std::string_view to_string(Weighting weighting) noexcept;
std::optional<Weighting> parse_weighting(std::string_view text) noexcept;

/// The admitted edges of a pair as one.
struct WeightedPair {
    RelationGraph::Vertex source = 0;
    RelationGraph::Vertex target = 0;
    std::uint64_t count = 0;
    double weight = 0;
};

/// A simple directed graph: of each pair of parties with admitted relations the sum. What algorithms run on.
///
/// A symmetric relation counts in both directions. `pairs` is sorted by source, then target; those of a
/// source are [begins[source], begins[source + 1]).
struct WeightedPairs {
    std::vector<WeightedPair> pairs;
    std::vector<std::uint32_t> begins;

    std::size_t vertex_count() const noexcept { return begins.size() - 1; }
};

/// One look at every edge at most; at pairs only where the filter asks for no more than types.
WeightedPairs weighted_pairs(const RelationGraph& graph, const RelationFilter& filter, Weighting weighting);

/// The same without direction: each pair has the sum of both ways in both, symmetric relations once.
WeightedPairs undirected(const RelationGraph& graph, const RelationFilter& filter, Weighting weighting);

} // namespace entente

#endif
