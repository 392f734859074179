// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/score.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace entente;

namespace {

const std::string folder = std::string(ENTENTE_TEST_DATA) + "/scoring/";

Gold sample_gold() {
    Gold gold;
    read_gold(folder + "gold", gold);
    read_gold(folder + "sentences.jsonl", gold);
    return gold;
}

Predictions sample_predictions() {
    std::ifstream in(folder + "predictions.ndjson");
    return read_predictions(in, "predictions.ndjson");
}

Relation relation(std::string_view source, plover::EventType type, std::string_view target, Span span,
                  bool symmetric = false) {
    Relation relation;
    relation.source = PartyCode::parse(source).value();
    relation.target = PartyCode::parse(target).value();
    relation.type = type;
    relation.symmetric = symmetric;
    relation.evidence.span = span;
    return relation;
}

Score score_one(std::vector<Relation> gold, std::vector<Relation> predicted) {
    AnnotatedStatement annotated;
    annotated.statement.id = "a";
    annotated.relations = std::move(gold);
    return score({{annotated}, {}}, {{"a", std::move(predicted)}});
}

using enum plover::EventType;

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(entente::Tally)
BOOST_TEST_DONT_PRINT_LOG_VALUE(entente::SentenceScore)

BOOST_AUTO_TEST_SUITE(scoring)

// The figures of the fixture were counted by hand.
BOOST_AUTO_TEST_CASE(relations_match_on_parties_type_and_evidence) {
    const Score result = score(sample_gold(), sample_predictions());
    BOOST_TEST(result.relations == (Tally{4, 4, 2}));
    BOOST_TEST(result.right_modality == 1u);
    BOOST_TEST(precision(result.relations) == 0.5);
    BOOST_TEST(recall(result.relations) == 0.5);
    BOOST_TEST(f1(result.relations) == 0.5);
}

BOOST_AUTO_TEST_CASE(sets_ask_not_where_a_relation_was_said) {
    const Score result = score(sample_gold(), sample_predictions());
    BOOST_TEST(result.relation_sets == (Tally{4, 4, 3}));
    BOOST_TEST(result.pairs == (Tally{3, 2, 2}));
}

BOOST_AUTO_TEST_CASE(contexts_are_compared_where_relations_match) {
    BOOST_TEST(score(sample_gold(), sample_predictions()).contexts == (Tally{2, 3, 2}));
}

BOOST_AUTO_TEST_CASE(a_relation_counts_for_its_type_and_for_both_parties) {
    const Score result = score(sample_gold(), sample_predictions());
    BOOST_TEST(result.by_type[static_cast<std::size_t>(support)] == (Tally{1, 1, 0}));
    BOOST_TEST(result.by_type[static_cast<std::size_t>(assault)] == (Tally{1, 1, 1}));
    BOOST_TEST(result.by_party.at(*PartyCode::parse("FRA")) == (Tally{2, 2, 1}));
    BOOST_TEST(result.by_party.at(*PartyCode::parse("UKR")) == (Tally{1, 2, 1}));
    BOOST_TEST(result.by_party.at(*PartyCode::parse("KEN")) == (Tally{1, 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_coded_sentence_asks_for_its_type_and_one_of_its_sources) {
    const SentenceScore expected{
        .sentences = 3, .predicted = 3, .coded = 2, .right_type = 2, .right_type_and_source = 2};
    BOOST_TEST(score(sample_gold(), sample_predictions()).sentences == expected);
}

BOOST_AUTO_TEST_CASE(nothing_predicted_scores_nothing) {
    const Score result = score(sample_gold(), {});
    BOOST_TEST(result.relations == (Tally{4, 0, 0}));
    BOOST_TEST(precision(result.relations) == 0.0);
    BOOST_TEST(f1(result.relations) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_symmetric_relation_matches_either_way_round) {
    const Score result = score_one({relation("FRA", consult, "DEU", {0, 9}, true)},
                                   {relation("DEU", consult, "FRA", {0, 9}, false)});
    BOOST_TEST(result.relations == (Tally{1, 1, 1}));
    BOOST_TEST(result.relation_sets == (Tally{1, 1, 1}));
}

BOOST_AUTO_TEST_CASE(a_directed_relation_matches_one_way) {
    const Score result =
        score_one({relation("FRA", support, "DEU", {0, 9})}, {relation("DEU", support, "FRA", {0, 9})});
    BOOST_TEST(result.relations == (Tally{1, 1, 0}));
    BOOST_TEST(result.relation_sets == (Tally{1, 1, 0}));
    BOOST_TEST(result.pairs == (Tally{1, 1, 1}));
}

BOOST_AUTO_TEST_CASE(an_annotation_is_matched_once) {
    const Score result =
        score_one({relation("FRA", support, "DEU", {0, 9})},
                  {relation("FRA", support, "DEU", {0, 9}), relation("FRA", support, "DEU", {2, 5})});
    BOOST_TEST(result.relations == (Tally{1, 2, 1}));
    BOOST_TEST(result.relation_sets == (Tally{1, 1, 1}));
}

BOOST_AUTO_TEST_CASE(the_longest_common_evidence_decides) {
    Relation near = relation("FRA", support, "DEU", {0, 9});
    near.modality = Modality::negated;
    Relation wide = relation("FRA", support, "DEU", {0, 20});
    const Score result = score_one(
        {near, wide}, {relation("FRA", support, "DEU", {5, 30}), relation("FRA", support, "DEU", {0, 6})});
    BOOST_TEST(result.relations == (Tally{2, 2, 2}));
    BOOST_TEST(result.right_modality == 1u);
}

BOOST_AUTO_TEST_CASE(misses_come_with_the_text_of_their_evidence) {
    const std::vector<Miss> misses = find_misses(sample_gold(), sample_predictions());
    BOOST_REQUIRE_EQUAL(misses.size(), 4u);
    BOOST_TEST(misses[0].statement == "alpha");
    BOOST_TEST(bool(misses[0].kind == Miss::Kind::missed));
    BOOST_TEST(misses[0].text == "France thanked Germany for masks");
    BOOST_TEST(bool(misses[1].kind == Miss::Kind::invented));
    BOOST_TEST(misses[1].text == "Russia attacked Ukraine.");
    BOOST_TEST(misses[3].statement == "beta");
    BOOST_TEST(misses[3].text == "Japan will help Kenya");
}

BOOST_AUTO_TEST_SUITE_END()
