// SPDX-License-Identifier: Apache-2.0
#include "graph/relation_graph.hpp"

#include "graph/detail/graph_builder.hpp"
#include "graph/detail/graph_image.hpp"
#include "graph/detail/partition_point.hpp"
#include "graph/detail/relation_rows.hpp"

#include <algorithm>
#include <ranges>

namespace entente {

namespace {

std::optional<Date> optional_date(std::int32_t day) noexcept {
    return day == RelationGraph::no_day ? std::nullopt : std::optional(detail::date_of(day));
}

using detail::partition_point;

} // namespace

RelationGraph::RelationGraph() {
    static constexpr std::uint32_t zero = 0;
    out_begins_ = in_begins_ = pair_begins_ = in_pair_begins_ = &zero;
}

RelationGraph RelationGraph::of(std::span<const Relation> relations, std::span<const Actor> actors) {
    detail::GraphBuilder builder;
    for (std::size_t i = 0; i < relations.size(); ++i)
        builder.add(relations[i], static_cast<std::uint32_t>(i));
    builder.actors.assign(actors.begin(), actors.end());
    return detail::GraphImage::make(std::move(builder), {});
}

std::optional<std::uint32_t> RelationGraph::find_pair(Vertex source, Vertex target) const noexcept {
    const auto pair = partition_point(pair_begin(source), pair_end(source),
                                      [&](std::uint32_t each) { return pair_targets_[each] < target; });
    if (pair == pair_end(source) || pair_targets_[pair] != target)
        return std::nullopt;
    return pair;
}

RelationGraph::EdgeRange RelationGraph::edges_between(Vertex source, Vertex target) const noexcept {
    const auto pair = find_pair(source, target);
    return pair ? pair_edges(*pair) : EdgeRange(EdgeIterator(0), EdgeIterator(0));
}

RelationGraph::EdgeRange RelationGraph::edges_between(Vertex source, Vertex target, std::int32_t first,
                                                      std::int32_t last) const noexcept {
    const EdgeRange pair = edges_between(source, target);
    const auto from = static_cast<std::uint32_t>(pair.begin() - EdgeIterator(0));
    const auto to = static_cast<std::uint32_t>(pair.end() - EdgeIterator(0));
    const std::int32_t least = std::max(first, no_day + 1);
    const auto begin =
        partition_point(from, to, [&](std::uint32_t edge) { return columns_.day[edge] < least; });
    const auto end =
        partition_point(begin, to, [&](std::uint32_t edge) { return columns_.day[edge] <= last; });
    return {EdgeIterator(begin), EdgeIterator(end)};
}

PartyCode RelationGraph::party(Vertex vertex) const {
    return PartyCode::parse(codes_[vertex]).value_or(PartyCode{});
}

std::string_view RelationGraph::name(Vertex vertex) const noexcept {
    const std::uint32_t own = party_actors_[vertex];
    const std::string_view name = own != 0 ? actor_names_[own - 1] : std::string_view{};
    return name.empty() ? codes_[vertex] : name;
}

std::string_view RelationGraph::wikidata(Vertex vertex) const noexcept {
    const std::uint32_t own = party_actors_[vertex];
    return own != 0 ? actor_wikidata_[own - 1] : std::string_view{};
}

std::optional<RelationGraph::Vertex> RelationGraph::find(std::string_view code) const noexcept {
    const std::span<const std::uint32_t> sorted(vertices_by_code_, vertex_count_);
    const auto place =
        std::ranges::lower_bound(sorted, code, {}, [&](std::uint32_t vertex) { return codes_[vertex]; });
    if (place == sorted.end() || codes_[*place] != code)
        return std::nullopt;
    return *place;
}

cameo::Code RelationGraph::cameo_code(Edge edge) const noexcept {
    const std::uint16_t index = columns_.cameo[edge.index];
    const auto own = cameo::Code::at(index);
    return own ? *own : cameo::nearest(type(edge), mode(edge));
}

std::optional<Date> RelationGraph::date(Edge edge) const noexcept { return optional_date(day(edge)); }
std::optional<Date> RelationGraph::date_end(Edge edge) const noexcept {
    return optional_date(columns_.end_day[edge.index]);
}

std::optional<RelationGraph::Vertex> RelationGraph::said_by(Edge edge) const noexcept {
    const std::uint32_t number = columns_.said_by[edge.index];
    return number == 0 ? std::nullopt : std::optional(number - 1);
}

std::span<const std::uint32_t> RelationGraph::topics(Edge edge) const noexcept {
    const std::uint32_t list = columns_.topic_list[edge.index];
    const std::uint32_t begin = topic_list_begins_[list];
    return topic_list_items_.subspan(begin, topic_list_begins_[list + 1] - begin);
}

Actor RelationGraph::actor(std::size_t number) const {
    return {party(actor_vertices_[number]),      actor_kind(number),
            std::string(actor_names_[number]),   std::string(actor_wikidata_[number]),
            std::string(actor_offices_[number]), optional_date(actor_from_[number]),
            optional_date(actor_until_[number])};
}

} // namespace entente
