// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/tables/table_reading.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace entente;
using namespace entente::test;
using Lines = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(dyad_tables)

BOOST_AUTO_TEST_CASE(alliances_have_their_days) {
    const Collector cow = read_table("version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_"
                                     "month,dyad_st_year,dyad_end_day,"
                                     "dyad_end_month,dyad_end_year,left_censor,right_censor,asymmetric,"
                                     "defense,neutrality,nonaggression,entente,version\n"
                                     "210,\"2\",\"USA\",20,\"Canada\",4,4,1949,,,,0,1,0,1,0,0,1,4.1\n"
                                     "3,255,Germany,365,Russia,23,8,1939,22,6,1941,0,0,0,0,1,1,0,4.1\n"
                                     "4,255,Germany,365,Russia,0,0,0,22,6,1941,0,0,0,0,1,1,0,4.1\n");
    BOOST_TEST(shown(cow.relations) ==
                   (Lines{"USA AGREE = CAN 1949-04-04", "DEU AGREE = SUN 1939-08-23..1941-06-22"}),
               boost::test_tools::per_element());
    BOOST_TEST(cow.relations.at(0).predicate == "is allied with (defense, consultation)");
    BOOST_TEST(cow.counts[RowOutcome::impossible_date] == 1u);
}

BOOST_AUTO_TEST_CASE(atop_years_become_periods) {
    const std::string header =
        "ddyad,year,atopally,defense,offense,neutral,nonagg,consul,atopid1,atopid2,stateA,stateB,version\n";
    const Collector read = read_table(header + "2020,1950,1,1,0,0,0,1,3150,,2,20,5.1\n"
                                               "2020,1951,1,1,0,0,0,1,3150,,2,20,5.1\n"
                                               "2020,1953,1,1,0,0,0,1,3150,,2,20,5.1\n"
                                               "20002,1950,1,1,0,0,0,0,3150,,20,2,5.1\n");
    BOOST_TEST(shown(read.relations) ==
                   (Lines{"CAN AGREE USA 1950-01-01..1950-12-31", "USA AGREE CAN 1950-01-01..1951-12-31",
                          "USA AGREE CAN 1953-01-01..1953-12-31"}),
               boost::test_tools::per_element());
    BOOST_TEST(read.relations.at(1).coding.row == "3150");
    BOOST_TEST(read.counts[RowOutcome::kept] == 4u);
}

BOOST_AUTO_TEST_CASE(diplomatic_exchange_says_who_is_represented_where) {
    const Collector read =
        read_table("ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version\n"
                   "2,200,1950,3,2,1,2006.1\n200,2,1950,2,3,1,2006.1\n2,365,1925,0,0,0,2006.1\n");
    BOOST_TEST(read.relations.size() == 4u);
    BOOST_TEST((read.ids.at(0) == read.ids.at(3)));
    BOOST_TEST((read.ids.at(1) == read.ids.at(2)));
    BOOST_TEST(read.relations.at(0).source.text() == "GBR");
    BOOST_TEST(read.relations.at(0).predicate == "is represented by an ambassador in");
    BOOST_TEST(read.counts[RowOutcome::no_event] == 1u);
}

BOOST_AUTO_TEST_CASE(un_votes_become_agreement_by_year) {
    const Collector read =
        read_table("rcid,session,vote,ccode,member,date\n"
                   "1,1,1,2,1,1946-01-01\n1,1,1,200,1,1946-01-01\n1,1,3,365,1,1946-01-01\n"
                   "2,1,2,2,1,1946-02-01\n2,1,1,200,1,1946-02-01\n2,1,8,365,1,1946-02-01\n");
    BOOST_TEST(shown(read.relations) ==
                   (Lines{"GBR REJECT = SUN 1946-01-01..1946-12-31", "GBR AGREE = USA 1946-01-01..1946-12-31",
                          "SUN REJECT = USA 1946-01-01..1946-12-31"}),
               boost::test_tools::per_element());
    BOOST_TEST(read.relations.at(1).evidence.text == "agreement 0.750 in 2 votes of the UN General Assembly");
    BOOST_TEST(read.counts[RowOutcome::no_event] == 1u);
}

BOOST_AUTO_TEST_CASE(un_votes_may_come_in_any_order_and_twice) {
    const std::string header = "rcid,ccode,vote,date\n";
    const Collector read =
        read_table(header + "1,2,1,1946-01-01\n2,2,3,1946-02-01\n3,2,1,1947-01-01\n"
                            "1,200,1,1946-01-01\n2,200,1,1946-02-01\n3,200,1,1947-01-01\n");
    const Collector again = read_table(header + "3,200,1,1947-01-01\n2,200,1,1946-02-01\n2,2,3,1946-02-01\n"
                                                "2,2,3,1946-02-01\n1,200,1,1946-01-01\n3,2,1,1947-01-01\n"
                                                "1,2,1,1946-01-01\n");
    BOOST_TEST(shown(read.relations) == (Lines{"GBR AGREE = USA 1946-01-01..1946-12-31",
                                               "GBR AGREE = USA 1947-01-01..1947-12-31"}),
               boost::test_tools::per_element());
    BOOST_TEST(read.relations.at(0).evidence.text == "agreement 0.500 in 2 votes of the UN General Assembly");
    BOOST_TEST((read.ids == again.ids));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
