// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/store_graph.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace entente::cypher {

namespace {

using Edge = RelationGraph::Edge;
using Property = RelationshipProperty;

/// What is empty is not known.
Value text_value(std::string_view text) { return text.empty() ? Value() : Value::borrowed(text); }
Value own_value(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value date_value(const std::optional<Date>& date) { return date ? Value(*date) : Value(); }
Value integer(std::size_t number) { return Value(static_cast<std::int64_t>(number)); }

std::string_view precision_name(DatePrecision precision) {
    return precision == DatePrecision::day ? "day" : precision == DatePrecision::month ? "month" : "year";
}

Value context_list(plover::ContextSet contexts) {
    List list;
    for (const plover::Context context : contexts.members())
        list.push_back(Value::borrowed(context.name()));
    return Value(std::move(list));
}

/// A mirror says what its relation says, so its ends are the other way round.
RelationGraph::Vertex source_of(const RelationGraph& graph, Edge edge) {
    return graph.is_mirror(edge) ? graph.target(edge) : graph.source(edge);
}
RelationGraph::Vertex target_of(const RelationGraph& graph, Edge edge) {
    return graph.is_mirror(edge) ? graph.source(edge) : graph.target(edge);
}

Value party_property(const RelationGraph& graph, Edge edge, Property property) {
    const bool is_mirror = graph.is_mirror(edge);
    switch (property) {
    case Property::source:
        return Value::borrowed(graph.code(source_of(graph, edge)));
    case Property::target:
        return Value::borrowed(graph.code(target_of(graph, edge)));
    case Property::source_name:
        return Value::borrowed(graph.name(source_of(graph, edge)));
    case Property::target_name:
        return Value::borrowed(graph.name(target_of(graph, edge)));
    case Property::source_actor:
        return text_value(is_mirror ? graph.target_actor(edge) : graph.source_actor(edge));
    case Property::target_actor:
        return text_value(is_mirror ? graph.source_actor(edge) : graph.target_actor(edge));
    default: {
        const auto party = graph.said_by(edge);
        return party ? Value::borrowed(graph.code(*party)) : Value();
    }
    }
}

Value topic_list(const RelationGraph& graph, Edge edge) {
    List list;
    for (const std::uint32_t topic : graph.topics(edge))
        list.push_back(Value::borrowed(graph.topic(topic)));
    return Value(std::move(list));
}

} // namespace

Value StoreGraph::property(const Relationship& one, RelationshipProperty property) const {
    if (one.table == 1)
        return office_property(offices_[one.key], property);
    return edge_property({one.index}, property);
}

Value StoreGraph::office_property(const Office& office, RelationshipProperty property) const {
    switch (property) {
    case Property::type:
        return Value::borrowed(type_name(represents));
    case Property::office:
        return own_value(graph_.actor(office.actor).office);
    case Property::from:
        return date_value(graph_.actor(office.actor).from);
    case Property::until:
        return date_value(graph_.actor(office.actor).until);
    default:
        return {};
    }
}

Value StoreGraph::edge_property(Edge edge, RelationshipProperty property) const {
    switch (property) {
    case Property::date:
        return graph_.day(edge) == RelationGraph::no_day ? Value() : Value::date(graph_.day(edge));
    case Property::type:
        return Value::borrowed(plover::to_string(graph_.type(edge)));
    case Property::goldstein:
        return Value(graph_.goldstein_score(edge));
    case Property::confidence:
        // Kept as a float: 0.9, not 0.8999999761581421.
        return Value(std::round(graph_.confidence(edge) * 1e6) / 1e6);
    case Property::mode:
        return graph_.mode(edge) ? Value::borrowed(graph_.mode(edge)->name()) : Value();
    case Property::cameo:
        return Value::borrowed(graph_.cameo_code(edge).text());
    case Property::quad_class:
        return Value::borrowed(plover::to_string(plover::quad_class(graph_.type(edge))));
    case Property::modality:
        return Value::borrowed(entente::to_string(graph_.modality(edge)));
    case Property::symmetric:
        return Value(graph_.is_symmetric(edge));
    case Property::predicate:
        return text_value(graph_.predicate(edge));
    case Property::contexts:
        return context_list(graph_.contexts(edge));
    case Property::topics:
        return topic_list(graph_, edge);
    case Property::date_end:
        return date_value(graph_.date_end(edge));
    case Property::date_precision:
        return Value::borrowed(precision_name(graph_.date_precision(edge)));
    case Property::dataset:
        return text_value(graph_.dataset(edge));
    case Property::mentions:
        return integer(graph_.mentions(edge));
    case Property::sources:
        return integer(graph_.publishers(edge));
    case Property::act:
        return graph_.act(edge) == 0 ? Value() : Value(to_hex(graph_.act_id(graph_.act(edge))));
    case Property::source:
    case Property::target:
    case Property::source_name:
    case Property::target_name:
    case Property::source_actor:
    case Property::target_actor:
    case Property::said_by:
        return party_property(graph_, edge, property);
    case Property::office:
    case Property::from:
    case Property::until:
        return {};
    default:
        return stored_property(edge, property);
    }
}

Value StoreGraph::statement(std::uint32_t key) const {
    const auto found = key == 0 ? std::nullopt : store_->find_statement(std::uint64_t{key});
    if (!found)
        return {};
    return Value(Map{{"id", Value(found->id)},
                     {"title", own_value(found->title)},
                     {"publisher", own_value(found->publisher)},
                     {"url", own_value(found->url)},
                     {"date", date_value(found->date)},
                     {"language", own_value(found->language)}});
}

Value StoreGraph::stored_property(Edge edge, RelationshipProperty property) const {
    if (store_ == nullptr)
        return {};
    const std::lock_guard lock(mutex_);
    if (property == Property::statement)
        return statement(graph_.statement_key(edge));
    const std::uint32_t key = graph_.relation_key(edge);
    if (!cached_relation_ || cached_key_ != key) {
        cached_relation_ = store_->find_relation(std::uint64_t{key});
        cached_key_ = key;
    }
    if (!cached_relation_)
        return {};
    const Relation& relation = *cached_relation_;
    switch (property) {
    case Property::id:
        return Value(relation_urn(relation_id(relation)));
    case Property::document:
        return own_value(relation.evidence.statement);
    case Property::sentence:
        return relation.evidence.sentence == 0 ? Value() : integer(relation.evidence.sentence);
    case Property::start:
        return integer(relation.evidence.span.begin);
    case Property::end:
        return integer(relation.evidence.span.end);
    case Property::text:
        return own_value(relation.evidence.text);
    case Property::row:
        return own_value(relation.coding.row);
    case Property::url:
        return own_value(relation.coding.url);
    case Property::source_sector:
        return own_value(relation.coding.source_sector);
    case Property::target_sector:
        return own_value(relation.coding.target_sector);
    default:
        return {};
    }
}

} // namespace entente::cypher
