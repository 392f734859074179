// SPDX-License-Identifier: Apache-2.0
#include "graph/balance.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <memory>

namespace entente::cli {

namespace {

using Vertex = RelationGraph::Vertex;

struct BalanceOptions {
    GraphOptions graph;
    std::size_t most = 20;
};

bool are_enemies(const WeightedPairs& pairs, Vertex a, Vertex b) {
    const auto begin = pairs.pairs.begin();
    const auto found =
        std::lower_bound(begin + pairs.begins[a], begin + pairs.begins[a + 1], b,
                         [](const WeightedPair& pair, Vertex target) { return pair.target < target; });
    return found->weight < 0;
}

Table table_of(const RelationGraph& graph, const WeightedPairs& pairs, const Balance& balance) {
    Table table({{"a"}, {"b"}, {"c"}, {"a and b"}, {"b and c"}, {"a and c"}, {"strength", true}});
    const auto tie = [&](Vertex a, Vertex b) {
        return std::string(are_enemies(pairs, a, b) ? "enemies" : "friends");
    };
    for (const Triad& triad : balance.out_of_balance) {
        const auto [a, b, c] = triad.vertices;
        table.add_row({std::string(graph.name(a)), std::string(graph.name(b)), std::string(graph.name(c)),
                       tie(a, b), tie(b, c), tie(a, c), decimal(triad.strength, 1)});
    }
    return table;
}

void run(const BalanceOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    const OpenGraph open(options.graph.graph);
    const WeightedPairs pairs = undirected(open.graph, filter, Weighting::goldstein);
    const std::size_t most = options.most == 0 ? std::numeric_limits<std::size_t>::max() : options.most;
    const Balance balance = structural_balance(pairs, most);
    if (options.graph.format == "table") {
        std::cout << balance.total() << (balance.total() == 1 ? " triad, " : " triads, ")
                  << fmt::format("{:.1f}", balance.index() * 100)
                  << " % in balance; pairs of enemies: none in " << balance.by_enemies[0] << ", one in "
                  << balance.by_enemies[1] << ", two in " << balance.by_enemies[2] << ", three in "
                  << balance.by_enemies[3] << '\n';
        if (balance.out_of_balance.empty())
            return;
        std::cout << "\nout of balance, the strongest first\n";
    }
    write_answer(table_of(open.graph, pairs, balance), options.graph);
}

} // namespace

void add_balance(const Command& app, Outcome&) {
    auto options = std::make_shared<BalanceOptions>();
    const Command command = app.add_subcommand(
        "balance", "Find triads of friends and enemies, and those that are out of balance");
    add_graph_options(command, options->graph);
    command.add_option("-n,--most", options->most,
                       "How many triads out of balance, 0 for all; 20 if not given");
    command.footer(
        "Two parties are friends where the Goldstein scores of their relations sum to more than 0, "
        "and enemies where to less.\nThe friend of a friend and the enemy of an enemy are "
        "expected to be friends.\n"
        "Example: entente balance -g relations.db --from 2020-01-01");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
