// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/petrarch.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <sstream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;
using namespace std::chrono_literals;

Gazetteer known_parties() {
    Gazetteer gazetteer;
    gazetteer.add_text("code\tkind\tname\n"
                       "BEL\tcountry\tBelgium\n"
                       "FRA\tcountry\tFrance\n"
                       "ROU\tcountry\tRomania\n"
                       "IGO:UN\torganization\tUnited Nations\n"
                       "IGO:WHO\torganization\tWorld Health Organization\n",
                       "parties.tsv");
    return gazetteer;
}

ActorTables read(const std::string& dictionary, const BadActorRow& on_bad_row = {}) {
    std::istringstream in(dictionary);
    return read_petrarch(in, "d.txt", known_parties(), on_bad_row);
}

Gazetteer with(const std::string& dictionary) {
    Gazetteer gazetteer = known_parties();
    const ActorTables tables = read(dictionary);
    for (const auto& table : {tables.parties, tables.leaders, tables.roles, tables.bodies})
        gazetteer.add_text(table, "d.txt");
    return gazetteer;
}

std::string code_of(const Gazetteer& gazetteer, std::string_view name) {
    const Party* party = gazetteer.find_party(name);
    return party == nullptr ? "none" : party->code.text();
}

BOOST_AUTO_TEST_SUITE(petrarch)

