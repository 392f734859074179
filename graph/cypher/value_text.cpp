// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/value_text.hpp"

#include "graph/cypher/detail/temporal.hpp"

#include <charconv>
#include <cmath>

namespace entente::cypher {

namespace {

std::string number_text(double number) {
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number < 0 ? "-Infinity" : "Infinity";
    char buffer[64];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    std::string text(buffer, end);
    // What is a float looks like one.
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string quoted_text(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string nested_text(const Value& value, const Graph& graph) {
    if (value.kind() == Kind::string)
        return quoted_text(value.text());
    return value.is_null() ? "null" : to_text(value, graph);
}

std::string node_text(NodeId node, const Graph& graph) {
    std::string text = "(";
    const Labels labels = graph.labels(node);
    // Actor goes without saying.
    const Labels shown =
        labels == bit(Label::actor) ? labels : static_cast<Labels>(labels & ~bit(Label::actor));
    for (std::size_t i = 0; i < label_count; ++i)
        if (shown >> i & 1)
            text += ':' + std::string(to_string(static_cast<Label>(i)));
    const Value code = graph.property(node, NodeProperty::code);
    const Value name = graph.property(node, NodeProperty::name);
    if (!code.is_null())
        text += " {code: " + quoted_text(code.text()) + '}';
    else if (!name.is_null())
        text += " {name: " + quoted_text(name.text()) + '}';
    return text + ')';
}

std::string relationship_text(const Relationship& relationship, const Graph& graph) {
    std::string text = "[:" + std::string(type_name(graph.type(relationship)));
    const Value date = graph.property(relationship, RelationshipProperty::date);
    if (!date.is_null())
        text += " {date: " + to_plain_text(date) + '}';
    return text + ']';
}

std::string path_text(const Path& path, const Graph& graph) {
    std::string text = node_text(path.nodes.front(), graph);
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
        const bool is_forward = graph.source(path.relationships[i]) == path.nodes[i];
        text += is_forward ? "-" : "<-";
        text += relationship_text(path.relationships[i], graph);
        text += is_forward ? "->" : "-";
        text += node_text(path.nodes[i + 1], graph);
    }
    return text;
}

} // namespace

std::string to_plain_text(const Value& value) {
    switch (value.kind()) {
    case Kind::string:
        return std::string(value.text());
    case Kind::integer:
        return std::to_string(value.integer());
    case Kind::real:
        return number_text(value.real());
    case Kind::boolean:
        return value.boolean() ? "true" : "false";
    case Kind::date:
        return entente::to_string(value.date());
    case Kind::duration:
        return detail::to_string(value.duration());
    default:
        return {};
    }
}

std::string to_text(const Value& value, const Graph& graph) {
    std::string text;
    switch (value.kind()) {
    case Kind::list:
        for (const Value& element : value.list())
            text += (text.empty() ? "" : ", ") + nested_text(element, graph);
        return '[' + text + ']';
    case Kind::map:
        for (const auto& [key, element] : value.map())
            text += (text.empty() ? "" : ", ") + key + ": " + nested_text(element, graph);
        return '{' + text + '}';
    case Kind::node:
        return node_text(value.node(), graph);
    case Kind::relationship:
        return relationship_text(value.relationship(), graph);
    case Kind::path:
        return path_text(value.path(), graph);
    default:
        return to_plain_text(value);
    }
}

void append_json_string(std::string& out, std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

namespace {

void append_field(std::string& out, std::string_view name, const Value& value, const Graph& graph) {
    if (out.back() != '{')
        out += ',';
    append_json_string(out, name);
    out += ':';
    append_json(out, value, graph);
}

void append_node(std::string& out, NodeId node, const Graph& graph) {
    out += "{\"labels\":[";
    const Labels labels = graph.labels(node);
    for (std::size_t i = 0; i < label_count; ++i) {
        if ((labels >> i & 1) == 0)
            continue;
        if (out.back() != '[')
            out += ',';
        append_json_string(out, to_string(static_cast<Label>(i)));
    }
    out += ']';
    for (std::size_t i = 0; i < node_property_count; ++i) {
        const auto property = static_cast<NodeProperty>(i);
        if (const Value value = graph.property(node, property); !value.is_null())
            append_field(out, to_string(property), value, graph);
    }
    out += '}';
}

void append_relationship(std::string& out, const Relationship& relationship, const Graph& graph) {
    out += '{';
    append_field(out, "type", Value::borrowed(type_name(graph.type(relationship))), graph);
    for (std::size_t i = 0; i < relationship_property_count; ++i) {
        const auto property = static_cast<RelationshipProperty>(i);
        if (property == RelationshipProperty::type)
            continue;
        if (const Value value = graph.property(relationship, property); !value.is_null())
            append_field(out, to_string(property), value, graph);
    }
    out += '}';
}

void append_path(std::string& out, const Path& path, const Graph& graph) {
    out += "{\"nodes\":[";
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        out += i > 0 ? "," : "";
        append_node(out, path.nodes[i], graph);
    }
    out += "],\"relationships\":[";
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
        out += i > 0 ? "," : "";
        append_relationship(out, path.relationships[i], graph);
    }
    out += "]}";
}

void append_list(std::string& out, const List& list, const Graph& graph) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        out += i > 0 ? "," : "";
        append_json(out, list[i], graph);
    }
    out += ']';
}

} // namespace

void append_json(std::string& out, const Value& value, const Graph& graph) {
    switch (value.kind()) {
    case Kind::null:
        out += "null";
        break;
    case Kind::boolean:
    case Kind::integer:
        out += to_plain_text(value);
        break;
    case Kind::real:
        out += std::isfinite(value.real()) ? to_plain_text(value) : "null";
        break;
    case Kind::list:
        append_list(out, value.list(), graph);
        break;
    case Kind::map:
        out += '{';
        for (const auto& [key, element] : value.map())
            append_field(out, key, element, graph);
        out += '}';
        break;
    case Kind::node:
        append_node(out, value.node(), graph);
        break;
    case Kind::relationship:
        append_relationship(out, value.relationship(), graph);
        break;
    case Kind::path:
        append_path(out, value.path(), graph);
        break;
    default:
        append_json_string(out, to_plain_text(value));
    }
}

} // namespace entente::cypher
