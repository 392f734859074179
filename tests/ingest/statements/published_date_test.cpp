// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/published_date.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(published_date)

const std::string good_dates[] = {"2020-04-02",
                                  "2020-04-02T23:59:00+08:00",
                                  "20200402",
                                  "2020/4/2",
                                  "2020.04.02",
                                  "2 April 2020",
                                  "April 2, 2020",
                                  "APR. 2, 2020",
                                  "2nd April 2020",
                                  "Thu, 02 Apr 2020 10:00:00 GMT",
                                  " Thursday, April 2nd, 2020 ",
                                  "Published on 2 Apr 2020",
                                  "10:00, 2 April 2020"};
BOOST_DATA_TEST_CASE(a_day_is_read_as_publishers_write_it, data::make(good_dates), text) {
    BOOST_TEST(to_string(parse_published_date(text).value()) == "2020-04-02");
}

const std::string bad_dates[] = {"",
                                 "02/04/2020",
                                 "April 2020",
                                 "31 April 2020",
                                 "2 Smarch 2020",
                                 "yesterday",
                                 "2020-13-40",
                                 "2020/4",
                                 "99999999999999999999 April 2020"};
BOOST_DATA_TEST_CASE(what_names_no_certain_day_is_nothing, data::make(bad_dates), text) {
    BOOST_TEST(!parse_published_date(text).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
