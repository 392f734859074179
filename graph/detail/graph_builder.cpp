// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/graph_builder.hpp"

#include "graph/detail/parallel.hpp"
#include "graph/detail/relation_rows.hpp"

#include <boost/assert.hpp>

#include <functional>
#include <type_traits>

namespace entente::detail {

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

void CollectedEdges::push(const EdgeValues& edge) {
    columns.source.push_back(edge.source);
    columns.target.push_back(edge.target);
    columns.day.push_back(edge.day);
    columns.end_day.push_back(edge.end_day);
    columns.key.push_back(edge.key);
    columns.type.push_back(edge.type);
    columns.mode.push_back(edge.mode);
    columns.flags.push_back(edge.flags);
    columns.cameo.push_back(edge.cameo);
    columns.confidence.push_back(edge.confidence);
    columns.contexts.push_back(edge.contexts);
    columns.statement.push_back(edge.statement);
    columns.said_by.push_back(edge.said_by);
    columns.source_actor.push_back(edge.source_actor);
    columns.target_actor.push_back(edge.target_actor);
    columns.predicate.push_back(edge.predicate);
    columns.dataset.push_back(edge.dataset);
    columns.act.push_back(edge.act);
    columns.mentions.push_back(edge.mentions);
    columns.publishers.push_back(edge.publishers);
    columns.topic_list.push_back(edge.topic_list);
}

void CollectedEdges::add(const EdgeValues& edge) {
    push(edge);
    ++relation_count;
    if ((edge.flags & EdgeValues::symmetric) == 0)
        return;
    EdgeValues back = edge;
    std::swap(back.source, back.target);
    std::swap(back.source_actor, back.target_actor);
    back.flags |= EdgeValues::mirror;
    push(back);
}

CollectedEdges joined(std::vector<CollectedEdges>&& pieces) {
    if (pieces.size() == 1)
        return std::move(pieces.front());
    CollectedEdges whole;
    std::size_t size = 0;
    for (const CollectedEdges& piece : pieces) {
        size += piece.columns.key.size();
        whole.relation_count += piece.relation_count;
    }
    std::vector<std::function<void()>> columns;
    whole.columns.for_each([&]<class T>(ColumnBuilder<T>& column) {
        const std::size_t number = columns.size();
        columns.push_back([&, number, target = &column] {
            for (CollectedEdges& piece : pieces) {
                std::size_t i = 0;
                piece.columns.for_each([&]<class U>(ColumnBuilder<U>& part) {
                    if constexpr (std::is_same_v<T, U>) {
                        if (i == number) {
                            target->append(part, size);
                            part.free();
                        }
                    }
                    ++i;
                });
            }
        });
    });
    in_parallel(columns.size(), [&](std::size_t number) { columns[number](); });
    return whole;
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
