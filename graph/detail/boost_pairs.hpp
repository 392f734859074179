// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_BOOST_PAIRS_HPP
#define ENTENTE_GRAPH_DETAIL_BOOST_PAIRS_HPP

#include "graph/weighted_pairs.hpp"

#include <boost/graph/adjacency_list.hpp>

namespace entente::detail {

using DirectedPairs = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                            boost::property<boost::edge_weight_t, double>>;
using UndirectedPairs = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

inline DirectedPairs directed_copy(const WeightedPairs& pairs) {
    DirectedPairs copy(pairs.vertex_count());
    for (const WeightedPair& pair : pairs.pairs)
        add_edge(pair.source, pair.target, pair.weight, copy);
    return copy;
}

/// Of pairs that have both ways, one edge each.
inline UndirectedPairs undirected_copy(const WeightedPairs& pairs) {
    UndirectedPairs copy(pairs.vertex_count());
    for (const WeightedPair& pair : pairs.pairs) {
        if (pair.source < pair.target)
            add_edge(pair.source, pair.target, copy);
    }
    return copy;
}

} // namespace entente::detail

#endif
