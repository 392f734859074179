// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/as_of_graph.hpp"

#include <algorithm>

namespace entente::cypher {

RelationshipFilter AsOfGraph::relations_of(RelationshipFilter filter) const {
    filter.types &= ~(Types{1} << represents);
    filter.last_day = std::min(filter.last_day, day_);
    return filter;
}

bool AsOfGraph::for_each_office(NodeId node, RelationshipFilter filter, RelationshipVisitor visit) const {
    filter.types &= Types{1} << represents;
    if (filter.types == 0)
        return true;
    return graph_.for_each_relationship(node, filter, [&](const Relationship& office, NodeId other) {
        const Value from = graph_.property(office, RelationshipProperty::from);
        const Value until = graph_.property(office, RelationshipProperty::until);
        const bool is_held =
            (from.is_null() || from.days() <= day_) && (until.is_null() || until.days() >= day_);
        return !is_held || visit(office, other);
    });
}

bool AsOfGraph::for_each_relationship(NodeId node, const RelationshipFilter& filter,
                                      RelationshipVisitor visit) const {
    return graph_.for_each_relationship(node, relations_of(filter), visit) &&
           for_each_office(node, filter, visit);
}

bool AsOfGraph::for_each_neighbour(NodeId node, const RelationshipFilter& filter,
                                   NeighbourVisitor visit) const {
    return graph_.for_each_neighbour(node, relations_of(filter), visit) &&
           for_each_office(node, filter,
                           [&](const Relationship& office, NodeId other) { return visit(other, office, 1); });
}

bool AsOfGraph::for_each_group(NodeId node, const RelationshipFilter& filter, const Likeness& likeness,
                               NeighbourVisitor visit) const {
    return graph_.for_each_group(node, relations_of(filter), likeness, visit) &&
           for_each_office(node, filter,
                           [&](const Relationship& office, NodeId other) { return visit(other, office, 1); });
}

} // namespace entente::cypher
