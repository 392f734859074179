// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/evaluation.hpp"

#include "graph/error.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

namespace {

using namespace entente;

std::vector<ud::Sentence> read(const std::string& text) {
    std::istringstream in(text);
    return ud::ConlluReader(in, "t").next()->sentences;
}

std::string word(int id, const std::string& form, const std::string& lemma, const std::string& upos, int head,
                 const std::string& relation) {
    return std::to_string(id) + '\t' + form + '\t' + lemma + '\t' + upos + "\t_\t_\t" + std::to_string(head) +
           '\t' + relation + "\t_\t_\n";
}

// Two sentences of 3 and 2 words: "He can not" and "go home".
const std::string gold = word(1, "He", "he", "PRON", 3, "nsubj") + "2-3\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n" +
                         word(2, "can", "can", "AUX", 3, "aux") + word(3, "not", "not", "PART", 0, "root") +
                         "\n" + word(1, "go", "go", "VERB", 0, "root") +
                         word(2, "home", "home", "ADV", 1, "advmod:x");
// One sentence of 4 words: "cannot" is not divided, "home" has another UPOS, lemma, and a relation that
// differs in its subtype only.
const std::string system_ =
    word(1, "He", "he", "PRON", 3, "nsubj") + word(2, "cannot", "can", "AUX", 3, "aux") +
    word(3, "go", "go", "VERB", 0, "root") + word(4, "home", "Home", "NOUN", 3, "advmod");

} // namespace

BOOST_AUTO_TEST_SUITE(evaluation_test)

BOOST_AUTO_TEST_CASE(scores_are_those_counted_by_hand) {
    const train::Evaluation e = train::evaluate(read(gold), read(system_));
    BOOST_TEST((e.tokens == train::Score{4, 4, 4}));
    BOOST_TEST((e.sentences == train::Score{2, 1, 0}));
    BOOST_TEST((e.words == train::Score{5, 4, 3}));  // He, go, home
    BOOST_TEST((e.upos == train::Score{5, 4, 2}));   // He, go
    BOOST_TEST((e.lemmas == train::Score{5, 4, 2})); // He, go
    BOOST_TEST(
        (e.uas == train::Score{5, 4, 2})); // go and home; He hangs on "not" in one, on "go" in the other
    BOOST_TEST((e.las == train::Score{5, 4, 2}));
    BOOST_TEST((e.las_by_relation.at("advmod") == train::Score{1, 1, 1}));
    BOOST_TEST((e.las_by_relation.at("aux") == train::Score{1, 1, 0}));
    BOOST_TEST((e.las_by_length[0] == train::Score{5, 5, 2}));
    BOOST_TEST(e.las.f1() == 4.0 / 9.0);
}

BOOST_AUTO_TEST_CASE(an_analysis_agrees_with_itself) {
    const train::Evaluation e = train::evaluate(read(gold), read(gold));
    BOOST_TEST((e.las == train::Score{5, 5, 5}));
    BOOST_TEST((e.sentences == train::Score{2, 2, 2}));
}

BOOST_AUTO_TEST_CASE(any_lemma_is_right_where_the_reference_has_none) {
    const train::Evaluation e = train::evaluate(read(word(1, "home", "_", "ADV", 0, "root")),
                                                read(word(1, "home", "home", "ADV", 0, "root")));
    BOOST_TEST((e.lemmas == train::Score{1, 1, 1}));
}

BOOST_AUTO_TEST_CASE(different_texts_are_not_compared) {
    BOOST_CHECK_THROW(train::evaluate(read(gold), read(word(1, "He", "he", "PRON", 0, "root"))), Error);
}

BOOST_AUTO_TEST_SUITE_END()
