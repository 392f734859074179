// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/plan.hpp"
#include "graph/cypher/detail/row_operators.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <memory>
#include <utility>

namespace entente::cypher::detail {

using ast::Expression;
using ast::Op;

namespace {

/// The steps that an expression runs for each row.
struct Search {
    Pipeline pipeline;
    Visit* visit = nullptr;
    Scope scope;
    std::uint64_t count = 0;
    List list;
};

std::shared_ptr<Search> plan_search(Compiler& compiler, const Expression& expression, const Scope& scope,
                                    const Needed& needed) {
    auto search = std::make_shared<Search>();
    search->scope = scope;
    Plan plan;
    plan.pipeline = &search->pipeline;
    plan.append<Start>("Start");
    const Expression* filter = expression.children.empty() ? nullptr : expression.children[0].get();
    plan_match(compiler, plan, search->scope, expression.patterns, filter, needed);
    search->visit = &plan.append<Visit>("Visit");
    return search;
}

/// A pattern in an expression brings no variables of its own along.
void require_known_variables(const Expression& expression, const Scope& scope) {
    Names names;
    for (const ast::PatternPart& part : expression.patterns)
        add_names(part, names);
    for (const std::string& name : names)
        if (scope.find(name) == nullptr)
            throw InputError(place(expression.at), "there is no variable " + quoted(name) +
                                                       "; a pattern in a condition can't introduce one");
}

} // namespace

Evaluator compile_pattern(Compiler& compiler, const Expression& expression, const Scope& scope) {
    if (expression.op == Op::pattern_predicate)
        require_known_variables(expression, scope);
    Needed needed;
    if (expression.op == Op::pattern_comprehension)
        add_names(*expression.children[1], needed.names);
    const auto search = plan_search(compiler, expression, scope, needed);
    if (expression.op == Op::pattern_comprehension) {
        search->visit->visitor =
            [state = search.get(),
             result = compiler.compile(*expression.children[1], search->scope)](Runtime& runtime) {
                const Value value = result(runtime);
                for (std::uint64_t i = 0; i < runtime.weight; ++i) {
                    runtime.tick();
                    state->list.push_back(value);
                }
                return true;
            };
        return [search](Runtime& runtime) {
            const WeightGuard guard(runtime, 1);
            search->list.clear();
            search->pipeline.push(runtime);
            return Value(std::move(search->list));
        };
    }
    const bool counts = expression.op == Op::count;
    search->visit->visitor = [state = search.get(), counts](Runtime& runtime) {
        state->count += runtime.weight;
        return counts;
    };
    return [search, counts](Runtime& runtime) {
        const WeightGuard guard(runtime, 1);
        search->count = 0;
        search->pipeline.push(runtime);
        return counts ? Value(static_cast<std::int64_t>(search->count)) : Value(search->count > 0);
    };
}

} // namespace entente::cypher::detail
