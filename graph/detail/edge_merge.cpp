// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/edge_merge.hpp"

#include "graph/detail/edge_order.hpp"
#include "graph/detail/partition_point.hpp"

namespace entente::detail {

namespace {

// The edges of one pair, or where they would be.
struct Place {
    std::uint32_t begin;
    std::uint32_t end;
};

template<class Range>
Place place_of(const Range& edges) {
    const RelationGraph::EdgeIterator zero(0);
    return {static_cast<std::uint32_t>(edges.begin() - zero), static_cast<std::uint32_t>(edges.end() - zero)};
}

Place find_pair(const RelationGraph& graph, std::uint32_t source, std::uint32_t target) {
    if (source >= graph.vertex_count()) {
        const auto end = static_cast<std::uint32_t>(graph.edge_count());
        return {end, end};
    }
    const std::uint32_t pair = partition_point(graph.pair_begin(source), graph.pair_end(source),
                                               [&](auto each) { return graph.pair_target(each) < target; });
    if (pair == graph.pair_end(source)) {
        const std::uint32_t end = place_of(graph.out_edges(source)).end;
        return {end, end};
    }
    const Place found = place_of(graph.pair_edges(pair));
    return graph.pair_target(pair) == target ? found : Place{found.begin, found.begin};
}

} // namespace

MergedOrder::MergedOrder(const RelationGraph& base, const EdgeColumns<ColumnBuilder>& added,
                         std::size_t vertex_count)
    : base_count_(base.edge_count()), added_(order_by_pair(added, vertex_count)) {
    places_.assign(added_.size(), 0);
    if (base_count_ == 0)
        return;
    Place place{};
    for (std::size_t i = 0; i < added_.size(); ++i) {
        const std::uint32_t edge = added_[i];
        if (i == 0 || added.source[edge] != added.source[added_[i - 1]] ||
            added.target[edge] != added.target[added_[i - 1]])
            place = find_pair(base, added.source[edge], added.target[edge]);
        place.begin = partition_point(
            place.begin, place.end, [&](std::uint32_t each) { return base.day({each}) <= added.day[edge]; });
        places_[i] = place.begin;
    }
}

} // namespace entente::detail
