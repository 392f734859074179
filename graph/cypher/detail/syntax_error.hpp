// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_SYNTAX_ERROR_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_SYNTAX_ERROR_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/error.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::cypher::detail {

/// Finds the lines and columns of bytes; each call is for the place of the last one or behind it.
class PositionCounter {
public:
    explicit PositionCounter(std::string_view query) : query_(query) {}
    ast::Position at(std::size_t offset) noexcept;

private:
    std::string_view query_;
    std::size_t offset_ = 0;
    ast::Position position_;
};

/// `query:line:column`.
Place place(ast::Position at);

[[noreturn]] void throw_nested_too_deeply(std::string_view query, std::size_t offset);

/// What was looked for at the furthest place that was reached: what a syntax error says.
class FurthestFailure {
public:
    /// `expected` is a literal.
    void add(std::uint32_t offset, const char* expected);
    [[noreturn]] void raise(std::string_view query) const;

private:
    std::uint32_t offset_ = 0;
    std::vector<const char*> expected_;
};

} // namespace entente::cypher::detail

#endif
