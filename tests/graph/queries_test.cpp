// SPDX-License-Identifier: Apache-2.0
#include "graph/queries.hpp"

#include "tests/graph/sample.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <vector>

namespace {

using namespace entente;
using namespace entente::testing;
namespace data = boost::unit_test::data;

using Vertex = RelationGraph::Vertex;
using Edge = RelationGraph::Edge;

RelationFilter filter_for(unsigned seed) {
    RelationFilter filter;
    if (seed % 2 == 0)
        filter.types = EventTypeSet::cooperation();
    if (seed % 3 == 0) {
        filter.first_day = 18050;
        filter.last_day = 18400;
    }
    if (seed % 5 == 0)
        filter.modalities = RelationFilter::every_modality;
    if (seed % 7 == 0)
        filter.least_confidence = 0.6;
    if (seed % 11 == 0)
        filter.contexts.insert(plover::Context::find("health").value());
    return filter;
}

bool admits(const RelationFilter& filter, const Relation& relation) {
    const bool dated = relation.date.has_value();
    const auto day = dated ? std::chrono::sys_days{*relation.date}.time_since_epoch().count() : 0;
    return filter.types.contains(relation.type) &&
           (!filter.has_period() || (dated && day >= filter.first_day && day <= filter.last_day)) &&
           (filter.modalities >> static_cast<unsigned>(relation.modality) & 1) != 0 &&
           relation.confidence >= filter.least_confidence &&
           (filter.contexts.empty() || (filter.contexts.bits() & relation.contexts.bits()) != 0);
}

BOOST_AUTO_TEST_SUITE(queries)

BOOST_DATA_TEST_CASE(a_pair_is_counted_as_by_hand, data::xrange(60U), seed) {
    const auto relations = random_relations(seed, 150);
    const RelationGraph graph = RelationGraph::of(relations, {});
    const RelationFilter filter = filter_for(seed);
    const Vertex a = graph.find("CHN").value();
    const Vertex b = graph.find("BEL").value();
    std::array<DirectedCounts, plover::event_type_count> expected{};
    std::vector<std::uint32_t> keys;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        const Relation& relation = relations[i];
        const bool there = relation.source == party("CHN") && relation.target == party("BEL");
        const bool back = relation.source == party("BEL") && relation.target == party("CHN");
        if (!(there || back) || !admits(filter, relation))
            continue;
        DirectedCounts& count = expected[static_cast<std::size_t>(relation.type)];
        ++(relation.symmetric ? count.together : there ? count.there : count.back);
        keys.push_back(static_cast<std::uint32_t>(i));
    }
    BOOST_TEST((counts_by_type(graph, a, b, filter) == expected));
    std::vector<std::uint32_t> found;
    for (const Edge edge : relations_between(graph, a, b, filter))
        found.push_back(graph.relation_key(edge));
    BOOST_TEST(std::is_sorted(found.begin(), found.end(), [&](auto x, auto y) {
        return relations[x].date.value_or(Date{}) < relations[y].date.value_or(Date{});
    }));
    std::sort(found.begin(), found.end());
    BOOST_TEST(found == keys, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(neighbours_and_degrees_agree_with_pairs, data::xrange(40U), seed) {
    const RelationGraph graph = RelationGraph::of(random_relations(seed, 100), {});
    const RelationFilter filter = filter_for(seed);
    for (const Vertex vertex : graph.vertices()) {
        std::uint64_t total = 0;
        for (const Neighbour& other : neighbours(graph, vertex, filter)) {
            DirectedCounts sum;
            double goldstein = 0;
            for (const DirectedCounts& count : counts_by_type(graph, vertex, other.vertex, filter)) {
                sum.there += count.there;
                sum.back += count.back;
                sum.together += count.together;
            }
            for (const Edge edge : relations_between(graph, vertex, other.vertex, filter))
                goldstein += graph.goldstein_score(edge);
            BOOST_TEST((other.counts == sum));
            BOOST_TEST(other.goldstein_sum == goldstein, boost::test_tools::tolerance(1e-9));
            total += other.counts.total();
        }
        BOOST_TEST(degree(graph, vertex, filter) == total);
    }
}

BOOST_DATA_TEST_CASE(pairs_count_what_is_admitted, data::xrange(40U), seed) {
    const RelationGraph graph = RelationGraph::of(random_relations(seed, 60), {});
    const RelationFilter filter = filter_for(seed);
    for (std::uint32_t pair = 0; pair < graph.pair_count(); ++pair) {
        std::uint64_t count = 0;
        for (const Edge edge : graph.pair_edges(pair))
            count += filter.admits(graph, edge) ? 1 : 0;
        BOOST_TEST(count_admitted(graph, pair, filter) == count);
        BOOST_TEST(has_admitted_edge(graph, pair, filter) == (count != 0));
    }
}

BOOST_DATA_TEST_CASE(a_path_is_as_short_as_breadth_first_search_finds, data::xrange(60U), seed) {
    const RelationGraph graph = RelationGraph::of(random_relations(seed, 6 + seed / 3), {});
    const RelationFilter filter = filter_for(seed);
    const std::function<bool(Edge)> keep = [&](Edge edge) { return filter.admits(graph, edge); };
    const boost::filtered_graph<RelationGraph, std::function<bool(Edge)>> kept(graph, keep);
    for (const Vertex from : graph.vertices()) {
        std::vector<std::size_t> steps(graph.vertex_count(), 0);
        boost::breadth_first_search(kept, from,
                                    boost::visitor(boost::make_bfs_visitor(
                                        boost::record_distances(steps.data(), boost::on_tree_edge()))));
        for (const Vertex to : graph.vertices()) {
            const auto path = shortest_path(graph, from, to, filter);
            BOOST_TEST(path.has_value() == (steps[to] != 0 || from == to));
            if (!path)
                continue;
            BOOST_TEST(path->size() == steps[to] + 1);
            BOOST_TEST(path->front() == from);
            BOOST_TEST(path->back() == to);
            for (std::size_t i = 0; i + 1 < path->size(); ++i) {
                const auto pair = graph.find_pair((*path)[i], (*path)[i + 1]);
                BOOST_REQUIRE(pair.has_value());
                BOOST_TEST(has_admitted_edge(graph, *pair, filter));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
