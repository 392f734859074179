// SPDX-License-Identifier: Apache-2.0
#include "graph/timeline.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/output_file.hpp"
#include "export/timeline_plot.hpp"

#include <iostream>
#include <memory>
#include <tuple>

namespace entente::cli {

namespace {

struct TimelineOptions {
    GraphOptions graph;
    std::vector<std::string> parties;
    std::string by = "month";
    bool spark = false;
    std::string output;
};

std::optional<PlotPeriod> plot_period(Period period) {
    switch (period) {
    case Period::day:
        return PlotPeriod::day;
    case Period::month:
        return PlotPeriod::month;
    case Period::year:
        return PlotPeriod::year;
    default:
        return std::nullopt;
    }
}

void draw(const TimelineOptions& options, const std::string& title, const std::vector<TimelineRow>& rows) {
    TimelinePlot plot;
    plot.title = title;
    plot.period = plot_period(parse_period(options.by).value()).value();
    for (const TimelineRow& row : rows) {
        PlotBar bar{Date{std::chrono::sys_days{std::chrono::days{row.first_day}}}, {}};
        for (const plover::EventType type : plover::event_types())
            bar.counts[static_cast<std::size_t>(plover::quad_class(type))] +=
                row.counts[static_cast<std::size_t>(type)];
        plot.bars.push_back(bar);
        plot.relations += row.total();
    }
    OutputFile output(options.output);
    write_timeline_svg(output.stream(), plot);
    output.commit();
}

std::string title_of(const RelationGraph& graph, const TimelineScope& scope) {
    if (!scope.a)
        return "All relations";
    std::string title(graph.name(*scope.a));
    return scope.b ? title + " and " + std::string(graph.name(*scope.b)) : title;
}

Table table_of(const std::vector<TimelineRow>& rows, Period period) {
    std::vector<plover::EventType> used;
    for (const plover::EventType type : plover::event_types()) {
        for (const TimelineRow& row : rows) {
            if (row.counts[static_cast<std::size_t>(type)] != 0) {
                used.push_back(type);
                break;
            }
        }
    }
    std::vector<Column> columns{{std::string(to_string(period))}, {"all", true}, {"mean Goldstein", true}};
    for (const plover::EventType type : used)
        columns.push_back({std::string(to_string(type)), true});
    Table table(columns);
    for (const TimelineRow& row : rows) {
        std::vector<std::string> fields{period_label(row.first_day, period), std::to_string(row.total()),
                                        row.total() == 0 ? "" : decimal(row.mean_goldstein(), 2)};
        for (const plover::EventType type : used)
            fields.push_back(std::to_string(row.counts[static_cast<std::size_t>(type)]));
        table.add_row(std::move(fields));
    }
    return table;
}

void run(const TimelineOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    if (!options.output.empty() && !options.output.ends_with(".svg"))
        throw UsageError("-o draws SVG: name a file that ends in .svg");
    if (!options.output.empty() && !plot_period(parse_period(options.by).value()))
        throw UsageError("-o draws days, months or years: give --by one of these");
    const OpenGraph open(options.graph.graph);
    TimelineScope scope;
    if (options.parties.size() > 1)
        std::tie(scope.a, scope.b) = pair_of(open.graph, options.parties);
    else if (!options.parties.empty())
        scope.a = party_of(open.graph, options.parties[0]);
    const Period period = parse_period(options.by).value();
    const auto rows = timeline(open.graph, scope, filter, period);
    if (!options.output.empty())
        return draw(options, title_of(open.graph, scope), rows);
    if (!options.spark)
        return write_answer(table_of(rows, period), options.graph);
    std::vector<std::uint64_t> totals;
    totals.reserve(rows.size());
    for (const TimelineRow& row : rows)
        totals.push_back(row.total());
    if (!rows.empty())
        std::cout << period_label(rows.front().first_day, period) << " |" << sparkline(totals) << "| "
                  << period_label(rows.back().first_day, period) << '\n';
}

} // namespace

void add_timeline(const Command& app, Outcome&) {
    auto options = std::make_shared<TimelineOptions>();
    const Command command =
        app.add_subcommand("timeline", "Count relations by day, week, month, quarter or year");
    add_graph_options(command, options->graph);
    command.add_option("PARTY", options->parties, "One party or two, by code or name; without, all")
        .expected(0, 2);
    command.add_option("--by", options->by, "day, week, month, quarter or year; month if not given")
        .one_of({"day", "week", "month", "quarter", "year"});
    command.add_flag("--spark", options->spark, "One line, a block a period, instead of a table");
    command.add_option("-o,--output", options->output,
                       "A picture instead, cooperation above conflict: a name that ends in .svg");
    command.footer("Example: entente timeline -g relations.db China Belgium --by quarter");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
