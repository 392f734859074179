// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_BALANCE_HPP
#define ENTENTE_GRAPH_BALANCE_HPP

#include "graph/weighted_pairs.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace entente {

/// Three parties, each two of whom are friends or enemies: the sign of a pair is that of its weight.
struct Triad {
    std::array<RelationGraph::Vertex, 3> vertices;
    /// 0 to 3.
    int enemies = 0;
    /// The weakest of the three ties, without its sign.
    double strength = 0;

    /// The friend of a friend is a friend, the enemy of an enemy too: no enemies, or two pairs of them
    /// (Heider, 1946; Cartwright and Harary, 1956).
    bool is_balanced() const noexcept { return enemies % 2 == 0; }
};

/// The triads of a graph with signs.
struct Balance {
    /// How many there are with 0, 1, 2 and 3 pairs of enemies.
    std::array<std::uint64_t, 4> by_enemies{};
    /// The strongest that are out of balance, strongest first.
    std::vector<Triad> out_of_balance;

    std::uint64_t total() const noexcept {
        return by_enemies[0] + by_enemies[1] + by_enemies[2] + by_enemies[3];
    }
    /// The share of balanced triads; 1 where there are none.
    double index() const noexcept;
};

/// Of pairs with both ways, as `undirected` gives them with Weighting::goldstein; pairs of weight 0 have no
/// sign. At most `most` triads out of balance are kept.
Balance structural_balance(const WeightedPairs& pairs, std::size_t most);

/// How alike two parties are in whom they have relations with: the cosine of their rows, 0 to 1 where no
/// weight is below 0. Each other is left out.
struct Similarity {
    RelationGraph::Vertex vertex = 0;
    double value = 0;
    /// Partners of both.
    std::uint32_t common = 0;
};

/// The parties most like `vertex`, most alike first, then by vertex; none with value 0.
std::vector<Similarity> similar_parties(const WeightedPairs& pairs, RelationGraph::Vertex vertex);

} // namespace entente

#endif
