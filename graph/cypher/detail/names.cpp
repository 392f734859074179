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

namespace {

bool is_variable(const ast::Expression& expression, std::string_view name) {
    return expression.op == Op::variable && expression.text == name;
}

void add_period(Likeness& likeness, Likeness::Period period) {
    likeness.period = std::max(likeness.period, period);
}

/// Where the expression reads a property of the variable, and a Likeness can name it.
bool add_property(std::string_view property, Likeness& likeness) {
    if (property == "type" || property == "quad_class")
        likeness.type = true;
    else if (property == "goldstein" || property == "cameo" || property == "mode")
        likeness.code = true;
    else if (property == "date")
        add_period(likeness, Likeness::Period::day);
    else
        return false;
    return true;
}

/// `variable.date.year` and the like.
bool is_date_part(const ast::Expression& expression, std::string_view variable) {
    if (expression.op != Op::property)
        return false;
    const ast::Expression& date = *expression.children[0];
    return date.op == Op::property && date.text == "date" && is_variable(*date.children[0], variable);
}

} // namespace

bool add_likeness(const ast::Expression& expression, std::string_view variable, Likeness& likeness) {
    if (is_variable(expression, variable))
        return false;
    Names inside;
    for (const ast::PatternPart& part : expression.patterns)
        add_names(part, inside);
    if (inside.contains(variable))
        return false;
    if (is_date_part(expression, variable)) {
        add_period(likeness, expression.text == "year" ? Likeness::Period::year
                             : expression.text == "month" || expression.text == "quarter"
                                 ? Likeness::Period::month
                                 : Likeness::Period::day);
        return true;
    }
    if (expression.op == Op::property && is_variable(*expression.children[0], variable))
        return add_property(expression.text, likeness);
    if (expression.op == Op::call && expression.text == "type" && expression.children.size() == 1 &&
        is_variable(*expression.children[0], variable)) {
        likeness.type = true;
        return true;
    }
    return std::all_of(expression.children.begin(), expression.children.end(),
                       [&](const ast::ExpressionPtr& child) {
                           return child == nullptr || add_likeness(*child, variable, likeness);
                       });
}

std::string likeness_text(const Likeness& likeness) {
    static constexpr std::string_view periods[] = {"", "year", "month", "day"};
    std::string text(likeness.code ? "code" : likeness.type ? "type" : "");
    const std::string_view period = periods[static_cast<std::size_t>(likeness.period)];
    return text + (text.empty() || period.empty() ? "" : " and ") + std::string(period);
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
