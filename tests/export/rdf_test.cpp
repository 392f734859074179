// SPDX-License-Identifier: Apache-2.0
#include "golden.hpp"
#include "sample_graph.hpp"

#include "export/rdf.hpp"

#include <boost/test/unit_test.hpp>

namespace entente::test {

namespace {

std::string nquads_of(const Values& values, const RdfOptions& options = {}) {
    std::ostringstream out;
    write_nquads(out, values.source(), options);
    return out.str();
}

} // namespace

BOOST_AUTO_TEST_SUITE(rdf)

BOOST_AUTO_TEST_CASE(the_call_is_written_as_it_was) {
    const auto quads = nquads_of(belgium_call());
    BOOST_TEST(quads == golden("belgium.nq", quads));
    std::ostringstream trig;
    write_trig(trig, belgium_call().source());
    BOOST_TEST(trig.str() == golden("belgium.trig", trig.str()));
}

BOOST_AUTO_TEST_CASE(a_star_names_the_relation_behind_the_plain_triple) {
    auto values = belgium_call();
    values.relations.resize(1);
    const auto quads = nquads_of(values, {.star = true});
    const std::string triple = "<< <http://www.wikidata.org/entity/Q148> <urn:entente:term:support> "
                               "<http://www.wikidata.org/entity/Q31> >> ";
    const std::string graph = "<urn:entente:statement:call-2020-04-02>";
    BOOST_TEST(quads.find(triple + "<http://www.w3.org/ns/prov#wasDerivedFrom> " + graph + ' ' + graph +
                          " .\n") != std::string::npos);
    const auto relation = "<urn:entente:relation:" + to_hex(relation_id(values.relations[0])) + "> ";
    BOOST_TEST(quads.find(triple + "<urn:entente:term:relation> " + relation + graph + " .\n") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(turtle_has_no_graphs) {
    std::ostringstream turtle;
    write_turtle(turtle, belgium_call().source());
    BOOST_TEST(turtle.str().find('{') == std::string::npos);
    BOOST_TEST(turtle.str().find("ent:support wd:Q31") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named) {
    const auto values = belgium_call();
    BOOST_TEST(failure([&](std::ostream& out) { write_nquads(out, values.source()); }) ==
               "cannot write the RDF: the output takes no more");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
