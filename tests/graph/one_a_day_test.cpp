// SPDX-License-Identifier: Apache-2.0
#include "graph/one_a_day.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace entente;

Relation talk(const char* source, const char* target, const char* day) {
    Relation relation;
    relation.source = PartyCode::parse(source).value();
    relation.target = PartyCode::parse(target).value();
    relation.type = plover::EventType::consult;
    relation.date = parse_date(day);
    return relation;
}

BOOST_AUTO_TEST_SUITE(one_a_day)

BOOST_AUTO_TEST_CASE(the_first_of_a_day_counts) {
    OneADay filter;
    BOOST_TEST(filter.is_first(talk("CHN", "BEL", "2020-04-02")));
    BOOST_TEST(!filter.is_first(talk("CHN", "BEL", "2020-04-02")));
    BOOST_TEST(filter.is_first(talk("CHN", "BEL", "2020-04-03")));
    BOOST_TEST(filter.is_first(talk("BEL", "CHN", "2020-04-02")));
    Relation other = talk("CHN", "BEL", "2020-04-02");
    other.type = plover::EventType::support;
    BOOST_TEST(filter.is_first(other));
}

BOOST_AUTO_TEST_CASE(a_symmetric_relation_is_the_same_either_way_round) {
    OneADay filter;
    Relation one = talk("CHN", "BEL", "2020-04-02");
    Relation other = talk("BEL", "CHN", "2020-04-02");
    one.symmetric = other.symmetric = true;
    BOOST_TEST(filter.is_first(one));
    BOOST_TEST(!filter.is_first(other));
}

BOOST_AUTO_TEST_CASE(without_a_date_all_count) {
    OneADay filter;
    BOOST_TEST(filter.is_first(talk("CHN", "BEL", "")));
    BOOST_TEST(filter.is_first(talk("CHN", "BEL", "")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
