// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/names.hpp"

#include <algorithm>

namespace entente::cypher::detail {

using ast::Op;

namespace {

/// The children of a loop that see its variable.
bool is_inside_loop(const ast::Expression& loop, std::size_t child) {
    return loop.op == Op::reduce ? child == 2 : child > 0;
}

bool is_loop(Op op) {
    return op == Op::comprehension || op == Op::all || op == Op::any || op == Op::none || op == Op::single ||
           op == Op::reduce;
}

} // namespace

void add_names(const ast::PatternPart& part, Names& names) {
    const auto add = [&](const std::string& variable, const ast::Properties& properties) {
        if (!variable.empty())
            names.insert(variable);
        for (const auto& [key, value] : properties)
            add_names(*value, names);
    };
    if (!part.variable.empty())
        names.insert(part.variable);
    for (const ast::NodePattern& node : part.nodes)
        add(node.variable, node.properties);
    for (const ast::RelationshipPattern& relationship : part.relationships)
        add(relationship.variable, relationship.properties);
}

void add_names(const ast::Expression& expression, Names& names) {
    if (expression.op == Op::variable)
        names.insert(expression.text);
    for (const ast::PatternPart& part : expression.patterns)
        add_names(part, names);
    for (std::size_t i = 0; i < expression.children.size(); ++i) {
        const ast::Expression* child = expression.children[i].get();
        if (child == nullptr)
            continue;
        if (!is_loop(expression.op) || !is_inside_loop(expression, i)) {
            add_names(*child, names);
            continue;
        }
        Names inner;
        add_names(*child, inner);
        inner.erase(expression.op == Op::reduce ? expression.names[0] : expression.text);
        if (expression.op == Op::reduce)
            inner.erase(expression.text);
        names.merge(inner);
    }
}

Names names_in(const ast::Expression& expression) {
    Names names;
    add_names(expression, names);
    return names;
}

bool is_aggregate(std::string_view function) {
    static constexpr std::string_view names[] = {
        "avg",   "collect", "count", "max", "min", "percentilecont", "percentiledisc",
        "stdev", "stdevp",  "sum"};
    return std::find(std::begin(names), std::end(names), function) != std::end(names);
}

bool has_aggregate(const ast::Expression& expression) {
    if (expression.op == Op::count_star || (expression.op == Op::call && is_aggregate(expression.text)))
        return true;
    return std::any_of(
        expression.children.begin(), expression.children.end(),
        [](const ast::ExpressionPtr& child) { return child != nullptr && has_aggregate(*child); });
}

} // namespace entente::cypher::detail
