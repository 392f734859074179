// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/statements/reading.hpp"

#include <boost/test/unit_test.hpp>

#include <streambuf>

namespace {

using namespace entente;
using namespace entente::test;

// One line of `size` times the same letter, without the memory.
class LongLine : public std::streambuf {
public:
    explicit LongLine(std::size_t size) : block_(std::size_t{1} << 20, 'x'), left_(size) {}

private:
    int_type underflow() override {
        const std::size_t size = std::min(left_, block_.size());
        left_ -= size;
        setg(block_.data(), block_.data(), block_.data() + size);
        return size == 0 ? traits_type::eof() : traits_type::to_int_type(block_.front());
    }

    std::string block_;
    std::size_t left_;
};

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(a_text_is_one_statement_as_it_stands) {
    const Result result = read(&read_plain_text, "China thanks\r\nBelgium.\r\n\r\nBelgium thanks China.\n");
    BOOST_TEST(result.notices.empty());
    BOOST_TEST_REQUIRE(result.statements.size() == 1u);
    BOOST_TEST(result.statements[0].text == "China thanks\nBelgium.\n\nBelgium thanks China.\n");
}

BOOST_AUTO_TEST_CASE(identifiers_derive_from_the_text_alone) {
    const Result first = read(&read_plain_text, "China thanks Belgium.", dated(), "a.txt");
    const Result second = read(&read_plain_text, "China thanks Belgium.", {}, "b.txt");
    const Result other = read(&read_plain_text, "China thanks France.", dated(), "a.txt");
    BOOST_TEST(first.statements.at(0).id == "statement-deb549829ae8e5ad");
    BOOST_TEST(second.statements.at(0).id == first.statements.at(0).id);
    BOOST_TEST(other.statements.at(0).id != first.statements.at(0).id);
}

BOOST_AUTO_TEST_CASE(defaults_fill_what_is_missing) {
    ReadOptions options = dated();
    options.publisher = "Ministry of Foreign Affairs of China";
    const Statement statement = read(&read_plain_text, "China thanks Belgium.", options).statements.at(0);
    BOOST_TEST(to_string(statement.date.value()) == "2020-04-03");
    BOOST_TEST(statement.publisher == "Ministry of Foreign Affairs of China");
}

BOOST_AUTO_TEST_CASE(an_unknown_date_is_told_and_the_statement_kept) {
    const Result result = read(&read_plain_text, "China thanks Belgium.", {});
    BOOST_TEST(result.statements.size() == 1u);
    BOOST_TEST(result.notices == std::vector<std::string>{"warning in: date unknown"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_refused) {
    BOOST_TEST(read(&read_plain_text, "").notices.at(0) == "refused in: empty: expected a statement");
    BOOST_TEST(read(&read_plain_text, " \n\n").notices.at(0) == "refused in: empty: expected a statement");
}

BOOST_AUTO_TEST_CASE(broken_characters_are_replaced_and_located) {
    const Result result = read(&read_plain_text, "Belgi\xC3\xAB and\nChina \xFF.");
    BOOST_TEST(result.statements.at(0).text == "Belgi\xC3\xAB and\nChina \xEF\xBF\xBD.");
    BOOST_TEST(result.notices.at(0) == "warning in:2:7: a broken character replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(windows_1252_is_told) {
    const Result result = read(&read_plain_text, "caf\xE9");
    BOOST_TEST(result.statements.at(0).text == "caf\xC3\xA9");
    BOOST_TEST(result.notices.at(0) == "warning in: not UTF-8: read as Windows-1252");
}

BOOST_AUTO_TEST_CASE(a_line_of_100_megabytes_is_refused_and_not_held) {
    LongLine line(100'000'000);
    std::istream in(&line);
    const Result result = read_stream(static_cast<Reader>(&read_statements), in);
    BOOST_TEST(result.statements.empty());
    BOOST_TEST(result.notices.at(0) == "refused in: a statement longer than 16 MiB");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
