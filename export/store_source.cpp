// SPDX-License-Identifier: Apache-2.0
#include "export/store_source.hpp"

namespace entente {

void StoreSource::for_each_actor(const std::function<void(const Actor&)>& visit) const {
    store_.for_each_actor(visit);
}

void StoreSource::for_each_statement(const std::function<void(const Statement&)>& visit) const {
    store_.for_each_statement(visit);
}

void StoreSource::for_each_relation(const RelationVisitor& visit) const { store_.for_each_relation(visit); }

void FilteredSource::for_each_actor(const std::function<void(const Actor&)>& visit) const {
    source_.for_each_actor(visit);
}

void FilteredSource::for_each_statement(const std::function<void(const Statement&)>& visit) const {
    source_.for_each_statement(visit);
}

void FilteredSource::for_each_relation(const RelationVisitor& visit) const {
    source_.for_each_relation([&](const Relation& relation, const RelationId& id) {
        if (keep_(relation))
            visit(relation, id);
    });
}

} // namespace entente
