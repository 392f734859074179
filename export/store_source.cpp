// SPDX-License-Identifier: Apache-2.0
#include "export/store_source.hpp"

#include "graph/queries.hpp"

namespace entente {

void StoreSource::for_each_actor(const std::function<void(const Actor&)>& visit) const {
    store_.for_each_actor(visit);
}

void StoreSource::for_each_statement(const std::function<void(const Statement&)>& visit) const {
    store_.for_each_statement(visit);
}

void StoreSource::for_statements(std::span<const std::string> ids,
                                 const std::function<void(const Statement&)>& visit) const {
    for (const auto& id : ids)
        if (const auto statement = store_.find_statement(id))
            visit(*statement);
}

void StoreSource::for_each_relation(const RelationVisitor& visit) const { store_.for_each_relation(visit); }

void PairSource::for_each_relation(const RelationVisitor& visit) const {
    const auto a = view_.find(a_);
    const auto b = view_.find(b_);
    if (!a || !b)
        return;
    RelationFilter everything;
    everything.modalities = RelationFilter::every_modality;
    for (const auto edge : relations_between(view_, *a, *b, everything))
        if (const auto relation = store_.find_relation(view_.relation_key(edge)))
            visit(*relation, relation_id(*relation));
}

void KeySource::for_each_relation(const RelationVisitor& visit) const {
    for (const auto key : keys_)
        if (const auto relation = store_.find_relation(key))
            visit(*relation, relation_id(*relation));
}

void FilteredSource::for_each_actor(const std::function<void(const Actor&)>& visit) const {
    source_.for_each_actor(visit);
}

void FilteredSource::for_each_statement(const std::function<void(const Statement&)>& visit) const {
    source_.for_each_statement(visit);
}

void FilteredSource::for_statements(std::span<const std::string> ids,
                                    const std::function<void(const Statement&)>& visit) const {
    source_.for_statements(ids, visit);
}

void FilteredSource::for_each_relation(const RelationVisitor& visit) const {
    source_.for_each_relation([&](const Relation& relation, const RelationId& id) {
        if (keep_(relation))
            visit(relation, id);
    });
}

} // namespace entente
