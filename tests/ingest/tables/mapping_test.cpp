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

Collector read_mapped(const std::string& mapping, const std::string& table,
                      const std::string& file = "m.json") {
    TableOptions options;
    options.mapping = mapping;
    options.mapping_file = file;
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

BOOST_AUTO_TEST_CASE(quotes_may_hold_lines_and_one_without_an_end_costs_its_line_alone) {
    const Collector read =
        read_mapped(R"({"name": "n", "columns": {"source": "s", "target": "t", "code": "c", "date": "d"}})",
                    "s,t,c,d,note\nChina,Belgium,042,2020-04-02,\"two\nlines\"\n"
                    "China,Belgium,042,2020-04-03,\"open\nChina,Belgium,042,2020-04-04,\n");
    BOOST_TEST(shown(read.relations) ==
                   (Lines{"CHN CONSULT/visit BEL 2020-04-02", "CHN CONSULT/visit BEL 2020-04-04"}),
               boost::test_tools::per_element());
    BOOST_TEST(read.counts[RowOutcome::open_quote] == 1u);
    BOOST_TEST(read.rejected.at(0).reason == "a quote that nothing closes");
    BOOST_TEST(read.rejected.at(0).line == 4u);
}

BOOST_AUTO_TEST_CASE(tables_without_a_header_go_by_numbers) {
    const Collector read = read_mapped(R"({"name": "n", "header": false, "actors": "cow", "symmetric": true,
        "date_format": "YYYY", "constants": {"code": "AGREE"}, "columns": {"source": 2, "target": 3, "date": 1}})",
                                       "1955\t260\t220\n");
    BOOST_TEST(shown(read.relations) == Lines{"DEU AGREE = FRA 1955-01-01"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_mapping_in_toml_says_what_one_in_json_does) {
    const std::string table = "No;Day;From;To;Kind\n1;2.4.2020;CN;BE;visit\n2;3.4.2020;UK;FR;\n";
    const Collector json = read_mapped(R"({
        "name": "visits", "separator": ";", "quotes": false, "date_format": "D.M.YYYY", "actors": "iso2",
        "columns": {"source": "from", "target": 4, "code": "kind", "date": "day", "id": "no"},
        "constants": {"code": "040"}, "values": {"source": {"UK": "GB"}, "code": {"visit": "042"}}
    })",
                                       table);
    const Collector toml = read_mapped(R"(# The same.
name = "visits"
separator = ";"
quotes = false
date_format = 'D.M.YYYY'
actors = "iso2"
columns = {source = "from", target = 4, code = "kind", date = "day", id = "no"}
constants.code = "040"

[values.source]
UK = "GB"

[values.code]
visit = "042"
)",
                                       table, "m.toml");
    BOOST_TEST(json.relations.size() == 2u);
    BOOST_TEST((toml.relations == json.relations));
}

