// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/gazetteer.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;
using namespace std::chrono_literals;

constexpr std::string_view parties =
    "# a comment\n"
    "code\tkind\tname\twikidata\tnames\tnouns\tadjectives\tmetonyms\tfrom\tuntil\tregion\tmember_of\n"
    "BEL\tcountry\tBelgium\tQ31\tKingdom of Belgium\tBelgian|Belgians\tBelgian\tBrussels?\t\t\tWestern "
    "Europe\t"
    "IGO:EU\n"
    "CHN\tcountry\tChina\tQ148\tPeople's Republic of China|PRC\tChinese\tChinese\tBeijing\n"
    "CIV\tcountry\tCôte d'Ivoire\t\tIvory Coast\n"
    "FRA\tcountry\tFrance\t\t\tFrench\tFrench\tÉlysée\n"
    "IGO:EU\torganization\tEuropean Union\tQ458\tEU\t\t\tBrussels?\n"
    "RUS\tcountry\tRussia\t\t\t\tRussian\tMoscow\t1991-12-26\n"
    "SUN\tcountry\tSoviet Union\t\t\t\tSoviet\tMoscow\t1922\t1991-12-26\n"
    "TUR\tcountry\tTurkey\t\tTürkiye\n"
    "TWN\tcountry\tTaiwan\t\tRepublic of China\n"
    "USA\tcountry\tUnited States\t\tUS|U.S. of America\tAmerican|Americans\n";

constexpr std::string_view leaders =
    "leader\tnames\toffice\ttitle\tcode\tfrom\tuntil\twikidata\tgender\n"
    "George W. Bush\tBush?\thead_of_state\tPresident\tUSA\t2001-01-20\t2009-01-20\t\tm\n"
    "Bill Clinton\tClinton\thead_of_state\tPresident\tUSA\t1993-01-20\t2001-01-20\t\tm\n"
    "Hillary Clinton\tClinton\tforeign_minister\tSecretary of State\tUSA\t2009-01-21\t2013-02-01\t\tf\n"
    "Recep Tayyip Erdoğan\tErdoğan\thead_of_state\tPresident\tTUR\t2014-08-28\t\t\tm\n"
    "Wilfried Martens\tMartens\thead_of_government\tPrime Minister\tBEL\t1981\t1992-03\t\tm\n";

constexpr std::string_view roles = "term\tkind\tsector\tacts_for\n"
                                   "foreign minister\tperson\tforeign_ministry\tyes\n"
                                   "head of state\tperson\thead_of_state\tyes\n"
                                   "journalist\tperson\tmedia\tno\n"
                                   "president\tperson\thead_of_state\tyes\n";

constexpr std::string_view bodies = "body\tnames\tcode\tsector\n"
                                    "Pentagon\tDepartment of Defense\tUSA\tmilitary\n";

constexpr std::string_view publishers = "publisher\tnames\tdomains\tcode\tkind\n"
                                        "Ministry of Foreign Affairs of China\tChinese Foreign "
                                        "Ministry\tmfa.gov.cn|fmprc.gov.cn\tCHN\tgovernment\n"
                                        "Reuters\t\treuters.com\t\tnews\n";

