// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_EDGE_ORDER_HPP
#define ENTENTE_GRAPH_DETAIL_EDGE_ORDER_HPP

#include "graph/detail/graph_builder.hpp"

#include <cstdint>
#include <vector>

namespace entente::detail {

/// The edges sorted by source, target and day; equal ones in the order in which they came. Where they are
/// many, linear in their number.
std::vector<std::uint32_t> order_by_pair(const CollectedEdges& edges, std::size_t vertex_count);

/// Edge numbers sorted by `key(number)`, which is less than `count`, equal ones in order; and where each key
/// begins, `count` + 1 places.
template<class Key>
std::vector<std::uint32_t> group_edges(std::size_t edge_count, std::size_t count, Key key,
                                       std::vector<std::uint32_t>& begins) {
    begins.assign(count + 1, 0);
    for (std::size_t i = 0; i < edge_count; ++i)
        ++begins[key(i) + 1];
    for (std::size_t i = 0; i < count; ++i)
        begins[i + 1] += begins[i];
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    std::vector<std::uint32_t> order(edge_count);
    for (std::size_t i = 0; i < edge_count; ++i)
        order[next[key(i)]++] = static_cast<std::uint32_t>(i);
    return order;
}

} // namespace entente::detail

#endif
