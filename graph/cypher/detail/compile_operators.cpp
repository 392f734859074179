// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/comparison.hpp"
#include "graph/cypher/detail/arithmetic.hpp"
#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/regular_expression.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <boost/assert.hpp>

#include <memory>
#include <utility>

namespace entente::cypher::detail {

using ast::Expression;
using ast::Op;

namespace {

std::vector<Evaluator> compile_children(Compiler& compiler, const Expression& expression,
                                        const Scope& scope) {
    std::vector<Evaluator> result;
    for (const ast::ExpressionPtr& child : expression.children)
        result.push_back(compiler.compile(*child, scope));
    return result;
}

/// AND and OR: the value that decides it ends the search.
Evaluator compile_junction(Compiler& compiler, const Expression& expression, const Scope& scope,
                           bool deciding) {
    return [parts = compile_children(compiler, expression, scope), at = expression.at,
            deciding](Runtime& runtime) {
        bool has_null = false;
        for (const Evaluator& part : parts) {
            const Truth value = truth(part(runtime), at);
            if (value == Truth(deciding))
                return Value(deciding);
            has_null = has_null || !value;
        }
        return has_null ? Value() : Value(!deciding);
    };
}

Labels labels_of(const Expression& expression) {
    Labels labels = 0;
    for (const std::string& name : expression.names) {
        const auto label = parse_label(name);
        if (!label)
            throw InputError(place(expression.at),
                             "the label Actor, Country, Organization, Group, Community, Person or Topic",
                             name);
        labels = static_cast<Labels>(labels | bit(*label));
    }
    return labels;
}

} // namespace

Evaluator compile_logic(Compiler& compiler, const Expression& expression, const Scope& scope) {
    const ast::Position at = expression.at;
    if (expression.op == Op::and_ || expression.op == Op::or_)
        return compile_junction(compiler, expression, scope, expression.op == Op::or_);
    if (expression.op == Op::xor_)
        return [parts = compile_children(compiler, expression, scope), at](Runtime& runtime) {
            Truth result = false;
            for (const Evaluator& part : parts)
                result = logical_xor(result, truth(part(runtime), at));
            return to_value(result);
        };
    Evaluator inner = compiler.compile(*expression.children[0], scope);
    switch (expression.op) {
    case Op::not_:
        return [inner = std::move(inner), at](Runtime& runtime) {
            return to_value(logical_not(truth(inner(runtime), at)));
        };
    case Op::is_null:
        return [inner = std::move(inner)](Runtime& runtime) { return Value(inner(runtime).is_null()); };
    case Op::is_not_null:
        return [inner = std::move(inner)](Runtime& runtime) { return Value(!inner(runtime).is_null()); };
    default:
        BOOST_ASSERT_MSG(expression.op == Op::has_labels, "the last of the logical operators tests labels");
        return [inner = std::move(inner), labels = labels_of(expression), at](Runtime& runtime) {
            const Value node = inner(runtime);
            if (node.is_null())
                return Value();
            if (node.kind() != Kind::node)
                wrong_kind(at, "a node in front of a label", node);
            return Value((runtime.graph().labels(node.node()) & labels) == labels);
        };
    }
}

namespace {

using Test = Truth (*)(const Value&, const Value&);

Test comparison_test(std::string_view sign) {
    if (sign == "=")
        return [](const Value& a, const Value& b) { return equal(a, b); };
    if (sign == "<>")
        return [](const Value& a, const Value& b) { return logical_not(equal(a, b)); };
    if (sign == "<")
        return [](const Value& a, const Value& b) { return compare(a, b, Comparison::less); };
    if (sign == "<=")
        return [](const Value& a, const Value& b) { return compare(a, b, Comparison::less_or_equal); };
    if (sign == ">")
        return [](const Value& a, const Value& b) { return compare(a, b, Comparison::greater); };
    return [](const Value& a, const Value& b) { return compare(a, b, Comparison::greater_or_equal); };
}

bool is_date_property(const Expression& expression, const Scope& scope) {
    if (expression.op != Op::property || (expression.text != "date" && expression.text != "date_end" &&
                                          expression.text != "from" && expression.text != "until"))
        return false;
    const Expression& owner = *expression.children[0];
    const Variable* variable = owner.op == Op::variable ? scope.find(owner.text) : nullptr;
    return variable != nullptr && variable->shape == Shape::relationship;
}

/// `r.date >= '2020-01-01'` is null for every relation, which nobody means.
void warn_of_date_texts(Compiler& compiler, const Expression& a, const Expression& b, const Scope& scope) {
    const Expression& text = a.op == Op::literal ? a : b;
    const Expression& other = &text == &a ? b : a;
    if (text.op != Op::literal || text.literal.kind() != Kind::string || !is_date_property(other, scope))
        return;
    const std::string written = quoted(text.literal.text());
    compiler.warnings.push_back("query:" + std::to_string(text.at.line) + ':' +
                                std::to_string(text.at.column) +
                                ": a date is never equal to, less or greater than the string " + written +
                                "; write date(" + written + ")");
}

Value contains(const Value& element, const Value& list, ast::Position at) {
    if (list.is_null())
        return {};
    if (list.kind() != Kind::list)
        wrong_kind(at, "a list behind IN", list);
    bool has_null = false;
    for (const Value& other : list.list()) {
        const Truth is_same = equal(element, other);
        if (is_same == Truth(true))
            return Value(true);
        has_null = has_null || !is_same;
    }
    return has_null ? Value() : Value(false);
}

} // namespace

Evaluator compile_comparison(Compiler& compiler, const Expression& expression, const Scope& scope) {
    auto parts = compile_children(compiler, expression, scope);
    if (expression.op == Op::in)
        return [a = std::move(parts[0]), b = std::move(parts[1]), at = expression.at](Runtime& runtime) {
            const Value element = a(runtime);
            return contains(element, b(runtime), at);
        };
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        warn_of_date_texts(compiler, *expression.children[i], *expression.children[i + 1], scope);
    if (parts.size() == 2)
        return [a = std::move(parts[0]), b = std::move(parts[1]),
                test = comparison_test(expression.names[0])](Runtime& runtime) {
            const Value left = a(runtime);
            return to_value(test(left, b(runtime)));
        };
    std::vector<Test> tests;
    for (const std::string& sign : expression.names)
        tests.push_back(comparison_test(sign));
    return [parts = std::move(parts), tests = std::move(tests)](Runtime& runtime) {
        Truth result = true;
        Value left = parts[0](runtime);
        for (std::size_t i = 0; i < tests.size() && result != Truth(false); ++i) {
            Value right = parts[i + 1](runtime);
            result = logical_and(result, tests[i](left, right));
            left = std::move(right);
        }
        return to_value(result);
    };
}

namespace {

/// `=~`: a pattern that is the same for every row is compiled once.
Evaluator compile_match(Compiler& compiler, const Expression& expression, const Scope& scope) {
    auto parts = compile_children(compiler, expression, scope);
    return [a = std::move(parts[0]), b = std::move(parts[1]), at = expression.children[1]->at,
            compiled = std::make_shared<RegularExpression>()](Runtime& runtime) {
        const Value text = a(runtime);
        const Value pattern = b(runtime);
        if (text.kind() != Kind::string || pattern.is_null())
            return Value();
        if (pattern.kind() != Kind::string)
            wrong_kind(at, "a string behind =~", pattern);
        return Value(compiled->matches(text.text(), pattern.text(), at));
    };
}

} // namespace

Evaluator compile_text_test(Compiler& compiler, const Expression& expression, const Scope& scope) {
    if (expression.op == Op::matches)
        return compile_match(compiler, expression, scope);
    auto parts = compile_children(compiler, expression, scope);
    return [a = std::move(parts[0]), b = std::move(parts[1]), op = expression.op](Runtime& runtime) {
        const Value text = a(runtime);
        const Value part = b(runtime);
        // Anything but two strings is null, not an error.
        if (text.kind() != Kind::string || part.kind() != Kind::string)
            return Value();
        if (op == Op::starts_with)
            return Value(text.text().starts_with(part.text()));
        if (op == Op::ends_with)
            return Value(text.text().ends_with(part.text()));
        return Value(text.text().find(part.text()) != std::string_view::npos);
    };
}

Evaluator compile_arithmetic(Compiler& compiler, const Expression& expression, const Scope& scope) {
    auto parts = compile_children(compiler, expression, scope);
    const ast::Position at = expression.at;
    if (expression.op == Op::negate)
        return [inner = std::move(parts[0]), at](Runtime& runtime) { return negate(inner(runtime), at); };
    using Operation = Value (*)(const Value&, const Value&, ast::Position);
    const Operation operation = expression.op == Op::add        ? add
                                : expression.op == Op::subtract ? subtract
                                : expression.op == Op::multiply ? multiply
                                : expression.op == Op::divide   ? divide
                                : expression.op == Op::modulo   ? modulo
                                                                : power;
    return [a = std::move(parts[0]), b = std::move(parts[1]), operation, at](Runtime& runtime) {
        const Value left = a(runtime);
        return operation(left, b(runtime), at);
    };
}

} // namespace entente::cypher::detail
