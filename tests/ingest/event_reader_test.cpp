// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/event_reader.hpp"

#include "tests/ingest/sentence.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <sstream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

constexpr const char* lexicon_text =
    "support\tV\tSUPPORT\t-\t051\t-\t-\t-\t-\t-\tsupports\n"
    "condemn\tV\tACCUSE\t-\t111\t-\t-\t-\t-\t-\tcondemns\n"
    "attack\tN\tASSAULT\t-\t190\t-\ton|against\t-\t-\t-\tattacks\n"
    "meet\tV\tCONSULT\tvisit\t046\t-\tobj|with\t-\t-\tsym\tmeets\n"
    "help\tV\tAID\t-\t070\t-\t-\t-\t-\t-\thelps\n"
    "ready\tA\tAGREE\t-\t030\t-\t-\t-\tintend\t-\tis ready to\n"
    "call on\tV\tREQUEST\t-\t100\t-\tobj\t-\trequest\t-\tcalls on\n"
    "say\tV\t-\t-\t010\t-\t-\t-\tsay\t-\tsays\n"
    "express\tV\t-\t-\t010\t-\t-\t-\tlight\t-\texpresses\n"
    "sympathy\tN\tSUPPORT\t-\t051\t-\tto|with\t-\t-\t-\texpresses sympathy to\n";

coding::FrameLexicon small_lexicon() {
    coding::FrameLexicon lexicon;
    std::istringstream in(lexicon_text);
    lexicon.add(in, "frames.tsv");
    return lexicon;
}

/// Upper-case words of three letters in the test sentences are parties by themselves.
actors::SentenceParties parties_of(const ud::Tree& tree) {
    actors::SentenceParties parties(tree.size());
    for (ud::At at = 0; at < tree.size(); ++at)
        if (const auto code = parse_party_code(tree.word(at).form))
            parties.set(at, {{*code, {}, actors::Rule::name}});
    return parties;
}

std::string codes(const std::vector<actors::Referent>& parties) {
    std::string text;
    for (const auto& party : parties)
        text += (text.empty() ? "" : "+") + party.code.text();
    return text;
}

std::string events_in(const char* text, const coding::Stage& stage = {}) {
    const ud::Sentence sentence = testing::sentence(text);
    const ud::Tree tree(sentence);
    const auto parties = parties_of(tree);
    const auto lexicon = small_lexicon();
    std::string shown;
    for (const coding::Event& event : coding::read_events(lexicon, tree, parties, stage).events) {
        shown += shown.empty() ? "" : "; ";
        shown += codes(event.sources) + ' ' + std::string(plover::to_string(event.type)) + ' ' +
                 codes(event.targets) + ' ' + std::string(to_string(event.modality));
        if (event.said_by)
            shown += " said by " + event.said_by->text();
    }
    return shown;
}

struct Case {
    const char* words;
    const char* events;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.words; }

BOOST_AUTO_TEST_SUITE(event_reader)

const Case cases[] = {
    // CHN supports BEL
    {"CHN/CHN/PROPN/2/nsubj supports/support/VERB/0/root/VerbForm=Fin BEL/BEL/PROPN/2/obj",
     "CHN SUPPORT BEL asserted"},
    // BEL is supported by CHN
    {"BEL/BEL/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass supported/support/VERB/0/root/VerbForm=Part "
     "by/by/ADP/5/case "
     "CHN/CHN/PROPN/3/obl:agent",
     "CHN SUPPORT BEL asserted"},
    // CHN does not support BEL
    {"CHN/CHN/PROPN/4/nsubj does/do/AUX/4/aux not/not/PART/4/advmod support/support/VERB/0/root/VerbForm=Inf "
     "BEL/BEL/PROPN/4/obj",
     "CHN SUPPORT BEL negated"},
    // CHN and FRA support BEL
    {"CHN/CHN/PROPN/4/nsubj and/and/CCONJ/3/cc FRA/FRA/PROPN/1/conj support/support/VERB/0/root/VerbForm=Fin "
     "BEL/BEL/PROPN/4/obj",
     "CHN+FRA SUPPORT BEL asserted"},
    // CHN and BEL met
    {"CHN/CHN/PROPN/4/nsubj and/and/CCONJ/3/cc BEL/BEL/PROPN/1/conj met/meet/VERB/0/root/VerbForm=Fin",
     "CHN+BEL CONSULT  asserted"},
    // CHN is ready to help BEL
    {"CHN/CHN/PROPN/3/nsubj is/be/AUX/3/cop ready/ready/ADJ/0/root to/to/PART/5/mark "
     "help/help/VERB/3/xcomp/VerbForm=Inf BEL/BEL/PROPN/5/obj",
     "CHN AGREE BEL intended"},
    // CHN will help BEL
    {"CHN/CHN/PROPN/3/nsubj will/will/AUX/3/aux help/help/VERB/0/root/VerbForm=Inf BEL/BEL/PROPN/3/obj",
     "CHN AGREE BEL intended"},
    // USA condemns RUS 's attack on UKR
    {"USA/USA/PROPN/2/nsubj condemns/condemn/VERB/0/root/VerbForm=Fin RUS/RUS/PROPN/5/nmod:poss "
     "'s/'s/PART/3/case "
     "attack/attack/NOUN/2/obj on/on/ADP/7/case UKR/UKR/PROPN/5/nmod",
     "USA ACCUSE RUS asserted; RUS ASSAULT UKR asserted"},
    // USA called on RUS to help UKR: asked for, not done
    {"USA/USA/PROPN/2/nsubj called/call/VERB/0/root/VerbForm=Fin on/on/ADP/4/case RUS/RUS/PROPN/2/obl "
     "to/to/PART/6/mark "
     "help/help/VERB/2/xcomp/VerbForm=Inf UKR/UKR/PROPN/6/obj",
     "USA REQUEST RUS asserted; RUS AID UKR requested"},
    // BEL said CHN supports FRA
    {"BEL/BEL/PROPN/2/nsubj said/say/VERB/0/root/VerbForm=Fin CHN/CHN/PROPN/4/nsubj "
     "supports/support/VERB/2/ccomp/VerbForm=Fin FRA/FRA/PROPN/4/obj",
     "CHN SUPPORT FRA asserted said by BEL"},
    // CHN expressed sympathy to BEL: the preposition may hang on the verb
    {"CHN/CHN/PROPN/2/nsubj expressed/express/VERB/0/root/VerbForm=Fin sympathy/sympathy/NOUN/2/obj "
     "to/to/ADP/5/case "
     "BEL/BEL/PROPN/2/obl",
     "CHN SUPPORT BEL asserted"},
    // if CHN attacks are condemned: a condition is hypothetical, and without a source there is no event
    {"if/if/SCONJ/3/mark CHN/CHN/PROPN/3/nsubj supports/support/VERB/5/advcl/VerbForm=Fin "
     "BEL/BEL/PROPN/3/obj "
     "fine/fine/ADJ/0/root",
     "CHN SUPPORT BEL hypothetical"},
    // support without anyone
    {"they/they/PRON/2/nsubj support/support/VERB/0/root/VerbForm=Fin BEL/BEL/PROPN/2/obj", ""},
};
BOOST_DATA_TEST_CASE(a_clause_gives_its_events, data::make(cases), row) {
    BOOST_TEST(events_in(row.words) == row.events);
}

