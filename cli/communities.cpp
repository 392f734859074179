// SPDX-License-Identifier: Apache-2.0
#include "graph/communities.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"

#include <algorithm>
#include <memory>

namespace entente::cli {

namespace {

struct CommunityOptions {
    GraphOptions graph;
    std::string by = "louvain";
};

Grouping grouping_of(const RelationGraph& graph, const CommunityOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    const Weighting weighting = weighting_of(options.graph);
    if (options.by == "connected")
        return connected_components(weighted_pairs(graph, filter, weighting));
    if (options.by == "strong")
        return strong_components(weighted_pairs(graph, filter, weighting));
    return communities(undirected(graph, filter, weighting));
}

void run(const CommunityOptions& options) {
    filter_of(options.graph);
    const OpenGraph open(options.graph.graph);
    const RelationGraph& graph = open.graph;
    const Grouping grouping = grouping_of(graph, options);
    std::vector<std::vector<std::string>> members;
    for (std::size_t vertex = 0; vertex < grouping.size(); ++vertex) {
        members.resize(std::max<std::size_t>(members.size(), grouping[vertex] + std::size_t{1}));
        members[grouping[vertex]].emplace_back(graph.name(static_cast<RelationGraph::Vertex>(vertex)));
    }
    Table table({{"group", true}, {"size", true}, {"members"}});
    for (std::size_t i = 0; i < members.size(); ++i) {
        std::sort(members[i].begin(), members[i].end());
        std::string names;
        for (const std::string& name : members[i])
            names.append(names.empty() ? "" : ", ").append(name);
        table.add_row({std::to_string(i + 1), std::to_string(members[i].size()), names});
    }
    write_answer(table, options.graph);
}

} // namespace

void add_communities(const Command& app, Outcome&) {
    auto options = std::make_shared<CommunityOptions>();
    const Command command =
        app.add_subcommand("communities", "Find groups of parties that have much to do with each other");
    add_graph_options(command, options->graph);
    add_weight_option(command, options->graph);
    command
        .add_option(
            "--by", options->by,
            "louvain (more relations inside than chance would have), connected or strong (components)")
        .one_of({"louvain", "connected", "strong"});
    command.footer("Example: entente communities -g relations.db --type cooperation --from 2020-01-01");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
