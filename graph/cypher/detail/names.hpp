// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_NAMES_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_NAMES_HPP

#include "graph/cypher/detail/ast.hpp"

#include <set>
#include <string>

namespace entente::cypher::detail {

using Names = std::set<std::string, std::less<>>;

/// Adds every variable that an expression or pattern names, those of its own loops left out.
void add_names(const ast::Expression& expression, Names& names);
void add_names(const ast::PatternPart& part, Names& names);
Names names_in(const ast::Expression& expression);

/// Whether an aggregate stands in the expression.
bool has_aggregate(const ast::Expression& expression);
/// Whether a function of this name (in lower case) aggregates.
bool is_aggregate(std::string_view function);

} // namespace entente::cypher::detail

#endif
