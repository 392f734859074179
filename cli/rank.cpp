// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "graph/ranks.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

namespace entente::cli {

namespace {

struct RankOptions {
    GraphOptions graph;
    std::string by = "pagerank";
    std::size_t most = 20;
};

void run(const RankOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    const OpenGraph open(options.graph.graph);
    const RelationGraph& graph = open.graph;
    const auto values = ranks(graph, filter, weighting_of(options.graph), parse_rank(options.by).value());
    std::vector<RelationGraph::Vertex> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return values[a] != values[b] ? values[a] > values[b] : graph.code(a) < graph.code(b);
    });
    Table table({{"place", true}, {"code"}, {"party"}, {options.by, true}});
    for (std::size_t i = 0; i < order.size() && (options.most == 0 || i < options.most); ++i)
        table.add_row({std::to_string(i + 1), std::string(graph.code(order[i])),
                       std::string(graph.name(order[i])), decimal(values[order[i]], 6)});
    write_answer(table, options.graph);
}

} // namespace

void add_rank(const Command& app, Outcome&) {
    auto options = std::make_shared<RankOptions>();
    const Command command = app.add_subcommand("rank", "Rank the parties of a graph");
    add_graph_options(command, options->graph);
    add_weight_option(command, options->graph);
    command
        .add_option(
            "--by", options->by,
            "degree, in, out, pagerank, betweenness, closeness, eigenvector or core; pagerank if not given")
        .one_of({"degree", "in", "out", "pagerank", "betweenness", "closeness", "eigenvector", "core"});
    command.add_option("-n,--most", options->most, "How many parties, 0 for all; 20 if not given");
    command.footer("Example: entente rank -g relations.db --by betweenness --type cooperation");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
