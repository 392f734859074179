// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_DRAW_QUERY_HPP
#define ENTENTE_CLI_DRAW_QUERY_HPP

#include "cli/command_line.hpp"
#include "graph/cypher/store_graph.hpp"

#include <set>
#include <string>
#include <vector>

namespace entente::cli {

/// What of a query's answer can be drawn: nodes by id (export/diagram.hpp) and edges of the graph that was
/// asked.
struct QueryPicture {
    std::set<std::string> nodes;
    /// Each relation once, in the order of their keys.
    std::vector<RelationGraph::Edge> relations;
};

/// Runs a query for the nodes, relationships and paths in its rows, also those inside lists and maps. Where
/// the rows have no relationship, those between the parties in them are taken.
///
/// Throws UsageError for what is no query and Error where the answer has nothing to draw. What the
/// user should know goes to standard error.
QueryPicture ask_for_picture(const cypher::StoreGraph& graph, const std::string& query);

} // namespace entente::cli

#endif
