// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_TEMPORAL_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_TEMPORAL_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace entente::cypher::detail {

// Dates and durations. InputError, placed at `at`, for days outside the years 1 to 9999 and for what is no
// date.

/// `sign` is 1 or -1. Months come first: the day is cut to the month's last one.
Value plus(const Value& date, const Duration& duration, int sign, ast::Position at);
Value sum(const Duration& a, const Duration& b, int sign, ast::Position at);
Value times(const Duration& duration, std::int64_t factor, ast::Position at);

/// `YYYY-MM-DD` (and what parse_date reads), `YYYY-MM`, `YYYY`, or a map of year, month, day, or week and
/// dayOfWeek, or quarter and dayOfQuarter, or ordinalDay, with a `date` to start from.
Value to_date(const Value& value, ast::Position at);
/// `P1Y2M3W4D`, or a map of years, quarters, months, weeks and days.
Value to_duration(const Value& value, ast::Position at);
/// year, quarter, month, week, weekYear, day, ordinalDay, dayOfQuarter, dayOfWeek, weekDay; nothing for any
/// other name.
std::optional<std::int64_t> component(const Date& date, std::string_view name) noexcept;
/// years, quarters, quartersOfYear, months, monthsOfYear, weeks, days, daysOfWeek; nothing for any other
/// name.
std::optional<std::int64_t> component(const Duration& duration, std::string_view name) noexcept;
/// The first day of the `unit` (year, quarter, month, week, day, decade, century) that has the date.
Value truncate(const Value& unit, const Value& date, ast::Position at);
/// From `a` to `b` in months and days; or in whole months, or in days.
enum class Measure { both, months, days };
Value between(const Value& a, const Value& b, Measure measure, ast::Position at);

/// "P1Y2M3D"; "P0D" for nothing.
std::string to_string(const Duration& duration);

} // namespace entente::cypher::detail

#endif
