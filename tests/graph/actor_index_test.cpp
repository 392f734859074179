// SPDX-License-Identifier: Apache-2.0
#include "graph/actor_index.hpp"

#include "tests/graph/sample.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <vector>

namespace {

using namespace entente;
using namespace entente::testing;
namespace data = boost::unit_test::data;

RelationGraph sample_graph() {
    std::vector<Relation> relations{support(), agreement(), support()};
    relations[2].target = party("IGO:EU");
    const auto actor = [](const char* code, ActorKind kind, const char* name) {
        return Actor{party(code), kind, name, "", "", std::nullopt, std::nullopt};
    };
    const std::vector actors{belgium(),
                             philippe(),
                             actor("CHN", ActorKind::country, "China"),
                             actor("CIV", ActorKind::country, "Côte d’Ivoire"),
                             actor("IGO:EU", ActorKind::organization, "European Union"),
                             actor("CHN", ActorKind::person, "Li"),
                             actor("CIV", ActorKind::person, "Li")};
    return RelationGraph::of(relations, actors);
}

BOOST_AUTO_TEST_SUITE(actor_index)

struct Spelling {
    const char* text;
    const char* code;
};
std::ostream& operator<<(std::ostream& out, const Spelling& spelling) { return out << spelling.text; }

const Spelling spellings[] = {
    {"BEL", "BEL"},      {"bel", "BEL"},           {" Belgium ", "BEL"},     {"BELGIUM", "BEL"},
    {"philippe", "BEL"}, {"cote d'ivoire", "CIV"}, {"Côte d’Ivoire", "CIV"}, {"The European Union", "IGO:EU"},
    {"eu", "IGO:EU"},    {"igo:eu", "IGO:EU"},
};
BOOST_DATA_TEST_CASE(a_party_is_found_however_its_name_is_written, data::make(spellings), spelling) {
    const RelationGraph graph = sample_graph();
    const auto found = ActorIndex(graph).find(spelling.text);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(graph.code(*found) == spelling.code);
}

const std::string unknown[] = {"", " ", "Belgiun", "Li", "the", "\xff\xfe"};
BOOST_DATA_TEST_CASE(what_names_no_party_or_several_is_nothing, data::make(unknown), text) {
    const RelationGraph graph = sample_graph();
    BOOST_TEST(!ActorIndex(graph).find(text).has_value());
}

BOOST_AUTO_TEST_CASE(a_wrong_name_is_answered_with_the_nearest) {
    const RelationGraph graph = sample_graph();
    const ActorIndex index(graph);
    const auto near = index.nearest("Belgiun");
    BOOST_REQUIRE(!near.empty());
    BOOST_TEST(near.front().name == "Belgium");
    BOOST_TEST(near.front().distance == 1u);
    BOOST_TEST(index.nearest("xyzxyzxyz").empty());
    BOOST_TEST(index.nearest(std::string(100'000, 'x')).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
