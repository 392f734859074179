// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_GRAPH_CYPHER_MEMORY_GRAPH_HPP
#define ENTENTE_TESTS_GRAPH_CYPHER_MEMORY_GRAPH_HPP

#include "graph/cypher/graph.hpp"
#include "graph/relation.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente::test {

/// The simplest graph that the query language can read: lists that are searched from end to end.
class MemoryGraph final : public cypher::Graph {
public:
    explicit MemoryGraph(std::vector<Relation> relations_, std::vector<Actor> persons_ = {});

    std::vector<Relation> relations;
    std::vector<std::string> codes;
    std::vector<Actor> persons;
    std::vector<std::string> topics;

    cypher::NodeId node(const std::string& code) const;

    std::size_t node_count() const override { return codes.size() + persons.size() + topics.size(); }
    cypher::Labels labels(cypher::NodeId node) const override;
    bool for_each_node(cypher::Labels labels, NodeVisitor visit) const override;
    std::size_t estimate_nodes(cypher::Labels labels) const override;
    std::optional<cypher::NodeId> find_code(std::string_view code) const override;
    cypher::Value property(cypher::NodeId node, cypher::NodeProperty property) const override;
    std::size_t relationship_count() const override { return relations.size() + persons.size(); }
    double estimate_relationships(cypher::Types types) const override;
    cypher::Type type(const cypher::Relationship& relationship) const override;
    cypher::NodeId source(const cypher::Relationship& relationship) const override;
    cypher::NodeId target(const cypher::Relationship& relationship) const override;
    cypher::Value property(const cypher::Relationship& relationship,
                           cypher::RelationshipProperty property) const override;
    bool for_each_relationship(cypher::NodeId node, const cypher::RelationshipFilter& filter,
                               RelationshipVisitor visit) const override;
    bool for_each_neighbour(cypher::NodeId node, const cypher::RelationshipFilter& filter,
                            NeighbourVisitor visit) const override;
};

/// Seven relations between four parties in 2020 and 2021, a person and two topics.
const MemoryGraph& small_graph();

/// The rows of an answer, one a line, its values separated by " | ", as to_text shows them, null as "null".
std::string answer(const cypher::Graph& graph, std::string_view query,
                   const std::map<std::string, cypher::Value, std::less<>>& parameters = {});

/// What the query throws, whole; empty where it throws nothing.
std::string failure(const cypher::Graph& graph, std::string_view query);

} // namespace entente::test

#endif
