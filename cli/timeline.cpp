// SPDX-License-Identifier: Apache-2.0
#include "graph/timeline.hpp"

#include "cli/commands.hpp"
#include "cli/graph_options.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

struct TimelineOptions {
    GraphOptions graph;
    std::vector<std::string> parties;
    std::string by = "month";
    bool spark = false;
};

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
    const OpenGraph open(options.graph.graph);
    TimelineScope scope;
    if (!options.parties.empty())
        scope.a = party_of(open.graph, options.parties[0]);
    if (options.parties.size() > 1)
        scope.b = party_of(open.graph, options.parties[1]);
    if (scope.b && scope.a == scope.b)
        throw CLI::ValidationError("expected two different parties, found " +
                                   std::string(open.graph.name(*scope.a)) + " twice");
    const Period period = parse_period(options.by).value();
    const auto rows = timeline(open.graph, scope, filter, period);
    if (!options.spark)
        return write_answer(table_of(rows, period), options.graph);
    std::vector<std::uint64_t> totals;
    for (const TimelineRow& row : rows)
        totals.push_back(row.total());
    if (!rows.empty())
        std::cout << period_label(rows.front().first_day, period) << " |" << sparkline(totals) << "| "
                  << period_label(rows.back().first_day, period) << '\n';
}

} // namespace

void add_timeline(CLI::App& app, Outcome&) {
    auto options = std::make_shared<TimelineOptions>();
    CLI::App* command =
        app.add_subcommand("timeline", "Count relations by day, week, month, quarter or year");
    add_graph_options(*command, options->graph);
    command->add_option("PARTY", options->parties, "One party or two, by code or name; without, all")
        ->expected(0, 2);
    command->add_option("--by", options->by, "day, week, month, quarter or year; month if not given")
        ->check(CLI::IsMember({"day", "week", "month", "quarter", "year"}));
    command->add_flag("--spark", options->spark, "One line, a block a period, instead of a table");
    command->footer("Example: entente timeline -g relations.db China Belgium --by quarter");
    command->callback([options] { run(*options); });
}

} // namespace entente::cli
