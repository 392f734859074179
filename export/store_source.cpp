// SPDX-License-Identifier: Apache-2.0
#include "export/store_source.hpp"

#include <utility>

namespace entente {

namespace {

/// What the view knows of relations, one after another in the same memory.
class Outliner {
public:
    explicit Outliner(const RelationGraph& view) : view_(view) {}

    RelationOutline outline(RelationGraph::Edge edge) {
        relation_.source = view_.party(view_.source(edge));
        relation_.target = view_.party(view_.target(edge));
        relation_.source_actor = view_.source_actor(edge);
        relation_.target_actor = view_.target_actor(edge);
        if (view_.is_mirror(edge)) { // told as it was read
            std::swap(relation_.source, relation_.target);
            std::swap(relation_.source_actor, relation_.target_actor);
        }
        relation_.type = view_.type(edge);
        relation_.mode = view_.mode(edge);
        relation_.predicate = view_.predicate(edge);
        relation_.symmetric = view_.is_symmetric(edge);
        relation_.modality = view_.modality(edge);
        relation_.contexts = view_.contexts(edge);
        relation_.date = view_.date(edge);
        relation_.date_end = view_.date_end(edge);
        relation_.date_precision = view_.date_precision(edge);
        relation_.confidence = view_.confidence(edge);
        relation_.topics.clear();
        for (const auto topic : view_.topics(edge))
            relation_.topics.emplace_back(view_.topic(topic));
        return {relation_, RelationOutline::Rest{view_.relation_key(edge), view_.statement_key(edge)}};
    }

private:
    const RelationGraph& view_;
    Relation relation_;
};

} // namespace

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

std::optional<Relation> ViewSource::find_relation(std::uint64_t key) const {
    return store_.find_relation(key);
}

void ViewSource::for_each_outline(const OutlineVisitor& visit) const {
    Outliner outliner(view_);
    for (const auto edge : view_.edges())
        if (!view_.is_mirror(edge))
            visit(outliner.outline(edge));
}

void EdgeSource::for_each_relation(const RelationVisitor& visit) const {
    for (const auto edge : edges_)
        if (const auto relation = find_relation(view_.relation_key(edge)))
            visit(*relation, relation_id(*relation));
}

void EdgeSource::for_each_outline(const OutlineVisitor& visit) const {
    Outliner outliner(view_);
    for (const auto edge : edges_)
        visit(outliner.outline(edge));
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

void FilteredSource::for_each_outline(const OutlineVisitor& visit) const {
    source_.for_each_outline([&](const RelationOutline& outline) {
        if (keep_(outline.relation))
            visit(outline);
    });
}

} // namespace entente
