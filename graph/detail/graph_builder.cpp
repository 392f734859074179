// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/graph_builder.hpp"

#include "graph/detail/relation_rows.hpp"

#include <boost/assert.hpp>

#include <utility>

namespace entente::detail {

namespace {

// They stay in the nearest cache.
constexpr std::size_t rows_at_once = 256;

} // namespace

std::uint32_t NumberedTexts::number(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end())
        return found->second;
    const auto number = static_cast<std::uint32_t>(texts.size());
    texts.emplace_back(text);
    numbers_.emplace(text, number);
    return number;
}

GraphBuilder::GraphBuilder() {
    terms.number({});
    topics.number({});
    act_numbers_.emplace(ActId{}, 0);
    topic_list_numbers_.emplace(std::vector<std::uint32_t>{}, 0);
}

void CollectedEdges::add(const EdgeValues& edge) {
    waiting_.push_back(edge);
    ++relation_count;
    if ((edge.flags & EdgeValues::symmetric) != 0) {
        EdgeValues& back = waiting_.emplace_back(edge);
        std::swap(back.source, back.target);
        std::swap(back.source_actor, back.target_actor);
        back.flags |= EdgeValues::mirror;
    }
    if (waiting_.size() >= rows_at_once)
        finish();
}

void CollectedEdges::finish() {
    const std::span<const EdgeValues> rows = waiting_;
    columns.source.append(rows, &EdgeValues::source);
    columns.target.append(rows, &EdgeValues::target);
    columns.day.append(rows, &EdgeValues::day);
    columns.end_day.append(rows, &EdgeValues::end_day);
    columns.key.append(rows, &EdgeValues::key);
    columns.type.append(rows, &EdgeValues::type);
    columns.mode.append(rows, &EdgeValues::mode);
    columns.flags.append(rows, &EdgeValues::flags);
    columns.cameo.append(rows, &EdgeValues::cameo);
    columns.confidence.append(rows, &EdgeValues::confidence);
    columns.contexts.append(rows, &EdgeValues::contexts);
    columns.statement.append(rows, &EdgeValues::statement);
    columns.said_by.append(rows, &EdgeValues::said_by);
    columns.source_actor.append(rows, &EdgeValues::source_actor);
    columns.target_actor.append(rows, &EdgeValues::target_actor);
    columns.predicate.append(rows, &EdgeValues::predicate);
    columns.dataset.append(rows, &EdgeValues::dataset);
    columns.act.append(rows, &EdgeValues::act);
    columns.mentions.append(rows, &EdgeValues::mentions);
    columns.publishers.append(rows, &EdgeValues::publishers);
    columns.topic_list.append(rows, &EdgeValues::topic_list);
    waiting_.clear();
}

void GraphBuilder::begin_with(const RelationGraph& graph) {
    BOOST_ASSERT_MSG(edges.relation_count == 0 && codes.texts.empty(), "a graph comes before anything else");
    base = graph;
    const auto take = [](NumberedTexts& to, const TextTable& from) {
        for (std::size_t i = 0; i < from.size(); ++i)
            to.number(from[i]);
    };
    take(codes, graph.codes_);
    take(terms, graph.terms_);
    take(topics, graph.topics_);
    for (const ActId& id : graph.acts_)
        act(id);
    for (std::size_t i = 0; i + 1 < graph.topic_list_begins_.size(); ++i) {
        const auto items = graph.topic_list_items_.begin();
        topic_list({items + graph.topic_list_begins_[i], items + graph.topic_list_begins_[i + 1]});
    }
}

void GraphBuilder::add(const Relation& relation, std::uint32_t key) {
    EdgeValues edge;
    edge.source = codes.number(relation.source.text());
    edge.target = codes.number(relation.target.text());
    if (relation.date)
        edge.day = static_cast<std::int32_t>(day_of(*relation.date));
    if (relation.date_end)
        edge.end_day = static_cast<std::int32_t>(day_of(*relation.date_end));
    edge.key = key;
    edge.type = static_cast<std::uint8_t>(relation.type);
    if (relation.mode)
        edge.mode = relation.mode->index();
    edge.flags = edge_flags(relation.symmetric, relation.modality, relation.date_precision);
    if (relation.cameo)
        edge.cameo = relation.cameo->index();
    edge.confidence = static_cast<float>(relation.confidence);
    edge.contexts = relation.contexts.bits();
    if (relation.said_by)
        edge.said_by = codes.number(relation.said_by->text()) + 1;
    edge.source_actor = terms.number(relation.source_actor);
    edge.target_actor = terms.number(relation.target_actor);
    edge.predicate = terms.number(relation.predicate);
    edge.dataset = terms.number(relation.coding.dataset);
    edge.act = act(relation.act);
    edge.mentions = relation.coding.mentions;
    edge.publishers = relation.coding.sources;
    std::vector<std::uint32_t> list;
    for (const std::string& topic : relation.topics)
        list.push_back(topics.number(topic));
    edge.topic_list = topic_list(list);
    edges.add(edge);
}

std::uint32_t GraphBuilder::act(const ActId& id) {
    const auto [place, is_new] = act_numbers_.emplace(id, static_cast<std::uint32_t>(acts.size()));
    if (is_new)
        acts.push_back(id);
    return place->second;
}

std::uint32_t GraphBuilder::topic_list(const std::vector<std::uint32_t>& list) {
    const auto number = static_cast<std::uint32_t>(topic_list_begins.size() - 1);
    const auto [place, is_new] = topic_list_numbers_.emplace(list, number);
    if (is_new) {
        topic_list_items.insert(topic_list_items.end(), list.begin(), list.end());
        topic_list_begins.push_back(static_cast<std::uint32_t>(topic_list_items.size()));
    }
    return place->second;
}

} // namespace entente::detail
