// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_FUNCTIONS_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_FUNCTIONS_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/runtime.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace entente::cypher::detail {

/// The values that a function is called with.
struct Arguments {
    Runtime& runtime;
    std::span<const Value> values;
    ast::Position at;

    const Value& operator[](std::size_t i) const { return values[i]; }
    std::size_t size() const noexcept { return values.size(); }
};

/// A function of the language.
struct Function {
    /// In lower case.
    std::string_view name;
    /// How many arguments it takes.
    std::size_t least = 0;
    std::size_t most = 0;
    /// Whether a null among the first `least` arguments makes it null without a call.
    bool is_strict = true;
    Value (*call)(const Arguments&) = nullptr;
};

inline constexpr std::size_t most_arguments = 16;

/// Functions on strings, on numbers, on dates and durations, on lists and on the graph.
std::span<const Function> text_functions();
std::span<const Function> number_functions();
std::span<const Function> temporal_functions();
std::span<const Function> list_functions();
std::span<const Function> graph_functions();

/// Nothing for a name that is none's.
const Function* find_function(std::string_view name);
/// The names of all, for messages.
std::vector<std::string_view> function_names();

} // namespace entente::cypher::detail

#endif
