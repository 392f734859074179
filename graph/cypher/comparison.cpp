// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/comparison.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace entente::cypher {

namespace {

int sign(auto a, auto b) noexcept { return a < b ? -1 : b < a ? 1 : 0; }

/// Exact, though a double can't hold every integer. Neither is NaN.
int order_mixed(std::int64_t a, double b) noexcept {
    if (b >= 9223372036854775808.0)
        return -1;
    if (b < -9223372036854775808.0)
        return 1;
    const auto whole = static_cast<std::int64_t>(b);
    if (a != whole)
        return a < whole ? -1 : 1;
    const double rest = b - static_cast<double>(whole);
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

int order_numbers(const Value& a, const Value& b) noexcept {
    if (a.kind() == Kind::integer && b.kind() == Kind::integer)
        return sign(a.integer(), b.integer());
    if (a.kind() == Kind::real && b.kind() == Kind::real)
        return sign(a.real(), b.real());
    return a.kind() == Kind::integer ? order_mixed(a.integer(), b.real())
                                     : -order_mixed(b.integer(), a.real());
}

bool is_nan(const Value& value) noexcept { return value.kind() == Kind::real && std::isnan(value.real()); }

bool is_same_path(const Path& a, const Path& b) noexcept {
    return a.nodes == b.nodes && a.relationships == b.relationships;
}

Truth equal_lists(const List& a, const List& b) noexcept {
    if (a.size() != b.size())
        return false;
    Truth result = true;
    for (std::size_t i = 0; i < a.size() && result != Truth(false); ++i)
        result = logical_and(result, equal(a[i], b[i]));
    return result;
}

Truth equal_maps(const Map& a, const Map& b) noexcept {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].first != b[i].first)
            return false;
    Truth result = true;
    for (std::size_t i = 0; i < a.size() && result != Truth(false); ++i)
        result = logical_and(result, equal(a[i].second, b[i].second));
    return result;
}

bool is_same_duration(const Duration& a, const Duration& b) noexcept {
    return a.months == b.months && a.days == b.days;
}

/// For two values of one kind that is neither a list, a map, a number nor null.
bool is_same_scalar(const Value& a, const Value& b) noexcept {
    switch (a.kind()) {
    case Kind::string:
        return a.text() == b.text();
    case Kind::relationship:
        return a.relationship() == b.relationship();
    case Kind::path:
        return is_same_path(a.path(), b.path());
    case Kind::duration:
        return is_same_duration(a.duration(), b.duration());
    default:
        return a.integer() == b.integer();
    }
}

} // namespace

Truth logical_not(Truth a) noexcept { return a ? Truth(!*a) : a; }

Truth logical_and(Truth a, Truth b) noexcept {
    if (a == Truth(false) || b == Truth(false))
        return false;
    return a && b ? Truth(true) : Truth();
}

Truth logical_or(Truth a, Truth b) noexcept {
    if (a == Truth(true) || b == Truth(true))
        return true;
    return a && b ? Truth(false) : Truth();
}

Truth logical_xor(Truth a, Truth b) noexcept { return a && b ? Truth(*a != *b) : Truth(); }

Truth equal(const Value& a, const Value& b) noexcept {
    if (a.is_null() || b.is_null())
        return {};
    if (a.is_number() && b.is_number())
        return !is_nan(a) && !is_nan(b) && order_numbers(a, b) == 0;
    if (a.kind() != b.kind())
        return false;
    if (a.kind() == Kind::list)
        return equal_lists(a.list(), b.list());
    if (a.kind() == Kind::map)
        return equal_maps(a.map(), b.map());
    return is_same_scalar(a, b);
}

namespace {

bool holds(int order, Comparison comparison) noexcept {
    switch (comparison) {
    case Comparison::less:
        return order < 0;
    case Comparison::less_or_equal:
        return order <= 0;
    case Comparison::greater:
        return order > 0;
    case Comparison::greater_or_equal:
        return order >= 0;
    }
    return false;
}

/// -1, 0 or 1; nothing where the values have no order, 2 where a NaN makes every comparison false.
std::optional<int> compare_order(const Value& a, const Value& b) noexcept {
    if (a.is_number() && b.is_number())
        return is_nan(a) || is_nan(b) ? 2 : order_numbers(a, b);
    if (a.kind() != b.kind())
        return std::nullopt;
    switch (a.kind()) {
    case Kind::string:
        return sign(a.text(), b.text());
    case Kind::boolean:
    case Kind::date:
        return sign(a.integer(), b.integer());
    case Kind::list:
        for (std::size_t i = 0; i < std::min(a.list().size(), b.list().size()); ++i) {
            const auto element = compare_order(a.list()[i], b.list()[i]);
            if (element != std::optional(0))
                return element;
        }
        return sign(a.list().size(), b.list().size());
    default:
        return std::nullopt;
    }
}

} // namespace

Truth compare(const Value& a, const Value& b, Comparison comparison) noexcept {
    const auto order = compare_order(a, b);
    if (!order)
        return {};
    return *order != 2 && holds(*order, comparison);
}

