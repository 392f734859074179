// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "graph/balance.hpp"
#include "graph/queries.hpp"

#include <algorithm>
#include <memory>

namespace entente::cli {

namespace {

using Vertex = RelationGraph::Vertex;

struct SimilarOptions {
    GraphOptions graph;
    std::vector<std::string> parties;
    std::size_t most = 20;

    bool is_full(std::size_t rows) const noexcept { return most != 0 && rows >= most; }
};

Table similar_table(const RelationGraph& graph, const std::vector<Similarity>& similar,
                    const SimilarOptions& options) {
    Table table({{"place", true}, {"code"}, {"party"}, {"similarity", true}, {"common partners", true}});
    for (const Similarity& each : similar) {
        if (options.is_full(table.rows().size()))
            break;
        table.add_row({std::to_string(table.rows().size() + 1), std::string(graph.code(each.vertex)),
                       std::string(graph.name(each.vertex)), decimal(each.value, 4),
                       std::to_string(each.common)});
    }
    return table;
}

struct Partner {
    Vertex vertex;
    std::uint64_t first;
    std::uint64_t second;
};

/// The parties that both have relations with, those first of whom both have many.
std::vector<Partner> common_partners(const RelationGraph& graph, Vertex a, Vertex b,
                                     const RelationFilter& filter) {
    const std::vector<Neighbour> of_b = neighbours(graph, b, filter);
    std::vector<Partner> partners;
    for (const Neighbour& one : neighbours(graph, a, filter))
        for (const Neighbour& other : of_b)
            if (one.vertex == other.vertex)
                partners.push_back({one.vertex, one.counts.total(), other.counts.total()});
    std::stable_sort(partners.begin(), partners.end(), [](const Partner& x, const Partner& y) {
        return std::min(x.first, x.second) > std::min(y.first, y.second);
    });
    return partners;
}

Table partner_table(const RelationGraph& graph, Vertex a, Vertex b, const SimilarOptions& options) {
    Table table({{"code"},
                 {"party"},
                 {"with " + std::string(graph.name(a)), true},
                 {"with " + std::string(graph.name(b)), true}});
    for (const Partner& partner : common_partners(graph, a, b, filter_of(options.graph))) {
        if (options.is_full(table.rows().size()))
            break;
        table.add_row({std::string(graph.code(partner.vertex)), std::string(graph.name(partner.vertex)),
                       std::to_string(partner.first), std::to_string(partner.second)});
    }
    return table;
}

void run(const SimilarOptions& options) {
    const RelationFilter filter = filter_of(options.graph);
    const OpenGraph open(options.graph.graph);
    if (options.parties.size() == 1) {
        const Vertex a = party_of(open.graph, options.parties[0]);
        const auto pairs = undirected(open.graph, filter, weighting_of(options.graph));
        return write_answer(similar_table(open.graph, similar_parties(pairs, a), options), options.graph);
    }
    const auto [a, b] = pair_of(open.graph, options.parties);
    write_answer(partner_table(open.graph, a, b, options), options.graph);
}

} // namespace

void add_similar(const Command& app, Outcome&) {
    auto options = std::make_shared<SimilarOptions>();
    const Command command =
        app.add_subcommand("similar", "Find parties that deal with the same others, or whom two deal with");
    add_graph_options(command, options->graph);
    add_weight_option(command, options->graph);
    command
        .add_option("PARTY", options->parties,
                    "One party, to find those like it; two, to find whom both have relations with")
        .required()
        .expected(1, 2);
    command.add_option("-n,--most", options->most, "How many rows, 0 for all; 20 if not given");
    command.footer("Similarity is the cosine of what two parties have with each of the others, 0 to 1.\n"
                   "Example: entente similar -g relations.db Belgium --type cooperation");
    command.callback([options] { run(*options); });
}

} // namespace entente::cli
