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

/// What the government of Norway says of a call with Chile, unless another title and publisher are given.
std::string relations_in(
    const char* text,
    const char* title = "Readout of the call between the Prime Minister of Norway and the President of Chile",
    const char* publisher = "Government of Norway") {
    Statement statement;
    statement.id = "coder_test";
    statement.publisher = publisher;
    statement.title = title;
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
    // whose a message is, where it is told in the passive
    {"A message of solidarity from Chile was conveyed to the Government of Norway.",
     "CHL SUPPORT NOR asserted"},
    // what is done in a talk, and nobody is named
    {"Views were exchanged on the Antarctic.", "NOR CONSULT CHL asserted"},
    {"Particular attention was paid to the protection of whales.", "NOR CONSULT CHL asserted"},
    // with everybody
    {"Norway is stepping up international cooperation on vaccines.", "NOR COOPERATE INT asserted"},
    // two owners of one thing
    {"The Prime Minister welcomed Peru and Bolivia's signing of the border agreement.",
     "NOR SUPPORT PER asserted; NOR SUPPORT BOL asserted; PER SUPPORT BOL asserted"},
    // what is asked for goes on
    {"We call on Belarus to open its prisons, immediately release all journalists and enter into talks.",
     "NOR REQUEST BLR asserted"},
    // whose envoy it is
    {"Norway stands by the United Nations and its envoy.", "NOR SUPPORT IGO:UN asserted"},
    // of another's doings at home one tells in blame
    {"The Prime Minister deplored a wave of repression by the government of Belarus.",
     "NOR ACCUSE BLR asserted"},
    // blamed by whoever tells it
    {"Russia will be held responsible.", "NOR ACCUSE RUS intended"},
    // what one tells one's own government to do, one will do
    {"I have directed my government to provide ambulances to Ukraine.", "NOR AGREE UKR intended"},
    // of those who speak one may be among those spoken of
    {"Both leaders said that Israelis and Palestinians deserve peace.",
     "NOR SUPPORT ISR asserted; NOR SUPPORT PSE asserted; CHL SUPPORT ISR asserted; CHL SUPPORT PSE "
     "asserted"},
    // what a third asks of two is no agreement of theirs
    {"The dispute must be settled through negotiations between Kenya and Somalia.",
     "KEN CONSULT SOM requested"},
    // an opinion of strong ties is told once
    {"The two leaders agreed that the strong partnership between their countries will continue.",
     "NOR AGREE CHL intended"},
    // advised is told, not asked
    {"The Prime Minister has been advised that Iran will expel two Norwegian diplomats.",
     "IRN SANCTION NOR intended"},
    // who did it, not whom it hit
    {"Norway condemns this appalling assault against Israel by Hamas.",
     "NOR ACCUSE NSA:HAMAS asserted; NSA:HAMAS ASSAULT ISR asserted"},
    {"Norway condemns the aggression of the leadership of Belarus.", "NOR ACCUSE BLR asserted"},
    // what one supports against another is not for him
    {"The Prime Minister praised Chile's cooperation, including its support for sanctions on Russia.",
     "NOR SUPPORT CHL asserted; CHL COOPERATE NOR asserted"},
    // a drought is nobody's conduct
    {"The President expressed concern over the devastating drought in Ethiopia.", ""},
    // a group is its members
    {"The two leaders will work with partners including Peru and Ecuador.",
     "NOR AGREE PER intended; NOR AGREE ECU intended; CHL AGREE PER intended; CHL AGREE ECU intended"},
    {"The Quad – Australia, Japan, India and the United States – met in Tokyo.",
     "AUS CONSULT JPN asserted; AUS CONSULT IND asserted; AUS CONSULT USA asserted; JPN CONSULT IND "
     "asserted; JPN CONSULT USA asserted; IND CONSULT USA asserted"},
    // both that were named last
    {"Norway extends this preference to Peru and Ecuador and works closely with both countries.",
     "NOR COOPERATE PER asserted; NOR COOPERATE ECU asserted; NOR COOPERATE PER asserted; NOR COOPERATE ECU "
     "asserted"},
    // a crisis in a country is not the country's act
    {"The crisis in Qatar is interfering with the policies of Oman.", ""},
    // praise by whoever tells it
    {"Chile has set an example by taking in refugees from Haiti.",
     "NOR SUPPORT CHL asserted; CHL AID HTI asserted"},
    // a subject of its own for the second verb
    {"Canada voiced its support for Latvia, and Poland expelled three Russian diplomats.",
     "CAN SUPPORT LVA asserted; POL SANCTION RUS asserted"},
    // an expulsion is that of whoever expels
    {"Russia ordered 20 Czech diplomats to leave, in retaliation for the expulsion of 18 Russian diplomats "
     "by Prague.",
     "RUS SANCTION CZE asserted; CZE SANCTION RUS asserted"},
    // over is no part of the number
    {"Spain handed over 2,000 doses of vaccine to Nepal.", "ESP AID NPL asserted"},
    // what both agree in doing lies ahead
    {"The ministers concurred in strengthening cooperation in fisheries.", "NOR AGREE CHL intended"},
    // what is signed is told once
    {"Norway and Chile signed a memorandum of understanding on legal cooperation.",
     "NOR SUPPORT CHL asserted"},
    // who is praised hosts, and who praises announces
    {"The Prime Minister recognized Peru's generosity in hosting Venezuelan migrants and announced $2 "
     "million in aid to Peru.",
     "NOR SUPPORT PER asserted; PER AID VEN asserted; NOR AID PER asserted"},
    // a past tense does not go on an infinitive
    {"The two sides agreed to hold a dialogue every year and expressed concern about Mali.",
     "NOR AGREE CHL intended; NOR ACCUSE MLI asserted; CHL ACCUSE MLI asserted"},
    // rockets fired at somebody
    {"Hezbollah fired rockets at an Israeli base.", "NSA:HEZBOLLAH ASSAULT ISR asserted"},
    // several infinitives are one agreement
    {"Finland pledged to expand cooperation with Chile and to work together with Chile in space.",
     "FIN AGREE CHL intended"},
    // what was agreed before is told no more
    {"Under the agreement, Norway will train Chilean officials.", "NOR AGREE CHL intended"},
    // officials of the other side
    {"The Government of Norway decided to impose restrictive measures on eleven officials.",
     "NOR SANCTION CHL intended"},
    // democracy is nobody's, and a commitment to it not to whoever praises it
    {"The Prime Minister supports democracy.", ""},
    {"The Prime Minister highlighted Chile's commitment to democracy.", ""},
    // what comes of an act is no concession
    {"Rescue teams from both countries are working together, allowing the two peoples to live in safety.",
     "NOR COOPERATE CHL asserted"},
    // no effort is spared
    {"Sweden spares no effort to help Ukraine.", "SWE AID UKR asserted"},
    // wanting to thank is thanking
    {"I want to thank the Government of Japan for its efforts.", "NOR SUPPORT JPN asserted"},
    // whom one accuses of it has done it
    {"Oslo accused the government of Belarus of imposing a blockade on Lithuania.",
     "NOR ACCUSE BLR asserted; BLR COERCE LTU asserted"},
    {"Norway condemned the arrest of six Norwegian sailors by the navy of Chad.",
     "NOR ACCUSE TCD asserted; TCD COERCE NOR asserted"},
    // relations invite nobody
    {"The Prime Minister noted that relations were developing well and invited Chile to a conference.",
     "NOR AGREE CHL intended"},
    // support offered to somebody is help, support for what somebody does is praise
    {"Norway has offered support to Chad.", "NOR AID TCD asserted"},
    {"Norway offered its full support for the efforts of Chad.", "NOR SUPPORT TCD asserted"},
    // to call them something is no call
    {"The Prime Minister called the two countries friends.", "NOR SUPPORT CHL asserted"},
    // offices below the state's, with surnames of heads of state
    {"Governor Moore and Senators Murray and Shaheen left early.", ""},
};
BOOST_DATA_TEST_CASE(a_sentence_gives_its_relations, data::make(cases), row) {
    BOOST_TEST(relations_in(row.text) == row.relations);
}

