// SPDX-License-Identifier: Apache-2.0
#include "graph/relation.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>

namespace {

using namespace entente;

BOOST_AUTO_TEST_SUITE(relation)

Relation sample() {
    Relation relation;
    relation.source = *PartyCode::parse("CHN");
    relation.target = *PartyCode::parse("BEL");
    relation.source_actor = "Xi Jinping";
    relation.type = plover::EventType::support;
    relation.predicate = "expresses sympathies and support to";
    relation.date = parse_date("2020-04-02");
    relation.evidence = {"cn-mfa-2020-04-02-belgium", 3, {312, 470}, "On behalf of the Chinese government"};
    return relation;
}

BOOST_AUTO_TEST_CASE(modalities_are_read_as_written) {
    for (std::size_t i = 0; i < modality_count; ++i) {
        const auto modality = static_cast<Modality>(i);
        BOOST_TEST((parse_modality(to_string(modality)) == modality));
    }
    BOOST_TEST(to_string(Modality::hypothetical) == "hypothetical");
    BOOST_TEST(!parse_modality("Asserted").has_value());
}

BOOST_AUTO_TEST_CASE(an_identifier_is_the_same_on_every_machine) {
    BOOST_TEST(relation_urn(relation_id(sample())) ==
               "urn:entente:relation:1682f3a5645bd586b55b16faeb2e544d");
}

BOOST_AUTO_TEST_CASE(what_a_relation_says_changes_its_identifier) {
    const std::function<void(Relation&)> changes[] = {
        [](Relation& r) { r.source = *PartyCode::parse("FRA"); },
        [](Relation& r) { r.target = *PartyCode::parse("FRA"); },
        [](Relation& r) { r.source_actor.clear(); },
        [](Relation& r) { r.target_actor = "King Philippe"; },
        [](Relation& r) { r.type = plover::EventType::aid; },
        [](Relation& r) { r.cameo = cameo::Code::find("051"); },
        [](Relation& r) { r.predicate = "supports"; },
        [](Relation& r) { r.symmetric = true; },
        [](Relation& r) { r.modality = Modality::intended; },
        [](Relation& r) { r.said_by = PartyCode::parse("BEL"); },
        [](Relation& r) { r.act.low = 1; },
        [](Relation& r) { r.date.reset(); },
        [](Relation& r) { r.date_end = parse_date("2020-04-03"); },
        [](Relation& r) { r.date_precision = DatePrecision::month; },
        [](Relation& r) { r.evidence.statement = "other"; },
        [](Relation& r) { r.evidence.span.end = 471; },
        [](Relation& r) { r.coding.row = "1"; },
    };
    for (const auto& change : changes) {
        Relation changed = sample();
        change(changed);
        BOOST_TEST((relation_id(changed) != relation_id(sample())));
    }
}

BOOST_AUTO_TEST_CASE(what_is_said_of_it_does_not_change_its_identifier) {
    Relation changed = sample();
    changed.confidence = 0.1;
    changed.topics = {"COVID-19"};
    changed.contexts.insert(plover::Context::find("health").value());
    changed.coding.mentions = 9;
    BOOST_TEST((relation_id(changed) == relation_id(sample())));
}

BOOST_AUTO_TEST_CASE(a_symmetric_relation_is_the_same_either_way_round) {
    Relation there = sample();
    there.symmetric = true;
    Relation back = there;
    std::swap(back.source, back.target);
    std::swap(back.source_actor, back.target_actor);
    BOOST_TEST((relation_id(there) == relation_id(back)));
    there.symmetric = back.symmetric = false;
    BOOST_TEST((relation_id(there) != relation_id(back)));
}

BOOST_AUTO_TEST_CASE(a_relation_without_a_code_has_the_nearest) {
    Relation relation = sample();
    BOOST_TEST(cameo_code(relation).text() == "050");
    BOOST_TEST(goldstein_score(relation) == 3.5);
    relation.cameo = cameo::Code::find("051");
    BOOST_TEST(cameo_code(relation).text() == "051");
    BOOST_TEST(goldstein_score(relation) == 3.4);
}

BOOST_AUTO_TEST_CASE(a_coded_row_is_the_same_in_another_file) {
    Relation row = sample();
    row.coding.dataset = "gdelt2";
    row.coding.row = "410000001";
    Relation elsewhere = row;
    elsewhere.evidence.statement = "gdelt2:20200403.export.CSV";
    elsewhere.evidence.sentence = 17;
    BOOST_TEST((relation_id(row) == relation_id(elsewhere)));
    elsewhere.coding.row = "410000002";
    BOOST_TEST((relation_id(row) != relation_id(elsewhere)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
