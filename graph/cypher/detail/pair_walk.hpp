// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_PAIR_WALK_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_PAIR_WALK_HPP

#include "graph/cypher/graph.hpp"
#include "graph/relation_graph.hpp"

#include <optional>

/// The walk over a relation graph's pairs of parties that a RelationshipFilter asks for.
namespace entente::cypher::detail {

inline Relationship relationship_of(const RelationGraph& graph, RelationGraph::Edge edge) {
    return {graph.relation_key(edge), edge.index, 0};
}

/// Which edges of a pair are asked for.
struct EdgeTest {
    const RelationGraph& graph;
    std::uint32_t types;
    bool skips_mirrors;

    bool operator()(RelationGraph::Edge edge) const {
        return (types >> static_cast<unsigned>(graph.type(edge)) & 1U) != 0 &&
               !(skips_mirrors && graph.is_mirror(edge));
    }
};

inline RelationGraph::EdgeRange edges_of(const RelationGraph& graph, std::uint32_t pair,
                                         const RelationshipFilter& filter) {
    if (!filter.is_dated())
        return graph.pair_edges(pair);
    return graph.edges_between(graph.pair_source(pair), graph.pair_target(pair), filter.first_day,
                               filter.last_day);
}

/// Calls `visit(pair, other)` for the pairs at a vertex that may have what the filter asks for.
template<class Visitor>
bool for_each_pair(const RelationGraph& graph, NodeId node, const RelationshipFilter& filter,
                   Visitor&& visit) {
    const auto types = static_cast<std::uint16_t>(filter.types);
    const auto offer = [&](std::uint32_t pair, NodeId other) {
        return (graph.pair_types(pair) & types) == 0 || visit(pair, other);
    };
    const bool goes_out = filter.direction != Direction::in;
    const bool comes_in = filter.direction != Direction::out;
    if (filter.other) {
        if (*filter.other >= graph.vertex_count())
            return true;
        const auto out = goes_out ? graph.find_pair(node, *filter.other) : std::nullopt;
        const auto in = comes_in ? graph.find_pair(*filter.other, node) : std::nullopt;
        return (!out || offer(*out, *filter.other)) && (!in || offer(*in, *filter.other));
    }
    if (goes_out)
        for (std::uint32_t pair = graph.pair_begin(node); pair < graph.pair_end(node); ++pair)
            if (!offer(pair, graph.pair_target(pair)))
                return false;
    if (comes_in)
        for (const std::uint32_t pair : graph.pairs_into(node))
            if (!offer(pair, graph.pair_source(pair)))
                return false;
    return true;
}

} // namespace entente::cypher::detail

#endif
