// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/statements/reading.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(front_matter_gives_the_metadata) {
    const Result result = read(&read_markdown, "---\n"
                                               "id: call-1\n"
                                               "title: \"Xi: \\\"support\\\"\"\n"
                                               "date: 2020-04-02 # a Thursday\n"
                                               "publisher: 'China''s ministry'\n"
                                               "source_url: https://example.org/a#b\n"
                                               "language: en\n"
                                               "tags:\n  - call\n"
                                               "---\n\nChina thanks Belgium.\n");
    BOOST_TEST(result.notices.empty());
    const Statement& statement = result.statements.at(0);
    BOOST_TEST(statement.id == "call-1");
    BOOST_TEST(statement.title == "Xi: \"support\"");
    BOOST_TEST(to_string(statement.date.value()) == "2020-04-02");
    BOOST_TEST(statement.publisher == "China's ministry");
    BOOST_TEST(statement.url == "https://example.org/a#b");
    BOOST_TEST(statement.language == "en");
    BOOST_TEST(statement.text == "China thanks Belgium.");
}

BOOST_AUTO_TEST_CASE(a_folded_title_is_one_line) {
    const Result result =
        read(&read_markdown, "---\ntitle: >\n  A long\n  title\ndate: 2020-04-02\n---\nText.\n");
    BOOST_TEST(result.statements.at(0).title == "A long title");
}

BOOST_AUTO_TEST_CASE(the_first_heading_is_the_title_where_none_is_given) {
    const Statement statement = read(&read_markdown, "# A call\n\nChina thanks Belgium.\n").statements.at(0);
    BOOST_TEST(statement.title == "A call");
    BOOST_TEST(statement.text == "China thanks Belgium.");
}

struct Case {
    std::string markdown;
    std::string text;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.markdown; }

const Case cases[] = {
    {"China **firmly** supports *Belgium*.", "China firmly supports Belgium."},
    {"See [the *readout*](https://example.org/a(b)) and [this][1].", "See the readout and this."},
    {"![The king](king.jpg) called.", "The king called."},
    {"- first item\n- second\n  goes on\n\n1. third", "first item\n\nsecond\ngoes on\n\nthird"},
    {"> quoted\n> words", "quoted\nwords"},
    {"## A heading ##\nText.", "A heading\n\nText."},
    {"A heading\n---\nText.", "A heading\n\nText."},
    {"one line\nand another", "one line\nand another"},
    {"5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"},
    {"\\*kept\\*", "*kept*"},
    {"a\n\n***\n\nb", "a\n\nb"},
    {"<b>bold</b> <https://example.org> 3 < 4", "bold https://example.org 3 < 4"},
    {"```\ncode *here*\n```", "code here"},
    {"[not a link] [", "[not a link] ["},
};
BOOST_DATA_TEST_CASE(marks_are_taken_away, data::make(cases), c) {
    BOOST_TEST(read(&read_markdown, c.markdown).statements.at(0).text == c.text);
}

BOOST_AUTO_TEST_CASE(front_matter_without_an_end_is_text) {
    const Result result = read(&read_markdown, "---\ntitle: A call\n\nChina thanks Belgium.\n");
    BOOST_TEST(result.notices.at(0) ==
               "warning in:1:1: expected a line --- that ends the front matter, found the end");
    BOOST_TEST(result.statements.at(0).text == "title: A call\n\nChina thanks Belgium.");
}

BOOST_AUTO_TEST_CASE(a_bad_line_of_the_front_matter_is_named) {
    const Result result = read(&read_markdown, "---\ntitle: A call\nnonsense\ndate: someday\n---\nText.\n");
    BOOST_TEST(result.notices.at(0) == "warning in:3:1: expected \"key: value\", found \"nonsense\"");
    BOOST_TEST(result.notices.at(1) ==
               "warning in:4:1: expected a date such as 2020-04-02, found \"someday\"");
    BOOST_TEST(result.statements.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_million_brackets_are_read_in_linear_time) {
    const std::string brackets(1'000'000, '[');
    BOOST_TEST(read(&read_markdown, brackets).statements.at(0).text == brackets);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
