// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_AS_OF_GRAPH_HPP
#define ENTENTE_GRAPH_CYPHER_AS_OF_GRAPH_HPP

#include "graph/cypher/graph.hpp"

namespace entente::cypher {

/// Another graph as it was at the end of a day: relations up to that day, without those that have no date,
/// and the offices that were held on it. Nodes are all there.
class AsOfGraph final : public Graph {
public:
    /// `graph` must outlive the object; `day` counts from 1970-01-01.
    AsOfGraph(const Graph& graph, std::int32_t day) : graph_(graph), day_(day) {}

    std::size_t node_count() const override { return graph_.node_count(); }
    Labels labels(NodeId node) const override { return graph_.labels(node); }
    bool for_each_node(Labels labels, NodeVisitor visit) const override {
        return graph_.for_each_node(labels, visit);
    }
    std::size_t estimate_nodes(Labels labels) const override { return graph_.estimate_nodes(labels); }
    std::optional<NodeId> find_code(std::string_view code) const override { return graph_.find_code(code); }
    Value property(NodeId node, NodeProperty property) const override {
        return graph_.property(node, property);
    }

    std::size_t relationship_count() const override { return graph_.relationship_count(); }
    double estimate_relationships(Types types) const override { return graph_.estimate_relationships(types); }
    Type type(const Relationship& relationship) const override { return graph_.type(relationship); }
    NodeId source(const Relationship& relationship) const override { return graph_.source(relationship); }
    NodeId target(const Relationship& relationship) const override { return graph_.target(relationship); }
    Value property(const Relationship& relationship, RelationshipProperty property) const override {
        return graph_.property(relationship, property);
    }

    bool for_each_relationship(NodeId node, const RelationshipFilter& filter,
                               RelationshipVisitor visit) const override;
    bool for_each_neighbour(NodeId node, const RelationshipFilter& filter,
                            NeighbourVisitor visit) const override;
    bool for_each_group(NodeId node, const RelationshipFilter& filter, const Likeness& likeness,
                        NeighbourVisitor visit) const override;

private:
    RelationshipFilter relations_of(RelationshipFilter filter) const;
    bool for_each_office(NodeId node, RelationshipFilter filter, RelationshipVisitor visit) const;

    const Graph& graph_;
    std::int32_t day_;
};

} // namespace entente::cypher

#endif
