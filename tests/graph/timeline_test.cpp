// SPDX-License-Identifier: Apache-2.0
#include "graph/timeline.hpp"

#include "tests/graph/sample.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace entente;
using namespace entente::testing;
namespace data = boost::unit_test::data;

std::int32_t day(const char* text) {
    return static_cast<std::int32_t>(
        std::chrono::sys_days{parse_date(text).value()}.time_since_epoch().count());
}

BOOST_AUTO_TEST_SUITE(timelines)

struct Cut {
    const char* day;
    const char* period;
    const char* begin;
    const char* label;
};
std::ostream& operator<<(std::ostream& out, const Cut& cut) { return out << cut.day << ' ' << cut.period; }

const Cut cuts[] = {
    {"2020-04-02", "day", "2020-04-02", "2020-04-02"},  {"2020-04-02", "week", "2020-03-30", "2020-W14"},
    {"2021-01-03", "week", "2020-12-28", "2020-W53"},   {"2019-12-30", "week", "2019-12-30", "2020-W01"},
    {"2020-04-30", "month", "2020-04-01", "2020-04"},   {"2020-06-30", "quarter", "2020-04-01", "2020-Q2"},
    {"2020-12-31", "quarter", "2020-10-01", "2020-Q4"}, {"1965-07-01", "year", "1965-01-01", "1965"},
};
BOOST_DATA_TEST_CASE(a_day_is_in_its_period, data::make(cuts), cut) {
    const Period period = parse_period(cut.period).value();
    const std::int32_t begin = period_begin(day(cut.day), period);
    BOOST_TEST(begin == day(cut.begin));
    BOOST_TEST(period_label(begin, period) == cut.label);
    BOOST_TEST(period_begin(next_period(begin, period), period) == next_period(begin, period));
    BOOST_TEST(period_begin(next_period(begin, period) - 1, period) == begin);
}

BOOST_DATA_TEST_CASE(every_dated_relation_is_counted_once, data::xrange(30U), seed) {
    const auto relations = random_relations(seed, 100);
    const RelationGraph graph = RelationGraph::of(relations, {});
    RelationFilter filter;
    filter.modalities = RelationFilter::every_modality;
    for (const Period period : {Period::day, Period::week, Period::month, Period::quarter, Period::year}) {
        for (const TimelineScope& scope : {TimelineScope{}, TimelineScope{graph.find("CHN"), {}},
                                           TimelineScope{graph.find("CHN"), graph.find("BEL")}}) {
            std::uint64_t expected = 0;
            for (const Relation& relation : relations) {
                const bool china = relation.source.text() == "CHN" || relation.target.text() == "CHN";
                const bool belgium = relation.source.text() == "BEL" || relation.target.text() == "BEL";
                expected += relation.date && (!scope.a || china) && (!scope.b || belgium) ? 1 : 0;
            }
            std::uint64_t found = 0;
            std::int32_t next = 0;
            for (const TimelineRow& row : timeline(graph, scope, filter, period)) {
                BOOST_TEST((found == 0 || row.first_day == next));
                next = next_period(row.first_day, period);
                found += row.total();
            }
            BOOST_TEST(found == expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_sparkline_is_as_high_as_its_values) {
    BOOST_TEST(sparkline({}) == "");
    BOOST_TEST(sparkline({0, 0}) == "  ");
    BOOST_TEST(sparkline({1, 0, 8, 4}) == "▁ █▄");
    BOOST_TEST(sparkline({1, 1'000'000'000}) == "▁█");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
