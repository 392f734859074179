// SPDX-License-Identifier: Apache-2.0
#include "graph/nearest_word.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

namespace data = boost::unit_test::data;

struct Case {
    const char* word;
    const char* nearest;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.word; }

BOOST_AUTO_TEST_SUITE(nearest_word)

const Case cases[] = {
    {"between", "between"},
    {"betwen", "between"},    // one letter too few
    {"BETWEEEN", "between"},  // one too many, in capitals
    {"explian", "explain"},   // two that changed places
    {"ecport", "export"},     // another letter
    {"exp", ""},              // a third of its letters is one: too far from all
    {"completely-other", ""}, // nothing near
    {"", ""},
};
BOOST_DATA_TEST_CASE(is_the_one_that_was_meant, data::make(cases), row) {
    BOOST_TEST(entente::nearest_word(row.word, {"between", "explain", "export"}) == row.nearest);
}

BOOST_AUTO_TEST_CASE(is_the_first_of_those_equally_near) {
    BOOST_TEST(entente::nearest_word("rank", {"bank", "tank"}) == "bank");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