BOOST_AUTO_TEST_CASE(what_one_side_must_do_the_narrator_asks_for) {
    coding::Stage stage;
    stage.narrator = {{*parse_party_code("AUS"), {}, actors::Rule::publisher}};
    BOOST_TEST(events_in("RUS/RUS/PROPN/3/nsubj must/must/AUX/3/aux support/support/VERB/0/root/VerbForm=Inf "
                         "UKR/UKR/PROPN/3/obj",
                         stage) == "AUS REQUEST RUS asserted");
}

BOOST_AUTO_TEST_CASE(a_side_that_names_no_target_speaks_to_the_other_side) {
    coding::Stage stage;
    stage.narrator = {{*parse_party_code("USA"), {}, actors::Rule::publisher}};
    stage.sides = {{*parse_party_code("USA"), {}, actors::Rule::pair},
                   {*parse_party_code("NGA"), {}, actors::Rule::pair}};
    BOOST_TEST(
        events_in(
            "USA/USA/PROPN/2/nsubj expressed/express/VERB/0/root/VerbForm=Fin sympathy/sympathy/NOUN/2/obj",
            stage) == "USA SUPPORT NGA asserted");
}

struct BadRow {
    const char* row;
    const char* message;
};
std::ostream& operator<<(std::ostream& out, const BadRow& row) { return out << row.row; }
const BadRow bad_rows[] = {
    {"support\tV\n", "f.tsv:1:1: expected 11 columns, found 2"},
    {"# ok\nsupport\tX\tSUPPORT\t-\t051\t-\t-\t-\t-\t-\tsupports\n",
     "f.tsv:2:9: expected V, N or A, found \"X\""},
    {"support\tV\tHELP\t-\t051\t-\t-\t-\t-\t-\tsupports\n",
     "f.tsv:1:11: expected a PLOVER event type or -, found \"HELP\""},
    {"support\tV\tSUPPORT\tphone\t051\t-\t-\t-\t-\t-\tsupports\n",
     "f.tsv:1:19: expected a mode of the event type or -, found \"phone\""},
    {"support\tV\tSUPPORT\t-\t999\t-\t-\t-\t-\t-\tsupports\n",
     "f.tsv:1:21: expected a CAMEO code or -, found \"999\""},
    {"support\tV\tSUPPORT\t-\t051\t-\t-\t-\t-\tmaybe\tsupports\n",
     "f.tsv:1:33: expected sym, weak, future, neg, internal or -, found \"maybe\""},
};
BOOST_DATA_TEST_CASE(a_wrong_row_of_a_frame_file_is_named, data::make(bad_rows), row) {
    coding::FrameLexicon lexicon;
    std::istringstream in(row.row);
    BOOST_CHECK_EXCEPTION(lexicon.add(in, "f.tsv"), InputError, [&](const InputError& error) {
        BOOST_TEST(error.what() == std::string(row.message));
        return true;
    });
}

BOOST_AUTO_TEST_CASE(a_users_frame_replaces_ours) {
    coding::FrameLexicon lexicon = small_lexicon();
    const std::size_t before = lexicon.find("support", coding::FramePos::verb).size();
    std::istringstream in("support\tV\tAID\t-\t070\t-\t-\t-\t-\t-\taids\n");
    lexicon.add(in, "mine.tsv");
    const auto& frames = lexicon.find("support", coding::FramePos::verb);
    BOOST_TEST(frames.size() == before);
    BOOST_TEST((frames.front()->type == plover::EventType::aid));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
