// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "graph/error.hpp"
#include "graph/paths.hpp"
#include "graph/queries.hpp"

#include <memory>

namespace entente::cli {

namespace {

struct PathOptions {
    GraphOptions graph;
    std::vector<std::string> parties;
    std::size_t most = 1;
    bool widest = false;
    bool strong = false;
};

std::vector<Path> find_paths(const RelationGraph& graph, RelationGraph::Vertex from, RelationGraph::Vertex to,
                             const PathOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    const Weighting weighting = weighting_of(options.graph);
    if (options.widest) {
        const auto path = widest_path(weighted_pairs(graph, filter, weighting), from, to);
        return path ? std::vector{*path} : std::vector<Path>{};
    }
    if (!options.strong && options.most == 1) {
        const auto path = shortest_path(graph, from, to, filter);
        return path ? std::vector{Path{*path, static_cast<double>(path->size() - 1)}} : std::vector<Path>{};
    }
    return shortest_paths(weighted_pairs(graph, filter, weighting), from, to,
                          options.strong ? StepLength::inverse_weight : StepLength::one, options.most);
}

void run(const PathOptions& options, Outcome& outcome) {
    filter_of(options.graph);
    const OpenGraph open(options.graph.graph);
    const auto [from, to] = pair_of(open.graph, options.parties);
    const auto paths = find_paths(open.graph, from, to, options);
    if (paths.empty())
        throw Error("no relations of that kind lead from " + std::string(open.graph.name(from)) + " to " +
                    std::string(open.graph.name(to)));
    Table table(
        {{"path", true}, {"steps", true}, {options.widest ? "weakest" : "length", true}, {"parties"}});
    for (std::size_t i = 0; i < paths.size(); ++i) {
        std::string parties;
        for (const auto vertex : paths[i].vertices)
            parties.append(parties.empty() ? "" : " > ").append(open.graph.name(vertex));
        table.add_row({std::to_string(i + 1), std::to_string(paths[i].vertices.size() - 1),
                       decimal(paths[i].value, 3), parties});
    }
    write_answer(table, options.graph);
    outcome.status = ExitStatus::done;
}

} // namespace

void add_path(const Command& app, Outcome& outcome) {
    auto options = std::make_shared<PathOptions>();
    const Command command = app.add_subcommand("path", "Find how relations lead from one party to another");
    add_graph_options(command, options->graph);
    add_weight_option(command, options->graph);
    command.add_option("PARTY", options->parties, "From which party to which, by code or name")
        .required()
        .expected(2);
    command.add_option("-k,--most", options->most, "How many of the shortest paths").between(1, 1000);
    const Option widest =
        command.add_flag("--widest", options->widest, "The path whose weakest tie is strongest");
    command.add_flag("--strong", options->strong, "Let strong ties be short: a step is 1 / weight")
        .excludes(widest);
    command.footer("Example: entente path -g relations.db Belgium \"North Korea\" --type cooperation -k 3");
    command.callback([options, &outcome] { run(*options, outcome); });
}

} // namespace entente::cli
