// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/base_form.hpp"
#include "ingest/text/detail/lemmatizer.hpp"
#include "ingest/text/detail/spelling.hpp"
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
    {"1980s", "NNS", "1980s"},        {"'60s", "NNS", "'60s"},          {"f-16s", "NNS", "f-16"},
};

// A lemmatiser of three rules that knows little: the network's are "keep", "lower" and "lower and strip one".
Lemmatizer small_lemmatizer() {
    std::istringstream words(
        "convene\tVERB\nfreeze\tVERB\tVBD=froze VBN=frozen\nIndia\tPROPN\nbaker\tNOUN\n"
        "Baker\tPROPN\nso\tADV\nJanuary\tPROPN\tNNP=Jan\nmouse\tNOUN\tNNS=mice\nchaos\tNOUN\n"
        "large\tADJ\nminister\tNOUN\nsurround\tVERB\n");
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
    {"froze", ud::Upos::verb, "VBD", "freeze"},
    {"Froze", ud::Upos::verb, "VBD", "freeze"},
    {"convened", ud::Upos::verb, "VBD", "convene"},
    {"expelled", ud::Upos::verb, "VBD", "expel"},
    {"INDIA", ud::Upos::propn, "NNP", "India"},
    {"india", ud::Upos::propn, "NNP", "India"},
    {"baker", ud::Upos::propn, "NNP", "baker"},
    {"NATO", ud::Upos::propn, "NNP", "NATO"},
    {"sooooo", ud::Upos::adv, "RB", "so"},
    {"#peace", ud::Upos::propn, "NNP", "#peace"},
    {"a@b.org", ud::Upos::x, "ADD", "a@b.org"},
    {"JAN", ud::Upos::propn, "NNP", "January"},
    {"mice", ud::Upos::noun, "NN", "mouse"},
    {"ministers", ud::Upos::noun, "NN", "minister"},
    {"larger", ud::Upos::adj, "JJR", "large"},
    {"alt.animals.cats", ud::Upos::noun, "NNS", "alt.animals.cats"},
    {"surounded", ud::Upos::verb, "VBN", "surround"},
    {"Surounded", ud::Upos::verb, "VBN", "suround"},
    {"mikister", ud::Upos::noun, "NN", "minister"},
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
    const auto knows = [](std::string_view form) { return form == "surround" || form == "minister"; };
    BOOST_TEST(small_lemmatizer().lemma(given, {&keep, 1}, knows) == each.lemma);
}

BOOST_AUTO_TEST_CASE(a_known_word_in_s_keeps_it) {
    const Choice strip_one{2, 1};
    const Choice keep{0, 0.5F};
    const std::vector<Choice> choices = {strip_one, keep};
    BOOST_TEST(small_lemmatizer().lemma(word("chaos", ud::Upos::noun, "NN", 0, "root"), choices,
                                        [](std::string_view) { return false; }) == "chaos");
}

BOOST_AUTO_TEST_CASE(a_word_in_small_letters_gets_no_capital) {
    std::istringstream words("so\tADV\n");
    const std::vector<std::string> rules = {"u0", "k0"};
    ModelWriter writer;
    writer.add_lines("lemmas", rules);
    train::write_lexicon(writer, train::make_lexicon({}, train::read_known_words(words, "w.tsv"), rules));
    const Lemmatizer lemmatizer(ModelFile::from_bytes(writer.bytes(), "m"));
    const std::vector<Choice> choices = {{0, 0.9F}, {1, 0.1F}};
    const auto knows = [](std::string_view) { return false; };
    BOOST_TEST(lemmatizer.lemma(word("hysteria", ud::Upos::noun, "NN", 0, "root"), choices, knows) ==
               "hysteria");
    BOOST_TEST(lemmatizer.lemma(word("belgian", ud::Upos::adj, "JJ", 0, "root"), choices, knows) ==
               "Belgian");
}

BOOST_AUTO_TEST_CASE(a_word_known_as_a_name_alone_or_as_common_alone_has_that_case) {
    const Lemmatizer lemmatizer = small_lemmatizer();
    BOOST_TEST(lemmatizer.known_case("India") == "India");
    BOOST_TEST(lemmatizer.known_case("Minister") == "minister");
    BOOST_TEST(lemmatizer.known_case("Baker") == ""); // both
    BOOST_TEST(lemmatizer.known_case("Xyz") == "");
}

struct Misspelt {
    const char* word;
    const char* meant;
};
std::ostream& operator<<(std::ostream& out, const Misspelt& word) { return out << word.word; }

const Misspelt misspelt[] = {
    {"feild", "field"}, {"suround", "surround"}, {"surroundd", "surround"}, {"surraund", "surround"},
    {"xield", ""}, // the first letter is taken to be right
    {"fiet", ""},  // fret or feet
};

BOOST_DATA_TEST_CASE(a_slip_is_led_back_to_the_word_meant, data::make(misspelt), each) {
    BOOST_TEST(corrected_spelling(each.word, [](std::string_view word) {
                   return word == "field" || word == "surround" || word == "fret" || word == "feet";
               }) == each.meant);
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

BOOST_AUTO_TEST_CASE(a_word_written_apart_has_one_lemma) {
    ud::Sentence sentence = sentence_of({word("Over", ud::Upos::noun, "NN", 3, "nsubj"),
                                         word("sight", ud::Upos::noun, "NN", 1, "goeswith"),
                                         word("failed", ud::Upos::verb, "VBD", 0, "root")});
    correct_by_tree(sentence);
    BOOST_TEST(sentence.words[0].lemma == "oversight");
    BOOST_TEST(sentence.words[1].lemma == "");
    BOOST_TEST((sentence.words[1].upos == ud::Upos::x));
}

BOOST_AUTO_TEST_CASE(the_later_part_of_a_name_is_no_plural) {
    ud::Sentence sentence = sentence_of({word("Roger", ud::Upos::propn, "NNP", 0, "root"),
                                         word("Waters", ud::Upos::propn, "NNPS", 1, "flat")});
    sentence.words[1].lemma = "Water";
    correct_by_tree(sentence);
    BOOST_TEST(sentence.words[1].lemma == "Waters");
    BOOST_TEST(sentence.words[1].xpos == "NNP");
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
