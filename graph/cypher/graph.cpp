// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/graph.hpp"

#include "graph/plover.hpp"

#include <array>

namespace entente::cypher {

namespace {

constexpr std::array<std::string_view, label_count> labels = {"Actor",     "Country", "Organization", "Group",
                                                              "Community", "Person",  "Topic"};

constexpr std::array<std::string_view, node_property_count> node_properties = {"code", "name", "iri"};

constexpr std::array<std::string_view, relationship_property_count> relationship_properties = {
    "act",         "cameo",         "confidence", "contexts",
    "dataset",     "date",          "date_end",   "date_precision",
    "document",    "end",           "from",       "goldstein",
    "id",          "mentions",      "modality",   "mode",
    "office",      "predicate",     "quad_class", "row",
    "said_by",     "sentence",      "source",     "source_actor",
    "source_name", "source_sector", "sources",    "start",
    "statement",   "symmetric",     "target",     "target_actor",
    "target_name", "target_sector", "text",       "topics",
    "type",        "until",         "url"};

template<class Enum, std::size_t count>
std::optional<Enum> parse(const std::array<std::string_view, count>& names, std::string_view text) noexcept {
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == text)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view to_string(Label label) noexcept { return labels[static_cast<std::size_t>(label)]; }
std::optional<Label> parse_label(std::string_view text) noexcept { return parse<Label>(labels, text); }

std::string_view type_name(Type type) noexcept {
    return type == represents ? "REPRESENTS" : plover::to_string(static_cast<plover::EventType>(type));
}

std::optional<Type> parse_type(std::string_view text) noexcept {
    if (text == "REPRESENTS")
        return represents;
    const auto type = plover::parse_event_type(text);
    return type ? std::optional(static_cast<Type>(*type)) : std::nullopt;
}

std::string_view to_string(NodeProperty property) noexcept {
    return node_properties[static_cast<std::size_t>(property)];
}
std::optional<NodeProperty> parse_node_property(std::string_view text) noexcept {
    return parse<NodeProperty>(node_properties, text);
}

std::string_view to_string(RelationshipProperty property) noexcept {
    return relationship_properties[static_cast<std::size_t>(property)];
}
std::optional<RelationshipProperty> parse_relationship_property(std::string_view text) noexcept {
    return parse<RelationshipProperty>(relationship_properties, text);
}

bool Graph::for_each_group(NodeId node, const RelationshipFilter& filter, const Likeness&,
                           NeighbourVisitor visit) const {
    return for_each_relationship(node, filter,
                                 [&](const Relationship& one, NodeId other) { return visit(other, one, 1); });
}

} // namespace entente::cypher
