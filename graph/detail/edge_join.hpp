// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_EDGE_JOIN_HPP
#define ENTENTE_GRAPH_DETAIL_EDGE_JOIN_HPP

#include "graph/detail/graph_builder.hpp"

#include <cstddef>
#include <vector>

namespace entente::detail {

/// The edges of all pieces in one. They come to lie in parts (CollectedEdges::part_ends) that are each small
/// enough to be put in order within the cache; in a part they have the order in which they came, those of the
/// first piece first. `vertex_count` is more than any source or target.
CollectedEdges joined(std::vector<CollectedEdges>&& pieces, std::size_t vertex_count);

} // namespace entente::detail

#endif
