// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/match_pattern.hpp"

#include "graph/cypher/detail/pattern_words.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <utility>

namespace entente::cypher::detail {

using ast::Expression;
using ast::ExpressionPtr;
using ast::Op;

namespace {

ExpressionPtr variable_expression(const std::string& name, ast::Position at) {
    auto result = std::make_unique<Expression>(Op::variable, at);
    result->text = name;
    return result;
}

/// `name.key = value`.
ExpressionPtr equality(const std::string& name, const std::string& key, const Expression& value) {
    auto property = std::make_unique<Expression>(Op::property, value.at);
    property->text = key;
    property->children.push_back(variable_expression(name, value.at));
    auto result = std::make_unique<Expression>(Op::compare, value.at);
    result->names.emplace_back("=");
    result->children.push_back(std::move(property));
    result->children.push_back(copy(value));
    result->depth = value.depth + 1;
    return result;
}

/// Takes patterns apart into a MatchPattern.
class Collector {
public:
    Collector(Compiler& compiler, const Scope& scope) : compiler_(compiler), scope_(scope) {}

    void add(const ast::PatternPart& part) {
        PatternPath path;
        std::size_t left = add_node(part.nodes.front());
        path.start = left;
        for (std::size_t i = 0; i < part.relationships.size(); ++i) {
            const std::size_t right = add_node(part.nodes[i + 1]);
            path.relationships.push_back(add_relationship(part, part.relationships[i], left, right));
            left = right;
        }
        if (part.variable.empty())
            return;
        require_new(part.variable, part.at);
        path.variable = part.variable;
        path.slot = compiler_.new_slot();
        result.paths.push_back(std::move(path));
    }

    /// The parts that AND joins, and those of `a < b < c`, stand for themselves.
    void add_condition(const Expression& expression) {
        if (expression.op == Op::and_) {
            for (const ExpressionPtr& child : expression.children)
                add_condition(*child);
        } else if (expression.op == Op::compare && expression.names.size() > 1) {
            for (std::size_t i = 0; i < expression.names.size(); ++i) {
                auto part = std::make_unique<Expression>(Op::compare, expression.at);
                part->names.push_back(expression.names[i]);
                part->children.push_back(copy(*expression.children[i]));
                part->children.push_back(copy(*expression.children[i + 1]));
                push_condition(std::move(part));
            }
        } else {
            push_condition(copy(expression));
        }
    }

    MatchPattern result;

private:
    void push_condition(ExpressionPtr expression) {
        Names names = names_in(*expression);
        result.conditions.push_back({std::move(expression), std::move(names), false});
    }

    void require_new(const std::string& name, ast::Position at) const {
        const auto is_same = [&](const auto& other) { return other.variable == name; };
        if (scope_.find(name) != nullptr ||
            std::any_of(result.relationships.begin(), result.relationships.end(), is_same) ||
            std::any_of(result.paths.begin(), result.paths.end(), is_same) ||
            std::any_of(result.nodes.begin(), result.nodes.end(), is_same))
            throw InputError(place(at), "the variable " + quoted(name) +
                                            " is in use already, and only a node can be named again");
    }

    /// What the pattern's map, or the parameter in its place, asks of the variable.
    std::vector<ExpressionPtr> equalities(const ast::Properties& properties, const std::string& name) const {
        std::vector<ExpressionPtr> asked;
        for (const auto& [key, value] : properties) {
            if (key.empty() && value->op == Op::parameter)
                add_parameter(*value, name, asked);
            else
                asked.push_back(equality(name, key, *value));
        }
        return asked;
    }

    void add_parameter(const Expression& parameter, const std::string& name,
                       std::vector<ExpressionPtr>& asked) const {
        const Value map = compiler_.constant(parameter);
        if (map.kind() != Kind::map)
            wrong_kind(parameter.at, "a map in $" + parameter.text, map);
        for (const auto& [key, value] : map.map()) {
            Expression literal(Op::literal, parameter.at);
            literal.literal = value;
            asked.push_back(equality(name, key, literal));
        }
    }

    std::size_t add_node(const ast::NodePattern& pattern) {
        const auto known =
            std::find_if(result.nodes.begin(), result.nodes.end(), [&](const PatternNode& node) {
                return !pattern.variable.empty() && node.variable == pattern.variable;
            });
        const auto index = static_cast<std::size_t>(known - result.nodes.begin());
        if (known == result.nodes.end())
            result.nodes.push_back(new_node(pattern));
        PatternNode& node = result.nodes[index];
        node.labels = static_cast<Labels>(node.labels | labels_of(pattern));
        for (ExpressionPtr& condition : equalities(pattern.properties, node.name))
            push_condition(std::move(condition));
        return index;
    }

