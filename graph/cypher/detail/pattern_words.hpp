// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_PATTERN_WORDS_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_PATTERN_WORDS_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/graph.hpp"

#include <string>

namespace entente::cypher::detail {

/// The types that a pattern names; all where it names none. Throws InputError for one that there is not.
Types types_of(const ast::RelationshipPattern& pattern);
/// The labels that a pattern names. Throws InputError for one that there is not.
Labels labels_of(const ast::NodePattern& pattern);

/// "SUPPORT|AID"; empty for all.
std::string types_text(Types types);
/// ":Country"; empty for none.
std::string labels_text(Labels labels);

} // namespace entente::cypher::detail

#endif
