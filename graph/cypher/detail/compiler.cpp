// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/compiler.hpp"

#include "graph/cypher/comparison.hpp"
#include "graph/cypher/detail/names.hpp"
#include "graph/cypher/detail/syntax_error.hpp"
#include "graph/cypher/detail/temporal.hpp"
#include "graph/nearest_word.hpp"

namespace entente::cypher::detail {

using ast::Op;

void Scope::add(const std::string& name, const Variable& variable) {
    variables_[name] = variable;
    std::erase_if(computed_,
                  [&](const Computed& computed) { return names_in(*computed.expression).contains(name); });
}

const Variable* Scope::find(const std::string& name) const {
    const auto place = variables_.find(name);
    return place == variables_.end() ? nullptr : &place->second;
}

std::optional<std::uint32_t> Scope::find_computed(const ast::Expression& expression) const {
    for (const Computed& computed : computed_)
        if (computed.expression == &expression || is_same(*computed.expression, expression))
            return computed.slot;
    return std::nullopt;
}

void wrong_kind(ast::Position at, std::string_view expected, const Value& found) {
    throw InputError(place(at), "expected " + std::string(expected) + ", found " +
                                    std::string(with_article(found.kind())));
}

std::optional<bool> truth(const Value& value, ast::Position at) {
    if (value.kind() == Kind::boolean)
        return value.boolean();
    if (value.is_null())
        return std::nullopt;
    wrong_kind(at, "true or false", value);
}

std::string suggestion(std::string_view name, const std::vector<std::string_view>& names) {
    // A name of one or two letters is near to every other one.
    if (name.size() < 3 || name.size() > 60)
        return {};
    const std::string_view nearest = nearest_word(name, names);
    return nearest.empty() ? "" : "; did you mean " + std::string(nearest) + "?";
}

Evaluator Compiler::compile(const ast::Expression& expression, const Scope& scope) {
    if (const auto slot = scope.find_computed(expression))
        return [slot = *slot](Runtime& runtime) { return runtime[slot]; };
    switch (expression.op) {
    case Op::literal:
    case Op::parameter:
    case Op::variable:
        return compile_name(*this, expression, scope);
    case Op::property:
        return compile_property(*this, expression, scope);
    case Op::or_:
    case Op::xor_:
    case Op::and_:
    case Op::not_:
    case Op::is_null:
    case Op::is_not_null:
    case Op::has_labels:
        return compile_logic(*this, expression, scope);
    case Op::compare:
    case Op::in:
        return compile_comparison(*this, expression, scope);
    case Op::starts_with:
    case Op::ends_with:
    case Op::contains:
    case Op::matches:
        return compile_text_test(*this, expression, scope);
    case Op::list:
    case Op::map:
    case Op::subscript:
    case Op::slice:
        return compile_container(*this, expression, scope);
    case Op::comprehension:
    case Op::all:
    case Op::any:
    case Op::none:
    case Op::single:
    case Op::reduce:
        return compile_loop(*this, expression, scope);
    case Op::case_:
        return compile_case(*this, expression, scope);
    case Op::call:
    case Op::count_star:
        return compile_call(*this, expression, scope);
    case Op::pattern_predicate:
    case Op::exists:
    case Op::count:
    case Op::pattern_comprehension:
        return compile_pattern(*this, expression, scope);
    default:
        return compile_arithmetic(*this, expression, scope);
    }
}

std::function<bool(Runtime&)> Compiler::compile_condition(const ast::Expression& expression,
                                                          const Scope& scope) {
    return [inner = compile(expression, scope), at = expression.at](Runtime& runtime) {
        const Value value = inner(runtime);
        if (value.kind() == Kind::boolean)
            return value.boolean();
        return truth(value, at).value_or(false);
    };
}

Value Compiler::constant(const ast::Expression& expression) {
    const Evaluator evaluator = compile(expression, Scope());
    Runtime runtime(graph, options, slot_count_);
    return evaluator(runtime);
}

Evaluator compile_name(Compiler& compiler, const ast::Expression& expression, const Scope& scope) {
    if (expression.op == Op::literal)
        return [value = expression.literal](Runtime&) { return value; };
    if (expression.op == Op::parameter) {
        const auto parameter = compiler.parameters.find(expression.text);
        if (parameter == compiler.parameters.end())
            throw InputError(place(expression.at), "no value is given for the parameter $" + expression.text);
        return [value = parameter->second](Runtime&) { return value; };
    }
    const Variable* variable = scope.find(expression.text);
    if (variable == nullptr && scope.is_grouped)
        throw InputError(place(expression.at),
                         quoted(expression.text) +
                             " is neither in an aggregate nor what the rows are grouped by");
    if (variable == nullptr) {
        std::vector<std::string_view> names;
        for (const auto& [name, other] : scope.variables())
            names.push_back(name);
        throw InputError(place(expression.at), "there is no variable " + quoted(expression.text) +
                                                   suggestion(expression.text, names));
    }
    return [slot = variable->slot](Runtime& runtime) { return runtime[slot]; };
}

namespace {

template<class Property, std::size_t count>
[[noreturn]] void unknown_property(const ast::Expression& expression, const char* owner) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(to_string(static_cast<Property>(i)));
    std::string all;
    for (const std::string_view name : names)
        all += (all.empty() ? "" : ", ") + std::string(name);
    const std::string nearest = suggestion(expression.text, names);
    throw InputError(place(expression.at), std::string(owner) + " have no property " +
                                               quoted(expression.text) +
                                               (nearest.empty() ? "; they have " + all : nearest));
}

/// A property of a value whose kind is known only when it is there.
Value dynamic_property(Runtime& runtime, const Value& value, const std::string& key, ast::Position at) {
    switch (value.kind()) {
    case Kind::null:
        return {};
    case Kind::map: {
        const Value* found = find(value.map(), key);
        return found == nullptr ? Value() : *found;
    }
    case Kind::node: {
        const auto property = parse_node_property(key);
        return property ? runtime.graph().property(value.node(), *property) : Value();
    }
    case Kind::relationship: {
        const auto property = parse_relationship_property(key);
        return property ? runtime.graph().property(value.relationship(), *property) : Value();
    }
    case Kind::date:
        if (const auto number = component(value.date(), key))
            return Value(*number);
        throw InputError(place(at), "dates have no " + quoted(key));
    case Kind::duration:
        if (const auto number = component(value.duration(), key))
            return Value(*number);
        throw InputError(place(at), "durations have no " + quoted(key));
    default:
        wrong_kind(at, "a node, a relationship, a map or a date in front of ." + key, value);
    }
}

} // namespace

