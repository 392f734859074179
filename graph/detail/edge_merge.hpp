// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_EDGE_MERGE_HPP
#define ENTENTE_GRAPH_DETAIL_EDGE_MERGE_HPP

#include "graph/detail/graph_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::detail {

/// The order of a graph's edges, without some of them, and of new ones together: by source, target and day,
/// equal ones in the order in which they came, those of the graph first.
class MergedOrder {
public:
    /// Linear in the number of new edges and of those in `builder.removed`, whatever the size of
    /// `builder.base`.
    explicit MergedOrder(const GraphBuilder& builder);

    std::size_t size() const noexcept { return size_; }

    /// For the places in [first, last), calls in order `on_base(begin, end)` for edges of the graph that lie
    /// together, and `on_added(begin, end)` for numbers of new ones.
    template<class OnBase, class OnAdded>
    void for_each(std::size_t first, std::size_t last, OnBase on_base, OnAdded on_added) const {
        auto run = std::upper_bound(runs_.begin(), runs_.end(), first,
                                    [](std::size_t place, const Run& each) { return place < each.end; });
        for (; first < last; ++run) {
            const std::uint32_t begin = run->from + static_cast<std::uint32_t>(first - run->begin);
            const std::size_t size = std::min<std::size_t>(last, run->end) - first;
            if (run->is_added)
                on_added(added_.data() + begin, added_.data() + begin + size);
            else
                on_base(begin, begin + static_cast<std::uint32_t>(size));
            first += size;
        }
    }

private:
    // Places [begin, end) are edges of the graph, or of added_, from `from` on.
    struct Run {
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t from;
        bool is_added;
    };

    void append(std::uint32_t begin, std::uint32_t end, bool is_added);
    void append_base(std::uint32_t begin, std::uint32_t end, const std::vector<std::uint32_t>& removed);

    std::size_t size_ = 0;
    std::size_t removed_count_ = 0; // of those that were passed
    std::vector<std::uint32_t> added_;
    std::vector<Run> runs_;
};

} // namespace entente::detail

#endif
