// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/arithmetic.hpp"

#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/syntax_error.hpp"
#include "graph/cypher/detail/temporal.hpp"
#include "graph/cypher/value_text.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace entente::cypher::detail {

namespace {

[[noreturn]] void overflow(ast::Position at) {
    throw InputError(place(at), "the result is too large for an integer of 64 bits");
}

[[noreturn]] void wrong_operands(const char* what, const Value& a, const Value& b, ast::Position at) {
    throw InputError(place(at), std::string("can't ") + what + ' ' + std::string(with_article(a.kind())) +
                                    " and " + std::string(with_article(b.kind())));
}

bool are_integers(const Value& a, const Value& b) noexcept {
    return a.kind() == Kind::integer && b.kind() == Kind::integer;
}
bool are_numbers(const Value& a, const Value& b) noexcept { return a.is_number() && b.is_number(); }

Value joined(const Value& a, const Value& b) {
    List list;
    if (a.kind() == Kind::list)
        list = a.list();
    else
        list.push_back(a);
    if (b.kind() == Kind::list)
        list.insert(list.end(), b.list().begin(), b.list().end());
    else
        list.push_back(b);
    return Value(std::move(list));
}

bool joins_text(const Value& a, const Value& b) noexcept {
    return (a.kind() == Kind::string || b.kind() == Kind::string) &&
           (a.kind() == Kind::string || a.is_number()) && (b.kind() == Kind::string || b.is_number());
}

Value add_time(const Value& a, const Value& b, int sign, ast::Position at, const char* what) {
    if (a.kind() == Kind::date && b.kind() == Kind::duration)
        return plus(a, b.duration(), sign, at);
    if (sign > 0 && a.kind() == Kind::duration && b.kind() == Kind::date)
        return plus(b, a.duration(), sign, at);
    if (a.kind() == Kind::duration && b.kind() == Kind::duration)
        return sum(a.duration(), b.duration(), sign, at);
    wrong_operands(what, a, b, at);
}

} // namespace

Value add(const Value& a, const Value& b, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (are_integers(a, b)) {
        std::int64_t result = 0;
        if (__builtin_add_overflow(a.integer(), b.integer(), &result))
            overflow(at);
        return Value(result);
    }
    if (are_numbers(a, b))
        return Value(a.number() + b.number());
    if (a.kind() == Kind::list || b.kind() == Kind::list)
        return joined(a, b);
    if (joins_text(a, b))
        return Value(to_plain_text(a) + to_plain_text(b));
    return add_time(a, b, 1, at, "add");
}

Value subtract(const Value& a, const Value& b, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (are_integers(a, b)) {
        std::int64_t result = 0;
        if (__builtin_sub_overflow(a.integer(), b.integer(), &result))
            overflow(at);
        return Value(result);
    }
    if (are_numbers(a, b))
        return Value(a.number() - b.number());
    return add_time(a, b, -1, at, "subtract");
}

Value multiply(const Value& a, const Value& b, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (are_integers(a, b)) {
        std::int64_t result = 0;
        if (__builtin_mul_overflow(a.integer(), b.integer(), &result))
            overflow(at);
        return Value(result);
    }
    if (are_numbers(a, b))
        return Value(a.number() * b.number());
    if (a.kind() == Kind::duration && b.kind() == Kind::integer)
        return times(a.duration(), b.integer(), at);
    if (a.kind() == Kind::integer && b.kind() == Kind::duration)
        return times(b.duration(), a.integer(), at);
    wrong_operands("multiply", a, b, at);
}

namespace {

void check_divisor(const Value& a, const Value& b, ast::Position at) {
    if (b.integer() == 0)
        throw InputError(place(at), "can't divide by zero");
    if (b.integer() == -1 && a.integer() == std::numeric_limits<std::int64_t>::min())
        overflow(at);
}

} // namespace

Value divide(const Value& a, const Value& b, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (are_integers(a, b)) {
        check_divisor(a, b, at);
        return Value(a.integer() / b.integer());
    }
    if (!are_numbers(a, b))
        wrong_operands("divide", a, b, at);
    return Value(a.number() / b.number());
}

Value modulo(const Value& a, const Value& b, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (are_integers(a, b)) {
        check_divisor(a, b, at);
        return Value(a.integer() % b.integer());
    }
    if (!are_numbers(a, b))
        wrong_operands("divide", a, b, at);
    return Value(std::fmod(a.number(), b.number()));
}

Value power(const Value& a, const Value& b, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (!are_numbers(a, b))
        wrong_operands("raise to a power", a, b, at);
    return Value(std::pow(a.number(), b.number()));
}

Value negate(const Value& a, ast::Position at) {
    switch (a.kind()) {
    case Kind::null:
        return {};
    case Kind::integer:
        if (a.integer() == std::numeric_limits<std::int64_t>::min())
            overflow(at);
        return Value(-a.integer());
    case Kind::real:
        return Value(-a.real());
    case Kind::duration:
        return times(a.duration(), -1, at);
    default:
        wrong_kind(at, "a number", a);
    }
}

} // namespace entente::cypher::detail
