// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/edge_order.hpp"

#include "graph/detail/parallel.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <tuple>

namespace entente::detail {

namespace {

// The least day and the one after the last; those without a day apart.
struct Days {
    std::int64_t begin = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = std::numeric_limits<std::int64_t>::min();

    std::int64_t count() const noexcept { return begin < end ? end - begin : 0; }
};

// Puts some edges in order: a few passes of a radix sort with buckets as wide as the whole key.
class Sorter {
public:
    Sorter(const EdgeColumns<ColumnBuilder>& columns, std::size_t vertex_count,
           std::span<std::uint32_t> order)
        : columns_(columns), vertex_count_(vertex_count), order_(order) {}

    void sort() {
        const Days days = find_days();
        // More buckets than edges: millennia between the days, or edges that are few.
        if (static_cast<std::size_t>(days.count()) + vertex_count_ > most_buckets(order_.size())) {
            std::ranges::stable_sort(order_, {}, [&](std::uint32_t edge) {
                return std::tuple(columns_.source[edge], columns_.target[edge], columns_.day[edge]);
            });
            return;
        }
        if (!columns_.day.is_constant()) {
            pass(static_cast<std::size_t>(days.count()) + 1, [&](std::uint32_t edge) {
                const std::int32_t day = columns_.day[edge];
                return day == RelationGraph::no_day ? 0 : static_cast<std::size_t>(day - days.begin + 1);
            });
        }
        if (!columns_.target.is_constant())
            pass(vertex_count_, [&](std::uint32_t edge) { return columns_.target[edge]; });
        if (!columns_.source.is_constant())
            pass(vertex_count_, [&](std::uint32_t edge) { return columns_.source[edge]; });
    }

private:
    static std::size_t most_buckets(std::size_t edge_count) noexcept { return edge_count * 2; }

    Days find_days() const {
        Days days;
        for (const std::uint32_t edge : order_) {
            const std::int32_t day = columns_.day[edge];
            if (day != RelationGraph::no_day) {
                days.begin = std::min<std::int64_t>(days.begin, day);
                days.end = std::max<std::int64_t>(days.end, std::int64_t{day} + 1);
            }
        }
        return days;
    }

    template<class Key>
    void pass(std::size_t bucket_count, Key key) {
        begins_.assign(bucket_count + 1, 0);
        for (const std::uint32_t edge : order_)
            ++begins_[key(edge) + 1];
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
        sorted_.resize(order_.size());
        for (const std::uint32_t edge : order_)
            sorted_[begins_[key(edge)]++] = edge;
        std::ranges::copy(sorted_, order_.begin());
    }

    const EdgeColumns<ColumnBuilder>& columns_;
    std::size_t vertex_count_;
    std::span<std::uint32_t> order_;
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> sorted_;
};

} // namespace

std::vector<std::uint32_t> order_by_pair(const CollectedEdges& edges, std::size_t vertex_count) {
    std::vector<std::uint32_t> order(edges.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::vector<std::uint32_t> whole{static_cast<std::uint32_t>(order.size())};
    const std::vector<std::uint32_t>& ends = edges.part_ends.empty() ? whole : edges.part_ends;
    in_parallel(ends.size(), [&](std::size_t part) {
        const std::uint32_t begin = part == 0 ? 0 : ends[part - 1];
        Sorter(edges.columns, vertex_count, std::span(order).subspan(begin, ends[part] - begin)).sort();
    });
    return order;
}

} // namespace entente::detail