struct Wrong {
    std::string mapping;
    std::string message;
};
std::ostream& operator<<(std::ostream& out, const Wrong& c) { return out << c.mapping; }
const Wrong wrong[] = {
    {"{\"name\": \"n\",\n \"columns\": }", "m.json:2:13: Invalid value."},
    {"[]", "m.json:1:1: expected an object"},
    {R"({"columns": {"source": "a"}})", "m.json: expected a \"name\" for the dataset"},
    {R"({"name": "n", "columns": {"source": "a"}})", "m.json: expected a column or constant for \"target\""},
    {R"({"name": "n", "colums": {}})",
     "m.json:1:15: expected one of name, separator, quotes, header, symmetric, actors, date_format, columns, "
     "constants and values, found \"colums\""},
    {"{\n  \"name\": \"\u00fc\", // the dataset\n  \"columns\": {\"s\u00f6urce\": 1, /* \"x\" */ \"sauce\": "
     "\"a\"}}",
     "m.json:3:15: expected a field such as source, target, code or date in \"columns\", found "
     "\"s\u00f6urce\""},
    {"{\"name\": \"\u00fc\", \"columns\": {\"source\": 1, /* \"x\" */ \"sauce\": \"a\"}}",
     "m.json:1:50: expected a field such as source, target, code or date in \"columns\", found \"sauce\""},
    {R"({"name": "n", "actors": "runes"})", "m.json:1:25: expected names, iso3, iso2, cow, cow_abbreviation, "
                                            "gw, fips or cameo for \"actors\", found \"runes\""},
    {R"({"name": "n", "separator": "ab"})",
     "m.json:1:28: expected one character for \"separator\", found \"ab\""},
    {R"({"name": 5})", "m.json:1:10: expected a string for \"name\""},
    {R"({"name": [[], {"a": 1}, -1, 2.5, null], "quotes": 1})",
     "m.json:1:10: expected a string for \"name\""},
    {R"({"name": "n", "quotes": "no"})", "m.json:1:25: expected true or false for \"quotes\""},
    {R"({"name": "n", "date_format": "D/M"})",
     "m.json:1:30: expected YYYY-MM-DD, M/D/YYYY, D.M.YYYY, D/M/YYYY, YYYYMMDD or YYYY for \"date_format\", "
     "found \"D/M\""},
    {R"({"name": "n", "columns": ["a"]})", "m.json:1:26: expected an object or table for \"columns\""},
    {R"({"name": "n", "values": {"code": "042"}})",
     "m.json:1:34: expected an object or table of values for \"code\""},
    {R"({"name": "n", "values": {"code": {"visit": 42}}})", "m.json:1:44: expected a string for \"visit\""},
    {"[[[[[[[[[[[[", "m.json:1:9: nested more than 8 deep"},
    {R"({"name": "n", "columns": {"source": "a", "target": "b", "code": "c", "date": "d"}})",
     "m.json:1:78: expected a column of t, found \"d\""},
    {R"({"name": "n", "columns": {"source": 0}})",
     "m.json:1:37: expected the name or number of a column for \"source\""},
};
BOOST_DATA_TEST_CASE(a_wrong_mapping_is_named, data::make(wrong), c) {
    BOOST_CHECK_EXCEPTION(read_mapped(c.mapping, "a,b,c\n"), InputError, [&](const InputError& error) {
        BOOST_TEST(error.what() == c.message);
        return true;
    });
}

const Wrong wrong_toml[] = {
    {"name = \"n\"\ncolumns = \n", "m.toml:2:11: "},
    {"name = \"n\"\nname = \"m\"\n", "m.toml:2:"},
    {"name = \"n\"\n[columns]\nsource = 1\n[{]\n",
     "m.toml:4: expected a key or a table's name, found something else"},
    {"name = \"n\"\n[{", "m.toml:2: expected a key or a table's name, found something else"},
    // letters that toml++ did not expect outside of strings
    {"name = \"\u00fc\" # \u00fc\n\ufefb = 1\n", "m.toml:2:1: "},
    {"name = \"n\" \u00e9\n", "m.toml:1:12: "},
    {"name = 5\n", "m.toml:1:8: expected a string for \"name\""},
    {"name = 2020-04-02\n", "m.toml:1:8: expected a string for \"name\""},
    {"name = \"n\"\n[colums]\n",
     "m.toml:2:2: expected one of name, separator, quotes, header, symmetric, actors, date_format, columns, "
     "constants and values, found \"colums\""},
    {"name = '''\u00fc''''\n[columns]\nsource = 1\nsauce = \"a\"\n",
     "m.toml:4:1: expected a field such as source, target, code or date in \"columns\", found \"sauce\""},
    {"name = \"\u00fc\"\n[columns]\nsource = 1\nsauce = \"a\"\n",
     "m.toml:4:1: expected a field such as source, target, code or date in \"columns\", found \"sauce\""},
    {"name = \"n\"\n[columns]\nsource = -1\n",
     "m.toml:3:10: expected the name or number of a column for \"source\""},
    {"name = \"n\"\n[columns]\nsource = \"a\"\n", "m.toml: expected a column or constant for \"target\""},
    {"name = \"n\"\ncolumns = {source = \"a\", target = \"b\", code = \"c\", date = \"d\"}\n",
     "m.toml:2:59: expected a column of t, found \"d\""},
};
// What toml++ itself says is not looked at, only where.
BOOST_DATA_TEST_CASE(a_wrong_mapping_in_toml_is_named, data::make(wrong_toml), c) {
    BOOST_CHECK_EXCEPTION(read_mapped(c.mapping, "a,b,c\n", "m.toml"), InputError,
                          [&](const InputError& error) {
                              const bool is_ours = c.message.find("expected") != std::string::npos;
                              const std::string what = error.what();
                              BOOST_TEST((is_ours ? what : what.substr(0, c.message.size())) == c.message);
                              return true;
                          });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