    PatternNode new_node(const ast::NodePattern& pattern) {
        PatternNode node;
        node.variable = pattern.variable;
        // A name that no query can write.
        node.name =
            pattern.variable.empty() ? " node " + std::to_string(result.nodes.size()) : pattern.variable;
        const Variable* old = pattern.variable.empty() ? nullptr : scope_.find(pattern.variable);
        if (old == nullptr) {
            const auto is_same = [&](const auto& other) {
                return !pattern.variable.empty() && other.variable == pattern.variable;
            };
            if (std::any_of(result.relationships.begin(), result.relationships.end(), is_same) ||
                std::any_of(result.paths.begin(), result.paths.end(), is_same))
                throw InputError(place(pattern.at), quoted(pattern.variable) + " is no node");
            node.slot = compiler_.new_slot();
            return node;
        }
        if (old->shape != Shape::node && old->shape != Shape::any)
            throw InputError(place(pattern.at), quoted(pattern.variable) + " is no node");
        node.slot = old->slot;
        node.is_old = node.is_bound = true;
        return node;
    }

    std::size_t add_relationship(const ast::PatternPart& part, const ast::RelationshipPattern& pattern,
                                 std::size_t left, std::size_t right) {
        PatternRelationship relationship;
        relationship.known = known_slot(part, pattern);
        if (!relationship.known) {
            if (!pattern.variable.empty())
                require_new(pattern.variable, pattern.at);
            relationship.variable = pattern.variable;
        }
        relationship.name = relationship.variable.empty()
                                ? " relationship " + std::to_string(result.relationships.size())
                                : pattern.variable;
        relationship.slot = compiler_.new_slot();
        relationship.left = left;
        relationship.right = right;
        relationship.arrow = pattern.arrow;
        relationship.types = types_of(pattern);
        relationship.length = pattern.length;
        relationship.search = part.search;
        relationship.path = part.variable;
        if (part.search != ast::Search::all_paths) {
            relationship.length = pattern.length.value_or(ast::RelationshipPattern::Length{1, 1});
            if (relationship.length->least > 1)
                throw InputError(place(pattern.at), "a shortest path has a least length of 0 or 1");
        }
        for (ExpressionPtr& condition : equalities(pattern.properties, relationship.name)) {
            if (!relationship.length)
                push_condition(std::move(condition));
            else
                add_each(relationship, *condition);
        }
        result.relationships.push_back(std::move(relationship));
        return result.relationships.size() - 1;
    }

    /// Where an earlier clause has put the relationship that the pattern names.
    std::optional<std::uint32_t> known_slot(const ast::PatternPart& part,
                                            const ast::RelationshipPattern& pattern) const {
        const Variable* old = pattern.variable.empty() ? nullptr : scope_.find(pattern.variable);
        const bool is_one = !pattern.length && part.search == ast::Search::all_paths;
        if (old == nullptr || !is_one || (old->shape != Shape::relationship && old->shape != Shape::any))
            return std::nullopt;
        return old->slot;
    }

    void add_each(PatternRelationship& relationship, const Expression& condition) {
        EachCondition each;
        each.slot = compiler_.new_slot();
        Scope scope = scope_;
        scope.add(relationship.name, {each.slot, Shape::relationship});
        each.holds = compiler_.compile_condition(condition, scope);
        relationship.each.push_back(std::move(each));
    }

