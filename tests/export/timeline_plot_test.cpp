// SPDX-License-Identifier: Apache-2.0
#include "golden.hpp"
#include "sample_graph.hpp"

#include "export/timeline_plot.hpp"

#include <boost/property_tree/xml_parser.hpp>
#include <boost/test/unit_test.hpp>

namespace entente::test {

namespace {

Values dated(std::initializer_list<Date> dates) {
    Values values;
    for (const auto& date : dates) {
        values.relations.push_back(belgium_call().relations[0]);
        values.relations.back().date = date;
    }
    return values;
}

TimelinePlot plot_of(const Values& values) {
    return make_timeline_plot(values.source(), "China & <Belgium>");
}

} // namespace

BOOST_AUTO_TEST_SUITE(timeline_plot)

BOOST_AUTO_TEST_CASE(the_bars_are_as_wide_as_the_time_is_long) {
    const auto days = plot_of(dated({day(2020, 2, 27), day(2020, 3, 1)}));
    BOOST_TEST((days.period == PlotPeriod::day));
    BOOST_TEST(days.bars.size() == 4u);
    const auto months = plot_of(dated({day(2019, 12, 31), day(2020, 12, 1)}));
    BOOST_TEST((months.period == PlotPeriod::month));
    BOOST_TEST(months.bars.size() == 13u);
    const auto years = plot_of(dated({day(1945, 6, 26), day(2020, 1, 1)}));
    BOOST_TEST((years.period == PlotPeriod::year));
    BOOST_TEST(years.bars.size() == 76u);
}

BOOST_AUTO_TEST_CASE(a_bar_counts_the_quad_classes) {
    auto values = dated({day(2020, 1, 1), day(2020, 1, 1), day(2020, 1, 1)});
    values.relations[1].type = plover::EventType::sanction;
    values.relations[2].date.reset();
    const auto plot = plot_of(values);
    BOOST_TEST(plot.relations == 3u);
    BOOST_TEST(plot.undated == 1u);
    BOOST_TEST((plot.bars.at(0).counts == std::array<std::uint64_t, 4>{1, 0, 0, 1}));
}

BOOST_AUTO_TEST_CASE(the_svg_is_drawn_as_it_was) {
    auto values = random_graph(5, 200);
    std::ostringstream out;
    write_timeline_svg(out, plot_of(values));
    BOOST_TEST(out.str() == golden("timeline.svg", out.str()));
    std::istringstream in(out.str());
    boost::property_tree::ptree tree;
    BOOST_CHECK_NO_THROW(boost::property_tree::read_xml(in, tree));
}

BOOST_AUTO_TEST_CASE(no_relations_are_a_plot_without_bars) {
    std::ostringstream out;
    write_timeline_svg(out, plot_of({}));
    BOOST_TEST(out.str().find("0 relations by day") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
