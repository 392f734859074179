// SPDX-License-Identifier: Apache-2.0
#include "sample_graph.hpp"

#include "export/diagram.hpp"

#include <boost/test/unit_test.hpp>

namespace entente::test {

BOOST_AUTO_TEST_SUITE(diagram)

BOOST_AUTO_TEST_CASE(relations_of_one_type_and_direction_are_one_edge) {
    auto values = belgium_call();
    values.relations.push_back(values.relations[0]);
    values.relations.back().date = day(2021, 1, 5);
    values.relations.back().topics = {"COVID-19"};
    const auto drawn = make_diagram(values.source(), {.title = "t"});
    BOOST_TEST(drawn.relations == 8u);
    BOOST_TEST(drawn.edges.size() == 7u);
    const auto edge = std::ranges::find_if(drawn.edges, [](const auto& e) { return e.count == 2; });
    BOOST_REQUIRE(edge != drawn.edges.end());
    BOOST_TEST((edge->topics == std::vector<std::string>{"COVID-19", "solidarity"}));
    BOOST_TEST(to_string(edge->first.value()) == "2020-04-02");
    BOOST_TEST(to_string(edge->last.value()) == "2021-01-05");
    BOOST_TEST(to_string(edge->evidence.front().date.value()) == "2021-01-05");
}

BOOST_AUTO_TEST_CASE(a_symmetric_relation_is_the_same_edge_either_way_round) {
    auto values = belgium_call();
    auto turned = values.relations[1];
    std::swap(turned.source, turned.target);
    values.relations = {values.relations[1], turned};
    BOOST_TEST(make_diagram(values.source(), {}).edges.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_was_denied_is_another_edge_than_what_was_asserted) {
    auto values = belgium_call();
    values.relations.resize(1);
    values.relations.push_back(values.relations[0]);
    values.relations.back().modality = Modality::negated;
    BOOST_TEST(make_diagram(values.source(), {}).edges.size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_expanded_diagram_has_an_edge_a_relation) {
    auto values = belgium_call();
    values.relations.push_back(values.relations[0]);
    BOOST_TEST(make_diagram(values.source(), {.expand = true}).edges.size() == 8u);
}

BOOST_AUTO_TEST_CASE(the_lightest_parties_are_left_out_and_counted) {
    const auto values = belgium_call();
    const auto drawn = make_diagram(values.source(), {.most_nodes = 2});
    BOOST_TEST(drawn.nodes.size() == 2u);
    BOOST_TEST(drawn.nodes_left_out == 2u);
    BOOST_TEST(drawn.relations_left_out == 1u);
    BOOST_TEST(subtitle(drawn) ==
               "7 relations in 2 statements, 2 April 2020 to 1 August 2021 (1 relation and 2 "
               "parties left out)");
}

BOOST_AUTO_TEST_CASE(an_edge_keeps_the_latest_sentences_with_where_they_were_published) {
    auto values = belgium_call();
    values.relations.resize(1);
    for (int year = 2000; year < 2020; ++year) {
        values.relations.push_back(values.relations[0]);
        values.relations.back().date = day(year, 1, 1);
        values.relations.back().evidence.text = std::to_string(year);
    }
    const auto edge = make_diagram(values.source(), {.evidence = 3}).edges.at(0);
    BOOST_REQUIRE(edge.evidence.size() == 3u);
    BOOST_TEST(edge.evidence[1].text == "2019");
    BOOST_TEST(edge.evidence[2].text == "2018");
    BOOST_TEST(edge.evidence[1].url == "https://www.example.org/call?a=1&b=2");
    BOOST_TEST(edge.evidence[1].publisher == "Ministry of Foreign Affairs of China");
}

BOOST_AUTO_TEST_CASE(only_web_addresses_become_links) {
    const auto values = hostile();
    for (const auto& edge : make_diagram(values.source(), {}).edges)
        for (const auto& evidence : edge.evidence)
            BOOST_TEST(evidence.url == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
