// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/functions.hpp"

#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/names.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <array>
#include <utility>

namespace entente::cypher::detail {

namespace {

std::array<std::span<const Function>, 5> all_functions() {
    return {text_functions(), number_functions(), temporal_functions(), list_functions(), graph_functions()};
}

} // namespace

const Function* find_function(std::string_view name) {
    for (const auto& functions : all_functions())
        for (const Function& function : functions)
            if (function.name == name)
                return &function;
    return nullptr;
}

std::vector<std::string_view> function_names() {
    std::vector<std::string_view> names = {"avg", "collect",        "count",          "exists", "max",
                                           "min", "percentilecont", "percentiledisc", "stdev",  "stdevp",
                                           "sum"};
    for (const auto& functions : all_functions())
        for (const Function& function : functions)
            names.push_back(function.name);
    return names;
}

namespace {

std::string count_of_arguments(const Function& function) {
    if (function.most == most_arguments)
        return std::to_string(function.least) + " or more arguments";
    const std::string most = std::to_string(function.most);
    const std::string count =
        function.least == function.most ? most : std::to_string(function.least) + " to " + most;
    return count + (function.most == 1 ? " argument" : " arguments");
}

void check_call(const ast::Expression& expression, const Function* function) {
    if (function == nullptr)
        throw InputError(place(expression.at), "there is no function " + quoted(expression.text) +
                                                   suggestion(expression.text, function_names()));
    if (expression.distinct)
        throw InputError(place(expression.at),
                         "DISTINCT is for aggregates, which " + expression.text + "() is not");
    if (expression.children.size() < function->least || expression.children.size() > function->most)
        throw InputError(place(expression.at), expression.text + "() takes " + count_of_arguments(*function) +
                                                   ", found " + std::to_string(expression.children.size()));
}

/// exists(n.name) is `n.name IS NOT NULL`; exists((a)-->(b)) is the pattern.
Evaluator compile_exists(Compiler& compiler, const ast::Expression& expression, const Scope& scope) {
    if (expression.children.size() != 1)
        throw InputError(place(expression.at),
                         "exists() takes 1 argument, found " + std::to_string(expression.children.size()));
    const ast::Expression& argument = *expression.children[0];
    Evaluator inner = compiler.compile(argument, scope);
    if (argument.op == ast::Op::pattern_predicate)
        return inner;
    return [inner = std::move(inner)](Runtime& runtime) { return Value(!inner(runtime).is_null()); };
}

} // namespace

Evaluator compile_call(Compiler& compiler, const ast::Expression& expression, const Scope& scope) {
    const bool is_star = expression.op == ast::Op::count_star;
    if (is_star || is_aggregate(expression.text))
        throw InputError(place(expression.at),
                         "an aggregate such as " + (is_star ? "count(*)" : expression.text + "()") +
                             " stands in WITH or RETURN only, and not inside of another");
    if (expression.text == "exists")
        return compile_exists(compiler, expression, scope);
    const Function* function = find_function(expression.text);
    check_call(expression, function);
    std::vector<Evaluator> parts;
    for (const ast::ExpressionPtr& child : expression.children)
        parts.push_back(compiler.compile(*child, scope));
    if (parts.size() == 1 && function->is_strict)
        return [part = std::move(parts[0]), call = function->call, at = expression.at](Runtime& runtime) {
            const Value value = part(runtime);
            return value.is_null() ? Value() : call({runtime, {&value, 1}, at});
        };
    return [parts = std::move(parts), function, at = expression.at](Runtime& runtime) {
        std::array<Value, most_arguments> values;
        for (std::size_t i = 0; i < parts.size(); ++i)
            values[i] = parts[i](runtime);
        for (std::size_t i = 0; i < function->least; ++i)
            if (function->is_strict && values[i].is_null())
                return Value();
        return function->call({runtime, {values.data(), parts.size()}, at});
    };
}

} // namespace entente::cypher::detail
