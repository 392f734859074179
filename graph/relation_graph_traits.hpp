// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_RELATION_GRAPH_TRAITS_HPP
#define ENTENTE_GRAPH_RELATION_GRAPH_TRAITS_HPP

#include "graph/relation_graph.hpp"

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <utility>

// What makes RelationGraph a Boost.Graph; the functions are documented there.

template<>
struct boost::graph_traits<entente::RelationGraph> {
    using vertex_descriptor = entente::RelationGraph::Vertex;
    using edge_descriptor = entente::RelationGraph::Edge;
    using vertex_iterator = entente::RelationGraph::VertexIterator;
    using edge_iterator = entente::RelationGraph::EdgeIterator;
    using out_edge_iterator = entente::RelationGraph::EdgeIterator;
    using in_edge_iterator = entente::RelationGraph::InEdgeIterator;
    using adjacency_iterator = boost::adjacency_iterator_generator<entente::RelationGraph, vertex_descriptor,
                                                                   out_edge_iterator>::type;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    struct traversal_category : boost::bidirectional_graph_tag,
                                boost::vertex_list_graph_tag,
                                boost::edge_list_graph_tag,
                                boost::adjacency_graph_tag {};
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;

    static constexpr vertex_descriptor null_vertex() { return std::numeric_limits<vertex_descriptor>::max(); }
};

namespace entente {

inline auto vertices(const RelationGraph& graph) {
    const auto range = graph.vertices();
    return std::pair(range.begin(), range.end());
}
inline std::size_t num_vertices(const RelationGraph& graph) { return graph.vertex_count(); }
inline auto edges(const RelationGraph& graph) {
    const auto range = graph.edges();
    return std::pair(range.begin(), range.end());
}
inline std::size_t num_edges(const RelationGraph& graph) { return graph.edge_count(); }
inline RelationGraph::Vertex source(RelationGraph::Edge edge, const RelationGraph& graph) {
    return graph.source(edge);
}
inline RelationGraph::Vertex target(RelationGraph::Edge edge, const RelationGraph& graph) {
    return graph.target(edge);
}
inline auto out_edges(RelationGraph::Vertex vertex, const RelationGraph& graph) {
    const auto range = graph.out_edges(vertex);
    return std::pair(range.begin(), range.end());
}
inline std::size_t out_degree(RelationGraph::Vertex vertex, const RelationGraph& graph) {
    return static_cast<std::size_t>(graph.out_edges(vertex).size());
}
inline auto in_edges(RelationGraph::Vertex vertex, const RelationGraph& graph) {
    const auto range = graph.in_edges(vertex);
    return std::pair(range.begin(), range.end());
}
inline std::size_t in_degree(RelationGraph::Vertex vertex, const RelationGraph& graph) {
    return static_cast<std::size_t>(graph.in_edges(vertex).size());
}
inline std::size_t degree(RelationGraph::Vertex vertex, const RelationGraph& graph) {
    return in_degree(vertex, graph) + out_degree(vertex, graph);
}
inline auto adjacent_vertices(RelationGraph::Vertex vertex, const RelationGraph& graph) {
    using Iterator = boost::graph_traits<RelationGraph>::adjacency_iterator;
    const auto range = graph.out_edges(vertex);
    return std::pair(Iterator(range.begin(), &graph), Iterator(range.end(), &graph));
}

/// edge_index: the number of an edge.
struct EdgeIndexMap {
    using key_type = RelationGraph::Edge;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;
};
inline std::size_t get(EdgeIndexMap, RelationGraph::Edge edge) { return edge.index; }

/// vertex_name: the party's name.
struct VertexNameMap {
    using key_type = RelationGraph::Vertex;
    using value_type = std::string_view;
    using reference = std::string_view;
    using category = boost::readable_property_map_tag;
    const RelationGraph* graph = nullptr;
};
inline std::string_view get(VertexNameMap map, RelationGraph::Vertex vertex) {
    return map.graph->name(vertex);
}

inline auto get(boost::vertex_index_t, const RelationGraph&) {
    return boost::typed_identity_property_map<RelationGraph::Vertex>();
}
inline std::size_t get(boost::vertex_index_t, const RelationGraph&, RelationGraph::Vertex vertex) {
    return vertex;
}
inline EdgeIndexMap get(boost::edge_index_t, const RelationGraph&) { return {}; }
inline std::size_t get(boost::edge_index_t, const RelationGraph&, RelationGraph::Edge edge) {
    return edge.index;
}
inline VertexNameMap get(boost::vertex_name_t, const RelationGraph& graph) { return {&graph}; }
inline std::string_view get(boost::vertex_name_t, const RelationGraph& graph, RelationGraph::Vertex vertex) {
    return graph.name(vertex);
}

} // namespace entente

template<>
struct boost::property_map<entente::RelationGraph, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<entente::RelationGraph::Vertex>;
    using const_type = type;
};
template<>
struct boost::property_map<entente::RelationGraph, boost::edge_index_t> {
    using type = entente::EdgeIndexMap;
    using const_type = type;
};
template<>
struct boost::property_map<entente::RelationGraph, boost::vertex_name_t> {
    using type = entente::VertexNameMap;
    using const_type = type;
};

#endif