Gazetteer small_gazetteer() {
    Gazetteer gazetteer;
    gazetteer.add_text(parties, "parties.tsv");
    gazetteer.add_text(leaders, "leaders.tsv");
    gazetteer.add_text(roles, "roles.tsv");
    gazetteer.add_text(bodies, "bodies.tsv");
    gazetteer.add_text(publishers, "publishers.tsv");
    return gazetteer;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string described(const NameMatch& match) {
    const Name& name = *match.name;
    std::string text = std::to_string(match.length) + ' ' + std::string(to_string(name.kind)) + ' ';
    text += name.party != nullptr ? name.party->code.text() : std::string(name.role->term);
    return text + (name.ambiguous ? "?" : "") + (name.plural ? "s" : "");
}

/// What find_all finds at the first word, divided by "; ".
std::string found_at_start(std::string_view text) {
    const Gazetteer gazetteer = small_gazetteer();
    std::string found;
    for (const NameMatch& match : gazetteer.find_all(words_of(text), 0))
        found += (found.empty() ? "" : "; ") + described(match);
    return found;
}

struct Lookup {
    std::string text;
    std::string found;
};
std::ostream& operator<<(std::ostream& out, const Lookup& lookup) { return out << lookup.text; }

BOOST_AUTO_TEST_SUITE(gazetteer)

const Lookup lookups[] = {
    {"Belgium thanks", "1 name BEL"},
    {"Belgian", "1 noun BEL; 1 adjective BEL"},
    {"Belgian 's", "1 noun BEL; 1 adjective BEL"},
    {"Brussels", "1 metonym BEL?; 1 metonym IGO:EU?"},
    {"People 's Republic of China", "5 name CHN"},
    {"People’s Republic of China", "4 name CHN"},
    {"Republic of China", "3 name TWN"},
    {"China", "1 name CHN"},
    {"CHINA", "1 name CHN"},
    {"china", ""},
    {"Cote d’Ivoire", "2 name CIV"},
    {"CÔTE D'IVOIRE", "2 name CIV"},
    {"Elysee", "1 metonym FRA"},
    {"Moscow", "1 metonym RUS; 1 metonym SUN"},
    {"turkey", ""},
    {"Turkiye", "1 name TUR"},
    {"US", "1 name USA"},
    {"U.S.", "1 name USA"},
    {"U.S. .", "1 name USA"},
    {"Us", ""},
    {"us", ""},
    {"US of America", "3 name USA; 1 name USA"},
    {"Erdogan", "1 leader TUR"},
    {"Clinton", "1 leader USA; 1 leader USA"},
    {"George W. Bush", "3 leader USA"},
    {"Bush", "1 leader USA?"},
    {"bush", ""},
    {"Foreign Minister Wang", "2 role foreign minister"},
    {"foreign ministers", "2 role foreign ministers"},
    {"heads of state", "3 role head of states"},
    {"The Pentagon", ""},
    {"Pentagon", "1 body USA"},
    {"- Belgium", ""},
    {"", ""},
};
BOOST_DATA_TEST_CASE(names_are_found_as_texts_write_them, data::make(lookups), lookup) {
    BOOST_TEST(found_at_start(lookup.text) == lookup.found);
}

BOOST_AUTO_TEST_CASE(a_name_is_found_in_the_middle_of_a_text) {
    const Gazetteer gazetteer = small_gazetteer();
    const auto words = words_of("the Kingdom of Belgium and");
    const auto matches = gazetteer.find_all(words, 1);
    BOOST_TEST_REQUIRE(matches.size() == 1U);
    BOOST_TEST(matches[0].length == 3U);
    BOOST_TEST(gazetteer.find_all(words, 5).empty());
}

BOOST_AUTO_TEST_CASE(a_party_knows_what_the_file_says_of_it) {
    const Gazetteer gazetteer = small_gazetteer();
    const Party* belgium = gazetteer.party("BEL");
    BOOST_TEST_REQUIRE(belgium != nullptr);
    BOOST_TEST(belgium->name == "Belgium");
    BOOST_TEST(belgium->wikidata == "Q31");
    BOOST_TEST(belgium->region == "Western Europe");
    BOOST_TEST(belgium->member_of.at(0).text() == "IGO:EU");
    BOOST_TEST(belgium->other_names.at(0) == "Kingdom of Belgium");
    BOOST_TEST(gazetteer.party("ATA") == nullptr);
    BOOST_TEST((*gazetteer.party("SUN")->existence.from == 1922y / 1 / 1));
}

struct Holder {
    std::string code;
    Office office;
    std::optional<Date> day;
    std::string name;
};
std::ostream& operator<<(std::ostream& out, const Holder& holder) { return out << holder.name; }

const Holder holders[] = {
    {"USA", Office::head_of_state, 1999y / 5 / 5, "Bill Clinton"},
    {"USA", Office::head_of_state, 2001y / 1 / 19, "Bill Clinton"},
    {"USA", Office::head_of_state, 2001y / 1 / 20, "George W. Bush"},
    {"USA", Office::head_of_state, 1992y / 1 / 1, "nobody"},
    {"USA", Office::head_of_state, std::nullopt, "George W. Bush"},
    {"USA", Office::head_of_government, 1999y / 5 / 5, "nobody"},
    {"TUR", Office::head_of_state, 2023y / 1 / 1, "Recep Tayyip Erdoğan"},
    {"BEL", Office::head_of_government, 1981y / 1 / 1, "Wilfried Martens"},
    {"BEL", Office::head_of_government, 1992y / 3 / 31, "Wilfried Martens"},
    {"BEL", Office::head_of_government, 1992y / 4 / 1, "nobody"},
};
BOOST_DATA_TEST_CASE(an_office_has_the_holder_of_the_day, data::make(holders), expected) {
    const Gazetteer gazetteer = small_gazetteer();
    const Leader* holder = gazetteer.holder(*PartyCode::parse(expected.code), expected.office, expected.day);
    BOOST_TEST((holder != nullptr ? holder->name : "nobody") == expected.name);
}

BOOST_AUTO_TEST_CASE(a_surname_means_who_was_in_office_that_day) {
    const Gazetteer gazetteer = small_gazetteer();
    BOOST_TEST(gazetteer.leaders_named("clinton").size() == 2U);
    const auto in_2010 = gazetteer.leaders_named("Clinton", 2010y / 1 / 1);
    BOOST_TEST_REQUIRE(in_2010.size() == 1U);
    BOOST_TEST(in_2010[0]->name == "Hillary Clinton");
    BOOST_TEST((in_2010[0]->gender == Gender::female));
    BOOST_TEST(gazetteer.leaders_named("Clinton", 2005y / 1 / 1).empty());
    BOOST_TEST(gazetteer.leaders(*PartyCode::parse("USA")).size() == 3U);
}

const Lookup user_inputs[] = {
    {"BEL", "BEL"},     {"bel", "BEL"},     {"belgium", "BEL"},    {"Brussels", "BEL"}, {"Beijing", "CHN"},
    {"prc", "CHN"},     {"moscow", "RUS"},  {"igo:eu", "IGO:EU"},  {"u.s.", "USA"},     {"pentagon", "USA"},
    {"Erdogan", "TUR"}, {"Belgum", "none"}, {"president", "none"}, {"", "none"},
};
BOOST_DATA_TEST_CASE(a_user_may_name_a_party_in_many_ways, data::make(user_inputs), input) {
    const Gazetteer gazetteer = small_gazetteer();
    const Party* party = gazetteer.find_party(input.text);
    BOOST_TEST((party != nullptr ? party->code.text() : "none") == input.found);
}

BOOST_AUTO_TEST_CASE(the_nearest_names_are_suggested) {
    const Gazetteer gazetteer = small_gazetteer();
    const auto nearest = gazetteer.nearest("Begluim");
    BOOST_TEST_REQUIRE(nearest.size() == 1U);
    BOOST_TEST(nearest[0].party->code.text() == "BEL");
    BOOST_TEST(nearest[0].name == "Belgium");
    BOOST_TEST(nearest[0].distance == 2U);
    BOOST_TEST(gazetteer.nearest("zzzzzzzzzzzz").empty());
    BOOST_TEST(gazetteer.nearest("chima", 1).at(0).party->code.text() == "CHN");
}

const Lookup published[] = {
    {"https://www.fmprc.gov.cn/eng/wjdt/t1.shtml", "Ministry of Foreign Affairs of China"},
    {"MFA.GOV.CN", "Ministry of Foreign Affairs of China"},
    {"uk.reuters.com:443", "Reuters"},
    {"the reuters", "Reuters"},
    {"chinese foreign ministry", "Ministry of Foreign Affairs of China"},
    {"gov.cn", "none"},
    {"notreuters.com", "none"},
    {"", "none"},
};
BOOST_DATA_TEST_CASE(a_publisher_is_known_by_name_or_address, data::make(published), lookup) {
    const Gazetteer gazetteer = small_gazetteer();
    const Publisher* publisher = gazetteer.find_publisher(lookup.text);
    BOOST_TEST((publisher != nullptr ? publisher->name : "none") == lookup.found);
}

BOOST_AUTO_TEST_CASE(a_later_file_extends_a_party) {
    Gazetteer gazetteer = small_gazetteer();
    gazetteer.add_text("code\tkind\tname\tnames\nBEL\tcountry\tBelgique\tBelgien\nNSA:X\tgroup\tGroup X\n",
                       "my.tsv");
    BOOST_TEST(gazetteer.find_party("Belgien")->code.text() == "BEL");
    BOOST_TEST(gazetteer.find_party("Belgium")->wikidata == "Q31");
    BOOST_TEST(gazetteer.party("BEL")->name == "Belgique");
    BOOST_TEST(gazetteer.find_party("group x")->code.text() == "NSA:X");
}

struct BadFile {
    std::string text;
    std::string message;
};
std::ostream& operator<<(std::ostream& out, const BadFile& file) { return out << file.message; }

const BadFile bad_files[] = {
    {"name\tkind\n",
     "t.tsv:1:1: expected a first column code, leader, term, body, publisher, place or city, found \"name\""},
    {"# c\ncode\tcolour\n",
     "t.tsv:2:6: expected a column of the table that begins with code, found \"colour\""},
    {"code\tkind\tname\nBE\tcountry\tBelgium\n",
     "t.tsv:2:1: expected a party code such as BEL, IGO:EU or NSA:HAMAS, found \"BE\""},
    {"code\tkind\tname\nBEL\tland\tBelgium\n",
     "t.tsv:2:5: expected country, organization, group or community, found \"land\""},
    {"code\tkind\tname\nBEL\tgroup\tBelgium\n",
     "t.tsv:2:5: expected country for a code of this form, found \"group\""},
    {"code\tkind\tname\nBEL\tcountry\n", "t.tsv:2:12: expected a name, found \"\""},
    {"code\tkind\tname\nBEL\tcountry\tBelgium\tmore\n", "t.tsv:2:21: expected 3 columns, found 4"},
    {"code\tkind\tname\tnames\nFRA\tcountry\tFrançais\tx|?|y\n", "t.tsv:2:24: expected a name, found \"?\""},
    {"code\tkind\tname\twikidata\nBEL\tcountry\tBelgium\t31\n",
     "t.tsv:2:21: expected a Wikidata identifier such as Q31, found \"31\""},
    {"code\tkind\tname\tfrom\nBEL\tcountry\tBelgium\t1830-13\n",
     "t.tsv:2:21: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, found \"1830-13\""},
    {"code\tkind\tname\tfrom\tuntil\nBEL\tcountry\tBelgium\t1830\t1829-12\n",
     "t.tsv:2:26: expected a date not before 1830, found \"1829-12\""},
    {"leader\toffice\tcode\nA\tking\tBEL\n",
     "t.tsv:2:3: expected an office such as head_of_state, found \"king\""},
    {"leader\toffice\tcode\nA\tother\tBEL\n", "t.tsv:2:9: expected the code of a known party, found \"BEL\""},
    {"leader\toffice\tcode\tgender\nA\tother\tBEL\tx\n",
     "t.tsv:2:9: expected the code of a known party, found \"BEL\""},
    {"term\tkind\tsector\tacts_for\nking\tperson\thead_of_state\tmaybe\n",
     "t.tsv:2:27: expected yes or no, found \"maybe\""},
    {"term\tkind\tsector\tacts_for\nking\tman\thead_of_state\tyes\n",
     "t.tsv:2:6: expected person, body, people, place or force, found \"man\""},
    {"publisher\tdomains\tkind\nA\ta b\tnews\n",
     "t.tsv:2:3: expected a domain such as mfa.gov.cn, found \"a b\""},
    {"publisher\tdomains\tkind\nA\ta.org\tpress\n",
     "t.tsv:2:9: expected government, news or organization, found \"press\""},
};
BOOST_DATA_TEST_CASE(a_bad_row_is_named, data::make(bad_files), file) {
    std::string message;
    try {
        Gazetteer().add_text(file.text, "t.tsv");
    } catch (const InputError& error) {
        message = error.what();
    }
    BOOST_TEST(message == file.message);
}

BOOST_AUTO_TEST_CASE(rows_around_a_bad_row_are_kept) {
    Gazetteer gazetteer;
    std::vector<std::string> refused;
    gazetteer.add_text("code\tkind\tname\nBEL\tcountry\tBelgium\nBE\tcountry\tx\nFRA\tcountry\tFrance\n",
                       "t.tsv", [&](const InputError& error) { refused.emplace_back(error.what()); });
    BOOST_TEST(refused.size() == 1U);
    BOOST_TEST(gazetteer.parties().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_an_input_error) {
    BOOST_CHECK_THROW(Gazetteer::load("/nonexistent"), InputError);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
