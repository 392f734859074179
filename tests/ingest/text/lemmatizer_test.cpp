// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/base_form.hpp"
#include "ingest/text/detail/lemmatizer.hpp"
#include "ingest/text/detail/tagger.hpp"
#include "ingest/train/lexicon.hpp"

#include "graph/error.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <sstream>

namespace data = boost::unit_test::data;
using namespace entente;
using namespace entente::ud::detail;

namespace {

struct Inflected {
    const char* form;
    const char* tag;
    const char* base;
};
std::ostream& operator<<(std::ostream& out, const Inflected& word) { return out << word.form; }

const Inflected inflected[] = {
    {"expelled", "VBD", "expel"},     {"killed", "VBD", "kill"},        {"passed", "VBN", "pass"},
    {"stopping", "VBG", "stop"},      {"announced", "VBD", "announce"}, {"invaded", "VBD", "invade"},
    {"agreed", "VBD", "agree"},       {"vetoed", "VBD", "veto"},        {"convened", "VBD", "conven"},
    {"visited", "VBN", "visit"},      {"explained", "VBD", "explain"},  {"ratified", "VBN", "ratify"},
    {"vetoes", "VBZ", "veto"},        {"crosses", "VBZ", "cross"},      {"tries", "VBZ", "try"},
    {"dies", "VBZ", "die"},           {"forces", "NNS", "force"},       {"horsemen", "NNS", "horseman"},
    {"embassies", "NNS", "embassy"},  {"taxes", "NNS", "tax"},          {"DM's", "NNS", nullptr},
    {"fled", "VBD", nullptr},         {"status", "NNS", nullptr},       {"report.docs", "NNS", nullptr},
    {"accusing", "VBG", "accuse"},    {"attacking", "VBG", "attack"},   {"bring", "VBG", nullptr},
    {"condemning", "VBG", "condemn"}, {"urged", "VBD", "urge"},         {"settled", "VBN", "settle"},
};

// A lemmatiser of three rules that knows little: the network's are "keep", "lower" and "lower and strip one".
Lemmatizer small_lemmatizer() {
    std::istringstream words("convene\tVERB\nfreeze\tVERB\tVBD=froze VBN=frozen\nIndia\tPROPN\nbaker\tNOUN\n"
                             "Baker\tPROPN\nso\tADV\n");
    const std::vector<std::string> rules = {"k0", "l0", "l1"};
    ModelWriter writer;
    writer.add_lines("lemmas", rules);
    train::write_lexicon(writer, train::make_lexicon({}, train::read_known_words(words, "w.tsv"), rules));
    return Lemmatizer(ModelFile::from_bytes(writer.bytes(), "m"));
}

struct Chosen {
    const char* form;
    ud::Upos upos;
    const char* xpos;
    const char* lemma;
};
std::ostream& operator<<(std::ostream& out, const Chosen& word) { return out << word.form; }

const Chosen chosen[] = {
    {"froze", ud::Upos::verb, "VBD", "freeze"},     {"Froze", ud::Upos::verb, "VBD", "freeze"},
    {"convened", ud::Upos::verb, "VBD", "convene"}, {"expelled", ud::Upos::verb, "VBD", "expel"},
    {"INDIA", ud::Upos::propn, "NNP", "India"},     {"india", ud::Upos::propn, "NNP", "India"},
    {"baker", ud::Upos::propn, "NNP", "baker"},     {"NATO", ud::Upos::propn, "NNP", "NATO"},
    {"sooooo", ud::Upos::adv, "RB", "so"},          {"#peace", ud::Upos::propn, "NNP", "#peace"},
    {"a@b.org", ud::Upos::x, "ADD", "a@b.org"},
};

ud::Sentence sentence_of(const std::vector<ud::Word>& words) {
    ud::Sentence sentence;
    sentence.words = words;
    return sentence;
}

ud::Word word(const char* form, ud::Upos upos, const char* xpos, std::uint32_t head, const char* deprel) {
    ud::Word word;
    word.form = form;
    word.upos = upos;
    word.xpos = xpos;
    word.head = head;
    word.deprel = deprel;
    return word;
}

} // namespace

BOOST_AUTO_TEST_SUITE(lemmatizer_test)

BOOST_DATA_TEST_CASE(a_regular_form_is_led_back_to_its_base, data::make(inflected), each) {
    const auto bases = base_forms(each.form, each.tag);
    if (each.base == nullptr)
        BOOST_TEST(bases.empty());
    else
        BOOST_TEST(bases.at(0) == each.base);
}

BOOST_DATA_TEST_CASE(the_lemma_is_that_of_a_known_word_first, data::make(chosen), each) {
    const Choice keep{0, 1};
    const ud::Word given = word(each.form, each.upos, each.xpos, 0, "root");
    BOOST_TEST(small_lemmatizer().lemma(given, {&keep, 1}, [](std::string_view) { return false; }) ==
               each.lemma);
}

BOOST_AUTO_TEST_CASE(a_bad_line_of_known_words_is_named) {
    const auto message_of = [](const char* text) -> std::string {
        std::istringstream in(text);
        try {
            train::read_known_words(in, "w.tsv");
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    };
    BOOST_TEST(message_of("# note\nbe\n") == "w.tsv:2: expected a lemma, a part of speech and perhaps forms");
    BOOST_TEST(message_of("be\tWORD\n") == "w.tsv:1: expected a lemma, a part of speech and perhaps forms");
    BOOST_TEST(message_of("be\tVERB\twas\n") == "w.tsv:1: expected TAG=FORM, found \"was\"");
}

BOOST_AUTO_TEST_CASE(a_gerund_that_is_an_object_is_a_noun) {
    ud::Sentence sentence = sentence_of({word("They", ud::Upos::pron, "PRP", 2, "nsubj"),
                                         word("stopped", ud::Upos::verb, "VBD", 0, "root"),
                                         word("Trading", ud::Upos::verb, "VBG", 2, "obj"),
                                         word("hoping", ud::Upos::verb, "VBG", 2, "advcl")});
    correct_by_tree(sentence);
    BOOST_TEST((sentence.words[2].upos == ud::Upos::noun));
    BOOST_TEST(sentence.words[2].xpos == "NN");
    BOOST_TEST(sentence.words[2].lemma == "trading");
    BOOST_TEST((sentence.words[3].upos == ud::Upos::verb));
}

BOOST_AUTO_TEST_CASE(a_clitic_before_a_participle_is_have) {
    ud::Sentence sentence = sentence_of(
        {word("He", ud::Upos::pron, "PRP", 4, "nsubj"), word("'s", ud::Upos::aux, "VBZ", 4, "aux"),
         word("always", ud::Upos::adv, "RB", 4, "advmod"),
         word("supported", ud::Upos::verb, "VBN", 0, "root"), word("'s", ud::Upos::aux, "VBZ", 6, "aux"),
         word("leaving", ud::Upos::verb, "VBG", 4, "conj")});
    correct_by_tree(sentence);
    BOOST_TEST(sentence.words[1].lemma == "have");
    BOOST_TEST(sentence.words[4].lemma == "be");
}

BOOST_AUTO_TEST_SUITE_END()
