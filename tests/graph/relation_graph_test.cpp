// SPDX-License-Identifier: Apache-2.0
#include "graph/relation_graph.hpp"

#include "tests/graph/sample.hpp"

#include <boost/concept/assert.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

namespace {

using namespace entente;
using namespace entente::testing;
namespace data = boost::unit_test::data;

using Vertex = RelationGraph::Vertex;
using Edge = RelationGraph::Edge;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<RelationGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RelationGraph, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RelationGraph, Edge, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<RelationGraph, Vertex, boost::vertex_name_t>));

struct Arc {
    PartyCode source;
    PartyCode target;
    std::size_t key;
    bool mirror;
};

// What the graph should hold, in the order in which it should hold it.
std::vector<Arc> arcs_of(const std::vector<Relation>& relations, const RelationGraph& graph) {
    std::vector<Arc> arcs;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        arcs.push_back({relations[i].source, relations[i].target, i, false});
        if (relations[i].symmetric)
            arcs.push_back({relations[i].target, relations[i].source, i, true});
    }
    std::stable_sort(arcs.begin(), arcs.end(), [&](const Arc& a, const Arc& b) {
        return std::tuple(*graph.find(a.source), *graph.find(a.target), relations[a.key].date.has_value(),
                          relations[a.key].date.value_or(Date{})) <
               std::tuple(*graph.find(b.source), *graph.find(b.target), relations[b.key].date.has_value(),
                          relations[b.key].date.value_or(Date{}));
    });
    return arcs;
}

