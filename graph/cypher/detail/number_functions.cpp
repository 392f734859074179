// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/functions.hpp"
#include "graph/cypher/detail/syntax_error.hpp"
#include "graph/cypher/detail/temporal.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace entente::cypher::detail {

namespace {

double number(const Arguments& arguments, std::size_t i = 0) {
    if (!arguments[i].is_number())
        wrong_kind(arguments.at, "a number", arguments[i]);
    return arguments[i].number();
}

Value absolute(const Arguments& a) {
    if (a[0].kind() != Kind::integer)
        return Value(std::abs(number(a)));
    if (a[0].integer() == std::numeric_limits<std::int64_t>::min())
        throw InputError(place(a.at), "the result is too large for an integer of 64 bits");
    return Value(std::abs(a[0].integer()));
}

Value sign(const Arguments& a) {
    const double value = number(a);
    return Value(std::int64_t{value > 0 ? 1 : value < 0 ? -1 : 0});
}

/// Halves go up; with a precision, away from zero.
Value rounded(const Arguments& a) {
    if (a.size() == 1)
        return Value(std::floor(number(a) + 0.5));
    if (a[1].kind() != Kind::integer || a[1].integer() < 0 || a[1].integer() > 15)
        throw InputError(place(a.at), "expected a precision between 0 and 15");
    const double factor = std::pow(10.0, static_cast<double>(a[1].integer()));
    const double scaled = number(a) * factor;
    return Value(std::isfinite(scaled) ? std::round(scaled) / factor : number(a));
}

constexpr Function number_table[] = {
    {"abs", 1, 1, true, absolute},
    {"acos", 1, 1, true, [](const Arguments& a) { return Value(std::acos(number(a))); }},
    {"asin", 1, 1, true, [](const Arguments& a) { return Value(std::asin(number(a))); }},
    {"atan", 1, 1, true, [](const Arguments& a) { return Value(std::atan(number(a))); }},
    {"atan2", 2, 2, true, [](const Arguments& a) { return Value(std::atan2(number(a), number(a, 1))); }},
    {"ceil", 1, 1, true, [](const Arguments& a) { return Value(std::ceil(number(a))); }},
    {"cos", 1, 1, true, [](const Arguments& a) { return Value(std::cos(number(a))); }},
    {"degrees", 1, 1, true, [](const Arguments& a) { return Value(number(a) * 180 / std::numbers::pi); }},
    {"e", 0, 0, true, [](const Arguments&) { return Value(std::numbers::e); }},
    {"exp", 1, 1, true, [](const Arguments& a) { return Value(std::exp(number(a))); }},
    {"floor", 1, 1, true, [](const Arguments& a) { return Value(std::floor(number(a))); }},
    {"isnan", 1, 1, true, [](const Arguments& a) { return Value(std::isnan(number(a))); }},
    {"log", 1, 1, true, [](const Arguments& a) { return Value(std::log(number(a))); }},
    {"log10", 1, 1, true, [](const Arguments& a) { return Value(std::log10(number(a))); }},
    {"pi", 0, 0, true, [](const Arguments&) { return Value(std::numbers::pi); }},
    {"radians", 1, 1, true, [](const Arguments& a) { return Value(number(a) * std::numbers::pi / 180); }},
    {"round", 1, 2, true, rounded},
    {"sign", 1, 1, true, sign},
    {"sin", 1, 1, true, [](const Arguments& a) { return Value(std::sin(number(a))); }},
    {"sqrt", 1, 1, true, [](const Arguments& a) { return Value(std::sqrt(number(a))); }},
    {"tan", 1, 1, true, [](const Arguments& a) { return Value(std::tan(number(a))); }},
};

Value date(const Arguments& a) {
    if (a.size() == 1)
        return to_date(a[0], a.at);
    if (!a.runtime.options().today)
        throw InputError(place(a.at), "date() without an argument asks for today, which is not given");
    return Value(*a.runtime.options().today);
}

constexpr Function temporal_table[] = {
    {"date", 0, 1, true, date},
    {"date.truncate", 2, 2, true, [](const Arguments& a) { return truncate(a[0], a[1], a.at); }},
    {"duration", 1, 1, true, [](const Arguments& a) { return to_duration(a[0], a.at); }},
    {"duration.between", 2, 2, true,
     [](const Arguments& a) { return between(a[0], a[1], Measure::both, a.at); }},
    {"duration.indays", 2, 2, true,
     [](const Arguments& a) { return between(a[0], a[1], Measure::days, a.at); }},
    {"duration.inmonths", 2, 2, true,
     [](const Arguments& a) { return between(a[0], a[1], Measure::months, a.at); }},
};

} // namespace

std::span<const Function> number_functions() { return number_table; }
std::span<const Function> temporal_functions() { return temporal_table; }

} // namespace entente::cypher::detail
