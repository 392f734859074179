// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/reader.hpp"

#include "ingest/data_directory.hpp"
#include "ingest/text/parallel_reader.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

const entente::Reader& reader() {
    static const entente::Reader english = entente::Reader::load(entente::data_file("english.model"));
    return english;
}

const entente::ud::Word& word(const entente::ud::Sentence& sentence, std::string_view form) {
    for (const entente::ud::Word& candidate : sentence.words)
        if (candidate.form == form)
            return candidate;
    throw std::logic_error("no such word");
}

} // namespace

BOOST_AUTO_TEST_SUITE(reader_test)

BOOST_AUTO_TEST_CASE(a_plain_sentence_is_read_as_a_grammar_would) {
    const auto sentences = reader().read("China firmly supports Belgium. It doesn't accept sanctions.");
    BOOST_REQUIRE_EQUAL(sentences.size(), 2u);
    const auto& first = sentences[0];
    BOOST_TEST(word(first, "supports").deprel == "root");
    BOOST_TEST(word(first, "supports").lemma == "support");
    BOOST_TEST(word(first, "China").deprel == "nsubj");
    BOOST_TEST(word(first, "Belgium").deprel == "obj");
    BOOST_TEST((word(first, "Belgium").upos == entente::ud::Upos::propn));
    const auto& second = sentences[1];
    BOOST_REQUIRE_EQUAL(second.multiword_tokens.size(), 1u);
    BOOST_TEST(second.multiword_tokens[0].form == "doesn't");
    BOOST_TEST(word(second, "n't").lemma == "not");
}

BOOST_AUTO_TEST_CASE(a_heading_in_capitals_is_read_as_one_in_small_letters) {
    const auto sentences = reader().read("UNITED STATES AND JAPAN SIGN TRADE AGREEMENT\n");
    BOOST_REQUIRE_EQUAL(sentences.size(), 1u);
    BOOST_TEST(word(sentences[0], "SIGN").deprel == "root");
    BOOST_TEST(word(sentences[0], "SIGN").lemma == "sign");
    BOOST_TEST(word(sentences[0], "STATES").deprel == "nsubj");
    BOOST_TEST(word(sentences[0], "JAPAN").lemma == "Japan");
    BOOST_TEST(word(sentences[0], "AGREEMENT").deprel == "obj");
}

BOOST_AUTO_TEST_CASE(verbs_of_diplomacy_have_their_lemmas) {
    const auto sentences =
        reader().read("They expelled two envoys. They vetoed it. They froze the assets. They convened "
                      "a meeting. They withdrew troops. It was condemned.");
    for (const auto& [form, lemma] : {std::pair{"expelled", "expel"},
                                      {"vetoed", "veto"},
                                      {"froze", "freeze"},
                                      {"convened", "convene"},
                                      {"withdrew", "withdraw"},
                                      {"condemned", "condemn"}}) {
        for (const auto& sentence : sentences)
            for (const auto& each : sentence.words)
                if (each.form == form)
                    BOOST_TEST(each.lemma == lemma);
    }
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_no_sentences) { BOOST_TEST(reader().read("").empty()); }

BOOST_AUTO_TEST_CASE(spans_are_code_points_of_the_text) {
    const std::string text = "Café “Élysée” closed.";
    const auto sentences = reader().read(text);
    BOOST_REQUIRE_EQUAL(sentences.size(), 1u);
    BOOST_TEST((word(sentences[0], "Élysée").span == entente::Span{6, 12}));
    BOOST_TEST((sentences[0].span == entente::Span{0, 21}));
}

BOOST_AUTO_TEST_CASE(both_parts_of_a_hyphenated_pair_are_words) {
    const auto sentences = reader().read("China-Belgium relations grew.");
    BOOST_REQUIRE_EQUAL(sentences.size(), 1u);
    BOOST_TEST((word(sentences[0], "China").span == entente::Span{0, 5}));
    BOOST_TEST((word(sentences[0], "Belgium").span == entente::Span{6, 13}));
}

BOOST_AUTO_TEST_CASE(abbreviations_end_no_sentence) {
    const auto sentences = reader().read("The U.S. envoy met Amb. Li and Mr. Smith in Paris. They talked.");
    BOOST_TEST(sentences.size() == 2u);
    BOOST_TEST(word(sentences.at(0), "U.S.").span.begin == 4u);
}

BOOST_AUTO_TEST_CASE(a_blank_line_ends_a_sentence_and_a_wrapped_line_does_not) {
    const auto sentences = reader().read("Joint Statement\n\nThe two sides agreed to strengthen\n"
                                         "their cooperation in trade and to hold\nregular talks.\n");
    BOOST_REQUIRE_EQUAL(sentences.size(), 2u);
    BOOST_TEST(sentences[1].starts_paragraph);
    BOOST_TEST(sentences[0].words.size() == 2u);
}

BOOST_AUTO_TEST_CASE(any_bytes_give_trees) {
    using namespace std::string_view_literals; // the zeros are part of the text
    const auto sentences =
        reader().read("\xff\xfe\x00 a\x01\xe2\x82 Пример 例文 \xf0\x9f\x98\x80!\r\n\r\n\t.\0\0"sv);
    BOOST_TEST(!sentences.empty());
    for (const auto& sentence : sentences) {
        std::size_t roots = 0;
        for (const auto& each : sentence.words) {
            roots += each.head == 0;
            BOOST_TEST(each.head <= sentence.words.size());
        }
        BOOST_TEST(roots == 1u);
    }
}

BOOST_AUTO_TEST_CASE(a_text_without_a_full_stop_is_cut_into_bounded_sentences) {
    std::string text;
    for (int i = 0; i < 2500; ++i)
        text += "and peace ";
    for (const auto& sentence : reader().read(text))
        BOOST_TEST(sentence.words.size() <= 450u);
}

BOOST_AUTO_TEST_CASE(a_given_sentence_of_many_words_gets_one_tree) {
    entente::ud::Sentence sentence;
    for (int i = 0; i < 5000; ++i)
        sentence.words.emplace_back().form = i % 2 == 0 ? "and" : "peace";
    reader().analyse(sentence);
    std::size_t roots = 0;
    for (const auto& each : sentence.words) {
        roots += each.head == 0;
        BOOST_TEST((each.head == 0) == (each.deprel == "root"));
    }
    BOOST_TEST(roots == 1u);
}

BOOST_AUTO_TEST_CASE(the_number_of_threads_changes_nothing) {
    const auto read_with = [](unsigned threads) {
        std::vector<std::pair<std::string, std::vector<entente::ud::Sentence>>> all;
        entente::ParallelReader parallel(
            reader(), threads,
            [&](entente::Statement&& statement, std::vector<entente::ud::Sentence>&& sentences) {
                all.emplace_back(statement.id, std::move(sentences));
            });
        for (int i = 0; i < 20; ++i) {
            entente::Statement statement;
            statement.id = std::to_string(i);
            statement.text = "Statement " + statement.id + ". The two leaders met and agreed to cooperate.";
            parallel.add(std::move(statement));
        }
        parallel.finish();
        return all;
    };
    const auto alone = read_with(1);
    BOOST_REQUIRE_EQUAL(alone.size(), 20u);
    BOOST_TEST(alone[7].first == "7");
    BOOST_TEST((alone == read_with(4)));
}

BOOST_AUTO_TEST_SUITE_END()
