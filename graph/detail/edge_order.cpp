// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/edge_order.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente::detail {

namespace {

constexpr std::int64_t most_buckets = std::int64_t{1} << 20;

// One pass of a radix sort with buckets as wide as the whole key: stable.
template<class Key>
void counting_pass(std::vector<std::uint32_t>& order, std::size_t bucket_count, Key key) {
    std::vector<std::uint32_t> begins(bucket_count + 1, 0);
    for (const std::uint32_t edge : order)
        ++begins[key(edge) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> sorted(order.size());
    for (const std::uint32_t edge : order)
        sorted[begins[key(edge)]++] = edge;
    order.swap(sorted);
}

void sort_by_day(std::vector<std::uint32_t>& order, const ColumnBuilder<std::int32_t>& day) {
    if (day.is_constant())
        return;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < day.size(); ++i) {
        if (day[i] == RelationGraph::no_day)
            continue;
        least = std::min<std::int64_t>(least, day[i]);
        most = std::max<std::int64_t>(most, day[i]);
    }
    if (most - least >= most_buckets) { // millennia apart
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return day[a] < day[b]; });
        return;
    }
    counting_pass(order, static_cast<std::size_t>(most - least + 2), [&](std::uint32_t edge) {
        return day[edge] == RelationGraph::no_day ? 0 : static_cast<std::size_t>(day[edge] - least + 1);
    });
}

} // namespace

std::vector<std::uint32_t> order_by_pair(const EdgeColumns<ColumnBuilder>& columns,
                                         std::size_t vertex_count) {
    std::vector<std::uint32_t> order(columns.source.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_by_day(order, columns.day);
    if (!columns.target.is_constant())
        counting_pass(order, vertex_count, [&](std::uint32_t edge) { return columns.target[edge]; });
    if (!columns.source.is_constant())
        counting_pass(order, vertex_count, [&](std::uint32_t edge) { return columns.source[edge]; });
    return order;
}

} // namespace entente::detail
