// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_MATCH_OPERATORS_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_MATCH_OPERATORS_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/operator.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace entente::cypher::detail {

/// A row for each node that has all of the labels.
class NodeScan final : public Operator {
public:
    NodeScan(std::uint32_t slot, Labels labels) : slot_(slot), labels_(labels) {}
    bool push(Runtime& runtime) override;

private:
    std::uint32_t slot_;
    Labels labels_;
};

/// The party with a code, or the parties with the codes of a list, each once.
class NodeSeek final : public Operator {
public:
    NodeSeek(std::uint32_t slot, Labels labels, Evaluator codes)
        : slot_(slot), labels_(labels), codes_(std::move(codes)) {}
    bool push(Runtime& runtime) override;

private:
    bool seek(Runtime& runtime, const Value& code);

    std::uint32_t slot_;
    Labels labels_;
    Evaluator codes_;
};

/// A comparison of a relationship's date with what is known before it is looked for.
struct DateBound {
    enum class Sign : std::uint8_t { less, less_or_equal, equal, greater_or_equal, greater };
    Sign sign;
    Evaluator evaluator;
};

/// What one relationship of a pattern asks for.
struct Hop {
    std::uint32_t from = 0;
    std::uint32_t relationship = 0;
    std::uint32_t to = 0;
    /// Whether the node at the other end is in its slot already.
    bool is_bound = false;
    Direction direction = Direction::out;
    Types types = all_types;
    /// That the node at the other end must have.
    Labels labels = 0;
    std::vector<DateBound> dates;
    /// Slots with relationships, or lists of them, of the same MATCH, which can't be taken again.
    std::vector<std::uint32_t> others;

    /// Nothing where no relationship can be meant: a bound that is null or no date, an end that is null.
    std::optional<RelationshipFilter> filter(Runtime& runtime) const;
    bool is_taken(Runtime& runtime, const Relationship& relationship) const;
};

/// A row for each relationship of a node, with the node at its other end.
class Expand final : public Operator {
public:
    explicit Expand(Hop hop) : hop_(std::move(hop)) {}
    bool push(Runtime& runtime) override;

private:
    Hop hop_;
};

/// The ends of a relationship that is there already: a row for each way round in which the pattern has it.
class TakeRelationship final : public Operator {
public:
    /// `known` is the slot that has it; `labels` are those of the node at the hop's beginning.
    TakeRelationship(Hop hop, std::uint32_t known, bool is_from_bound, Labels labels)
        : hop_(std::move(hop)), known_(known), is_from_bound_(is_from_bound), labels_(labels) {}
    bool push(Runtime& runtime) override;

private:
    bool take(Runtime& runtime, const Relationship& one, NodeId from, NodeId to);

    Hop hop_;
    std::uint32_t known_;
    bool is_from_bound_;
    Labels labels_;
};

/// A row for each neighbour of a node, which stands for as many rows as there are relationships between the
/// two. For relationships that nothing asks about.
class ExpandToNeighbours final : public Operator {
public:
    explicit ExpandToNeighbours(Hop hop) : hop_(std::move(hop)) {}
    bool push(Runtime& runtime) override;

private:
    Hop hop_;
};

/// A row for each group of relationships that are alike, with one of them; it stands for as many rows as the
/// group has. For relationships of which only some properties are read.
class ExpandToGroups final : public Operator {
public:
    ExpandToGroups(Hop hop, const Likeness& likeness) : hop_(std::move(hop)), likeness_(likeness) {}
    bool push(Runtime& runtime) override;

private:
    Hop hop_;
    Likeness likeness_;
};

/// A condition on every relationship of a path, or on every node: it reads that from a slot.
struct EachCondition {
    std::uint32_t slot = 0;
    bool is_on_nodes = false;
    std::function<bool(Runtime&)> holds;
};

bool hold_for_node(const std::vector<EachCondition>& conditions, Runtime& runtime, NodeId node);
bool hold_for_step(const std::vector<EachCondition>& conditions, Runtime& runtime,
                   const Relationship& relationship, NodeId node);

/// A row for each path of a length between two bounds, in which no relationship comes twice.
class ExpandVariable final : public Operator {
public:
    /// `is_reversed`: the list of relationships begins at the end that the search reaches.
    ExpandVariable(Hop hop, std::uint32_t least, std::optional<std::uint32_t> most, bool is_reversed,
                   std::vector<EachCondition> each)
        : hop_(std::move(hop)), least_(least), most_(most), is_reversed_(is_reversed),
          each_(std::move(each)) {}
    bool push(Runtime& runtime) override;

private:
    struct Step {
        Relationship relationship;
        NodeId node;
    };
    struct Level {
        std::vector<Step> steps;
        std::size_t next = 0;
    };
    bool emit_path(Runtime& runtime, const std::vector<Relationship>& path, NodeId end,
                   std::optional<NodeId> wanted);
    Level level(Runtime& runtime, NodeId node, const RelationshipFilter& filter,
                const std::vector<Relationship>& path);

    Hop hop_;
    std::uint32_t least_;
    std::optional<std::uint32_t> most_;
    bool is_reversed_;
    std::vector<EachCondition> each_;
};

/// Puts a path together from the slots of its nodes and relationships.
class BuildPath final : public Operator {
public:
    /// `relationships` hold one relationship or a list of them.
    BuildPath(std::uint32_t slot, std::uint32_t start, std::vector<std::uint32_t> relationships)
        : slot_(slot), start_(start), relationships_(std::move(relationships)) {}
    bool push(Runtime& runtime) override;

private:
    std::uint32_t slot_;
    std::uint32_t start_;
    std::vector<std::uint32_t> relationships_;
};

} // namespace entente::cypher::detail

#endif
