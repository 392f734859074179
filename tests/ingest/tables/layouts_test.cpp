// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/tables/table_reading.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <ostream>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;
using Lines = std::vector<std::string>;

// A row of tab-separated fields, all empty but those given by number from 0.
std::string row(std::size_t columns, const std::map<std::size_t, std::string>& fields) {
    std::string out;
    for (std::size_t i = 0; i < columns; ++i) {
        const auto found = fields.find(i);
        out += (i == 0 ? "" : "\t") + (found == fields.end() ? std::string() : found->second);
    }
    return out + "\n";
}

std::map<std::size_t, std::string> gdelt_fields(std::size_t columns) {
    std::map<std::size_t, std::string> fields = {
        {0, "410000001"}, {1, "20200402"}, {5, "CHNGOV"}, {6, "CHINA"}, {7, "CHN"}, {12, "GOV"}, {15, "BEL"},
        {16, "BELGIUM"},  {17, "BEL"},     {26, "051"},   {31, "10"},   {32, "3"},  {37, "CH"}};
    if (columns != 57)
        fields[columns - 1] = "https://example.org/a";
    return fields;
}

BOOST_AUTO_TEST_SUITE(table_layouts)

const std::size_t gdelt_widths[] = {57, 58, 61};
BOOST_DATA_TEST_CASE(gdelt_is_read_at_each_width, data::make(gdelt_widths), columns) {
    const Collector read = read_table(row(columns, gdelt_fields(columns)));
    BOOST_TEST(read.notices.empty());
    BOOST_TEST(shown(read.relations) == Lines{"CHN[GOV] SUPPORT BEL 2020-04-02"},
               boost::test_tools::per_element());
    const Relation& relation = read.relations.at(0);
    BOOST_TEST(relation.coding.dataset == (columns == 61 ? "gdelt2" : "gdelt1"));
    BOOST_TEST(relation.coding.row == "410000001");
    BOOST_TEST(relation.coding.url == (columns == 57 ? "" : "https://example.org/a"));
    BOOST_TEST(relation.coding.mentions == 10u);
    BOOST_TEST(relation.coding.sources == 3u);
    BOOST_TEST(relation.cameo->text() == "051");
    BOOST_TEST(relation.evidence.sentence == 1u);
    BOOST_TEST(relation.evidence.statement == relation.coding.dataset + ":t");
}

struct GdeltActor {
    std::map<std::size_t, std::string> fields; // of the second actor, from column 15
    std::string target;
};
std::ostream& operator<<(std::ostream& out, const GdeltActor& c) { return out << c.target; }
const GdeltActor gdelt_actors[] = {
    {{{15, "ROMGOV"}, {17, "ROM"}}, "ROU"},
    {{{15, "IGOUNO"}, {18, "UNO"}, {22, "IGO"}}, "IGO:UN"},
    {{{15, "UNO"}, {22, "UNO"}}, "IGO:UN"},
    {{{15, "IGOEUREEC"}, {17, "EUR"}, {18, "EEC"}}, "IGO:EU"},
    {{{15, "EUR"}, {16, "EUROPEAN UNION"}, {17, "EUR"}}, "IGO:EU"},
    {{{15, "PSEREBHMS"}, {17, "PSE"}, {18, "HMS"}, {22, "REB"}}, "NSA:HAMAS"},
    {{{15, "WSB"}, {17, "WSB"}}, "PSE"},
};
BOOST_DATA_TEST_CASE(gdelts_actors_are_parties, data::make(gdelt_actors), c) {
    auto fields = gdelt_fields(61);
    for (std::size_t i = 15; i < 25; ++i)
        fields.erase(i);
    fields.insert(c.fields.begin(), c.fields.end());
    BOOST_TEST(read_table(row(61, fields)).relations.at(0).target.text() == c.target);
}

