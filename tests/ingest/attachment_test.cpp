// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/attachment.hpp"

#include "tests/ingest/sentence.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <sstream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

const coding::FrameLexicon& lexicon() {
    static const coding::FrameLexicon made = [] {
        coding::FrameLexicon frames;
        std::istringstream in("commitment\tN\tSUPPORT\t-\t051\t-\t-\t-\tintend\t-\tis committed to\n"
                              "agree\tV\tAGREE\t-\t030\t-\twith\t-\tintend\t-\tagrees with\n");
        frames.add(in, "frames.tsv");
        return frames;
    }();
    return made;
}

struct Case {
    const char* words;
    /// "word>head/relation" of what has moved; empty for nothing.
    const char* moved;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.words; }

BOOST_AUTO_TEST_SUITE(attachment)

const Case cases[] = {
    // Norway reaffirmed its commitment to defend Latvia
    {"Norway/Norway/PROPN/2/nsubj reaffirmed/reaffirm/VERB/0/root its/its/PRON/4/nmod:poss "
     "commitment/commitment/NOUN/2/obj to/to/PART/6/mark defend/defend/VERB/2/advcl/VerbForm=Inf "
     "Latvia/Latvia/PROPN/6/obj",
     "defend>commitment/acl"},
    // Norway agreed on a commitment to defend Latvia: the verb takes an infinitive itself
    {"Norway/Norway/PROPN/2/nsubj agreed/agree/VERB/0/root its/its/PRON/4/nmod:poss "
     "commitment/commitment/NOUN/2/obj to/to/PART/6/mark defend/defend/VERB/2/advcl/VerbForm=Inf "
     "Latvia/Latvia/PROPN/6/obj",
     ""},
    // Russia 's unprovoked war
    {"Russia/Russia/PROPN/3/nmod:poss 's/'s/PART/1/case unprovoked/unprovoked/ADJ/4/amod war/war/NOUN/0/root",
     "Russia>war/nmod:poss"},
    // youths threw stones , officials said
    {"youths/youth/NOUN/6/nsubj threw/throw/VERB/6/ccomp/VerbForm=Fin stones/stone/NOUN/2/obj "
     ",/,/PUNCT/2/punct "
     "officials/official/NOUN/6/nsubj said/say/VERB/0/root",
     "youths>threw/nsubj"},
    // grateful for supplies China has provided
    {"grateful/grateful/ADJ/0/root for/for/ADP/3/case supplies/supply/NOUN/1/obl China/China/PROPN/6/nsubj "
     "has/have/AUX/6/aux provided/provide/VERB/1/advcl/VerbForm=Part",
     "provided>supplies/acl:relcl"},
    // they agreed to maintain contacts and have meetings
    {"they/they/PRON/2/nsubj agreed/agree/VERB/0/root to/to/PART/4/mark "
     "maintain/maintain/VERB/2/xcomp/VerbForm=Inf "
     "contacts/contact/NOUN/4/obj and/and/CCONJ/7/cc have/have/VERB/2/conj/VerbForm=Inf "
     "meetings/meeting/NOUN/7/obj",
     "have>maintain/conj"},
    // agents abused migrants , monitors charged: the past tense read as a participle
    {"agents/agent/NOUN/6/nsubj abused/abuse/VERB/1/acl/Tense=Past|VerbForm=Part migrants/migrant/NOUN/2/obj "
     ",/,/PUNCT/2/punct monitors/monitor/NOUN/6/nsubj charged/charge/VERB/0/root",
     "agents>abused/nsubj abused>charged/ccomp"},
    // supplies that China has delivered: the auxiliary read as the verb
    {"supplies/supply/NOUN/0/root that/that/PRON/4/obj China/China/PROPN/4/nsubj has/have/VERB/1/acl:relcl "
     "delivered/deliver/VERB/4/xcomp/Tense=Past|VerbForm=Part",
     "that>delivered/obj China>delivered/nsubj has>delivered/aux delivered>supplies/acl:relcl"},
    // the same, and the participle tagged as past tense
    {"supplies/supply/NOUN/0/root that/that/PRON/4/obj China/China/PROPN/4/nsubj has/have/VERB/1/acl:relcl "
     "delivered/deliver/VERB/4/xcomp/Tense=Past|VerbForm=Fin",
     "that>delivered/obj China>delivered/nsubj has>delivered/aux delivered>supplies/acl:relcl"},
    // ministers have differences settled: a verb with a subject of its own
    {"ministers/minister/NOUN/2/nsubj have/have/VERB/0/root differences/difference/NOUN/4/nsubj "
     "settled/settle/VERB/2/xcomp/Tense=Past|VerbForm=Part",
     ""},
};
BOOST_DATA_TEST_CASE(words_find_their_heads, data::make(cases), row) {
    const ud::Sentence sentence = testing::sentence(row.words);
    const auto changed = coding::reattached(sentence, lexicon());
    std::string moved;
    for (std::size_t at = 0; changed && at < sentence.words.size(); ++at) {
        const ud::Word& word = changed->words[at];
        if (word.head == sentence.words[at].head && word.deprel == sentence.words[at].deprel)
            continue;
        moved += (moved.empty() ? "" : " ") + word.form + '>' +
                 (word.head == 0 ? "root" : changed->words[word.head - 1].form) + '/' + word.deprel;
    }
    BOOST_TEST(moved == row.moved);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
