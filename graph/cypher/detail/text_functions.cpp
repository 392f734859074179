// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/functions.hpp"
#include "graph/cypher/detail/syntax_error.hpp"
#include "graph/cypher/value_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente::cypher::detail {

namespace {

std::string_view text(const Arguments& arguments, std::size_t i) {
    if (arguments[i].kind() != Kind::string)
        wrong_kind(arguments.at, "a string", arguments[i]);
    return arguments[i].text();
}

/// A count that is not negative.
std::size_t count(const Arguments& arguments, std::size_t i) {
    if (arguments[i].kind() != Kind::integer)
        wrong_kind(arguments.at, "an integer", arguments[i]);
    if (arguments[i].integer() < 0)
        throw InputError(place(arguments.at), "an integer of 0 or more",
                         std::to_string(arguments[i].integer()));
    return static_cast<std::size_t>(arguments[i].integer());
}

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t code_points(std::string_view string) noexcept {
    return static_cast<std::size_t>(
        std::count_if(string.begin(), string.end(), [](char c) { return !is_continuation(c); }));
}

/// The byte where a code point begins, counted from 0; the size where the text is shorter.
std::size_t byte_of(std::string_view string, std::size_t code_point) noexcept {
    std::size_t i = 0;
    for (; i < string.size(); ++i)
        if (!is_continuation(string[i]) && code_point-- == 0)
            break;
    return i;
}

Value substring_of(std::string_view string, std::size_t begin, std::size_t length) {
    const std::string_view rest = string.substr(byte_of(string, begin));
    return Value(std::string(rest.substr(0, byte_of(rest, length))));
}

using CaseMap = utf8proc_int32_t (*)(utf8proc_int32_t);

Value mapped(std::string_view string, CaseMap map) {
    std::string out;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(string.data());
    for (std::size_t i = 0; i < string.size();) {
        utf8proc_int32_t code = 0;
        const auto size =
            utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(string.size() - i), &code);
        if (size < 1) { // not UTF-8: kept as it is
            out += string[i++];
            continue;
        }
        utf8proc_uint8_t encoded[4];
        const auto length = utf8proc_encode_char(map(code), encoded);
        out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(length));
        i += static_cast<std::size_t>(size);
    }
    return Value(std::move(out));
}

constexpr std::string_view white = " \t\n\r\f\v";

std::string_view left_trimmed(std::string_view string) {
    return string.substr(std::min(string.find_first_not_of(white), string.size()));
}
std::string_view right_trimmed(std::string_view string) {
    return string.substr(0, string.find_last_not_of(white) + 1);
}

Value replace(const Arguments& a) {
    const std::string_view string = text(a, 0);
    const std::string_view from = text(a, 1);
    const std::string_view to = text(a, 2);
    if (from.empty())
        return a[0];
    std::string out;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = string.find(from, begin)) != std::string_view::npos;
         begin = end + from.size()) {
        out += string.substr(begin, end - begin);
        out += to;
        if (out.size() > std::size_t{64} << 20)
            break; // Value refuses it
    }
    return Value(out += string.substr(begin));
}

Value split(const Arguments& a) {
    const std::string_view string = text(a, 0);
    const std::string_view separator = text(a, 1);
    List parts;
    std::size_t begin = 0;
    while (begin <= string.size()) {
        std::size_t end =
            separator.empty() ? begin + byte_of(string.substr(begin), 1) : string.find(separator, begin);
        end = std::min(end, string.size());
        parts.emplace_back(std::string(string.substr(begin, end - begin)));
        if (end == string.size())
            break;
        begin = end + separator.size();
    }
    return Value(std::move(parts));
}

Value right(const Arguments& a) {
    const std::size_t size = code_points(text(a, 0));
    const std::size_t wanted = std::min(count(a, 1), size);
    return substring_of(text(a, 0), size - wanted, wanted);
}

Value reverse(const Arguments& a) {
    if (a[0].kind() == Kind::list)
        return Value(List(a[0].list().rbegin(), a[0].list().rend()));
    const std::string_view string = text(a, 0);
    std::string out;
    for (std::size_t end = string.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && is_continuation(string[begin]))
            --begin;
        out += string.substr(begin, end - begin);
        end = begin;
    }
    return Value(std::move(out));
}

