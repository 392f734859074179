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

BOOST_AUTO_TEST_CASE(only_what_was_left_out_is_told) {
    Diagram diagram;
    BOOST_TEST(left_out(diagram) == "");
    diagram.relations = 1'234'567;
    diagram.relations_left_out = 16'908;
    BOOST_TEST(subtitle(diagram) == "1,234,567 relations in 0 statements (16,908 relations left out)");
    diagram.nodes_left_out = 1;
    BOOST_TEST(left_out(diagram) == "16,908 relations and 1 party");
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

BOOST_AUTO_TEST_CASE(persons_are_nodes_on_request_with_what_they_act_for) {
    const auto values = belgium_call();
    const auto drawn = make_diagram(values.source(), {.persons = true});
    const auto person = std::ranges::find(drawn.nodes, ActorKind::person, &DiagramNode::kind);
    BOOST_REQUIRE(person != drawn.nodes.end());
    BOOST_TEST(person->id == person_node(person->party, person->name));
    const auto place = static_cast<std::size_t>(person - drawn.nodes.begin());
    const auto office = std::ranges::find_if(drawn.edges, [&](const DiagramEdge& edge) {
        return edge.line == DiagramLine::office && edge.source == place;
    });
    BOOST_REQUIRE(office != drawn.edges.end());
    BOOST_TEST(drawn.nodes[office->target].id == party_node(person->party));
    BOOST_TEST(std::ranges::any_of(drawn.edges, [&](const DiagramEdge& edge) {
        return edge.line == DiagramLine::relation && (edge.source == place || edge.target == place);
    }));
    BOOST_TEST(drawn.relations == 7u);
}

BOOST_AUTO_TEST_CASE(frequent_topics_are_nodes_on_request) {
    const auto values = belgium_call();
    const auto drawn = make_diagram(values.source(), {.topics = true, .most_topics = 1});
    BOOST_TEST(std::ranges::count(drawn.nodes, true, &DiagramNode::is_topic) == 1);
    BOOST_TEST(std::ranges::count(drawn.edges, DiagramLine::about, &DiagramEdge::line) >= 2);
    BOOST_TEST(std::ranges::all_of(drawn.edges, [](const auto& edge) { return edge.topics.empty(); }));
    BOOST_TEST(drawn.relations_left_out == 0u);
}

BOOST_AUTO_TEST_CASE(a_node_that_is_asked_for_is_drawn_without_relations) {
    auto values = belgium_call();
    values.relations.resize(1);
    const auto drawn = make_diagram(values.source(), {.shown = {"NOR", "#peace"}});
    BOOST_TEST(drawn.nodes.size() == 4u);
    BOOST_TEST(std::ranges::count(drawn.nodes, "NOR", &DiagramNode::id) == 1);
    BOOST_TEST(std::ranges::count(drawn.nodes, "peace", &DiagramNode::name) == 1);
    BOOST_TEST(drawn.edges.size() == 1u);
}

BOOST_AUTO_TEST_CASE(many_edges_are_folded_to_one_a_direction_and_quad_class) {
    auto values = belgium_call();
    values.relations.resize(1);
    values.relations[0].type = plover::EventType::support;
    for (const auto type : {plover::EventType::agree, plover::EventType::agree, plover::EventType::consult,
                            plover::EventType::accuse}) {
        values.relations.push_back(values.relations[0]);
        values.relations.back().type = type;
    }
    BOOST_TEST(make_diagram(values.source(), {}).edges.size() == 4u);
    const auto drawn = make_diagram(values.source(), {.most_unfolded_edges = 3});
    BOOST_REQUIRE(drawn.edges.size() == 2u);
    BOOST_TEST(drawn.edges[0].count == 4u);
    BOOST_TEST(drawn.edges[0].evidence.size() == 4u);
    BOOST_TEST((drawn.edges[0].types == std::vector{plover::EventType::agree, plover::EventType::consult,
                                                    plover::EventType::support}));
    BOOST_TEST((drawn.edges[0].type == plover::EventType::agree));
    BOOST_TEST((drawn.edges[1].type == plover::EventType::accuse));
}

BOOST_AUTO_TEST_CASE(only_web_addresses_become_links) {
    const auto values = hostile();
    for (const auto& edge : make_diagram(values.source(), {}).edges)
        for (const auto& evidence : edge.evidence)
            BOOST_TEST(evidence.url == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
