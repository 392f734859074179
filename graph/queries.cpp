// SPDX-License-Identifier: Apache-2.0
#include "graph/queries.hpp"

#include <algorithm>
#include <tuple>

namespace entente {

namespace {

using Vertex = RelationGraph::Vertex;
using Edge = RelationGraph::Edge;

constexpr Vertex nobody = std::numeric_limits<Vertex>::max();

RelationGraph::EdgeRange edges_in_period(const RelationGraph& graph, Vertex source, Vertex target,
                                         const RelationFilter& filter) noexcept {
    return filter.has_period() ? graph.edges_between(source, target, filter.first_day, filter.last_day)
                               : graph.edges_between(source, target);
}

// Whether no more than the type decides.
bool is_about_types_only(const RelationFilter& filter) noexcept {
    return !filter.has_period() && filter.contexts.empty() &&
           filter.modalities == RelationFilter::every_modality && filter.least_confidence <= 0;
}

template<class Visit>
void for_each_admitted(const RelationGraph& graph, Vertex source, Vertex target, const RelationFilter& filter,
                       Visit visit) {
    for (const Edge edge : edges_in_period(graph, source, target, filter)) {
        if (filter.admits(graph, edge))
            visit(edge);
    }
}

// Parties reached so far from one end, and how.
class Side {
public:
    Side(std::size_t vertex_count, Vertex start, bool forward)
        : forward_(forward), before_(vertex_count, nobody), front_{start} {
        before_[start] = start;
    }

    bool has_reached(Vertex vertex) const noexcept { return before_[vertex] != nobody; }
    std::size_t front_size() const noexcept { return front_.size(); }

    // One step outwards; the first party found that the other side has reached, or nobody.
    Vertex advance(const RelationGraph& graph, const RelationFilter& filter, const Side& other) {
        std::vector<Vertex> next;
        for (const Vertex vertex : front_) {
            const Vertex met = forward_ ? advance_out(graph, filter, other, vertex, next)
                                        : advance_in(graph, filter, other, vertex, next);
            if (met != nobody)
                return met;
        }
        front_ = std::move(next);
        return nobody;
    }

    // From `vertex` back to where this side began.
    std::vector<Vertex> trace(Vertex vertex) const {
        std::vector<Vertex> path{vertex};
        while (before_[path.back()] != path.back())
            path.push_back(before_[path.back()]);
        return path;
    }

private:
    Vertex advance_out(const RelationGraph& graph, const RelationFilter& filter, const Side& other,
                       Vertex vertex, std::vector<Vertex>& next) {
        for (std::uint32_t pair = graph.pair_begin(vertex); pair < graph.pair_end(vertex); ++pair) {
            const Vertex target = graph.pair_target(pair);
            if (!has_reached(target) && has_admitted_edge(graph, pair, filter) &&
                reach(target, vertex, other, next))
                return target;
        }
        return nobody;
    }

    Vertex advance_in(const RelationGraph& graph, const RelationFilter& filter, const Side& other,
                      Vertex vertex, std::vector<Vertex>& next) {
        for (const std::uint32_t pair : graph.pairs_into(vertex)) {
            const Vertex source = graph.pair_source(pair);
            if (!has_reached(source) && has_admitted_edge(graph, pair, filter) &&
                reach(source, vertex, other, next))
                return source;
        }
        return nobody;
    }

    bool reach(Vertex vertex, Vertex from, const Side& other, std::vector<Vertex>& next) {
        before_[vertex] = from;
        next.push_back(vertex);
        return other.has_reached(vertex);
    }

