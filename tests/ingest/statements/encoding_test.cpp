// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/encoding.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
using namespace std::string_literals;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(encoding)

struct Case {
    std::string bytes;
    std::string text;
    std::size_t replaced;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }

const Case utf8_cases[] = {
    {"Belgi\xC3\xAB", "Belgi\xC3\xAB", 0},
    {"\xEF\xBB\xBFtext", "text", 0},
    {"\xF0\x9F\x95\x8A", "\xF0\x9F\x95\x8A", 0},
    {"talks \xFF\xFE on", "talks \xEF\xBF\xBD\xEF\xBF\xBD on", 2},
    {"\xC3\xAB caf\xE9", "\xC3\xAB caf\xEF\xBF\xBD", 1},
    {"cut \xE2\x82", "cut \xEF\xBF\xBD", 1},
    {"cut \xF0\x9F\x95", "cut \xEF\xBF\xBD", 1},
    {"long \xC0\xAF.", "long \xEF\xBF\xBD\xEF\xBF\xBD.", 2},
    {"surrogate \xED\xA0\x80", "surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
    {"a\0b"s, "a\xEF\xBF\xBD"s + "b", 1},
};
BOOST_DATA_TEST_CASE(what_is_broken_in_utf8_is_replaced, data::make(utf8_cases), c) {
    const DecodedText decoded = decode(c.bytes);
    BOOST_TEST(decoded.text == c.text);
    BOOST_TEST(decoded.replaced == c.replaced);
    BOOST_TEST((decoded.encoding == Encoding::utf8));
}

BOOST_AUTO_TEST_CASE(the_first_replacement_is_located_in_code_points) {
    const DecodedText decoded = decode("\xC3\xA9t\xC3\xA9\nB\xC3\xA9\xFFx\xFF");
    BOOST_TEST(decoded.line == 2u);
    BOOST_TEST(decoded.column == 3u);
}

const Case windows_cases[] = {
    {"caf\xE9 and na\xEFve", "caf\xC3\xA9 and na\xC3\xAFve", 0},
    {"\x93Peace\x94 \x96 he said", "\xE2\x80\x9CPeace\xE2\x80\x9D \xE2\x80\x93 he said", 0},
    {"gr\xFC\xDF"
     "e",
     "gr\xC3\xBC\xC3\x9F"
     "e",
     0},
    {"China\x92s \x80 5", "China\xE2\x80\x99s \xE2\x82\xAC 5", 0},
};
BOOST_DATA_TEST_CASE(prose_in_windows_1252_is_told_from_utf8, data::make(windows_cases), c) {
    const DecodedText decoded = decode(c.bytes);
    BOOST_TEST(decoded.text == c.text);
    BOOST_TEST(decoded.replaced == c.replaced);
    BOOST_TEST((decoded.encoding == Encoding::windows_1252));
}

const Case utf16_cases[] = {
    {"\xFF\xFEH\0i\0"s, "Hi", 0},
    {"\xFE\xFF\0H\0i"s, "Hi", 0},
    {"\xFF\xFE\x3D\xD8\x4A\xDD"s, "\xF0\x9F\x95\x8A", 0},
    {"\xFF\xFE\x3D\xD8H\0"s, "\xEF\xBF\xBDH", 1},
    {"\xFF\xFEH\0i"s, "H\xEF\xBF\xBD", 1},
};
BOOST_DATA_TEST_CASE(utf16_is_known_by_its_mark, data::make(utf16_cases), c) {
    const DecodedText decoded = decode(c.bytes);
    BOOST_TEST(decoded.text == c.text);
    BOOST_TEST(decoded.replaced == c.replaced);
    BOOST_TEST((decoded.encoding == Encoding::utf16));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