void check_edge(const RelationGraph& graph, Edge edge, const Relation& relation, bool mirror) {
    BOOST_TEST(graph.is_mirror(edge) == mirror);
    BOOST_TEST((graph.type(edge) == relation.type));
    BOOST_TEST((graph.mode(edge) == relation.mode));
    BOOST_TEST((graph.cameo_code(edge) == cameo_code(relation)));
    BOOST_TEST((graph.date(edge) == relation.date));
    BOOST_TEST((graph.date_end(edge) == relation.date_end));
    BOOST_TEST((graph.date_precision(edge) == relation.date_precision));
    BOOST_TEST((graph.modality(edge) == relation.modality));
    BOOST_TEST(graph.is_symmetric(edge) == relation.symmetric);
    BOOST_TEST((graph.contexts(edge) == relation.contexts));
    BOOST_TEST(graph.confidence(edge) == relation.confidence, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(graph.source_actor(edge) == (mirror ? relation.target_actor : relation.source_actor));
    BOOST_TEST(graph.target_actor(edge) == (mirror ? relation.source_actor : relation.target_actor));
    BOOST_TEST(graph.predicate(edge) == relation.predicate);
    BOOST_TEST(graph.dataset(edge) == relation.coding.dataset);
    BOOST_TEST(graph.mentions(edge) == relation.coding.mentions);
    BOOST_TEST(graph.publishers(edge) == relation.coding.sources);
    BOOST_TEST((graph.act_id(graph.act(edge)) == relation.act));
    const auto said_by = graph.said_by(edge);
    BOOST_TEST(((said_by ? std::optional(graph.party(*said_by)) : std::nullopt) == relation.said_by));
    std::vector<std::string> topics;
    for (const std::uint32_t number : graph.topics(edge))
        topics.emplace_back(graph.topic(number));
    BOOST_TEST(topics == relation.topics, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE(relation_graph)

BOOST_AUTO_TEST_CASE(a_graph_of_nothing_has_nothing) {
    for (const RelationGraph& graph : {RelationGraph(), RelationGraph::of({}, {})}) {
        BOOST_TEST(num_vertices(graph) == 0u);
        BOOST_TEST(num_edges(graph) == 0u);
        BOOST_TEST(!graph.find("BEL").has_value());
    }
}

BOOST_DATA_TEST_CASE(every_relation_is_an_edge_with_all_its_properties, data::xrange(60U), seed) {
    const auto relations = random_relations(seed, seed * 3);
    const RelationGraph graph = RelationGraph::of(relations, {});
    const auto arcs = arcs_of(relations, graph);
    BOOST_REQUIRE(graph.edge_count() == arcs.size());
    BOOST_TEST(graph.relation_count() == relations.size());
    for (const Edge edge : graph.edges()) {
        const Arc& arc = arcs[edge.index];
        BOOST_TEST((graph.party(graph.source(edge)) == arc.source));
        BOOST_TEST((graph.party(graph.target(edge)) == arc.target));
        BOOST_TEST(graph.relation_key(edge) == arc.key);
        check_edge(graph, edge, relations[arc.key], arc.mirror);
    }
}

BOOST_DATA_TEST_CASE(rows_and_pairs_are_found_both_ways, data::xrange(40U), seed) {
    const auto relations = random_relations(seed, seed * 5);
    const RelationGraph graph = RelationGraph::of(relations, {});
    for (const Vertex from : graph.vertices()) {
        for (const Vertex to : graph.vertices()) {
            std::vector<std::uint32_t> expected;
            std::vector<std::uint32_t> dated;
            for (const Edge edge : graph.edges()) {
                if (graph.source(edge) != from || graph.target(edge) != to)
                    continue;
                expected.push_back(edge.index);
                if (graph.day(edge) >= 18100 && graph.day(edge) <= 18300)
                    dated.push_back(edge.index);
            }
            std::vector<std::uint32_t> found;
            for (const Edge edge : graph.edges_between(from, to))
                found.push_back(edge.index);
            BOOST_TEST(found == expected, boost::test_tools::per_element());
            found.clear();
            for (const Edge edge : graph.edges_between(from, to, 18100, 18300))
                found.push_back(edge.index);
            BOOST_TEST(found == dated, boost::test_tools::per_element());
            found.clear();
            for (const Edge edge : graph.in_edges(to)) {
                BOOST_TEST(graph.target(edge) == to);
                if (graph.source(edge) == from)
                    found.push_back(edge.index);
            }
            BOOST_TEST(found == expected, boost::test_tools::per_element());
        }
    }
}

BOOST_DATA_TEST_CASE(pairs_group_the_edges, data::xrange(40U), seed) {
    const RelationGraph graph = RelationGraph::of(random_relations(seed, seed * 3), {});
    std::uint32_t next = 0;
    for (const Vertex vertex : graph.vertices()) {
        for (std::uint32_t pair = graph.pair_begin(vertex); pair < graph.pair_end(vertex); ++pair) {
            BOOST_TEST(graph.pair_source(pair) == vertex);
            BOOST_TEST((graph.find_pair(vertex, graph.pair_target(pair)) == pair));
            const auto into = graph.pairs_into(graph.pair_target(pair));
            BOOST_TEST(std::count(into.begin(), into.end(), pair) == 1);
            std::uint16_t types = 0;
            for (const Edge edge : graph.pair_edges(pair)) {
                BOOST_TEST(edge.index == next++);
                BOOST_TEST(graph.source(edge) == vertex);
                BOOST_TEST(graph.target(edge) == graph.pair_target(pair));
                types = static_cast<std::uint16_t>(types | 1U << static_cast<unsigned>(graph.type(edge)));
            }
            BOOST_TEST(graph.pair_types(pair) == types);
        }
    }
    BOOST_TEST(next == graph.edge_count());
}

BOOST_AUTO_TEST_CASE(edges_without_a_date_are_in_no_period) {
    Relation relation = support();
    relation.date.reset();
    const std::vector relations{relation};
    const RelationGraph graph = RelationGraph::of(relations, {});
    const auto least = std::numeric_limits<std::int32_t>::min();
    const auto most = std::numeric_limits<std::int32_t>::max();
    BOOST_TEST(graph.edges_between(0, 1).size() == 1);
    BOOST_TEST(graph.edges_between(0, 1, least, most).empty());
}

BOOST_AUTO_TEST_CASE(parties_have_the_names_of_their_actors) {
    const std::vector relations{support()};
    Actor france = belgium();
    france.party = party("FRA");
    france.name = "France";
    const std::vector actors{philippe(), belgium(), france};
    const RelationGraph graph = RelationGraph::of(relations, actors);
    BOOST_TEST(graph.vertex_count() == 3u);
    BOOST_TEST(graph.name(*graph.find("BEL")) == "Belgium");
    BOOST_TEST(graph.wikidata(*graph.find("BEL")) == "Q31");
    BOOST_TEST(graph.name(*graph.find("CHN")) == "CHN");
    BOOST_TEST(graph.name(*graph.find("FRA")) == "France");
    BOOST_TEST(graph.actor_count() == 3u);
    BOOST_TEST((graph.actor(0) == philippe()));
    BOOST_TEST(graph.actor_vertex(0) == *graph.find("BEL"));
}

using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                    boost::property<boost::edge_weight_t, int>>;

int weight(const RelationGraph& graph, Edge edge) { return static_cast<int>(graph.type(edge)) + 1; }

Plain plain_copy(const RelationGraph& graph) {
    Plain copy(graph.vertex_count());
    for (const Edge edge : graph.edges())
        add_edge(graph.source(edge), graph.target(edge), weight(graph, edge), copy);
    return copy;
}

template<class Graph, class Weight>
std::vector<int> distances(const Graph& graph, Vertex start, Weight weights) {
    std::vector<int> found(num_vertices(graph), 0);
    if (num_vertices(graph) != 0)
        boost::dijkstra_shortest_paths(
            graph, start,
            boost::weight_map(weights).distance_map(
                boost::make_iterator_property_map(found.begin(), get(boost::vertex_index, graph))));
    return found;
}

BOOST_DATA_TEST_CASE(boost_algorithms_find_what_they_find_on_an_adjacency_list, data::xrange(40U), seed) {
    const RelationGraph graph = RelationGraph::of(random_relations(seed, 10 + seed), {});
    const Plain plain = plain_copy(graph);
    const auto weights =
        boost::make_function_property_map<Edge>([&](Edge edge) { return weight(graph, edge); });
    BOOST_TEST(distances(graph, 0, weights) == distances(plain, 0, get(boost::edge_weight, plain)),
               boost::test_tools::per_element());

    std::vector<std::size_t> mine(graph.vertex_count());
    std::vector<std::size_t> theirs(graph.vertex_count());
    const auto count = boost::strong_components(
        graph, boost::make_iterator_property_map(mine.begin(), get(boost::vertex_index, graph)));
    BOOST_TEST(count ==
               boost::strong_components(plain, boost::make_iterator_property_map(
                                                   theirs.begin(), get(boost::vertex_index, plain))));
    BOOST_TEST(mine == theirs, boost::test_tools::per_element());

    const auto reversed = boost::make_reverse_graph(graph);
    for (const Vertex vertex : graph.vertices())
        BOOST_TEST(out_degree(vertex, reversed) == in_degree(vertex, plain));
    for (const Vertex vertex : graph.vertices()) {
        const auto [begin, end] = adjacent_vertices(vertex, graph);
        BOOST_TEST(static_cast<std::size_t>(std::distance(begin, end)) == out_degree(vertex, plain));
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