BOOST_AUTO_TEST_CASE(synonyms_share_the_codes_below_them) {
    const Gazetteer gazetteer = with("# countries\n"
                                     "BELGIUM_  [BEL]\n"
                                     "+BELGIQUE_ \n"
                                     "+KINGDOM_OF_THE_BELGIANS_ # formal\n"
                                     "\n"
                                     "ROMANIA_ [ROM] ; not the ISO code\n"
                                     "BUCURESTI\n"
                                     "\t[ROM]\n");
    BOOST_TEST(code_of(gazetteer, "Belgique") == "BEL");
    BOOST_TEST(code_of(gazetteer, "Kingdom of the Belgians") == "BEL");
    BOOST_TEST(code_of(gazetteer, "Bucuresti") == "ROU");
    const std::string_view tokens[] = {"Kingdom", "of", "the", "Belgians"};
    BOOST_TEST(gazetteer.find_all(tokens, 0).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_dated_code_is_a_term_of_office) {
    const Gazetteer gazetteer = with("JEAN_AL-DUPONT_ ; made up\n"
                                     "\t[FRAELI 700101-920628]\n"
                                     "\t[FRAGOV 920628-20060927]\n"
                                     "\t[BELGOVMIL >070101]\n");
    BOOST_TEST(gazetteer.leaders_named("Jean al-Dupont", 1980y / 1 / 1).empty());
    const auto in_2000 = gazetteer.leaders_named("Jean al-Dupont", 2000y / 1 / 1);
    BOOST_TEST_REQUIRE(in_2000.size() == 1U);
    BOOST_TEST(in_2000[0]->name == "Jean al-Dupont");
    BOOST_TEST(in_2000[0]->party->code.text() == "FRA");
    BOOST_TEST((*in_2000[0]->term.until == 2006y / 9 / 27));
    const auto in_2020 = gazetteer.leaders_named("Jean al-Dupont", 2020y / 1 / 1);
    BOOST_TEST_REQUIRE(in_2020.size() == 1U);
    BOOST_TEST(in_2020[0]->party->code.text() == "BEL");
}

BOOST_AUTO_TEST_CASE(codes_that_act_for_nobody_are_left_out_and_counted) {
    const ActorTables tables = read("OLD_MAN_ [BELELI]\nSHOP_ [BELBUS]\nACME_ [MNC]\nX_AND_Y_ [---]\n");
    BOOST_TEST(tables.parties + tables.leaders + tables.bodies + tables.roles == "");
    BOOST_TEST(tables.left_out == 4U);
}

BOOST_AUTO_TEST_CASE(bodies_groups_and_organizations_become_what_they_are) {
    const Gazetteer gazetteer = with("BELGIAN_ROYAL_GUARD [BELMIL]\n"
                                     "FRONT_FOR_THE_NORTH [BELREB]\n+FFN_\n"
                                     "HEALTH_ASSEMBLY_ [IGOUNOHLHWHO]\n"
                                     "UN_ [IGOUNO]\n"
                                     "LAKE_BASIN_UNION_ [IGOLBU]\n");
    BOOST_TEST(code_of(gazetteer, "Belgian Royal Guard") == "BEL");
    BOOST_TEST(code_of(gazetteer, "FFN") == "NSA:FRONTFORTHENORTH");
    BOOST_TEST(code_of(gazetteer, "Health Assembly") == "IGO:WHO");
    BOOST_TEST(code_of(gazetteer, "Lake Basin Union") == "IGO:LBU");
    const std::string_view un[] = {"Un", "UN"};
    BOOST_TEST(gazetteer.find_all(un, 0).empty());
    BOOST_TEST(gazetteer.find_all(un, 1).size() == 1U);
}

BOOST_AUTO_TEST_CASE(agents_are_roles) {
    const ActorTables tables = read("!PERSON! = MAN, WOMEN\n"
                                    "FARMER [~AGR]\n"
                                    "POLICE!PERSON! [~COP]\n"
                                    "THIEF {THIEVES} [~CRM]\n"
                                    "TROOPS {} [~MIL]\n");
    BOOST_TEST(tables.roles == "term\tkind\tsector\tacts_for\n"
                               "farmer\tperson\tagriculture\tno\n"
                               "policeman\tperson\tpolice\tyes\n"
                               "policewomen\tperson\tpolice\tyes\n"
                               "thief\tperson\tcrime\tno\n"
                               "thieves\tperson\tcrime\tno\n"
                               "troops\tperson\tmilitary\tyes\n");
    BOOST_TEST(tables.names == 6U);
}

struct BadEntry {
    std::string text;
    std::string message;
};
std::ostream& operator<<(std::ostream& out, const BadEntry& entry) { return out << entry.message; }

const BadEntry bad_entries[] = {
    {"U.N._\n", "d.txt:1:1: expected a code in brackets for it, found \"U.N.\""},
    {"\t[BEL]\n", "d.txt:1:2: expected a name above its codes, found \"[BEL]\""},
    {"+BELGIQUE_\n",
     "d.txt:1:1: expected a synonym below the entry that it belongs to, found \"+BELGIQUE_\""},
    {"ECOLOGIST_ [~ENV}\n", "d.txt:1:12: expected a code in brackets, found \"[~ENV}\""},
    {"BELGIUM_ [Bel]\n", "d.txt:1:11: expected a CAMEO code such as AFGGOV, found \"Bel\""},
    {"É_ [BELGOV 2004017-20061201]\n",
     "d.txt:1:12: expected dates such as 920628-960927, <920628 or >920628, "
     "found \"2004017-20061201\""},
    {"A_B_ [BELGOV 960927-920628]\n", "d.txt:1:14: expected dates in their order, found \"960927-920628\""},
    {"FISHER!PERSON! [~AGR]\n", "d.txt:1:1: expected a set that stands above, found \"FISHER!PERSON! \""},
    {"GANG {GANGS [~CRM]\n", "d.txt:1:6: expected a plural in braces, found \"{GANGS [~CRM]\""},
    {"__ [BEL]\n", "d.txt:1:1: expected a name, found \"__ \""},
};
BOOST_DATA_TEST_CASE(a_bad_entry_is_named_and_the_rest_is_read, data::make(bad_entries), entry) {
    std::vector<std::string> messages;
    const ActorTables tables = read(entry.text + "BELGICA_ [BEL]\n",
                                    [&](const InputError& error) { messages.emplace_back(error.what()); });
    BOOST_TEST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages[0] == entry.message);
    BOOST_TEST(tables.parties == "code\tkind\tname\tnames\nBEL\tcountry\tBelgium\tBelgica\n");
    BOOST_CHECK_THROW(read(entry.text), InputError);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