Value to_string_value(const Arguments& a) {
    switch (a[0].kind()) {
    case Kind::list:
    case Kind::map:
    case Kind::node:
    case Kind::relationship:
    case Kind::path:
        wrong_kind(a.at, "a string, a number, true, false, a date or a duration", a[0]);
    default:
        return Value(to_plain_text(a[0]));
    }
}

Value integer_of_real(double real) {
    return std::isfinite(real) && std::abs(real) < 9.2e18 ? Value(static_cast<std::int64_t>(real)) : Value();
}

Value to_integer(const Arguments& a) {
    switch (a[0].kind()) {
    case Kind::integer:
        return a[0];
    case Kind::real:
        return integer_of_real(a[0].real());
    case Kind::boolean:
        return Value(std::int64_t{a[0].boolean() ? 1 : 0});
    case Kind::string: {
        const std::string_view string = left_trimmed(right_trimmed(a[0].text()));
        std::int64_t integer = 0;
        const char* end = string.data() + string.size();
        if (const auto result = std::from_chars(string.data(), end, integer);
            result.ec == std::errc() && result.ptr == end)
            return Value(integer);
        double real = 0;
        const auto result = std::from_chars(string.data(), end, real);
        return result.ec == std::errc() && result.ptr == end ? integer_of_real(real) : Value();
    }
    default:
        wrong_kind(a.at, "a number, a string, true or false", a[0]);
    }
}

Value to_float(const Arguments& a) {
    if (a[0].is_number())
        return Value(a[0].number());
    const std::string_view string = left_trimmed(right_trimmed(text(a, 0)));
    double real = 0;
    const char* end = string.data() + string.size();
    const auto result = std::from_chars(string.data(), end, real);
    return result.ec == std::errc() && result.ptr == end ? Value(real) : Value();
}

Value to_boolean(const Arguments& a) {
    if (a[0].kind() == Kind::boolean)
        return a[0];
    if (a[0].kind() == Kind::integer)
        return Value(a[0].integer() != 0);
    const Value lower = mapped(left_trimmed(right_trimmed(text(a, 0))), utf8proc_tolower);
    return lower.text() == "true" ? Value(true) : lower.text() == "false" ? Value(false) : Value();
}

Value size(const Arguments& a) {
    if (a[0].kind() == Kind::list)
        return Value(static_cast<std::int64_t>(a[0].list().size()));
    if (a[0].kind() != Kind::string)
        wrong_kind(a.at, "a list or a string", a[0]);
    return Value(static_cast<std::int64_t>(code_points(a[0].text())));
}

constexpr Function functions[] = {
    {"char_length", 1, 1, true,
     [](const Arguments& a) { return Value(static_cast<std::int64_t>(code_points(text(a, 0)))); }},
    {"left", 2, 2, true, [](const Arguments& a) { return substring_of(text(a, 0), 0, count(a, 1)); }},
    {"ltrim", 1, 1, true, [](const Arguments& a) { return Value(std::string(left_trimmed(text(a, 0)))); }},
    {"replace", 3, 3, true, replace},
    {"reverse", 1, 1, true, reverse},
    {"right", 2, 2, true, right},
    {"rtrim", 1, 1, true, [](const Arguments& a) { return Value(std::string(right_trimmed(text(a, 0)))); }},
    {"size", 1, 1, true, size},
    {"split", 2, 2, true, split},
    {"substring", 2, 3, true,
     [](const Arguments& a) {
         return substring_of(text(a, 0), count(a, 1), a.size() > 2 ? count(a, 2) : std::string_view::npos);
     }},
    {"toboolean", 1, 1, true, to_boolean},
    {"tofloat", 1, 1, true, to_float},
    {"tointeger", 1, 1, true, to_integer},
    {"tolower", 1, 1, true, [](const Arguments& a) { return mapped(text(a, 0), utf8proc_tolower); }},
    {"tostring", 1, 1, true, to_string_value},
    {"toupper", 1, 1, true, [](const Arguments& a) { return mapped(text(a, 0), utf8proc_toupper); }},
    {"trim", 1, 1, true,
     [](const Arguments& a) { return Value(std::string(left_trimmed(right_trimmed(text(a, 0))))); }},
};

} // namespace

std::span<const Function> text_functions() { return functions; }

} // namespace entente::cypher::detail
