// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_STORE_GRAPH_HPP
#define ENTENTE_GRAPH_CYPHER_STORE_GRAPH_HPP

#include "graph/cypher/graph.hpp"
#include "graph/relation_graph.hpp"
#include "graph/store.hpp"

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

namespace entente::cypher {

/// A relation graph as the query language sees it; evidence and statements come from its store.
///
/// Nodes are numbered: parties as the graph's vertices, then persons, then topics. Actors of one name and
/// Wikidata item are one person, who may represent several parties.
class StoreGraph final : public Graph {
public:
    /// `store` may be nullptr: what only it has (the text, the statement, spans, rows of event tables) is
    /// null then. It must outlive the object, and is used from one thread at a time.
    explicit StoreGraph(RelationGraph graph, const Store* store = nullptr);

    const RelationGraph& relation_graph() const noexcept { return graph_; }

    std::size_t node_count() const override;
    Labels labels(NodeId node) const override;
    bool for_each_node(Labels labels, NodeVisitor visit) const override;
    std::size_t estimate_nodes(Labels labels) const override;
    std::optional<NodeId> find_code(std::string_view code) const override { return graph_.find(code); }
    Value property(NodeId node, NodeProperty property) const override;

    std::size_t relationship_count() const override { return graph_.relation_count() + offices_.size(); }
    double estimate_relationships(Types types) const override;
    Type type(const Relationship& relationship) const override;
    NodeId source(const Relationship& relationship) const override;
    NodeId target(const Relationship& relationship) const override;
    Value property(const Relationship& relationship, RelationshipProperty property) const override;

    bool for_each_relationship(NodeId node, const RelationshipFilter& filter,
                               RelationshipVisitor visit) const override;
    bool for_each_neighbour(NodeId node, const RelationshipFilter& filter,
                            NeighbourVisitor visit) const override;
    bool for_each_group(NodeId node, const RelationshipFilter& filter, const Likeness& likeness,
                        NeighbourVisitor visit) const override;

private:
    /// That a person represents a party: the number of the actor who says so.
    struct Office {
        NodeId person;
        RelationGraph::Vertex party;
        std::uint32_t actor;
    };

    NodeId first_person() const noexcept { return static_cast<NodeId>(graph_.vertex_count()); }
    NodeId first_topic() const noexcept {
        return static_cast<NodeId>(graph_.vertex_count() + persons_.size());
    }
    bool for_each_office(NodeId node, const RelationshipFilter& filter, RelationshipVisitor visit) const;
    Value edge_property(RelationGraph::Edge edge, RelationshipProperty property) const;
    Value stored_property(RelationGraph::Edge edge, RelationshipProperty property) const;
    Value statement(std::uint32_t key) const;
    Value office_property(const Office& office, RelationshipProperty property) const;

    RelationGraph graph_;
    const Store* store_;
    std::vector<Labels> party_labels_;
    /// The first actor of each person.
    std::vector<std::uint32_t> persons_;
    std::vector<Office> offices_;
    /// Places in offices_, by party.
    std::vector<std::pair<RelationGraph::Vertex, std::uint32_t>> offices_by_party_;

    mutable std::mutex mutex_;
    mutable std::uint32_t cached_key_ = 0;
    mutable std::optional<Relation> cached_relation_;
    mutable std::once_flag counted_;
    mutable double type_counts_[type_count] = {};
};

} // namespace entente::cypher

#endif