BOOST_AUTO_TEST_CASE(a_host_is_the_target_of_a_visit) {
    auto fields = gdelt_fields(61);
    fields[26] = "043";
    const Collector read = read_table(row(61, fields));
    BOOST_TEST(shown(read.relations) == Lines{"BEL CONSULT/visit CHN[GOV] 2020-04-02"},
               boost::test_tools::per_element());
    BOOST_TEST(read.relations.at(0).cameo->text() == "042");
}

struct Fate {
    std::map<std::size_t, std::string> fields;
    RowOutcome outcome;
    std::string reason;
};
std::ostream& operator<<(std::ostream& out, const Fate& c) { return out << to_string(c.outcome); }
const Fate gdelt_fates[] = {
    {{{5, ""}, {7, ""}}, RowOutcome::no_actor, ""},
    {{{5, "GOV"}, {7, ""}}, RowOutcome::unknown_actor, ""},
    {{{5, "AFR"}, {7, "AFR"}, {12, ""}}, RowOutcome::unknown_actor, ""},
    {{{15, "CHN"}, {17, "CHN"}}, RowOutcome::within_one_party, ""},
    {{{1, "20200231"}}, RowOutcome::impossible_date, "expected a date, found \"20200231\""},
    {{{26, "999"}}, RowOutcome::unknown_code, "expected a code or name of an event, found \"999\""},
    {{{31, "many"}}, RowOutcome::impossible_value, "expected a count, found \"many\""},
    {{{6, "\xFF"}}, RowOutcome::bad_utf8, "broken UTF-8"},
    {{{6, "two\nlines"}}, RowOutcome::wrong_columns, "expected 61 columns, found 7"},
};
BOOST_DATA_TEST_CASE(a_row_that_gives_no_relation_is_counted, data::make(gdelt_fates), c) {
    auto fields = gdelt_fields(61);
    for (const auto& [column, text] : c.fields)
        fields[column] = text;
    const Collector read = read_table(row(61, gdelt_fields(61)) + row(61, fields));
    BOOST_TEST(read.relations.size() == 1u);
    BOOST_TEST(read.counts[c.outcome] >= 1u);
    BOOST_TEST(read.rejected.empty() == c.reason.empty());
    if (!c.reason.empty()) {
        BOOST_TEST(read.rejected.at(0).reason == c.reason);
        BOOST_TEST(read.rejected.at(0).line == 2u);
    }
}

BOOST_AUTO_TEST_CASE(domestic_rows_are_kept_when_wanted) {
    auto fields = gdelt_fields(61);
    fields[15] = fields[17] = "CHN";
    TableOptions options;
    options.keeps_domestic = true;
    BOOST_TEST(shown(read_table(row(61, fields), options).relations) ==
                   Lines{"CHN[GOV] SUPPORT CHN 2020-04-02"},
               boost::test_tools::per_element());
}

const std::string icews_header = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent "
                                 "Text\tCAMEO Code\tIntensity\tTarget "
                                 "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
                                 "Number\tPublisher\tCity\tDistrict\tProvince\tCountry"
                                 "\tLatitude\tLongitude\n";
std::string icews_row(const std::string& id, const std::string& source, const std::string& code,
                      const std::string& target, const std::string& date = "2018-06-01") {
    return id + "\t" + date + "\t" + source + "\t" + code + "\t1\t" + target +
           "\t90000\t2\tWire\tNA\tNA\tNA\tNA\t1\t2\n";
}

