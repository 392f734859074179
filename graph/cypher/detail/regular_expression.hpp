// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_REGULAR_EXPRESSION_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_REGULAR_EXPRESSION_HPP

#include "graph/cypher/detail/ast.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace entente::cypher::detail {

/// Matches whole texts in time that grows with their length, whatever the pattern; it keeps the last pattern
/// compiled.
class RegularExpression {
public:
    RegularExpression();
    ~RegularExpression();

    /// Throws InputError, placed at `at`, for what is no pattern, asks for a reference back or is too large.
    bool matches(std::string_view text, std::string_view pattern, ast::Position at);

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
    std::string pattern_;
};

} // namespace entente::cypher::detail

#endif
