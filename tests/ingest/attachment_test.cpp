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
    // at the invitation of Smith , Jones travelled: the name in front is the subject
    {"at/at/ADP/2/case invitation/invitation/NOUN/7/obl of/of/ADP/4/case Smith/Smith/PROPN/2/nmod "
     ",/,/PUNCT/7/punct "
     "Jones/Jones/PROPN/4/appos travelled/travel/VERB/0/root/Tense=Past|VerbForm=Fin",
     "Jones>travelled/nsubj"},
    // praised Canada and Poland expelled envoys: behind "and" stands the subject of the next verb
    {"praised/praise/VERB/0/root/VerbForm=Fin Canada/Canada/PROPN/1/obj and/and/CCONJ/4/cc "
     "Poland/Poland/PROPN/2/conj expelled/expel/VERB/1/conj/Tense=Past|VerbForm=Fin envoys/envoy/NOUN/5/obj",
     "Poland>expelled/nsubj"},
    // grateful for supplies China has provided: the noun behind the preposition is no subject
    {"grateful/grateful/ADJ/0/root for/for/ADP/3/case supplies/supply/NOUN/6/nsubj China/China/PROPN/6/nsubj "
     "has/have/AUX/6/aux provided/provide/VERB/1/advcl/VerbForm=Part",
     "supplies>grateful/obl provided>supplies/acl:relcl"},
    // States on Monday reimposed sanctions: a participle between subject and noun is the verb
    {"States/State/PROPN/5/nsubj on/on/ADP/3/case Monday/Monday/PROPN/5/nmod "
     "reimposed/reimpose/VERB/5/amod/Tense=Past|VerbForm=Part sanctions/sanction/NOUN/0/root",
     "States>reimposed/nsubj Monday>reimposed/obl reimposed>root/root sanctions>reimposed/obj"},
    // Armenia calls on states to act: the present read with a name as compound
    {"Armenia/Armenia/PROPN/2/compound calls/call/VERB/0/root/VerbForm=Fin on/on/ADP/4/case "
     "states/state/NOUN/2/nmod",
     "Armenia>calls/nsubj states>calls/obl"},
    // States , Japan and Chad condemned: two subjects are one list
    {"States/State/PROPN/6/nsubj ,/,/PUNCT/3/punct Japan/Japan/PROPN/6/nsubj and/and/CCONJ/5/cc "
     "Chad/Chad/PROPN/3/conj condemned/condemn/VERB/0/root",
     "Japan>States/conj Chad>States/conj"},
    // handed over 2,000 doses: the particle belongs to the verb
    {"handed/hand/VERB/0/root over/over/ADV/3/advmod 2,000/2,000/NUM/4/nummod doses/dose/NOUN/1/obj",
     "over>handed/compound:prt"},
    // Japan and Chad 's pact: two owners
    {"welcomed/welcome/VERB/0/root Japan/Japan/PROPN/1/obj and/and/CCONJ/6/cc Chad/Chad/PROPN/6/nmod:poss "
     "'s/'s/PART/4/case pact/pact/NOUN/2/conj",
     "Japan>pact/nmod:poss and>Chad/cc Chad>Japan/conj pact>welcomed/obj"},
    // with Armen Grigoryan: one name
    {"spoke/speak/VERB/0/root with/with/ADP/3/case Armen/Armen/PROPN/1/obl Grigoryan/Grigoryan/PROPN/1/obl",
     "Grigoryan>Armen/flat"},
    // Together with Japan , they help: who goes with the subject
    {"together/together/ADV/5/advmod with/with/ADP/3/case Japan/Japan/PROPN/5/obl they/they/PRON/5/nsubj "
     "help/help/VERB/0/root",
     "Japan>they/conj"},
    // generosity in hosting: the quality's owner hosts
    {"praised/praise/VERB/0/root Peru/Peru/PROPN/3/nmod:poss generosity/generosity/NOUN/1/obj "
     "in/in/SCONJ/5/mark "
     "hosting/host/VERB/1/advcl refugees/refugee/NOUN/5/obj",
     "hosting>generosity/acl"},
    // agreed to hold talks and expressed concern: a past tense goes on the finite verb
    {"they/they/PRON/2/nsubj agreed/agree/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "hold/hold/VERB/2/xcomp/VerbForm=Inf talks/talk/NOUN/4/obj and/and/CCONJ/7/cc "
     "expressed/express/VERB/4/conj/Tense=Past|VerbForm=Fin concern/concern/NOUN/7/obj",
     "expressed>agreed/conj"},
    // with Minister A of Peru and Minister B of Chad: a person goes on a person
    {"spoke/speak/VERB/0/root with/with/ADP/4/case Minister/Minister/PROPN/4/nmod:desc A/A/PROPN/1/obl "
     "of/of/ADP/6/case Peru/Peru/PROPN/4/nmod and/and/CCONJ/9/cc Minister/Minister/PROPN/9/nmod:desc "
     "B/B/PROPN/6/conj of/of/ADP/11/case Chad/Chad/PROPN/9/nmod",
     "B>A/conj"},
    // praised a Geneva based company: what the company is, not what Geneva does
    {"praised/praise/VERB/0/root/VerbForm=Fin Geneva/Geneva/PROPN/4/compound "
     "based/base/VERB/4/amod/VerbForm=Part company/company/NOUN/1/obj",
     ""},
    // Moscow vetoed resolution: a verb read as a preposition
    {"Moscow/Moscow/PROPN/0/root vetoed/veto/VERB/3/case/VerbForm=Fin resolution/resolution/NOUN/1/appos",
     "Moscow>vetoed/nsubj vetoed>root/root resolution>vetoed/obj"},
    // the importance of the Quad – Japan and India: names behind a dash are the noun's
    {"importance/importance/NOUN/0/root of/of/ADP/3/case Quad/Quad/PROPN/1/nmod –/–/PUNCT/5/punct "
     "Japan/Japan/PROPN/1/nmod and/and/CCONJ/7/cc India/India/PROPN/5/conj",
     "Japan>Quad/appos"},
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
