// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_GRAPH_HPP
#define ENTENTE_GRAPH_CYPHER_GRAPH_HPP

#include "graph/cypher/function_ref.hpp"
#include "graph/cypher/value.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace entente::cypher {

/// The labels that nodes have; an actor has Actor and, by its kind, one more.
enum class Label : std::uint8_t { actor, country, organization, group, community, person, topic };
inline constexpr std::size_t label_count = 7;
std::string_view to_string(Label label) noexcept;
std::optional<Label> parse_label(std::string_view text) noexcept;

/// A set of labels, one bit each.
using Labels = std::uint8_t;
constexpr Labels bit(Label label) noexcept { return static_cast<Labels>(1U << static_cast<unsigned>(label)); }

/// Relationship types by number: those of plover::EventType, then REPRESENTS.
using Type = std::uint8_t;
inline constexpr Type represents = 16;
inline constexpr std::size_t type_count = 17;
std::string_view type_name(Type type) noexcept;
std::optional<Type> parse_type(std::string_view text) noexcept;

/// A set of types, one bit each.
using Types = std::uint32_t;
inline constexpr Types all_types = (Types{1} << type_count) - 1;

/// What nodes have; a topic has a name only. See graph/cypher/README.md.
enum class NodeProperty : std::uint8_t { code, name, iri };
inline constexpr std::size_t node_property_count = 3;
std::string_view to_string(NodeProperty property) noexcept;
std::optional<NodeProperty> parse_node_property(std::string_view text) noexcept;

/// What relationships have: office, from and until are REPRESENTS's, the rest is the relation record.
enum class RelationshipProperty : std::uint8_t {
    act,
    cameo,
    confidence,
    contexts,
    dataset,
    date,
    date_end,
    date_precision,
    document,
    end,
    from,
    goldstein,
    id,
    mentions,
    modality,
    mode,
    office,
    predicate,
    quad_class,
    row,
    said_by,
    sentence,
    source,
    source_actor,
    source_name,
    source_sector,
    sources,
    start,
    statement,
    symmetric,
    target,
    target_actor,
    target_name,
    target_sector,
    text,
    topics,
    type,
    until,
    url
};
inline constexpr std::size_t relationship_property_count = 39;
std::string_view to_string(RelationshipProperty property) noexcept;
std::optional<RelationshipProperty> parse_relationship_property(std::string_view text) noexcept;

enum class Direction : std::uint8_t { out, in, both };

/// Which relationships of a node are asked for.
struct RelationshipFilter {
    Direction direction = Direction::out;
    Types types = all_types;
    /// The node at the other end, where only those matter.
    std::optional<NodeId> other;
    /// Days since 1970-01-01, ends included; with one of them given, what has no date is left out.
    std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::max();
    /// Whether for_each_neighbour() has to count; else it may say 1.
    bool is_counted = true;

    bool is_dated() const noexcept {
        return first_day != std::numeric_limits<std::int32_t>::min() ||
               last_day != std::numeric_limits<std::int32_t>::max();
    }
    bool admits(Type type) const noexcept { return (types >> type & 1U) != 0; }
};

/// By what relationships are told apart where only some of their properties are read.
struct Likeness {
    enum class Period : std::uint8_t { none, year, month, day };
    Period period = Period::none;
    bool type = false;
    /// The type, the mode and the CAMEO code, and so the Goldstein score.
    bool code = false;

    bool is_any() const noexcept { return type || code || period != Period::none; }
};

/// What the query language reads: nodes and relationships by number.
///
/// A symmetric relation runs both ways: it is found from each end as outgoing and as incoming. With
/// Direction::both every relationship is found once from each of its ends. Texts in the values that are
/// handed out belong to the graph, or are the values' own. All members may be called from several threads.
class Graph {
public:
    virtual ~Graph() = default;

    using NodeVisitor = FunctionRef<bool(NodeId)>;
    /// `other` is the node at the other end; false ends the walk.
    using RelationshipVisitor = FunctionRef<bool(const Relationship&, NodeId other)>;
    /// One call for each node at the other end, with one of the relationships and how many there are.
    using NeighbourVisitor = FunctionRef<bool(NodeId other, const Relationship& one, std::uint64_t count)>;

    /// Nodes are numbered from 0.
    virtual std::size_t node_count() const = 0;
    virtual Labels labels(NodeId node) const = 0;
    /// Nodes that have all of the labels, in the order of their numbers. False where the visitor ended it.
    virtual bool for_each_node(Labels labels, NodeVisitor visit) const = 0;
    /// About how many nodes have all of the labels.
    virtual std::size_t estimate_nodes(Labels labels) const = 0;
    /// The party with this code.
    virtual std::optional<NodeId> find_code(std::string_view code) const = 0;
    virtual Value property(NodeId node, NodeProperty property) const = 0;

    virtual std::size_t relationship_count() const = 0;
    /// About how many relationships have one of the types.
    virtual double estimate_relationships(Types types) const = 0;
    virtual Type type(const Relationship& relationship) const = 0;
    virtual NodeId source(const Relationship& relationship) const = 0;
    virtual NodeId target(const Relationship& relationship) const = 0;
    virtual Value property(const Relationship& relationship, RelationshipProperty property) const = 0;

    /// The relationships of a node that the filter admits. False where the visitor ended it.
    virtual bool for_each_relationship(NodeId node, const RelationshipFilter& filter,
                                       RelationshipVisitor visit) const = 0;
    /// The same, by the node at the other end; a node may come more than once.
    virtual bool for_each_neighbour(NodeId node, const RelationshipFilter& filter,
                                    NeighbourVisitor visit) const = 0;
    /// The same, by the node at the other end and what `likeness` names; a group may come more than once, as
    /// it does here: one relationship at a time.
    virtual bool for_each_group(NodeId node, const RelationshipFilter& filter, const Likeness& likeness,
                                NeighbourVisitor visit) const;
};

} // namespace entente::cypher

#endif
