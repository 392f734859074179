// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/functions.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>

namespace entente::cypher::detail {

namespace {

const List& list(const Arguments& a, std::size_t i = 0) {
    if (a[i].kind() != Kind::list)
        wrong_kind(a.at, "a list", a[i]);
    return a[i].list();
}

Value range(const Arguments& a) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].kind() != Kind::integer)
            wrong_kind(a.at, "an integer", a[i]);
    const std::int64_t first = a[0].integer();
    const std::int64_t last = a[1].integer();
    const std::int64_t step = a.size() > 2 ? a[2].integer() : 1;
    if (step == 0)
        throw InputError(place(a.at), "the step of range() can't be 0");
    List numbers;
    if (step > 0 ? first > last : first < last)
        return Value(std::move(numbers));
    // Without the signs, so that nothing overflows.
    const std::uint64_t length = step > 0
                                     ? static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first)
                                     : static_cast<std::uint64_t>(first) - static_cast<std::uint64_t>(last);
    const std::uint64_t stride =
        step > 0 ? static_cast<std::uint64_t>(step) : std::uint64_t{0} - static_cast<std::uint64_t>(step);
    const std::uint64_t count = length / stride;
    if (count >= 16'000'000)
        throw InputError(place(a.at), "range() gives at most 16000000 numbers");
    numbers.reserve(count + 1);
    for (std::uint64_t i = 0; i <= count; ++i)
        numbers.emplace_back(first + static_cast<std::int64_t>(i) * step);
    return Value(std::move(numbers));
}

Value coalesce(const Arguments& a) {
    const auto found =
        std::find_if(a.values.begin(), a.values.end(), [](const Value& value) { return !value.is_null(); });
    return found == a.values.end() ? Value() : *found;
}

Value is_empty(const Arguments& a) {
    switch (a[0].kind()) {
    case Kind::list:
        return Value(a[0].list().empty());
    case Kind::map:
        return Value(a[0].map().empty());
    case Kind::string:
        return Value(a[0].text().empty());
    default:
        wrong_kind(a.at, "a list, a map or a string", a[0]);
    }
}

constexpr Function list_table[] = {
    {"coalesce", 1, most_arguments, false, coalesce},
    {"head", 1, 1, true, [](const Arguments& a) { return list(a).empty() ? Value() : list(a).front(); }},
    {"isempty", 1, 1, true, is_empty},
    {"last", 1, 1, true, [](const Arguments& a) { return list(a).empty() ? Value() : list(a).back(); }},
    {"range", 2, 3, true, range},
    {"tail", 1, 1, true,
     [](const Arguments& a) {
         return list(a).empty() ? Value(List()) : Value(List(list(a).begin() + 1, list(a).end()));
     }},
};

Relationship relationship(const Arguments& a) {
    if (a[0].kind() != Kind::relationship)
        wrong_kind(a.at, "a relationship", a[0]);
    return a[0].relationship();
}

const Path& path(const Arguments& a) {
    if (a[0].kind() != Kind::path)
        wrong_kind(a.at, "a path", a[0]);
    return a[0].path();
}

Map properties_of(const Arguments& a) {
    Map map;
    const auto add = [&](std::string_view name, Value value) {
        if (!value.is_null())
            map.emplace_back(name, std::move(value));
    };
    if (a[0].kind() == Kind::map)
        return a[0].map();
    if (a[0].kind() == Kind::node) {
        for (std::size_t i = 0; i < node_property_count; ++i)
            add(to_string(static_cast<NodeProperty>(i)),
                a.runtime.graph().property(a[0].node(), static_cast<NodeProperty>(i)));
    } else if (a[0].kind() == Kind::relationship) {
        for (std::size_t i = 0; i < relationship_property_count; ++i)
            add(to_string(static_cast<RelationshipProperty>(i)),
                a.runtime.graph().property(a[0].relationship(), static_cast<RelationshipProperty>(i)));
    } else {
        wrong_kind(a.at, "a node, a relationship or a map", a[0]);
    }
    return map;
}

Value keys(const Arguments& a) {
    List names;
    if (a[0].kind() == Kind::map) {
        for (const auto& [key, value] : a[0].map())
            names.emplace_back(key);
        return Value(std::move(names));
    }
    for (const auto& [key, value] : properties_of(a))
        names.emplace_back(key);
    return Value(std::move(names));
}

Value labels(const Arguments& a) {
    if (a[0].kind() != Kind::node)
        wrong_kind(a.at, "a node", a[0]);
    List names;
    const Labels set = a.runtime.graph().labels(a[0].node());
    for (std::size_t i = 0; i < label_count; ++i)
        if (set >> i & 1)
            names.push_back(Value::borrowed(to_string(static_cast<Label>(i))));
    return Value(std::move(names));
}

Value id(const Arguments& a) {
    if (a[0].kind() == Kind::node)
        return Value(std::int64_t{a[0].node()});
    return Value(static_cast<std::int64_t>(relationship(a).table) << 32 | relationship(a).key);
}

Value nodes(const Arguments& a) {
    List result;
    for (const NodeId node : path(a).nodes)
        result.push_back(Value::node(node));
    return Value(std::move(result));
}

Value relationships(const Arguments& a) {
    List result;
    for (const Relationship& one : path(a).relationships)
        result.emplace_back(one);
    return Value(std::move(result));
}

constexpr Function graph_table[] = {
    {"endnode", 1, 1, true,
     [](const Arguments& a) { return Value::node(a.runtime.graph().target(relationship(a))); }},
    {"id", 1, 1, true, id},
    {"keys", 1, 1, true, keys},
    {"labels", 1, 1, true, labels},
    {"length", 1, 1, true,
     [](const Arguments& a) { return Value(static_cast<std::int64_t>(path(a).relationships.size())); }},
    {"nodes", 1, 1, true, nodes},
    {"properties", 1, 1, true, [](const Arguments& a) { return Value(properties_of(a)); }},
    {"relationships", 1, 1, true, relationships},
    {"startnode", 1, 1, true,
     [](const Arguments& a) { return Value::node(a.runtime.graph().source(relationship(a))); }},
    {"type", 1, 1, true,
     [](const Arguments& a) { return Value::borrowed(type_name(a.runtime.graph().type(relationship(a)))); }},
};

} // namespace

std::span<const Function> list_functions() { return list_table; }
std::span<const Function> graph_functions() { return graph_table; }

} // namespace entente::cypher::detail
