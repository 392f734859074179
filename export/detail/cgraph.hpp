// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_CGRAPH_HPP
#define ENTENTE_EXPORT_DETAIL_CGRAPH_HPP

#include <cgraph.h>

#include <memory>
#include <string>

namespace entente::detail {

struct CloseGraph {
    void operator()(Agraph_t* graph) const noexcept { agclose(graph); }
};
using CgraphPtr = std::unique_ptr<Agraph_t, CloseGraph>;

/// A new, empty, directed multigraph.
CgraphPtr make_cgraph(const std::string& name);

/// Adds a node, or finds the one of that name.
Agnode_t* add_node(Agraph_t* graph, const std::string& name);
/// Adds an edge; `key` tells parallel edges apart.
Agedge_t* add_edge(Agraph_t* graph, Agnode_t* source, Agnode_t* target, const std::string& key);

/// What nodes (AGNODE), edges (AGEDGE) or the graph (AGRAPH) have where nothing else is set.
void set_default(Agraph_t* graph, int kind, const std::string& name, const std::string& value);
/// Sets an attribute of a node, an edge or the graph.
void set(void* object, const std::string& name, const std::string& value);
/// The same, with the value read as an HTML-like label.
void set_html(void* object, const std::string& name, const std::string& value);

/// The graph in the DOT language.
std::string dot_text(Agraph_t* graph);

} // namespace entente::detail

#endif
