// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_GRAPH_OPTIONS_HPP
#define ENTENTE_CLI_GRAPH_OPTIONS_HPP

#include "cli/command_line.hpp"
#include "cli/table.hpp"
#include "graph/relation_filter.hpp"
#include "graph/relation_graph.hpp"
#include "graph/store.hpp"
#include "graph/weighted_pairs.hpp"

#include <string>
#include <utility>
#include <vector>

namespace entente::cli {

/// What every question to a graph may say: which file, which relations, and how the answer is written.
struct GraphOptions {
    std::string graph;
    std::string from;
    std::string to;
    std::string as_of;
    std::vector<std::string> types;
    std::vector<std::string> contexts;
    std::vector<std::string> modalities;
    double least_confidence = 0;
    std::string format = "table";
    std::string weight = "count";
};

/// Adds -g, --from, --to, --as-of, --type, --context, --modality, --min-confidence and --format.
void add_graph_options(const Command& command, GraphOptions& options);
/// Adds --weight.
void add_weight_option(const Command& command, GraphOptions& options);

/// A day, in days since 1970-01-01. Throws UsageError, which names the option, for what is no date.
std::int32_t day_argument(const std::string& option, const std::string& text);

/// What the options say; throws UsageError for a word that is none.
RelationFilter filter_of(const GraphOptions& options);
Weighting weighting_of(const GraphOptions& options);

/// An open graph.
struct OpenGraph {
    explicit OpenGraph(const std::string& file);

    Store store;
    RelationGraph graph;
};

/// The party of the graph that a user means. Throws UsageError for what names no party, and Error
/// for one that the graph does not hold; each says the nearest names.
RelationGraph::Vertex party_of(const RelationGraph& graph, const std::string& text);

/// The two parties that a user means. Throws as party_of does, and UsageError where they are one.
std::pair<RelationGraph::Vertex, RelationGraph::Vertex> pair_of(const RelationGraph& graph,
                                                                const std::vector<std::string>& texts);

/// Writes a table to standard output, in the form that was asked for.
void write_answer(const Table& table, const GraphOptions& options);

/// A number with as many decimals, for a field.
std::string decimal(double number, int decimals);

} // namespace entente::cli

#endif
