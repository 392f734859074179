// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_COMPILER_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_COMPILER_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/runtime.hpp"
#include "graph/cypher/query.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cypher::detail {

/// What is known of a variable before the query runs.
enum class Shape : std::uint8_t { any, node, relationship, relationships, path };

struct Variable {
    std::uint32_t slot = 0;
    Shape shape = Shape::any;
};

/// The variables that an expression may use, and expressions whose values lie in slots already.
class Scope {
public:
    /// Hides a variable of the same name, and what was computed from it.
    void add(const std::string& name, const Variable& variable);
    const Variable* find(const std::string& name) const;
    /// In the order of their names.
    const std::map<std::string, Variable, std::less<>>& variables() const noexcept { return variables_; }

    /// From here on an expression that says the same as `expression` is read from the slot. It must outlive
    /// the scope.
    void add_computed(const ast::Expression& expression, std::uint32_t slot) {
        computed_.push_back({&expression, slot});
    }
    std::optional<std::uint32_t> find_computed(const ast::Expression& expression) const;

    /// Where set, a variable that is not in the scope is told to be neither grouped by nor aggregated.
    bool is_grouped = false;

private:
    struct Computed {
        const ast::Expression* expression;
        std::uint32_t slot;
    };
    std::map<std::string, Variable, std::less<>> variables_;
    std::vector<Computed> computed_;
};

/// Turns expressions into what evaluates them. One for each run of a query.
class Compiler {
public:
    Compiler(const Graph& graph_, const Parameters& parameters_, const Options& options_)
        : graph(graph_), parameters(parameters_), options(options_) {}

    const Graph& graph;
    const Parameters& parameters;
    const Options& options;
    /// What the user should know, though the query runs.
    std::vector<std::string> warnings;

    std::uint32_t new_slot() noexcept { return slot_count_++; }
    std::uint32_t slot_count() const noexcept { return slot_count_; }

    /// Throws InputError for an unknown variable, parameter, function or property.
    Evaluator compile(const ast::Expression& expression, const Scope& scope);
    /// For WHERE: whether the expression is true. Throws InputError while it runs for what is no truth value.
    std::function<bool(Runtime&)> compile_condition(const ast::Expression& expression, const Scope& scope);
    /// The value of an expression without variables; for SKIP and LIMIT.
    Value constant(const ast::Expression& expression);

private:
    std::uint32_t slot_count_ = 0;
};

// The parts of Compiler::compile, by subject. Each takes an expression whose Op it knows.
Evaluator compile_name(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_property(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_logic(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_comparison(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_text_test(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_arithmetic(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_container(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_loop(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_case(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_call(Compiler& compiler, const ast::Expression& expression, const Scope& scope);
Evaluator compile_pattern(Compiler& compiler, const ast::Expression& expression, const Scope& scope);

/// Throws InputError: "expected `expected`, found an integer".
[[noreturn]] void wrong_kind(ast::Position at, std::string_view expected, const Value& found);
/// The truth of a boolean or null. Throws InputError for anything else.
std::optional<bool> truth(const Value& value, ast::Position at);
/// "; did you mean date?" where one of the names is near; else empty.
std::string suggestion(std::string_view name, const std::vector<std::string_view>& names);

} // namespace entente::cypher::detail

#endif
