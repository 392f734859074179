// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_ARITHMETIC_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_ARITHMETIC_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/value.hpp"

namespace entente::cypher::detail {

// Null where either value is. InputError, placed at `at`, for kinds that the operator does not take, for
// integers that grow beyond 64 bits and for integers divided by zero.

/// Numbers, texts (a number is written out beside one), lists and their elements, dates and durations.
Value add(const Value& a, const Value& b, ast::Position at);
Value subtract(const Value& a, const Value& b, ast::Position at);
Value multiply(const Value& a, const Value& b, ast::Position at);
/// Of two integers, the whole part of the quotient.
Value divide(const Value& a, const Value& b, ast::Position at);
Value modulo(const Value& a, const Value& b, ast::Position at);
/// Always a float.
Value power(const Value& a, const Value& b, ast::Position at);
Value negate(const Value& a, ast::Position at);

} // namespace entente::cypher::detail

#endif
