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

MergedOrder::MergedOrder(const GraphBuilder& builder)
    : added_(order_by_pair(builder.edges, builder.codes.texts.size())) {
    const RelationGraph& base = builder.base;
    const EdgeColumns<ColumnBuilder>& added = builder.edges.columns;
    const auto base_end = static_cast<std::uint32_t>(base.edge_count());
    const auto added_end = static_cast<std::uint32_t>(added_.size());
    std::uint32_t passed = 0; // edges of the graph that come before
    Place place{};
    for (std::uint32_t i = 0; base_end != 0 && i != added_end; ++i) {
        const std::uint32_t edge = added_[i];
        if (i == 0 || added.source[edge] != added.source[added_[i - 1]] ||
            added.target[edge] != added.target[added_[i - 1]])
            place = find_pair(base, added.source[edge], added.target[edge]);
        place.begin = partition_point(
            place.begin, place.end, [&](std::uint32_t each) { return base.day({each}) <= added.day[edge]; });
        append_base(passed, place.begin, builder.removed);
        append(i, i + 1, true);
        passed = place.begin;
    }
    if (base_end == 0)
        append(0, added_end, true);
    append_base(passed, base_end, builder.removed);
}

void MergedOrder::append(std::uint32_t begin, std::uint32_t end, bool is_added) {
    if (begin == end)
        return;
    const auto place = static_cast<std::uint32_t>(size_);
    size_ += end - begin;
    if (!runs_.empty() && runs_.back().is_added && is_added) // which are in order
        runs_.back().end = static_cast<std::uint32_t>(size_);
    else
        runs_.push_back({place, static_cast<std::uint32_t>(size_), begin, is_added});
}

void MergedOrder::append_base(std::uint32_t begin, std::uint32_t end,
                              const std::vector<std::uint32_t>& removed) {
    for (; removed_count_ < removed.size() && removed[removed_count_] < end; ++removed_count_) {
        append(begin, removed[removed_count_], false);
        begin = removed[removed_count_] + 1;
    }
    append(begin, end, false);
}

} // namespace entente::detail
