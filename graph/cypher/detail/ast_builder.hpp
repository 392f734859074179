// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_AST_BUILDER_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_AST_BUILDER_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/syntax_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::cypher::detail {

/// A node of the syntax tree with the query it is from; walks over its children.
class Cursor {
public:
    Cursor(std::string_view query, const std::vector<SyntaxNode>& nodes, std::size_t index)
        : query_(query), nodes_(&nodes), index_(index) {}

    Syntax kind() const noexcept { return node().kind; }
    bool is(Syntax kind) const noexcept { return node().kind == kind; }
    /// Without the white space and comments behind it.
    std::string_view text() const noexcept;
    ast::Position position() const noexcept { return node().at; }
    std::vector<Cursor> children() const;

private:
    const SyntaxNode& node() const noexcept { return (*nodes_)[index_]; }

    std::string_view query_;
    const std::vector<SyntaxNode>* nodes_;
    std::size_t index_;
};

/// A name without its back quotes.
std::string name_of_text(std::string_view text);

/// An expression without parts.
ast::ExpressionPtr make_expression(ast::Op op, const Cursor& cursor);
/// Adds a part, which may be nullptr. Throws InputError where that nests the expression too deeply.
void add_child(ast::Expression& parent, ast::ExpressionPtr child);

ast::ExpressionPtr build_expression(const Cursor& cursor);
/// Of what is neither a literal nor joined by operators.
ast::ExpressionPtr build_atom(const Cursor& cursor);
/// Of a pattern_part, or of a bare pattern_chain.
ast::PatternPart build_pattern(const Cursor& cursor);

} // namespace entente::cypher::detail

#endif