Evaluator compile_property(Compiler& compiler, const ast::Expression& expression, const Scope& scope) {
    const ast::Expression& owner = *expression.children[0];
    const Variable* variable = owner.op == Op::variable ? scope.find(owner.text) : nullptr;
    if (variable != nullptr && variable->shape == Shape::node) {
        const auto property = parse_node_property(expression.text);
        if (!property)
            unknown_property<NodeProperty, node_property_count>(expression, "nodes");
        return [slot = variable->slot, property = *property](Runtime& runtime) {
            const Value& node = runtime[slot];
            return node.kind() == Kind::node ? runtime.graph().property(node.node(), property) : Value();
        };
    }
    if (variable != nullptr && variable->shape == Shape::relationship) {
        const auto property = parse_relationship_property(expression.text);
        if (!property)
            unknown_property<RelationshipProperty, relationship_property_count>(expression, "relationships");
        return [slot = variable->slot, property = *property](Runtime& runtime) {
            const Value& one = runtime[slot];
            return one.kind() == Kind::relationship ? runtime.graph().property(one.relationship(), property)
                                                    : Value();
        };
    }
    return [inner = compiler.compile(owner, scope), key = expression.text, at = expression.at](
               Runtime& runtime) { return dynamic_property(runtime, inner(runtime), key, at); };
}

} // namespace entente::cypher::detail
