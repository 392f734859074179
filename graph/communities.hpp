// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_COMMUNITIES_HPP
#define ENTENTE_GRAPH_COMMUNITIES_HPP

#include "graph/weighted_pairs.hpp"

#include <cstdint>
#include <vector>

namespace entente {

/// A group for each vertex, by number; groups are numbered from 0 by size, the largest first, equally large
/// ones in the order of their first vertex. A vertex without relations is a group of its own.
using Grouping = std::vector<std::uint32_t>;

/// Who can be reached from whom, whatever the direction.
Grouping connected_components(const WeightedPairs& pairs);

/// Who can be reached from whom and back.
Grouping strong_components(const WeightedPairs& pairs);

/// Groups with more relations inside than chance would have: Louvain's method (Blondel, Guillaume, Lambiotte
/// and Lefebvre, 2008). `pairs` have both ways, as `undirected` gives them; weights below 0 are left out.
Grouping communities(const WeightedPairs& pairs);

/// Newman's modularity of a grouping: the share of the weight inside groups, less what chance would put
/// there; at most 1.
double modularity(const WeightedPairs& pairs, const Grouping& grouping);

} // namespace entente

#endif
