// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_NAMES_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_NAMES_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/graph.hpp"

#include <set>
#include <string>
#include <vector>

namespace entente::cypher::detail {

using Names = std::set<std::string, std::less<>>;

/// Adds every variable that an expression or pattern names, those of its own loops left out.
void add_names(const ast::Expression& expression, Names& names);
void add_names(const ast::PatternPart& part, Names& names);
Names names_in(const ast::Expression& expression);

/// What is read of what a MATCH finds, by the steps behind it.
struct Needed {
    Names names;
    /// The expressions that read it, where these are all and fold the rows: then it matters only what they
    /// read of a relationship, and how often that comes.
    std::vector<const ast::Expression*> folding;
};

/// Whether of the variable the expression reads nothing but properties that a Likeness can name; adds them.
bool add_likeness(const ast::Expression& expression, std::string_view variable, Likeness& likeness);
/// "type, year".
std::string likeness_text(const Likeness& likeness);

/// Whether an aggregate stands in the expression.
bool has_aggregate(const ast::Expression& expression);
/// Whether a function of this name (in lower case) aggregates.
bool is_aggregate(std::string_view function);

} // namespace entente::cypher::detail

#endif
