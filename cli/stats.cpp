// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "graph/snapshot.hpp"
#include "graph/timeline.hpp"

#include <algorithm>
#include <memory>

namespace entente::cli {

namespace {

void run(const GraphOptions& options) {
    const RelationFilter filter = filter_of(options);
    const OpenGraph open(options.graph);
    const RelationGraph& graph = open.graph;
    const Store::Counts counts = open.store.counts();
    Table table({{"what"}, {"number", true}});
    const auto row = [&](std::string what, std::uint64_t number) {
        table.add_row({std::move(what), std::to_string(number)});
    };
    row("statements", counts.statements);
    row("actors", counts.actors);
    row("topics", counts.topics);
    row("parties", graph.vertex_count());
    row("pairs", graph.pair_count());
    std::array<std::uint64_t, plover::event_type_count> types{};
    std::uint64_t undated = 0;
    for (const auto edge : graph.edges()) {
        if (graph.is_mirror(edge) || !filter.admits(graph, edge))
            continue;
        ++types[static_cast<std::size_t>(graph.type(edge))];
        undated += graph.day(edge) == RelationGraph::no_day ? 1 : 0;
    }
    std::uint64_t all = 0;
    for (const std::uint64_t count : types)
        all += count;
    row("relations", all);
    row("relations without a date", undated);
    for (const plover::EventType type : plover::event_types())
        row("relations " + std::string(to_string(type)), types[static_cast<std::size_t>(type)]);
    for (const TimelineRow& year : timeline(graph, {}, filter, Period::year)) {
        if (year.total() != 0)
            row("relations " + period_label(year.first_day, Period::year), year.total());
    }
    row("bytes of the snapshot", graph.byte_count());
    write_answer(table, options);
}

} // namespace

void add_stats(const Command& app, Outcome&) {
    auto options = std::make_shared<GraphOptions>();
    const Command command = app.add_subcommand("stats", "Say how much a graph holds");
    add_graph_options(command, *options);
    command.footer("Example: entente stats -g relations.db");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
