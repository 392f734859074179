// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/reader.hpp"

#include "ingest/data_directory.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

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

BOOST_AUTO_TEST_CASE(an_empty_text_has_no_sentences) { BOOST_TEST(reader().read("").empty()); }

BOOST_AUTO_TEST_SUITE_END()