    bool forward_;
    std::vector<Vertex> before_;
    std::vector<Vertex> front_;
};

} // namespace

EventTypeSet EventTypeSet::cooperation() noexcept {
    EventTypeSet set;
    for (const plover::EventType type : plover::event_types()) {
        const plover::QuadClass quad = plover::quad_class(type);
        if (quad == plover::QuadClass::verbal_cooperation || quad == plover::QuadClass::material_cooperation)
            set.insert(type);
    }
    return set;
}

EventTypeSet EventTypeSet::conflict() noexcept {
    return EventTypeSet(static_cast<std::uint16_t>(~cooperation().bits()));
}

std::vector<Edge> relations_between(const RelationGraph& graph, Vertex a, Vertex b,
                                    const RelationFilter& filter) {
    std::vector<Edge> found;
    for_each_admitted(graph, a, b, filter, [&](Edge edge) { found.push_back(edge); });
    for_each_admitted(graph, b, a, filter, [&](Edge edge) { found.push_back(edge); });
    std::erase_if(found, [&](Edge edge) { return graph.is_mirror(edge); });
    std::sort(found.begin(), found.end(), [&](Edge x, Edge y) {
        return std::tuple(graph.day(x), graph.relation_key(x)) <
               std::tuple(graph.day(y), graph.relation_key(y));
    });
    return found;
}

std::array<DirectedCounts, plover::event_type_count> counts_by_type(const RelationGraph& graph, Vertex a,
                                                                    Vertex b, const RelationFilter& filter) {
    std::array<DirectedCounts, plover::event_type_count> counts{};
    for_each_admitted(graph, a, b, filter, [&](Edge edge) {
        DirectedCounts& count = counts[static_cast<std::size_t>(graph.type(edge))];
        ++(graph.is_symmetric(edge) ? count.together : count.there);
    });
    for_each_admitted(graph, b, a, filter, [&](Edge edge) {
        if (!graph.is_symmetric(edge))
            ++counts[static_cast<std::size_t>(graph.type(edge))].back;
    });
    return counts;
}

std::vector<Neighbour> neighbours(const RelationGraph& graph, Vertex vertex, const RelationFilter& filter) {
    std::vector<Neighbour> all(graph.vertex_count());
    for (std::uint32_t pair = graph.pair_begin(vertex); pair < graph.pair_end(vertex); ++pair) {
        Neighbour& other = all[graph.pair_target(pair)];
        for_each_admitted(graph, vertex, graph.pair_target(pair), filter, [&](Edge edge) {
            ++(graph.is_symmetric(edge) ? other.counts.together : other.counts.there);
            other.goldstein_sum += graph.goldstein_score(edge);
        });
    }
    for (const std::uint32_t pair : graph.pairs_into(vertex)) {
        Neighbour& other = all[graph.pair_source(pair)];
        for_each_admitted(graph, graph.pair_source(pair), vertex, filter, [&](Edge edge) {
            if (graph.is_symmetric(edge))
                return;
            ++other.counts.back;
            other.goldstein_sum += graph.goldstein_score(edge);
        });
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].vertex = static_cast<Vertex>(i);
    std::erase_if(all, [](const Neighbour& other) { return other.counts.total() == 0; });
    std::sort(all.begin(), all.end(), [&](const Neighbour& x, const Neighbour& y) {
        return x.counts.total() != y.counts.total() ? x.counts.total() > y.counts.total()
                                                    : graph.code(x.vertex) < graph.code(y.vertex);
    });
    return all;
}

std::uint64_t degree(const RelationGraph& graph, Vertex vertex, const RelationFilter& filter) {
    std::uint64_t count = 0;
    for (const Edge edge : graph.out_edges(vertex))
        count += filter.admits(graph, edge) ? 1 : 0;
    for (const Edge edge : graph.in_edges(vertex))
        count += !graph.is_symmetric(edge) && filter.admits(graph, edge) ? 1 : 0;
    return count;
}

bool has_admitted_edge(const RelationGraph& graph, std::uint32_t pair,
                       const RelationFilter& filter) noexcept {
    if ((graph.pair_types(pair) & filter.types.bits()) == 0)
        return false;
    if (is_about_types_only(filter))
        return true;
    for (const Edge edge : edges_in_period(graph, graph.pair_source(pair), graph.pair_target(pair), filter)) {
        if (filter.admits(graph, edge))
            return true;
    }
    return false;
}

std::uint64_t count_admitted(const RelationGraph& graph, std::uint32_t pair,
                             const RelationFilter& filter) noexcept {
    if ((graph.pair_types(pair) & filter.types.bits()) == 0)
        return 0;
    const RelationGraph::EdgeRange all = graph.pair_edges(pair);
    const bool every_type = (graph.pair_types(pair) & ~filter.types.bits()) == 0;
    if (is_about_types_only(filter) && every_type)
        return static_cast<std::uint64_t>(all.size());
    std::uint64_t count = 0;
    for (const Edge edge : edges_in_period(graph, graph.pair_source(pair), graph.pair_target(pair), filter))
        count += filter.admits(graph, edge) ? 1 : 0;
    return count;
}

std::optional<std::vector<Vertex>> shortest_path(const RelationGraph& graph, Vertex from, Vertex to,
                                                 const RelationFilter& filter) {
    if (from == to)
        return std::vector{from};
    Side forward(graph.vertex_count(), from, true);
    Side backward(graph.vertex_count(), to, false);
    while (forward.front_size() != 0 && backward.front_size() != 0) {
        const bool ahead = forward.front_size() <= backward.front_size();
        const Vertex met =
            ahead ? forward.advance(graph, filter, backward) : backward.advance(graph, filter, forward);
        if (met == nobody)
            continue;
        std::vector<Vertex> path = forward.trace(met);
        std::reverse(path.begin(), path.end());
        const std::vector<Vertex> rest = backward.trace(met);
        path.insert(path.end(), rest.begin() + 1, rest.end());
        return path;
    }
    return std::nullopt;
}

} // namespace entente