bool is_equivalent(const Value& a, const Value& b) noexcept {
    if (a.is_number() && b.is_number())
        return is_nan(a) || is_nan(b) ? is_nan(a) && is_nan(b) : order_numbers(a, b) == 0;
    if (a.kind() != b.kind())
        return false;
    switch (a.kind()) {
    case Kind::null:
        return true;
    case Kind::list:
        return std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end(), is_equivalent);
    case Kind::map:
        return std::equal(a.map().begin(), a.map().end(), b.map().begin(), b.map().end(),
                          [](const auto& x, const auto& y) {
                              return x.first == y.first && is_equivalent(x.second, y.second);
                          });
    default:
        return is_same_scalar(a, b);
    }
}

namespace {

std::size_t mix(std::size_t seed, std::size_t value) noexcept {
    seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
    return seed * 0xff51afd7ed558ccdULL;
}

std::size_t hash_number(const Value& value) noexcept {
    if (value.kind() == Kind::integer)
        return mix(1, static_cast<std::size_t>(value.integer()));
    const double real = value.real();
    if (std::isnan(real))
        return mix(1, 0x7ff8);
    // A whole number hashes as the integer that it is equivalent to.
    if (real >= -9223372036854775808.0 && real < 9223372036854775808.0 && std::trunc(real) == real)
        return mix(1, static_cast<std::size_t>(static_cast<std::int64_t>(real)));
    return mix(2, std::bit_cast<std::size_t>(real));
}

} // namespace

std::size_t hash(const Value& value) noexcept {
    const auto kind = static_cast<std::size_t>(value.kind());
    switch (value.kind()) {
    case Kind::null:
        return mix(0, kind);
    case Kind::integer:
    case Kind::real:
        return hash_number(value);
    case Kind::string:
        return mix(kind, std::hash<std::string_view>{}(value.text()));
    case Kind::relationship:
        return mix(mix(kind, value.relationship().key), value.relationship().table);
    case Kind::duration:
        return mix(mix(kind, static_cast<std::size_t>(value.duration().months)),
                   static_cast<std::size_t>(value.duration().days));
    case Kind::list: {
        std::size_t result = kind;
        for (const Value& element : value.list())
            result = mix(result, hash(element));
        return result;
    }
    case Kind::map: {
        std::size_t result = kind;
        for (const auto& [key, element] : value.map())
            result = mix(mix(result, std::hash<std::string_view>{}(key)), hash(element));
        return result;
    }
    case Kind::path: {
        std::size_t result = mix(kind, value.path().nodes.front());
        for (const Relationship& relationship : value.path().relationships)
            result = mix(result, relationship.key);
        return result;
    }
    default:
        return mix(kind, static_cast<std::size_t>(value.integer()));
    }
}

namespace {

int order_relationships(const Relationship& a, const Relationship& b) noexcept {
    return a.table != b.table ? sign(a.table, b.table) : sign(a.key, b.key);
}

int order_paths(const Path& a, const Path& b) noexcept {
    const std::size_t shared = std::min(a.relationships.size(), b.relationships.size());
    for (std::size_t i = 0; i <= shared; ++i) {
        if (const int nodes = sign(a.nodes[i], b.nodes[i]))
            return nodes;
        if (i < shared)
            if (const int relationships = order_relationships(a.relationships[i], b.relationships[i]))
                return relationships;
    }
    return sign(a.relationships.size(), b.relationships.size());
}

int order_lists(const List& a, const List& b) noexcept {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (const int element = order(a[i], b[i]))
            return element;
    return sign(a.size(), b.size());
}

int order_maps(const Map& a, const Map& b) noexcept {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const int key = a[i].first.compare(b[i].first))
            return key < 0 ? -1 : 1;
        if (const int element = order(a[i].second, b[i].second))
            return element;
    }
    return sign(a.size(), b.size());
}

int order_durations(const Duration& a, const Duration& b) noexcept {
    // An average month of the Gregorian calendar has 30.436875 days; ties go by the parts.
    const double first = a.months * 30.436875 + static_cast<double>(a.days);
    const double second = b.months * 30.436875 + static_cast<double>(b.days);
    return first != second ? sign(first, second) : sign(a.months, b.months);
}

} // namespace

int order(const Value& a, const Value& b) noexcept {
    if (a.is_number() && b.is_number()) {
        if (is_nan(a) || is_nan(b))
            return sign(is_nan(a), is_nan(b));
        return order_numbers(a, b);
    }
    if (a.kind() != b.kind())
        return sign(a.kind(), b.kind());
    switch (a.kind()) {
    case Kind::null:
        return 0;
    case Kind::string:
        return sign(a.text(), b.text());
    case Kind::relationship:
        return order_relationships(a.relationship(), b.relationship());
    case Kind::path:
        return order_paths(a.path(), b.path());
    case Kind::list:
        return order_lists(a.list(), b.list());
    case Kind::map:
        return order_maps(a.map(), b.map());
    case Kind::duration:
        return order_durations(a.duration(), b.duration());
    default:
        return sign(a.integer(), b.integer());
    }
}

} // namespace entente::cypher
