// SPDX-License-Identifier: Apache-2.0
// relate: a graph of relations given in the program, and a shortest path in it.
#include "graph/queries.hpp"

#include <iostream>
#include <vector>

namespace {

entente::Relation relation(const char* source, entente::plover::EventType type, const char* target) {
    entente::Relation relation;
    relation.source = entente::PartyCode::parse(source).value();
    relation.type = type;
    relation.target = entente::PartyCode::parse(target).value();
    return relation;
}

} // namespace

int main() {
    using enum entente::plover::EventType;
    const std::vector<entente::Relation> relations = {
        relation("CHN", support, "BEL"),
        relation("BEL", cooperate, "NLD"),
        relation("NLD", aid, "VNM"),
        relation("CHN", accuse, "AUS"),
    };
    const auto graph = entente::RelationGraph::of(relations, {});
    const auto path = entente::shortest_path(graph, *graph.find("CHN"), *graph.find("VNM"), {});
    for (const auto vertex : path.value())
        std::cout << graph.code(vertex) << '\n';
}
