// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_VALUE_TEXT_HPP
#define ENTENTE_GRAPH_CYPHER_VALUE_TEXT_HPP

#include "graph/cypher/graph.hpp"
#include "graph/cypher/value.hpp"

#include <string>

namespace entente::cypher {

/// A scalar as toString() has it: `CHN`, `1.0`, `2020-04-02`, `true`; empty for null.
std::string to_plain_text(const Value& value);

/// Any value as a reader sees it in a table: a scalar as above, but quoted inside of lists and maps;
/// `(:Country {code: "BEL"})`, `[:SUPPORT {date: 2020-04-02}]`, and a path as its nodes and arrows.
std::string to_text(const Value& value, const Graph& graph);

/// Any value as JSON. A date is a string; a node is an object of its labels and properties, a relationship
/// one of its properties, a path one of `nodes` and `relationships`. NaN and infinity, which JSON lacks, are
/// null.
void append_json(std::string& out, const Value& value, const Graph& graph);

/// A text in quotes, escaped as JSON asks for.
void append_json_string(std::string& out, std::string_view text);

} // namespace entente::cypher

#endif