    Compiler& compiler_;
    const Scope& scope_;
};

} // namespace

MatchPattern take_apart(Compiler& compiler, const Scope& scope, const std::vector<ast::PatternPart>& patterns,
                        const Expression* where) {
    Collector collector(compiler, scope);
    for (const ast::PatternPart& part : patterns)
        collector.add(part);
    if (where != nullptr)
        collector.add_condition(*where);
    return std::move(collector.result);
}

bool MatchPattern::is_known(const Names& names) const {
    const auto is_open = [&](const auto& part) { return !part.is_bound && names.contains(part.variable); };
    const auto is_unnamed_open = [&](const auto& part) {
        return !part.is_bound && names.contains(part.name);
    };
    return std::none_of(nodes.begin(), nodes.end(), is_unnamed_open) &&
           std::none_of(relationships.begin(), relationships.end(), is_unnamed_open) &&
           std::none_of(paths.begin(), paths.end(), is_open);
}

std::string MatchPattern::shown(const PatternRelationship& one, bool from_left) const {
    const PatternNode& from = nodes[from_left ? one.left : one.right];
    const PatternNode& to = nodes[from_left ? one.right : one.left];
    const bool points_away = one.arrow == (from_left ? ast::Arrow::right : ast::Arrow::left);
    std::string length;
    if (one.length)
        length = '*' + std::to_string(one.length->least) + ".." +
                 (one.length->most ? std::to_string(*one.length->most) : "");
    return '(' + from.variable + ')' + (one.arrow == ast::Arrow::either || points_away ? "-[" : "<-[") +
           one.variable + types_text(one.types) + length + ']' + (points_away ? "->" : "-") + '(' +
           to.variable + labels_text(to.is_bound ? 0 : to.labels) + ')';
}

bool MatchPattern::is_whole_path(const PatternRelationship& one) const {
    return std::any_of(paths.begin(), paths.end(), [&](const PatternPath& path) {
        return path.variable == one.path && path.relationships.size() == 1;
    });
}

bool MatchPattern::has_rival(const PatternRelationship& one) const {
    return std::any_of(relationships.begin(), relationships.end(), [&](const PatternRelationship& other) {
        return &other != &one && other.search == ast::Search::all_paths && (other.types & one.types) != 0;
    });
}

Condition* MatchPattern::seek_condition(const PatternNode& node) {
    for (Condition& condition : conditions) {
        if (condition.is_done || !condition.names.contains(node.name))
            continue;
        for (const PropertyComparison& comparison : property_comparisons(*condition.expression))
            if (comparison.variable == node.name && comparison.key == "code" &&
                (comparison.sign == "=" || comparison.sign == "IN") && is_known(names_in(*comparison.value)))
                return &condition;
    }
    return nullptr;
}

std::vector<DateCondition> MatchPattern::date_conditions(const PatternRelationship& one) {
    std::vector<DateCondition> result;
    for (Condition& condition : conditions) {
        if (condition.is_done || !condition.names.contains(one.name))
            continue;
        for (PropertyComparison& comparison : property_comparisons(*condition.expression))
            if (comparison.variable == one.name && comparison.key == "date" && comparison.sign != "<>" &&
                comparison.sign != "IN" && is_known(names_in(*comparison.value))) {
                result.push_back({&condition, std::move(comparison)});
                break;
            }
    }
    return result;
}

bool MatchPattern::is_only_counted(const PatternRelationship& one, const Names& needed) const {
    if (!one.path.empty() || (!one.variable.empty() && needed.contains(one.variable)))
        return false;
    const auto reads = [&](const Condition& condition) {
        return !condition.is_done && condition.names.contains(one.name);
    };
    return std::none_of(conditions.begin(), conditions.end(), reads) && !has_rival(one);
}

bool MatchPattern::is_only_grouped(const PatternRelationship& one, const Needed& needed,
                                   Likeness& likeness) const {
    if (!one.path.empty() || needed.folding.empty() || has_rival(one))
        return false;
    const auto is_like = [&](const Expression& expression) {
        return add_likeness(expression, one.name, likeness);
    };
    return std::all_of(needed.folding.begin(), needed.folding.end(),
                       [&](const Expression* expression) { return is_like(*expression); }) &&
           std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
               return condition.is_done || is_like(*condition.expression);
           });
}

namespace {

std::string turned(const std::string& sign) {
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {"<", ">"}, {">", "<"}, {"<=", ">="}, {">=", "<="}};
    for (const auto& [one, other] : signs)
        if (sign == one)
            return std::string(other);
    return sign;
}

} // namespace

std::vector<PropertyComparison> property_comparisons(const Expression& expression) {
    const bool is_in = expression.op == Op::in;
    if (!is_in && (expression.op != Op::compare || expression.names.size() != 1))
        return {};
    std::vector<PropertyComparison> result;
    const auto add = [&](const Expression& side, const Expression& other, std::string sign) {
        if (side.op == Op::property && side.children[0]->op == Op::variable)
            result.push_back({side.children[0]->text, side.text, std::move(sign), &other});
    };
    const std::string sign = is_in ? "IN" : expression.names[0];
    add(*expression.children[0], *expression.children[1], sign);
    if (!is_in)
        add(*expression.children[1], *expression.children[0], turned(sign));
    return result;
}

} // namespace entente::cypher::detail
