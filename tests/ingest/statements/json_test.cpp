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

BOOST_AUTO_TEST_SUITE(json_documents)

BOOST_AUTO_TEST_CASE(an_object_is_a_statement) {
    const Result result =
        read(&read_json, R"({"id": "a", "title": "T", "publisher": "P", "url": "u", "date": "2020-04-02",
                             "language": "en", "topics": [{"text": "inner"}], "text": "One.\r\n\u4e2d"})");
    BOOST_TEST(result.notices.empty());
    const Statement& statement = result.statements.at(0);
    BOOST_TEST(statement.id == "a");
    BOOST_TEST(statement.title == "T");
    BOOST_TEST(statement.publisher == "P");
    BOOST_TEST(statement.url == "u");
    BOOST_TEST(to_string(statement.date.value()) == "2020-04-02");
    BOOST_TEST(statement.language == "en");
    BOOST_TEST(statement.text == "One.\n\xE4\xB8\xAD");
}

BOOST_AUTO_TEST_CASE(arrays_and_sequences_are_read_in_order) {
    const Result result = read(&read_json, R"([{"id": 1, "text": "a"}, {"id": 2, "text": "b", "title": null}]
                            {"id": 3, "text": "c"})");
    BOOST_TEST(result.notices.empty());
    BOOST_TEST_REQUIRE(result.statements.size() == 3u);
    BOOST_TEST(result.statements[0].id == "1");
    BOOST_TEST(result.statements[2].text == "c");
}

struct Broken {
    std::string json;
    std::string notice;
};
std::ostream& operator<<(std::ostream& out, const Broken& c) { return out << c.json.substr(0, 60); }

const Broken broken_documents[] = {
    {"{\"text\": \"a\",\n \"id\" \"b\"}",
     "refused in:2:7: expected a colon after a member's name, found \"\"b\"}\""},
    {"{\"text\": \"a\"", "refused in:1:13: expected a comma or } after a member, found the end"},
    {"[{\"text\": 5}]", "refused in:1:12: expected a string for \"text\", found a number"},
    {"[17]", "refused in:1:4: expected an object, found a number"},
    {"{\"text\": \"\\x\"}", "refused in:1:12: expected an escape that JSON has, found \"x\"}\""},
    {"{\"title\": \"a\"}", "refused in:1:1: a statement without text"},
    {"{\"text\": tru}", "refused in:1:13: expected a value, found \"}\""},
};
BOOST_DATA_TEST_CASE(a_broken_document_is_named, data::make(broken_documents), c) {
    BOOST_TEST(read(&read_json, c.json).notices.at(0) == c.notice);
}

BOOST_AUTO_TEST_CASE(a_broken_array_keeps_what_came_before) {
    const Result result = read(&read_json, "[{\"text\": \"a\"},\n{\"text\": }, {\"text\": \"c\"}]");
    BOOST_TEST(result.statements.size() == 1u);
    BOOST_TEST(result.notices.at(0) == "refused in:2:10: expected a value, found \"}, {\"text\": \"c\"}]\"");
    BOOST_TEST(result.notices.at(1) == "refused in:2:10: the rest of the file is not read");
}

BOOST_AUTO_TEST_CASE(a_broken_line_of_ndjson_is_named_and_the_rest_kept) {
    const Result result = read(&read_ndjson, "{\"text\": \"a\"}\n"
                                             "{\"text\": \"b\n"
                                             "\n"
                                             "{\"text\": \"c\"} {\"text\": \"d\"}\r\n"
                                             "nonsense\n"
                                             "{\"text\": \"e\"}");
    BOOST_TEST(result.statements.size() == 4u);
    BOOST_TEST_REQUIRE(result.notices.size() == 2u);
    BOOST_TEST(result.notices[0] ==
               "refused in:2:12: expected the end of a string, or an escape, found the end");
    BOOST_TEST(result.notices[1] == "refused in:5:2: expected a value, found \"onsense\"");
}

BOOST_AUTO_TEST_CASE(nesting_of_100000_is_refused) {
    const std::string nested = "{\"a\": " + std::string(100'000, '[');
    BOOST_TEST(read(&read_json, nested).notices.at(0) == "refused in:1:107: nested more than 100 deep");
    const Result result = read(&read_ndjson, nested + "\n{\"text\": \"b\"}\n");
    BOOST_TEST(result.statements.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_line_too_long_is_refused_and_the_next_one_read) {
    ReadOptions options = dated();
    options.maximum_statement_bytes = 100'000;
    const std::string line = "{\"text\": \"" + std::string(5'000'000, 'x') + "\"}\n";
    const Result result = read(&read_ndjson, line + "{\"text\": \"b\"}\n", options);
    BOOST_TEST(result.statements.size() == 1u);
    BOOST_TEST(result.notices.at(0) == "refused in:1:204099: a statement longer than 100000 bytes");
}

BOOST_AUTO_TEST_CASE(broken_characters_in_a_string_are_told_with_the_documents_place) {
    const Result result = read(&read_ndjson, "{\"text\": \"a\"}\n {\"text\": \"b \xFF\"}\n");
    BOOST_TEST(result.statements.at(1).text == "b \xEF\xBF\xBD");
    BOOST_TEST(result.notices.at(0) == "warning in:2:2: a broken character replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(a_bad_date_is_told_and_the_statement_kept) {
    const Result result = read(&read_ndjson, "{\"date\": \"soon\", \"text\": \"a\"}\n");
    BOOST_TEST(result.statements.size() == 1u);
    BOOST_TEST(result.notices.at(0) == "warning in:1:16: expected a date such as 2020-04-02, found \"soon\"");
    BOOST_TEST(result.notices.size() == 1u); // and not that it is unknown, too
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
