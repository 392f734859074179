// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/conllu.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <sstream>

namespace data = boost::unit_test::data;

namespace {

using namespace entente;

std::vector<ud::Document> read(const std::string& text, ud::BadSentenceHandler on_bad = {}) {
    std::istringstream in(text);
    ud::ConlluReader reader(in, "t.conllu", std::move(on_bad));
    std::vector<ud::Document> documents;
    while (auto document = reader.next())
        documents.push_back(std::move(*document));
    return documents;
}

std::string line(const std::string& id, const std::string& form, const std::string& head) {
    return id + '\t' + form + "\t_\tNOUN\t_\t_\t" + head + "\tdep\t_\t_\n";
}

constexpr const char* contraction = "# newdoc id = d\n# newpar\n# sent_id = d-1\n# text = We don't.\n"
                                    "1\tWe\twe\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\tTokenRange=0:2\n"
                                    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=3:8\n"
                                    "2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\tTokenRange=3:5\n"
                                    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\tTokenRange=5:8\n"
                                    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tTokenRange=8:9\n\n";

struct Bad {
    std::string text;
    std::string message;
};
std::ostream& operator<<(std::ostream& out, const Bad& bad) { return out << bad.message; }

const Bad bad_sentences[] = {
    {"1\tYes\n", "t.conllu:1: expected 10 columns, found 2"},
    {line("2", "Yes", "0"), "t.conllu:1:1: expected the ID 1, found \"2\""},
    {line("1", "Yes", "0") + line("2", "no", "5"),
     "t.conllu:2:17: expected a head between 0 and 2, found \"5\""},
    {line("1", "Yes", "x"), "t.conllu:1:18: expected a head, found \"x\""},
    {line("1", "Yes", "0") + line("2", "no", "0"),
     "t.conllu:2:17: expected one root in the sentence, found \"0\""},
    {line("1", "a", "0") + line("2", "b", "3") + line("3", "c", "2"),
     "t.conllu:2:16: expected a head that leads to the root, not round a cycle, found \"3\""},
    {"1\tYes\t_\tWORD\t_\t_\t0\troot\t_\t_\n",
     "t.conllu:1:9: expected a universal part of speech, found \"WORD\""},
    {"1-2\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n" + line("1", "Yes", "0"),
     "t.conllu:2: expected the word 2 of the token \"Yes\""},
    {"1.1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n", "t.conllu:1: expected a word, found empty nodes only"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(conllu_test)

BOOST_DATA_TEST_CASE(a_bad_sentence_is_named_and_the_rest_kept, data::make(bad_sentences), bad) {
    std::vector<std::string> messages;
    const auto documents = read(bad.text + "\n" + line("1", "kept", "0"),
                                [&](const InputError& error) { messages.emplace_back(error.what()); });
    BOOST_REQUIRE_EQUAL(messages.size(), 1u);
    BOOST_TEST(messages.front() == bad.message);
    BOOST_REQUIRE_EQUAL(documents.size(), 1u);
    BOOST_TEST(documents[0].sentences.size() == 1u);
}

BOOST_AUTO_TEST_CASE(without_a_handler_the_first_bad_sentence_is_thrown) {
    BOOST_CHECK_THROW(read("1\tYes\n"), InputError);
}

BOOST_AUTO_TEST_CASE(what_is_written_reads_back_and_writes_the_same_bytes) {
    const auto documents = read(contraction);
    BOOST_REQUIRE_EQUAL(documents.size(), 1u);
    BOOST_TEST(documents[0].text == "We don't.");
    std::ostringstream out;
    ud::write_conllu(out, documents[0]);
    BOOST_TEST(out.str() == contraction);
}

// Found by the fuzzer: a head without a relation was left out, and the sentence had two roots when read
// again.
BOOST_AUTO_TEST_CASE(heads_without_relations_and_relations_without_heads_stay) {
    const std::string without_relation =
        "1\tYes\t_\t_\t_\t_\t0\troot\t_\t_\n2\tSir\t_\t_\t_\t_\t1\t_\t_\t_\n";
    const std::string without_head = "1\tYes\t_\t_\t_\t_\t_\troot\t_\t_\n2\tSir\t_\t_\t_\t_\t_\tdep\t_\t_\n";
    for (const std::string& text : {without_relation, without_head}) {
        std::ostringstream out;
        ud::write_conllu(out, read(text).at(0));
        const ud::Sentence again = read(out.str()).at(0).sentences.at(0);
        const ud::Sentence before = read(text).at(0).sentences.at(0);
        for (std::size_t i = 0; i < 2; ++i) {
            BOOST_TEST(again.words.at(i).head == before.words.at(i).head);
            BOOST_TEST(again.words.at(i).deprel == before.words.at(i).deprel);
        }
    }
}

BOOST_AUTO_TEST_CASE(words_of_a_token_divide_its_range) {
    const auto documents = read(contraction);
    const auto& words = documents.at(0).sentences.at(0).words;
    BOOST_TEST((words[1].span == Span{3, 5}));
    BOOST_TEST((words[2].span == Span{5, 8}));
    BOOST_TEST(!words[2].space_after);
}

BOOST_AUTO_TEST_CASE(a_text_without_offsets_is_put_together_from_its_words) {
    const auto documents =
        read(line("1", "One", "0") + "\n# newpar\n" + line("1", "Two", "0") + "\n" + line("1", "Three", "0"));
    BOOST_TEST(documents.at(0).text == "One\n\nTwo Three");
    BOOST_TEST((documents[0].sentences[2].span == Span{9, 14}));
}

BOOST_AUTO_TEST_CASE(each_newdoc_begins_a_document) {
    const auto documents =
        read("# newdoc id = a\n" + line("1", "x", "0") + "\n# newdoc id = b\n" + line("1", "y", "0"));
    BOOST_REQUIRE_EQUAL(documents.size(), 2u);
    BOOST_TEST(documents[1].id == "b");
}

BOOST_AUTO_TEST_CASE(words_without_heads_are_let_through) {
    const auto documents = read("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n2\tb\t_\t_\t_\t_\t_\t_\t_\t_\n");
    BOOST_TEST(documents.at(0).sentences.at(0).words.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
