// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/event_date.hpp"

#include "tests/ingest/sentence.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

struct Case {
    const char* text;
    bool ahead;
    const char* found;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.text; }

std::string shown(const std::optional<coding::EventDate>& date) {
    if (!date)
        return "nothing";
    std::string text = to_string(date->date);
    if (date->end)
        text += " to " + to_string(*date->end);
    return text;
}

std::string date_in(const char* text, const char* published, bool ahead) {
    const ud::Sentence sentence = testing::words(text);
    const ud::Tree tree(sentence);
    return shown(coding::find_date(tree, 0, tree.size(), parse_date(published), ahead));
}

BOOST_AUTO_TEST_SUITE(event_date)

// 2 April 2020 was a Thursday.
const Case cases[] = {
    {"spoke on 2 April", false, "2020-04-02"},
    {"spoke on April 2 , 2019", false, "2019-04-02"},
    {"spoke on the 3rd of March", false, "2020-03-03"},
    {"spoke on 20 December", false, "2019-12-20"},
    {"will meet on 20 December", true, "2020-12-20"},
    {"will meet on 10 January", true, "2021-01-10"},
    {"visited from March 20 to 27 , 2016", false, "2016-03-20 to 2016-03-27"},
    {"visited on 6 to 7 May 2013", false, "2013-05-06 to 2013-05-07"},
    {"visited in May 2013", false, "2013-05-01 to 2013-05-31"},
    {"met in February", false, "2020-02-01 to 2020-02-29"},
    {"spoke today", false, "2020-04-02"},
    {"spoke yesterday", false, "2020-04-01"},
    {"will speak tomorrow", true, "2020-04-03"},
    {"spoke on Monday", false, "2020-03-30"},
    {"spoke on Thursday", false, "2020-04-02"},
    {"will meet on Monday", true, "2020-04-06"},
    {"met last week", false, "2020-03-23 to 2020-03-29"},
    {"will meet next week", true, "2020-04-06 to 2020-04-12"},
    {"met last month", false, "2020-03-01 to 2020-03-31"},
    {"met last year", false, "2019-01-01 to 2019-12-31"},
    {"spoke on 31 February", false, "nothing"},
    {"sent 2 Marches of relief", false, "nothing"},
    {"they may 2 agree", false, "nothing"},
    {"a meeting of 30 states", false, "nothing"},
};
BOOST_DATA_TEST_CASE(a_date_is_read_against_the_day_of_publication, data::make(cases), row) {
    BOOST_TEST(date_in(row.text, "2020-04-02", row.ahead) == row.found);
}

const Case undated[] = {
    {"spoke on 2 April 2020", false, "2020-04-02"},
    {"spoke on 2 April", false, "nothing"},
    {"spoke yesterday", false, "nothing"},
    {"spoke on Monday", false, "nothing"},
};
BOOST_DATA_TEST_CASE(without_a_day_of_publication_only_whole_dates_are_read, data::make(undated), row) {
    BOOST_TEST(date_in(row.text, "", row.ahead) == row.found);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
