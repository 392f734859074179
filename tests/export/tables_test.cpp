// SPDX-License-Identifier: Apache-2.0
#include "golden.hpp"
#include "sample_graph.hpp"

#include "export/csv.hpp"
#include "export/graphml.hpp"

#include <boost/property_tree/xml_parser.hpp>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace entente::test {

namespace {

namespace data = boost::unit_test::data;

std::string graphml_of(const Values& values) {
    std::ostringstream out;
    write_graphml(out, values.source());
    return out.str();
}

} // namespace

BOOST_AUTO_TEST_SUITE(tables)

BOOST_AUTO_TEST_CASE(the_call_is_written_as_it_was) {
    const auto values = belgium_call();
    const auto xml = graphml_of(values);
    BOOST_TEST(xml == golden("belgium.graphml", xml));
    std::ostringstream nodes;
    std::ostringstream edges;
    write_csv(nodes, edges, values.source(), CsvHeader::neo4j);
    BOOST_TEST(nodes.str() == golden("belgium.nodes.csv", nodes.str()));
    BOOST_TEST(edges.str() == golden("belgium.edges.csv", edges.str()));
    std::ostringstream events;
    write_events(events, values.source());
    BOOST_TEST(events.str() == golden("belgium.events.csv", events.str()));
}

BOOST_DATA_TEST_CASE(graphml_is_well_formed, data::xrange(0u, 6u), seed) {
    std::istringstream in(graphml_of(seed == 0 ? hostile() : random_graph(seed, 30)));
    boost::property_tree::ptree tree;
    BOOST_CHECK_NO_THROW(boost::property_tree::read_xml(in, tree));
}

BOOST_AUTO_TEST_CASE(a_party_without_an_actor_is_a_node_all_the_same) {
    auto values = belgium_call();
    values.actors.clear();
    BOOST_TEST(graphml_of(values).find("<node id=\"IGO:EU\">") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named) {
    const auto values = belgium_call();
    BOOST_TEST(failure([&](std::ostream& out) { write_graphml(out, values.source()); }) ==
               "cannot write the GraphML: the output takes no more");
    BOOST_TEST(failure([&](std::ostream& out) { write_events(out, values.source()); }) ==
               "cannot write the table: the output takes no more");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
