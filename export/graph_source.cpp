// SPDX-License-Identifier: Apache-2.0
#include "export/graph_source.hpp"

#include <algorithm>
#include <unordered_set>

namespace entente {

void GraphSource::for_statements(std::span<const std::string> ids,
                                 const std::function<void(const Statement&)>& visit) const {
    const std::unordered_set<std::string> wanted(ids.begin(), ids.end());
    for_each_statement([&](const Statement& statement) {
        if (wanted.contains(statement.id))
            visit(statement);
    });
}

void GraphSource::for_each_outline(const OutlineVisitor& visit) const {
    for_each_relation([&](const Relation& relation, const RelationId&) { visit({relation, std::nullopt}); });
}

void MemorySource::for_each_actor(const std::function<void(const Actor&)>& visit) const {
    std::ranges::for_each(actors_, visit);
}

void MemorySource::for_each_statement(const std::function<void(const Statement&)>& visit) const {
    std::ranges::for_each(statements_, visit);
}

void MemorySource::for_each_relation(const RelationVisitor& visit) const {
    for (const auto& relation : relations_)
        visit(relation, relation_id(relation));
}

} // namespace entente