BOOST_AUTO_TEST_CASE(icews_rows_keep_names_and_sorted_sectors) {
    const Collector read = read_table(
        icews_header +
        icews_row("1", "Police (India)\t\"Police,Government\"\tIndia", "Accuse\t112", "China\tNA\tChina") +
        icews_row("2", "European Union\tNA\tNA", "Praise or endorse\t", "Citizen (International)\tNA\tNA",
                  "6/30/2017"));
    BOOST_TEST(shown(read.relations) == (Lines{"IND[Government,Police] ACCUSE/allege CHN 2018-06-01",
                                               "IGO:EU SUPPORT INT[Citizen] 2017-06-30"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_icews_event_that_stands_twice_is_one) {
    const Collector read =
        read_table(icews_header + icews_row("1", "China\tNA\tChina", "Consult\t040", "Belgium\tNA\tBelgium") +
                   icews_row("2", "Belgium\tNA\tBelgium", "Consult\t040", "China\tNA\tChina") +
                   icews_row("3", "China\tNA\tChina", "Make a visit\t042", "Belgium\tNA\tBelgium") +
                   icews_row("4", "Belgium\tNA\tBelgium", "Host a visit\t043", "China\tNA\tChina"));
    BOOST_TEST(shown(read.relations) ==
                   (Lines{"CHN CONSULT = BEL 2018-06-01", "CHN CONSULT/visit BEL 2018-06-01"}),
               boost::test_tools::per_element());
    BOOST_TEST(read.counts[RowOutcome::mirrored] == 2u);
}

BOOST_AUTO_TEST_CASE(reduced_icews_goes_by_cow_numbers) {
    const Collector read = read_table("2010-01-02\tGMY\t255\tGOV\tFRN\t220\tMIL\t040\t1\t1\n");
    BOOST_TEST(shown(read.relations) == Lines{"DEU[GOV] CONSULT = FRA[MIL] 2010-01-02"},
               boost::test_tools::per_element());
}

const std::string polecat_header =
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor "
    "Country\tActor "
    "COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient "
    "Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient "
    "Title\tRecipient "
    "Name Raw\tWikipedia Recipient "
    "ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames "
    "ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory "
    "Locations\tLanguage\tVersion";
std::string polecat_row(const std::string& type, const std::string& actor, const std::string& actor_country,
                        const std::string& recipient, const std::string& recipient_country) {
    return row(40, {{0, "h_1"},
                    {1, "2021-03-04"},
                    {2, type},
                    {3, "None"},
                    {6, "military; diplomatic"},
                    {7, actor},
                    {8, actor_country},
                    {11, "None"},
                    {15, recipient},
                    {16, recipient_country},
                    {19, "None"}});
}

BOOST_AUTO_TEST_CASE(polecat_lists_give_pairs_of_one_act) {
    const Collector read =
        read_table(polecat_header + "\n" +
                   polecat_row("CONSULT", "China; Belgium ;France", "CHN; BEL;FRA", "None", "None") +
                   polecat_row("accuse", "None", "USA", "EU;NATO", "EUR;IGO"));
    BOOST_TEST(shown(read.relations) ==
                   (Lines{"CHN CONSULT = BEL 2021-03-04", "CHN CONSULT = FRA 2021-03-04",
                          "BEL CONSULT = FRA 2021-03-04", "USA ACCUSE IGO:EU(EU) 2021-03-04",
                          "USA ACCUSE IGO:NATO 2021-03-04"}),
               boost::test_tools::per_element());
    BOOST_TEST((read.relations.at(0).act == read.relations.at(2).act));
    BOOST_TEST((read.relations.at(0).act != ActId{}));
    BOOST_TEST((read.relations.at(3).act == read.relations.at(4).act));
    BOOST_TEST(read.relations.at(0).contexts.size() == 2u);
    BOOST_TEST(read.counts.total() == 2u);
}

BOOST_AUTO_TEST_CASE(malformed_polecat_headers_rows_and_encodings_are_read) {
    const std::string row_text = polecat_row("AID",
                                             "\xC9lys\xE9"
                                             "e",
                                             "FRA", "None", "KOS");
    const Collector read =
        read_table(polecat_header + "\tHeadline\n" + row_text.substr(0, row_text.size() - 1) + "\t\t\n");
    BOOST_TEST(shown(read.relations) == Lines{"FRA(\xC3\x89lys\xC3\xA9"
                                              "e) AID XKX 2021-03-04"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(phoenix_runs_of_codes_are_parties_and_roles) {
    const Collector daily = read_table(row(26, {{0, "7_v1"},
                                                {1, "20150203"},
                                                {5, "USAGOVMIL"},
                                                {9, "IGOUNO"},
                                                {13, "043"},
                                                {23, "a;b"},
                                                {24, "https://example.org/x;y"},
                                                {25, "z"}}));
    BOOST_TEST(shown(daily.relations) == Lines{"IGO:UN[UNO] CONSULT/visit USA[GOV,MIL] 2015-02-03"},
               boost::test_tools::per_element());
    BOOST_TEST(daily.relations.at(0).coding.url == "https://example.org/x");
    BOOST_TEST(daily.relations.at(0).coding.mentions == 2u);
    const Collector historical = read_table("eid,story_date,year,month,day,source,source_root,target,"
                                            "code\n\"9\",1/2/1950,1950,1,2,KSVGOV,KSV,ROM,\"190\"\n");
    BOOST_TEST(shown(historical.relations) == Lines{"XKX[GOV] ASSAULT ROU 1950-01-02"},
               boost::test_tools::per_element());
    const Collector petrarch = read_table("20160101\tUSA\tRUS\t112\tX,1\tid1\thttps://example.org/p\twire\n"
                                          "20160101\tUSA\tRUS\t112\tX,1\tid1\twire\n"
                                          "20160101\t---GOV\tRUS\t112\tX,1\tid1\twire\n");
    BOOST_TEST(petrarch.relations.size() == 2u);
    BOOST_TEST(petrarch.relations.at(0).coding.url == "https://example.org/p");
    BOOST_TEST(petrarch.counts[RowOutcome::unknown_actor] == 1u);
}

BOOST_AUTO_TEST_CASE(ucdp_events_between_known_sides_are_mutual_assaults) {
    const std::string header =
        "id,side_a,side_b,gwnoa,gwnob,date_start,date_end,date_prec,number_of_sources,source_headline\n";
    const Collector read =
        read_table(header + "5,Government of India,Government of Pakistan,750,770,1999-05-08 "
                            "00:00:00.000,1999-05-09 00:00:00.000,4,2,\"Kargil, day one\"\n"
                            "6,Government of Afghanistan,Taliban,700,,2019-01-01,2019-01-01,1,1,\n"
                            "7,Government of X,Civilians,700,,2019-01-01,2019-01-01,1,1,\n"
                            "8,Government of X,Y,700,2,2019-01-05,2019-01-01,1,1,\n");
    BOOST_TEST(shown(read.relations) == (Lines{"IND ASSAULT = PAK 1999-05-08..1999-05-09",
                                               "AFG ASSAULT = NSA:TALIBAN 2019-01-01"}),
               boost::test_tools::per_element());
    BOOST_TEST((read.relations.at(0).date_precision == DatePrecision::month));
    BOOST_TEST(read.relations.at(0).evidence.text == "Kargil, day one");
    BOOST_TEST(read.counts[RowOutcome::impossible_date] == 1u);
}

BOOST_AUTO_TEST_CASE(ucdp_events_without_a_header_are_known_by_their_shape) {
    const auto row = [](const std::string& id, const std::string& a, const std::string& b,
                        const std::string& numbers) {
        return id + ",X-1,2024,1,Clear,1,259,259,Border,406,406,A - B,141,141," + a + ",142,142," + b +
               ",3,\"One, two\",Office,2024-01-05,\"A headline\nof two lines\",Ministry,1,Town,\"Town, "
               "hills\",North,,"
               "33.5,44.1,POINT (44.1 33.5),177569,Iraq,645,Middle East,1,1,2024-01-05 00:00:00.000,"
               "2024-01-06 00:00:00.000,0,2,0,0,2,2,2," +
               numbers + "\n";
    };
    const std::string table = row("501", "Government of India", "Government of Pakistan", "750,770") +
                              row("502", "Government of Iraq", "IS", "645,");
    BOOST_TEST((recognise_table(table) == TableFormat::ucdp_ged));
    const Collector read = read_table(table);
    BOOST_TEST(shown(read.relations).at(0) == "IND ASSAULT = PAK 2024-01-05..2024-01-06");
    BOOST_TEST(read.relations.at(0).coding.row == "501");
    BOOST_TEST(read.relations.at(0).evidence.text == "A headline\nof two lines");
    BOOST_TEST(read.counts.total() == 2u);
    BOOST_TEST(read.counts.refused() == 0u);
}

BOOST_AUTO_TEST_CASE(rows_that_give_no_relation_are_shown_with_the_reason) {
    TableOptions options;
    options.most_left_out = 3;
    const Collector read = read_table("date\tsource\tevent\ttarget\n"
                                      "2018-08-29\tSouth Korea\tConsult\tJapan\n"
                                      "2018-08-30\tNobody\tAccuse\tChina\n"
                                      "2018-08-30\tPolice (India)\tAccuse\tIndia\n"
                                      "2018-08-30\t\tAccuse\tIndia\n"
                                      "2018-08-31\t\tAccuse\tIndia\n"
                                      "someday\tIndia\tAccuse\tChina\n",
                                      options);
    Lines left_out;
    for (const LeftOutRow& row : read.left_out)
        left_out.push_back(std::to_string(row.line) + " " + row.reason);
    BOOST_TEST(left_out == (Lines{"3 source or target unknown: \"Nobody\"", "4 within one party",
                                  "5 source or target empty"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(quadruples_are_read_by_names) {
    const Collector read =
        read_table("date\tsource\tevent\ttarget\n"
                   "2018-08-29\tSouth Korea\tConsult\tJapan\n"
                   "2018-08-29\tJapan\tConsult\tSouth Korea\n"
                   "2018-08-29\tPolice (India)\tarrest, detain, or charge with legal action\tChina\n"
                   "2018-08-29\tUnspecified Actor\tAccuse\tChina\n"
                   "2018-08-29\tIndia\tDance\tChina\n");
    BOOST_TEST(shown(read.relations) == (Lines{"KOR CONSULT = JPN 2018-08-29", "JPN CONSULT = KOR 2018-08-29",
                                               "IND[Police] COERCE/arrest CHN 2018-08-29"}),
               boost::test_tools::per_element());
    BOOST_TEST((read.ids.at(0) == read.ids.at(1)));
    BOOST_TEST(read.counts.unknown_actors.at("Unspecified Actor") == 1u);
    BOOST_TEST(read.rejected.at(0).reason == "expected a code or name of an event, found \"Dance\"");
}

struct Named {
    std::string name;
    std::string day;
    std::string shown; // party(actor)[sector], or nothing
};
std::ostream& operator<<(std::ostream& out, const Named& c) { return out << c.name << ' ' << c.day; }
const Named named[] = {
    {"South Korea", "2018-08-29", "KOR"},
    {"Palestinian Territory, Occupied", "2018-08-29", "PSE"},
    {"Police (India)", "2018-08-29", "IND[Police]"},
    {"Citizen (International)", "2018-08-29", "INT[Citizen]"},
    {"Xi Jinping", "2018-08-29", "CHN(Xi Jinping)"},
    {"Xi Jinping", "2005-08-29", ""},
    {"Sergey Viktorovich Lavrov", "2018-08-29", "RUS(Sergey Viktorovich Lavrov)"},
    {"Barack Obama", "2018-08-29", ""},
    {"Umar al Bashir", "2018-08-29", "SDN(Umar al Bashir)"},
    {"Umar al Bashir", "2020-08-29", ""},
    {"Rahul Gandhi", "2018-08-29", "IND(Rahul Gandhi)[Politician]"},
    {"Alexander Novak", "2018-08-29", "RUS(Alexander Novak)[Politician]"},
    {"Alexander Novak", "2021-08-29", "RUS(Alexander Novak)"},
    {"High Commission for Refugees", "2018-08-29", "IGO:UNHCR(High Commission for Refugees)"},
    {"Bharatiya Janata", "2018-08-29", "IND(Bharatiya Janata)[Parties]"},
    {"Montenegro", "2018-08-29", "MNE"},
    {"Saudi Arabian Defence Forces", "2018-08-29", "SAU(Saudi Arabian Defence Forces)"},
    {"Armed Forces of the Russian Federation", "2018-08-29", "RUS(Armed Forces of the Russian Federation)"},
    {"Unspecified Actor", "2018-08-29", ""},
    {"Google", "2018-08-29", ""},
    {"Police (Freedonia)", "2018-08-29", ""},
};
BOOST_DATA_TEST_CASE(a_name_means_a_party_on_a_day, data::make(named), c) {
    const auto found = vocabulary().names.find(c.name, parse_date(c.day));
    std::string text;
    if (found) {
        text = found->party->text();
        text += found->actor.empty() ? "" : "(" + std::string(found->actor) + ")";
        text += found->sector.empty() ? "" : "[" + std::string(found->sector) + "]";
    }
    BOOST_TEST(text == c.shown);
}

struct Unusable {
    std::string first_line;
    std::string notice;
};
std::ostream& operator<<(std::ostream& out, const Unusable& c) { return out << c.notice; }
const Unusable unusable[] = {
    {"", "t: empty: expected a table"},
    {"a,b\n", "t: no table that is known: expected one of \"entente import --help\", or a mapping file"},
    {"410\t20150218230000\t20150218230000\t1\ta\tb\t1\t2\t3\t4\t1\t50\t3\t-1\t\t\n",
     "t: GDELT's table of mentions: it holds no parties"},
    {"rcid,country,country_code,vote\n",
     "t: votes without dates: use the votes of the UN General Assembly with ccode and date"},
    {std::string("\0\1\2", 3), "t: binary data: expected a table"},
};
BOOST_DATA_TEST_CASE(what_is_no_table_of_events_is_named, data::make(unusable), c) {
    const Collector read = read_table(c.first_line);
    BOOST_TEST(read.notices.at(0) == c.notice);
    BOOST_TEST(read.relations.empty());
}

BOOST_AUTO_TEST_CASE(the_parties_of_cameos_groups_are_in_the_gazetteer) {
    for (char a = 'A'; a <= 'Z'; ++a)
        for (char b = 'A'; b <= 'Z'; ++b)
            for (char c = 'A'; c <= 'Z'; ++c) {
                const PartyCode* party = vocabulary().cameo_actors.find_group(std::string{a, b, c});
                BOOST_TEST((party == nullptr || vocabulary().gazetteer.party(*party) != nullptr),
                           std::string({a, b, c}) + " is a known party");
            }
}

BOOST_AUTO_TEST_CASE(tables_of_many_blocks_are_read_in_order) {
    std::string table;
    for (int i = 0; i < 20'000; ++i) {
        auto fields = gdelt_fields(61);
        fields[0] = std::to_string(1000 + i);
        table += row(61, fields);
    }
    const Collector read = read_table(table);
    BOOST_TEST_REQUIRE(read.relations.size() == 20'000u);
    bool is_ordered = true;
    for (std::size_t i = 0; i < read.relations.size(); ++i)
        is_ordered = is_ordered && read.relations[i].evidence.sentence == i + 1 &&
                     read.relations[i].coding.row == std::to_string(1000 + i);
    BOOST_TEST(is_ordered);
    BOOST_TEST(read.end.offset == table.size());
}

BOOST_AUTO_TEST_CASE(an_endless_line_is_refused_and_the_next_one_read) {
    const std::string good = row(61, gdelt_fields(61));
    const Collector read = read_table(good + std::string(20'000'000, 'x') + "\n" + good);
    BOOST_TEST(read.relations.size() == 2u);
    BOOST_TEST(read.rejected.at(0).reason == "expected 61 columns, found 1");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
