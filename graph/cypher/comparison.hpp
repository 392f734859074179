// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_COMPARISON_HPP
#define ENTENTE_GRAPH_CYPHER_COMPARISON_HPP

#include "graph/cypher/value.hpp"

#include <cstddef>
#include <optional>

namespace entente::cypher {

// openCypher's four ways to compare, after its improvement proposal CIP2016-06-14. A truth value of nothing
// is null.

using Truth = std::optional<bool>;

/// `a = b`: null where either is, or where only a null inside a list or map leaves it open.
Truth equal(const Value& a, const Value& b) noexcept;

enum class Comparison { less, less_or_equal, greater, greater_or_equal };
/// `a < b` and so on: null for kinds that have no order between them.
Truth compare(const Value& a, const Value& b, Comparison comparison) noexcept;

/// What DISTINCT, grouping and UNION go by: as `=`, but null is null and NaN is NaN.
bool is_equivalent(const Value& a, const Value& b) noexcept;
/// Equal for equivalent values.
std::size_t hash(const Value& value) noexcept;

/// What ORDER BY, min() and max() go by: a total order, -1, 0 or 1. Ascending, null comes last.
int order(const Value& a, const Value& b) noexcept;

Truth logical_and(Truth a, Truth b) noexcept;
Truth logical_or(Truth a, Truth b) noexcept;
Truth logical_xor(Truth a, Truth b) noexcept;
Truth logical_not(Truth a) noexcept;

inline Value to_value(Truth truth) noexcept { return truth ? Value(*truth) : Value(); }

} // namespace entente::cypher

#endif
