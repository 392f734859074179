// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/ast.hpp"

#include "graph/cypher/comparison.hpp"

#include <algorithm>

namespace entente::cypher::ast {

Expression::Expression(Op op_, Position at_) : op(op_), at(at_) {}
Expression::~Expression() = default;

bool is_same(const Expression& a, const Expression& b) {
    if (a.op != b.op || a.distinct != b.distinct || a.text != b.text || a.names != b.names)
        return false;
    if (!a.patterns.empty() || !b.patterns.empty())
        return false;
    if (a.op == Op::literal && (a.literal.kind() != b.literal.kind() || !is_equivalent(a.literal, b.literal)))
        return false;
    return std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                      [](const ExpressionPtr& x, const ExpressionPtr& y) {
                          return x == nullptr || y == nullptr ? x == y : is_same(*x, *y);
                      });
}

namespace {

Properties copy(const Properties& properties) {
    Properties result;
    for (const auto& [key, value] : properties)
        result.emplace_back(key, copy(*value));
    return result;
}

} // namespace

ExpressionPtr copy(const Expression& expression) {
    auto result = std::make_unique<Expression>(expression.op, expression.at);
    result->distinct = expression.distinct;
    result->depth = expression.depth;
    result->text = expression.text;
    result->names = expression.names;
    result->literal = expression.literal;
    for (const ExpressionPtr& child : expression.children)
        result->children.push_back(child == nullptr ? nullptr : copy(*child));
    for (const PatternPart& part : expression.patterns)
        result->patterns.push_back(copy(part));
    return result;
}

PatternPart copy(const PatternPart& part) {
    PatternPart result;
    result.at = part.at;
    result.variable = part.variable;
    result.search = part.search;
    for (const NodePattern& node : part.nodes)
        result.nodes.push_back({node.at, node.variable, node.labels, copy(node.properties)});
    for (const RelationshipPattern& one : part.relationships)
        result.relationships.push_back(
            {one.at, one.variable, one.types, one.arrow, one.length, copy(one.properties)});
    return result;
}

} // namespace entente::cypher::ast
