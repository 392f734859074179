// SPDX-License-Identifier: Apache-2.0
#include "export/panel.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <sstream>
#include <vector>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;
using Lines = std::vector<std::string>;

Relation relation(const std::string& source, const std::string& code, const std::string& target,
                  const std::string& day) {
    Relation made;
    made.source = *PartyCode::parse(source);
    made.target = *PartyCode::parse(target);
    made.cameo = cameo::Code::find(code);
    made.type = made.cameo->event_type();
    made.date = parse_date(day);
    return made;
}

struct Written {
    Lines lines;
    PanelReport report;
};

// Without the header; of the counts of types and quad classes only those above 0, as name=count.
Written write(const std::vector<Relation>& relations, const PanelOptions& options) {
    std::ostringstream out;
    Written written;
    written.report = write_panel(out, MemorySource({}, {}, relations), options);
    std::istringstream in(out.str());
    std::string header;
    std::getline(in, header);
    const auto split = [&](const std::string& line) {
        std::vector<std::string> fields;
        std::istringstream parts(line + options.separator);
        for (std::string field; std::getline(parts, field, options.separator);)
            fields.push_back(field);
        return fields;
    };
    const auto names = split(header);
    BOOST_TEST_REQUIRE(names.size() == 27u);
    for (std::string line; std::getline(in, line);) {
        const auto fields = split(line);
        std::string shown = fields[0] + " " + fields[1] + " " + fields[2];
        for (std::size_t i = 3; i < 23; ++i)
            shown += fields[i] == "0" ? "" : " " + names[i] + "=" + fields[i];
        for (std::size_t i = 23; i < fields.size(); ++i)
            shown += " " + fields[i];
        written.lines.push_back(shown);
    }
    return written;
}

BOOST_AUTO_TEST_SUITE(panel)

BOOST_AUTO_TEST_CASE(a_cell_counts_types_quads_acts_and_scores) {
    std::vector<Relation> relations = {
        relation("CHN", "051", "BEL", "2020-04-02"), relation("CHN", "051", "BEL", "2020-04-30"),
        relation("CHN", "112", "BEL", "2020-04-10"), relation("BEL", "190", "CHN", "2020-05-01")};
    Hasher hasher;
    relations[0].act = relations[1].act = hasher.add("summit").digest<ActTag>();
    BOOST_TEST(
        write(relations, {}).lines ==
            (Lines{
                "2020-04 CHN BEL support=2 accuse=1 verbal_cooperation=2 verbal_conflict=1 3 2 4.800 1.600",
                "2020-05 BEL CHN assault=1 material_conflict=1 1 1 -10.000 -10.000"}),
        boost::test_tools::per_element());
}

struct Name {
    PanelPeriod by;
    std::string day;
    std::string name;
};
std::ostream& operator<<(std::ostream& out, const Name& c) { return out << c.name; }
const Name names[] = {
    {PanelPeriod::day, "2020-04-02", "2020-04-02"},  {PanelPeriod::week, "2020-04-02", "2020-W14"},
    {PanelPeriod::week, "2021-01-03", "2020-W53"},   {PanelPeriod::week, "2018-12-31", "2019-W01"},
    {PanelPeriod::month, "2020-12-31", "2020-12"},   {PanelPeriod::quarter, "2020-04-02", "2020-Q2"},
    {PanelPeriod::quarter, "2020-12-31", "2020-Q4"}, {PanelPeriod::year, "0843-08-10", "0843"},
};
BOOST_DATA_TEST_CASE(periods_have_their_usual_names, data::make(names), c) {
    const auto written = write({relation("CHN", "051", "BEL", c.day)}, {.by = c.by});
    BOOST_TEST(written.lines.at(0).substr(0, c.name.size() + 1) == c.name + " ");
}

BOOST_AUTO_TEST_CASE(an_undirected_panel_has_one_row_a_pair) {
    const auto written =
        write({relation("CHN", "051", "BEL", "2020-04-02"), relation("BEL", "051", "CHN", "2020-04-02")},
              {.is_directed = false});
    BOOST_TEST(written.lines == Lines{"2020-04 BEL CHN support=2 verbal_cooperation=2 2 2 6.800 3.400"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_symmetric_relation_counts_both_ways) {
    Relation met = relation("CHN", "040", "BEL", "2020-04-02");
    met.symmetric = true;
    BOOST_TEST(write({met}, {}).lines.size() == 2u);
    BOOST_TEST(write({met}, {.is_directed = false}).lines.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_did_not_happen_or_has_no_date_is_not_counted) {
    Relation negated = relation("CHN", "051", "BEL", "2020-04-02");
    negated.modality = Modality::negated;
    Relation undated = relation("CHN", "051", "BEL", "2020-04-02");
    undated.date.reset();
    const auto written = write({negated, undated, relation("CHN", "051", "CHN", "2020-04-02")}, {});
    BOOST_TEST(written.lines.empty());
    BOOST_TEST(written.report.undated == 1u);
}

BOOST_AUTO_TEST_CASE(zero_rows_fill_the_time_between) {
    const auto written =
        write({relation("CHN", "040", "BEL", "2020-01-02"), relation("FRA", "040", "BEL", "2020-03-02")},
              {.has_zero_rows = true});
    BOOST_TEST(written.lines.size() == 6u);
    BOOST_TEST(written.lines.at(2) == "2020-02 CHN BEL 0 0 0.000 ");
}

BOOST_AUTO_TEST_CASE(a_period_counts_wherever_it_reaches) {
    Relation allied = relation("CHN", "057", "BEL", "2019-06-01");
    allied.date_end = parse_date("2021-02-01");
    const auto written = write({allied}, {.by = PanelPeriod::year, .since = parse_date("2020-01-01")});
    BOOST_TEST(written.lines.size() == 2u);
    BOOST_TEST(written.lines.at(0).starts_with("2020 CHN BEL"));
}

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_time_and_missing_ones_are_told) {
    const std::vector<Relation> relations = {relation("SUN", "040", "DEU", "1970-01-02"),
                                             relation("RUS", "040", "DEU", "2000-01-02"),
                                             relation("USA", "040", "IGO:EU", "2000-01-02")};
    const auto written = write(relations, {.by = PanelPeriod::year, .codes = CountryScheme::cow});
    BOOST_TEST(written.lines.at(0).starts_with("1970 365 260 "));
    BOOST_TEST(written.lines.at(1).starts_with("2000 365 255 "));
    BOOST_TEST(written.lines.at(2).starts_with("2000 2  "));
    BOOST_TEST(written.report.without_code.at("IGO:EU") == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
