// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/tables/table_reading.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;
using Lines = std::vector<std::string>;

Collector read_mapped(const std::string& mapping, const std::string& table) {
    TableOptions options;
    options.mapping = mapping;
    options.mapping_file = "m.json";
    return read_table(table, options);
}

BOOST_AUTO_TEST_SUITE(mappings)

BOOST_AUTO_TEST_CASE(columns_constants_and_values_are_mapped) {
    const Collector read =
        read_mapped(R"({
        // Comments are welcome.
        "name": "visits", "separator": ";", "date_format": "D.M.YYYY", "actors": "iso2",
        "columns": {"source": "from", "target": "to", "code": "kind", "date": "day", "weight": "n", "id": "no",
                    "url": "link", "text": "note", "source_actor": "who"},
        "constants": {"code": "040"},
        "values": {"source": {"UK": "GB"}, "code": {"visit": "042", "aid": "AID"}},
    })",
                    "No;Day;From;To;Kind;n;link;note;who\n"
                    "1;2.4.2020;CN;BE;visit;3;https://example.org;\"said; done\";Xi Jinping\n"
                    "2;3.4.2020;UK;FR;aid;;;;\n"
                    "3;3.4.2020;UK;FR;;;;;\n"
                    "4;3.4.2020;UK;QQ;;;;;\n"
                    "5;40.4.2020;UK;FR;;;;;\n");
    BOOST_TEST(read.notices.empty());
    BOOST_TEST(shown(read.relations) == (Lines{"CHN(Xi Jinping) CONSULT/visit BEL 2020-04-02",
                                               "GBR AID FRA 2020-04-03", "GBR CONSULT FRA 2020-04-03"}),
               boost::test_tools::per_element());
    const Relation& first = read.relations.at(0);
    BOOST_TEST(first.coding.dataset == "visits");
    BOOST_TEST(first.coding.row == "1");
    BOOST_TEST(first.coding.url == "https://example.org");
    BOOST_TEST(first.coding.mentions == 3u);
    BOOST_TEST(first.evidence.text == "said; done");
    BOOST_TEST(read.counts.unknown_actors.at("QQ") == 1u);
    BOOST_TEST(read.rejected.at(0).reason == "expected a date, found \"40.4.2020\"");
}

BOOST_AUTO_TEST_CASE(tables_without_a_header_go_by_numbers) {
    const Collector read = read_mapped(R"({"name": "n", "header": false, "actors": "cow", "symmetric": true,
        "date_format": "YYYY", "constants": {"code": "AGREE"}, "columns": {"source": 2, "target": 3, "date": 1}})",
                                       "1955\t260\t220\n");
    BOOST_TEST(shown(read.relations) == Lines{"DEU AGREE = FRA 1955-01-01"},
               boost::test_tools::per_element());
}

struct Wrong {
    std::string mapping;
    std::string message;
};
std::ostream& operator<<(std::ostream& out, const Wrong& c) { return out << c.mapping; }
const Wrong wrong[] = {
    {"{\"name\": \"n\",\n \"columns\": }", "m.json:2:13: Invalid value."},
    {"[]", "m.json: expected an object"},
    {R"({"columns": {"source": "a"}})", "m.json: expected a \"name\" for the dataset"},
    {R"({"name": "n", "columns": {"source": "a"}})", "m.json: expected a column or constant for \"target\""},
    {R"({"name": "n", "colums": {}})", "m.json: expected one of name, separator, quotes, header, symmetric, "
                                       "actors, date_format, columns, constants and "
                                       "values, found \"colums\""},
    {R"({"name": "n", "columns": {"sauce": "a"}})",
     "m.json: expected a field such as source, target, code or date in \"columns\", found \"sauce\""},
    {R"({"name": "n", "actors": "runes"})", "m.json: expected names, iso3, iso2, cow, cow_abbreviation, gw, "
                                            "fips or cameo for \"actors\", found \"runes\""},
    {R"({"name": "n", "separator": "ab"})", "m.json: expected one character for \"separator\", found \"ab\""},
    {R"({"name": 5})", "m.json: expected a string for \"name\""},
    {R"({"name": "n", "columns": {"source": "a", "target": "b", "code": "c", "date": "d"}})",
     "m.json: expected a column of t, found \"d\""},
    {R"({"name": "n", "columns": {"source": 0}})",
     "m.json: expected the name or number of a column for \"source\""},
};
BOOST_DATA_TEST_CASE(a_wrong_mapping_is_named, data::make(wrong), c) {
    BOOST_CHECK_EXCEPTION(read_mapped(c.mapping, "a,b,c\n"), InputError, [&](const InputError& error) {
        BOOST_TEST(error.what() == c.message);
        return true;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
