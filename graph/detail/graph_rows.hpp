// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_GRAPH_ROWS_HPP
#define ENTENTE_GRAPH_DETAIL_GRAPH_ROWS_HPP

#include "graph/detail/graph_builder.hpp"
#include "graph/detail/sqlite.hpp"

namespace entente::detail {

/// Adds the relations of a graph file with keys from `first` on, and its actors, to what `builder` has.
void read_graph_rows(Connection& connection, std::int64_t first, GraphBuilder& builder);

/// The same with relations that a writer has collected, with the keys of the graph file for parties and
/// terms.
void take_graph_rows(Connection& connection, CollectedEdges&& edges, GraphBuilder& builder);

} // namespace entente::detail

#endif
