// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_PATHS_HPP
#define ENTENTE_GRAPH_PATHS_HPP

#include "graph/weighted_pairs.hpp"

#include <optional>
#include <vector>

namespace entente {

/// A chain of parties, both ends included, and what it costs or carries.
struct Path {
    std::vector<RelationGraph::Vertex> vertices;
    double value = 0;

    bool operator==(const Path&) const = default;
};

/// How long a step of a path is.
enum class StepLength {
    /// 1 each.
    one,
    /// 1 / weight: the stronger a tie, the shorter. Pairs whose weight is not above 0 are no steps.
    inverse_weight
};

/// The `most` shortest paths that visit no party twice, shortest first, equally long ones in the order of
/// their vertices (Yen, 1971). Fewer where there are no more; value is the length.
std::vector<Path> shortest_paths(const WeightedPairs& pairs, RelationGraph::Vertex from,
                                 RelationGraph::Vertex to, StepLength step, std::size_t most);

/// A path whose weakest tie is as strong as can be, and among those one with the fewest steps; value is that
/// tie's weight. Nothing where there is no path.
std::optional<Path> widest_path(const WeightedPairs& pairs, RelationGraph::Vertex from,
                                RelationGraph::Vertex to);

} // namespace entente

#endif
