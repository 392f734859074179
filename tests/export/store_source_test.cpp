// SPDX-License-Identifier: Apache-2.0
#include "export/diagram.hpp"
#include "export/store_source.hpp"
#include "export/timeline_plot.hpp"
#include "graph/snapshot.hpp"
#include "tests/export/sample_graph.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <unistd.h>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;

/// A graph file with the values, for the time of a test.
class StoredGraph {
public:
    explicit StoredGraph(const Values& values)
        : file_(std::filesystem::temp_directory_path() /
                ("entente_store_source_" + std::to_string(::getpid()) + ".db")) {
        remove();
        store_.emplace(Store::open(file_, Store::Mode::read_write));
        auto batch = store_->batch();
        for (const auto& actor : values.actors)
            batch.add(actor);
        for (const auto& statement : values.statements)
            batch.add(statement);
        for (const auto& relation : values.relations)
            batch.add(relation);
        batch.commit();
    }
    StoredGraph(const StoredGraph&) = delete;
    StoredGraph& operator=(const StoredGraph&) = delete;
    ~StoredGraph() {
        store_.reset();
        remove();
    }

    const Store& store() const { return *store_; }

private:
    void remove() const {
        for (const auto* const end : {"", "-wal", "-shm", ".snapshot"})
            std::filesystem::remove(file_.string() + end);
    }

    std::filesystem::path file_;
    std::optional<Store> store_;
};

/// Few days and few pairs, so that many relations of an edge are of one day.
Values many_of_a_day(unsigned seed) {
    auto values = random_graph(seed, 300);
    for (std::size_t i = 0; i < values.relations.size(); ++i) {
        auto& relation = values.relations[i];
        relation.source = party(i % 3 == 0 ? "BEL" : "CHN");
        relation.target = party(i % 3 == 0 ? "CHN" : "BEL");
        relation.date = i % 7 == 0 ? std::nullopt : std::optional(day(2020, 4, 1 + i % 2));
        relation.evidence.text = "Sentence " + std::to_string(i * 7919 % 300);
    }
    return values;
}

void check_equal(const Diagram& found, const Diagram& expected) {
    BOOST_TEST((found.nodes == expected.nodes));
    BOOST_TEST((found.edges == expected.edges));
    BOOST_TEST(found.relations == expected.relations);
    BOOST_TEST(found.statements == expected.statements);
    BOOST_TEST((found.first == expected.first && found.last == expected.last));
    BOOST_TEST(found.relations_left_out == expected.relations_left_out);
}

DiagramOptions options(bool persons, bool topics) {
    DiagramOptions options;
    options.persons = persons;
    options.topics = topics;
    options.evidence = 2;
    return options;
}

BOOST_AUTO_TEST_SUITE(store_sources)

BOOST_DATA_TEST_CASE(a_view_draws_what_the_whole_relations_do, data::xrange(1u, 9u), seed) {
    const StoredGraph graph(seed % 2 == 0 ? many_of_a_day(seed) : random_graph(seed, 300));
    const auto view = read_graph(graph.store());
    const StoreSource whole(graph.store());
    const ViewSource outlines(graph.store(), view);
    for (const auto& how : {options(false, false), options(true, false), options(false, true)})
        check_equal(make_diagram(outlines, how), make_diagram(whole, how));
    BOOST_TEST((make_timeline_plot(outlines, "t").bars == make_timeline_plot(whole, "t").bars));
}

BOOST_DATA_TEST_CASE(chosen_edges_are_drawn_as_the_same_relations_of_the_whole, data::xrange(1u, 5u), seed) {
    const StoredGraph graph(many_of_a_day(seed));
    const auto view = read_graph(graph.store());
    std::vector<RelationGraph::Edge> edges; // a symmetric relation by its mirror, as a query may give it
    for (const auto edge : view.edges())
        if (view.is_mirror(edge) == view.is_symmetric(edge))
            edges.push_back(edge);
    const EdgeSource chosen(graph.store(), view, edges);
    const StoreSource whole(graph.store());
    const auto has_date = [](const Relation& relation) { return relation.date.has_value(); };
    check_equal(make_diagram(FilteredSource(chosen, has_date), options(true, false)),
                make_diagram(FilteredSource(whole, has_date), options(true, false)));
    std::size_t count = 0;
    chosen.for_each_relation([&](const Relation&, const RelationId&) { ++count; });
    BOOST_TEST(count == graph.store().counts().relations);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
