// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "graph/queries.hpp"
#include "graph/timeline.hpp"

#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

using Edge = RelationGraph::Edge;

struct BetweenOptions {
    GraphOptions graph;
    std::vector<std::string> parties;
    std::size_t latest = 5;
};

struct Pair {
    const OpenGraph& open;
    RelationGraph::Vertex a;
    RelationGraph::Vertex b;
    RelationFilter filter;
    std::vector<Edge> relations;

    std::string name(RelationGraph::Vertex vertex) const { return std::string(open.graph.name(vertex)); }
};

std::string date_text(const RelationGraph& graph, Edge edge) {
    const auto date = graph.date(edge);
    return date ? to_string(*date) : "";
}

Table counts_table(const Pair& pair) {
    Table table({{"type"},
                 {pair.name(pair.a) + " to " + pair.name(pair.b), true},
                 {pair.name(pair.b) + " to " + pair.name(pair.a), true},
                 {"together", true},
                 {"all", true}});
    const auto counts = counts_by_type(pair.open.graph, pair.a, pair.b, pair.filter);
    for (const plover::EventType type : plover::event_types()) {
        const DirectedCounts& count = counts[static_cast<std::size_t>(type)];
        if (count.total() != 0)
            table.add_row({std::string(to_string(type)), std::to_string(count.there),
                           std::to_string(count.back), std::to_string(count.together),
                           std::to_string(count.total())});
    }
    return table;
}

// The finest cut that a line of a terminal holds.
std::string timeline_text(const Pair& pair) {
    constexpr std::size_t longest = 60;
    for (const Period period : {Period::day, Period::month, Period::quarter, Period::year}) {
        const auto rows = timeline(pair.open.graph, {pair.a, pair.b}, pair.filter, period);
        if (rows.empty())
            return "";
        if (rows.size() > longest && period != Period::year)
            continue;
        std::vector<std::uint64_t> totals;
        totals.reserve(rows.size());
        for (const TimelineRow& row : rows)
            totals.push_back(row.total());
        return std::string("by ") + std::string(to_string(period)) + "  " +
               period_label(rows.front().first_day, period) + " |" + sparkline(totals) + "| " +
               period_label(rows.back().first_day, period);
    }
    return "";
}

Table relations_table(const Pair& pair, std::size_t most) {
    Table table({{"date"}, {"source"}, {"type"}, {"target"}, {"publisher"}, {"url"}, {"evidence"}});
    const RelationGraph& graph = pair.open.graph;
    for (std::size_t i = pair.relations.size(); i-- > 0 && most-- > 0;) {
        const Edge edge = pair.relations[i];
        const auto relation = pair.open.store.find_relation(graph.relation_key(edge));
        const auto statement = pair.open.store.find_statement(std::uint64_t{graph.statement_key(edge)});
        if (!relation)
            continue;
        const std::string url = !relation->coding.url.empty() ? relation->coding.url
                                : statement                   ? statement->url
                                                              : "";
        table.add_row({date_text(graph, edge), pair.name(graph.source(edge)),
                       std::string(to_string(graph.type(edge))), pair.name(graph.target(edge)),
                       statement ? statement->publisher : "", url, relation->evidence.text});
    }
    return table;
}

void show(const Pair& pair, const BetweenOptions& options) {
    std::cout << pair.name(pair.a) << " and " << pair.name(pair.b) << ": " << pair.relations.size()
              << (pair.relations.size() == 1 ? " relation" : " relations");
    const std::string line = timeline_text(pair);
    std::cout << "\n\n";
    write_answer(counts_table(pair), options.graph);
    if (!line.empty())
        std::cout << '\n' << line << '\n';
    std::cout << "\nlatest\n";
    write_answer(relations_table(pair, options.latest), options.graph);
}

void run(const BetweenOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    const OpenGraph open(options.graph.graph);
    const auto [a, b] = pair_of(open.graph, options.parties);
    const Pair pair{open, a, b, filter, relations_between(open.graph, a, b, filter)};
    if (options.graph.format != "table")
        write_answer(relations_table(pair, pair.relations.size()), options.graph);
    else if (pair.relations.empty())
        std::cout << pair.name(a) << " and " << pair.name(b) << ": no relations\n";
    else
        show(pair, options);
}

} // namespace

void add_between(const Command& app, Outcome&) {
    auto options = std::make_shared<BetweenOptions>();
    const Command command =
        app.add_subcommand("between", "Show a pair at a glance: counts, timeline, latest evidence");
    add_graph_options(command, options->graph);
    command.add_option("PARTY", options->parties, "Two parties, by code or name").required().expected(2);
    command.add_option("--latest", options->latest, "How many of the latest relations a table shows");
    command.footer("As csv, tsv, json, ndjson or markdown it is all the relations, the latest first.\n"
                   "Example: entente between -g relations.db China Belgium --from 2020-01-01");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
