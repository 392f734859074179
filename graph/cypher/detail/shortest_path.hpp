// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_SHORTEST_PATH_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_SHORTEST_PATH_HPP

#include "graph/cypher/detail/match_operators.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace entente::cypher::detail {

/// A shortest path between two nodes that are in their slots, or all of them. Two nodes that are one have the
/// path without relationships where the pattern's least length is 0, and none else.
class ShortestPath final : public Operator {
public:
    ShortestPath(Hop hop, std::uint32_t least, std::optional<std::uint32_t> most, bool wants_all,
                 std::vector<EachCondition> each)
        : hop_(std::move(hop)), least_(least), most_(most), wants_all_(wants_all), each_(std::move(each)) {}
    bool push(Runtime& runtime) override;

private:
    /// How a search came to a node.
    struct Mark {
        std::uint64_t search = 0;
        std::uint32_t distance = 0;
        NodeId before = 0;
        Relationship by;
    };
    /// One of the two searches that meet.
    struct Side {
        std::vector<Mark> marks;
        std::vector<NodeId> frontier;
        std::uint32_t distance = 0;
        RelationshipFilter filter;
    };

    template<class Visitor>
    bool for_each_step(Runtime& runtime, NodeId node, const RelationshipFilter& filter,
                       Visitor&& visit) const;
    void begin(Side& side, NodeId node, const RelationshipFilter& filter, std::size_t node_count) const;
    /// Goes one step further; the node where the two sides meet, if they do.
    std::optional<NodeId> advance(Runtime& runtime, Side& side, const Side& other);
    bool emit_meeting(Runtime& runtime, NodeId meeting);
    bool emit_all(Runtime& runtime, NodeId source, NodeId target);
    bool emit_list(Runtime& runtime, List list);

    Hop hop_;
    std::uint32_t least_;
    std::optional<std::uint32_t> most_;
    bool wants_all_;
    std::vector<EachCondition> each_;
    std::uint64_t search_ = 0;
    Side sides_[2];
};

} // namespace entente::cypher::detail

#endif
