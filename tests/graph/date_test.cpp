// SPDX-License-Identifier: Apache-2.0
#include "graph/date.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(date)

const std::string good_dates[] = {"2020-04-02", "2020-04-02T10:00:00Z", "20200402", "2020-04-02 10:00"};
BOOST_DATA_TEST_CASE(a_day_is_read_in_each_form, data::make(good_dates), text) {
    BOOST_TEST(to_string(parse_date(text).value()) == "2020-04-02");
}

const std::string bad_dates[] = {"",           "2021-02-29", "2020-13-01",
                                 "2020-4-2",   "02-04-2020", "2020-04-02x",
                                 "2020/04/02", "-0200402",   "0000-01-01"};
BOOST_DATA_TEST_CASE(a_text_that_names_no_day_is_nothing, data::make(bad_dates), text) {
    BOOST_TEST(!parse_date(text).has_value());
}

BOOST_AUTO_TEST_CASE(years_before_1000_keep_four_digits) {
    BOOST_TEST(to_string(*parse_date("0843-08-10")) == "0843-08-10");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