struct Told {
    const char* publisher;
    const char* title;
    const char* text;
    const char* relations;
};
std::ostream& operator<<(std::ostream& out, const Told& row) { return out << row.title; }

const Told told[] = {
    // the two whom the narrator has met, and himself
    {"Government of Norway", "Calls of the Foreign Minister of Norway with Peru and Bolivia",
     "Foreign Minister Bakke spoke with Foreign Minister Quispe of Peru and Foreign Minister Rojas of "
     "Bolivia. They discussed the harbour.",
     "NOR CONSULT PER asserted; NOR CONSULT BOL asserted; PER CONSULT BOL asserted; PER CONSULT NOR "
     "asserted; BOL CONSULT NOR asserted"},
    // who is told of by his title alone
    {"Ministry of Foreign Affairs of Kenya", "Foreign Minister meets the Ambassador of Ghana",
     "The Minister received the Ambassador of Ghana. The Ambassador thanked the Kenyan side for its "
     "hospitality and he invited the Minister to visit Ghana.",
     "KEN CONSULT GHA asserted; GHA SUPPORT KEN asserted; GHA AGREE KEN intended"},
    // news speaks to no other side
    {"Daily Wire", "Summit of the G7 in Canada",
     "Canada hosts the G7 this week. The G7 was scheduled to meet on Sunday.", "CAN CONSULT IGO:G7 asserted"},
    // news does not let one go on speaking
    {"Daily Wire", "Storm over the strait",
     "Slovakia will help, its prime minister said. NATO urged Moscow to stop the drills.",
     "IGO:NATO REQUEST RUS asserted"},
    // a state whose name stands in the title of an organization's statement does not speak in it
    {"European Union", "Statement on Venezuela",
     "The European Union calls on the Venezuelan authorities to hold elections.",
     "IGO:EU REQUEST VEN asserted"},
    // but one that has the floor does
    {"United Nations General Assembly", "General debate: statement by the Republic of Cyprus",
     "Cyprus calls on Turkey to withdraw its troops. We thank Greece.",
     "CYP REQUEST TUR asserted; CYP SUPPORT GRC asserted"},
    // we are the state whose text it is, whoever issued something with it
    {"Ministry of Foreign Affairs of China", "Regular press conference",
     "China and Russia issued a statement. We urge Japan to stop the discharge.", "CHN REQUEST JPN asserted"},
    // the two countries that the sentence before has named
    {"Government of South Africa", "Statement on the Cabinet meeting",
     "Cabinet welcomed the visit by the President of Ghana to South Africa. The two countries signed an "
     "agreement.",
     "ZAF SUPPORT GHA asserted; ZAF SUPPORT GHA asserted"},
    // unknown ministers of the state that speaks
    {"Viet Nam News Agency", "Viet Nam and Laos hold consultation",
     "Deputy Foreign Minister Nguyen Van Anh met the Ambassador of Laos. Anh congratulated Laos.",
     "VNM CONSULT LAO asserted; VNM SUPPORT LAO asserted"},
    // a verb read as a participle
    {"Daily Wire", "Sanctions", "The United States on Monday reimposed sanctions on the oil trade of Iran.",
     "USA SANCTION IRN asserted"},
    // a verb read as a noun
    {"Ministry of Foreign Affairs of Armenia", "Statement",
     "Armenia calls on the international community to prevent Turkey from being involved in the conflict.",
     "ARM REQUEST INT asserted"},
    // "they" are the last who were told of in the plural, known or not
    {"Daily Wire", "Treaty", "Hungary and Poland signed a treaty. They thanked Peru.",
     "HUN SUPPORT POL asserted; HUN SUPPORT PER asserted; POL SUPPORT PER asserted"},
    {"Daily Wire", "Treaty", "Hungary and Poland signed a treaty. Many students cheered. They thanked Peru.",
     "HUN SUPPORT POL asserted"},
    {"Daily Wire", "Treaty",
     "Hungary and Poland signed a treaty. The rebels left the city. They thanked Peru.",
     "HUN SUPPORT POL asserted; NSA:OTHER SUPPORT PER asserted"},
    // trees of news that the parser gets wrong
    {"Daily Wire", "Gas", "Slovenia, which was cut off from Russian gas, accused Moscow of blackmail.",
     "RUS COERCE SVN asserted; SVN ACCUSE RUS asserted"},
    {"Daily Wire", "Relations", "Chile, Peru, Brazil and Cuba severed relations with Chad.",
     "CHL SANCTION TCD asserted; PER SANCTION TCD asserted; BRA SANCTION TCD asserted; CUB SANCTION TCD "
     "asserted"},
    {"Daily Wire", "Relations", "Doha cut diplomatic ties with Kenya in December.",
     "QAT SANCTION KEN asserted"},
    {"Daily Wire", "Flight", "Chile denied the charge and accused Peruvian pilots of dangerous manoeuvres.",
     "CHL REJECT PER asserted; CHL ACCUSE PER asserted"},
    {"Daily Wire", "Flight", "Kenyan jets crossed into Somali airspace and dropped bombs near Dobley.",
     "KEN COERCE SOM asserted"},
    // done by several among themselves
    {"Daily Wire", "Ceasefire",
     "Peru and Chile accused each other of breaking a ceasefire brokered by Brazil.",
     "PER ACCUSE CHL asserted"},
    // of two sides one tells what the other has done to it
    {"Daily Wire", "Border of Peru and Chile",
     "Peru's defence ministry said Chilean forces had shelled the town of Tacna.",
     "CHL ASSAULT PER asserted"},
    // the state in whose city force is used
    {"Daily Wire", "War", "Russian forces shelled the hospital of Kharkiv.", "RUS ASSAULT UKR asserted"},
    {"Daily Wire", "Fair", "The Russian pavilion was the largest at the fair in Kharkiv.", ""},
    // a verb that carries out an act
    {"Daily Wire", "Assets", "Canada imposed asset freezes on Belarus.", "CAN SANCTION BLR asserted"},
    // an office of one of those who are told of
    {"Daily Wire", "Nepal and Sri Lanka",
     "The ministers of Nepal and Sri Lanka met in Colombo. The Foreign Office said that Nepal supports Sri "
     "Lanka.",
     "NPL CONSULT LKA asserted; NPL SUPPORT LKA asserted"},
    {"Daily Wire", "Trade", "China left Lithuania as the only partner of Taiwan.", ""},
};
BOOST_DATA_TEST_CASE(a_statement_of_another_kind_gives_its_relations, data::make(told), row) {
    BOOST_TEST(relations_in(row.text, row.title, row.publisher) == row.relations);
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
