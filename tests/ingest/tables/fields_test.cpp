// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/fields.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <random>

namespace {

using namespace entente::detail;
namespace data = boost::unit_test::data;

// Records as "line:field|field", with the fault behind.
std::vector<std::string> records(const std::string& text, const Dialect& dialect) {
    std::string padded = text + std::string(FieldSplitter::padding, '\t');
    FieldSplitter splitter(std::string_view(padded).substr(0, text.size()), dialect, 1);
    std::vector<std::string> out;
    while (splitter.next()) {
        std::string record = std::to_string(splitter.line()) + ":";
        for (std::size_t i = 0; i < splitter.fields().size(); ++i)
            record.append(i == 0 ? "" : "|").append(splitter.fields()[i]);
        if (splitter.fault() == RecordFault::bad_utf8)
            record += " bad utf8";
        if (splitter.fault() == RecordFault::open_quote)
            record += " open quote";
        out.push_back(record);
    }
    return out;
}

struct Case {
    std::string text;
    std::vector<std::string> records;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }

BOOST_AUTO_TEST_SUITE(table_fields)

const Case plain_cases[] = {
    {"a\tb\nc\td\n", {"1:a|b", "2:c|d"}},
    {"a\tb", {"1:a|b"}},
    {"\t\n\t", {"1:|", "2:|"}},
    {"a\r\n\r\n\nb\tc\r\n", {"1:a", "4:b|c"}},
    {"\"a\tb\"\n", {"1:\"a|b\""}},
    {"a\t\xFF\nb\t\xC3\xA9\n", {"1:a|\xFF bad utf8", "2:b|\xC3\xA9"}},
    {"0123456789abcdef\t0123456789abcdef\nx\n", {"1:0123456789abcdef|0123456789abcdef", "2:x"}},
    {"", {}},
};
BOOST_DATA_TEST_CASE(tabs_and_line_ends_part_fields, data::make(plain_cases), c) {
    BOOST_TEST(records(c.text, {'\t', false}) == c.records, boost::test_tools::per_element());
}

const Case quoted_cases[] = {
    {"a,b\nc,d\n", {"1:a|b", "2:c|d"}},
    {"\"a,b\",c\n", {"1:a,b|c"}},
    {"\"say \"\"hi\"\"\",\"\"\n", {"1:say \"hi\"|"}},
    {"\"two\nlines\",x\ny,z\n", {"1:two\nlines|x", "3:y|z"}},
    {"\"two\n\"\"lines\"\"\",\"a\"\"b\"\ny,z\n", {"1:two\n\"lines\"|a\"b", "3:y|z"}},
    {"a,\"open\nb,c\n", {"1: open quote", "2:b|c"}},
    {"a,it's\n", {"1:a|it's"}},
    {"\"a\"x,b\n", {"1:a|b"}},
    {"a,\n", {"1:a|"}},
    {"a,\xFF\n", {"1:a|\xFF bad utf8"}},
};
BOOST_DATA_TEST_CASE(quotes_hold_separators_and_line_ends, data::make(quoted_cases), c) {
    BOOST_TEST(records(c.text, {',', true}) == c.records, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(wide_scanning_finds_what_a_plain_loop_finds, data::xrange(200u), seed) {
    std::mt19937 random(seed);
    std::string text;
    const std::size_t size = random() % 300;
    for (std::size_t i = 0; i < size; ++i)
        text += "abcdefg\t\t\n"[random() % 10];
    std::vector<std::string> expected;
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        ++line;
        std::string record = text.substr(begin, end - begin);
        std::replace(record.begin(), record.end(), '\t', '|');
        if (!record.empty())
            expected.push_back(std::to_string(line) + ":" + record);
        begin = end + 1;
    }
    BOOST_TEST(records(text, {'\t', false}) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_cut_never_parts_a_record) {
    BOOST_TEST(whole_records("a\tb\nc", {'\t', false}) == 4u);
    BOOST_TEST(whole_records("abc", {'\t', false}) == 0u);
    BOOST_TEST(whole_records("a,b\n\"c\nd", {',', true}) == 4u);
    BOOST_TEST(whole_records("a,\"b\nc\"\nd", {',', true}) == 8u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
