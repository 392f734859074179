// SPDX-License-Identifier: Apache-2.0
// Sentences as they are read from end to end, with the model, the gazetteer and the lexicons that come with
// Entente. Every sentence is one that a reader could code only one way.
#include "ingest/extractor.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

const Extractor& extractor() {
    static const Extractor loaded = Extractor::load();
    return loaded;
}

/// What the government of Norway says of a call with Chile.
std::string relations_in(const char* text) {
    Statement statement;
    statement.id = "coder_test";
    statement.publisher = "Government of Norway";
    statement.title = "Readout of the call between the Prime Minister of Norway and the President of Chile";
    statement.date = parse_date("2024-05-06");
    statement.text = text;
    std::string shown;
    for (const Relation& relation : extractor().extract(std::move(statement)).relations) {
        shown += shown.empty() ? "" : "; ";
        shown += relation.source.text() + ' ' + std::string(plover::to_string(relation.type)) + ' ' +
                 relation.target.text() + ' ' + std::string(to_string(relation.modality));
    }
    return shown;
}

struct Case {
    const char* text;
    const char* relations;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

BOOST_AUTO_TEST_SUITE(coder)

const Case cases[] = {
    // an infinitive belongs to the noun that takes it
    {"Norway reaffirmed its commitment to defend Latvia.", "NOR AGREE LVA intended"},
    // whom one thanks has done what one thanks for
    {"The Prime Minister thanked Poland for hosting refugees from Ukraine.",
     "NOR SUPPORT POL asserted; POL AID UKR asserted"},
    {"We thank France and Germany for their solidarity.",
     "NOR SUPPORT FRA asserted; NOR SUPPORT DEU asserted; FRA SUPPORT NOR asserted; DEU SUPPORT NOR "
     "asserted"},
    // what one will not do is refused
    {"Estonia will not meet the demands of Russia.", "EST REJECT RUS asserted"},
    // what is asked of one for a third
    {"Kenya urged Ethiopia to help Somalia.", "KEN REQUEST ETH asserted; ETH AID SOM requested"},
    // what one wants to do oneself is no request
    {"Norway wants to work with Chile on green shipping.", "NOR AGREE CHL intended"},
    // a purpose tells nothing new
    {"Finland and Sweden signed a memorandum of understanding to enhance cooperation in energy.",
     "FIN SUPPORT SWE asserted"},
    // two verbs with one object
    {"The President supports and respects Chile's choice.", "NOR SUPPORT CHL asserted"},
    {"Japan announced $20 million to support Kenya in reducing emissions.", "JPN AID KEN asserted"},
    // participles and relative clauses have the noun in front of them as object
    {"The sanctions imposed by Canada on Belarus remain in force.", "CAN SANCTION BLR asserted"},
    {"The aid that Norway has sent to Chad is growing.", "NOR AID TCD asserted"},
    // rebels are not their country
    {"Rebels in Chad attacked the army of Chad.", "NSA:OTHER ASSAULT TCD asserted"},
    // to call on someone is a visit, unless something is asked for
    {"Foreign Minister Bakke called on President Torres of Chile in Santiago.", "NOR CONSULT CHL asserted"},
    {"The Foreign Minister called on Chile to release the sailors.", "NOR REQUEST CHL asserted"},
    // an opinion that two share, of their ties
    {"The two leaders agreed that the alliance between Norway and Chile has never been stronger.",
     "NOR SUPPORT CHL asserted"},
    // states that meet with an organization
    {"The foreign ministers of Kazakhstan, Kyrgyzstan, Tajikistan and the European Union discussed trade.",
     "KAZ CONSULT IGO:EU asserted; KGZ CONSULT IGO:EU asserted; TJK CONSULT IGO:EU asserted"},
    {"Iceland is one of Norway's closest partners.", "NOR SUPPORT ISL asserted"},
    {"It is important for Chile to protect the fishing grounds.", "NOR REQUEST CHL asserted"},
    // whom others help against an act has suffered it
    {"Norway helps Ukraine to defend itself against Russian aggression.",
     "NOR AID UKR asserted; RUS ASSAULT UKR asserted"},
    {"Mexico accepted the apology from Guatemala.", "MEX SUPPORT GTM asserted"},
    // seas, straits and treaties are nobody
    {"Norway's growing role in the South China Sea and the Indo-Pacific was discussed.", ""},
    // a promise that was broken is no support
    {"Peru breached its commitments.", "NOR ACCUSE PER asserted"},
};
BOOST_DATA_TEST_CASE(a_sentence_gives_its_relations, data::make(cases), row) {
    BOOST_TEST(relations_in(row.text) == row.relations);
}

/// Sixty names in a sentence, or thousands in a list, cost no more than their pairs.
BOOST_AUTO_TEST_CASE(many_names_are_read_and_bounded) {
    std::string sentence;
    for (const char* name :
         {"Kenya", "Ghana", "Mali", "Niger", "Chad", "Egypt", "Libya", "Angola", "Zambia", "Malawi"})
        sentence += std::string(name) + ", ";
    BOOST_TEST(
        !relations_in((sentence + "and Peru signed the treaty on the law of rivers.").c_str()).empty());
    std::string list;
    for (int i = 0; i < 1000; ++i)
        list += sentence;
    relations_in((list + "Peru.").c_str());
}

BOOST_AUTO_TEST_CASE(another_language_is_told_and_not_coded) {
    Statement statement;
    statement.id = "german";
    statement.text =
        "Die Bundesregierung hat am Montag den Angriff Russlands auf die Ukraine scharf verurteilt und der "
        "Ukraine weitere Hilfe zugesagt.";
    const CodedStatement coded = extractor().extract(std::move(statement));
    BOOST_TEST(coded.relations.empty());
    BOOST_TEST(coded.notices.size() == 1U);
}

BOOST_AUTO_TEST_CASE(without_a_date_relations_have_none) {
    Statement statement;
    statement.id = "undated";
    statement.text =
        "The government of Kenya thanked the government of Japan for its help with the port of Mombasa.";
    const CodedStatement coded = extractor().extract(std::move(statement));
    BOOST_REQUIRE(coded.relations.size() == 1U);
    BOOST_TEST(!coded.relations.front().date.has_value());
}

/// Who publishes speaks, whatever the title says.
BOOST_AUTO_TEST_CASE(of_contradictory_metadata_the_publisher_counts) {
    Statement statement;
    statement.id = "contradiction";
    statement.title = "Statement by the Ministry of Foreign Affairs of Peru";
    statement.publisher = "Government of Chile";
    statement.date = parse_date("2024-01-01");
    statement.text = "We condemn the attack on our embassy by Bolivia.";
    const CodedStatement coded = extractor().extract(std::move(statement));
    BOOST_REQUIRE(!coded.relations.empty());
    BOOST_TEST(coded.relations.front().source.text() == "CHL");
    BOOST_TEST(coded.relations.front().target.text() == "BOL");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
