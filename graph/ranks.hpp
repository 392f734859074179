// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_RANKS_HPP
#define ENTENTE_GRAPH_RANKS_HPP

#include "graph/weighted_pairs.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// How much a party counts, by different readings.
enum class Rank : std::uint8_t {
    /// The weight of its relations, either way.
    degree,
    /// Of those towards it, of those from it.
    in_degree,
    out_degree,
    /// Brin and Page, 1998: who is turned to by those who are turned to.
    pagerank,
    /// Freeman, 1977; Brandes, 2001: on how many shortest paths between others it lies.
    betweenness,
    /// Marchiori and Latora, 2000: the mean of 1 / distance to the others.
    closeness,
    /// Bonacich, 1972: as pagerank, without direction and damping; the highest is 1.
    eigenvector,
    /// Seidman, 1983: the greatest k for which it is in a group whose members each have k partners in the
    /// group.
    core
};
inline constexpr std::size_t rank_count = 8;

/// "degree", "in", "out", "pagerank", "betweenness", "closeness", "eigenvector" or "core".
std::string_view to_string(Rank rank) noexcept;
std::optional<Rank> parse_rank(std::string_view text) noexcept;

/// A value for each vertex. Betweenness, closeness and core look at who is related and not how often; weights
/// below 0 (Weighting::goldstein) count as 0 in pagerank and eigenvector.
std::vector<double> ranks(const RelationGraph& graph, const RelationFilter& filter, Weighting weighting,
                          Rank rank);

/// PageRank of weighted pairs: the values add up to 1. A party without relations of its own gives what it has
/// to all.
std::vector<double> page_rank(const WeightedPairs& pairs, double damping = 0.85, double tolerance = 1e-10);

} // namespace entente

#endif
