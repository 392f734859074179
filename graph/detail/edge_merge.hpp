// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_EDGE_MERGE_HPP
#define ENTENTE_GRAPH_DETAIL_EDGE_MERGE_HPP

#include "graph/detail/graph_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::detail {

/// The order of a graph's edges and of new ones together: by source, target and day, equal ones in the order
/// in which they came, those of the graph first.
class MergedOrder {
public:
    /// Linear in the number of new edges, whatever the size of `base`.
    MergedOrder(const RelationGraph& base, const EdgeColumns<ColumnBuilder>& added, std::size_t vertex_count);

    std::size_t size() const noexcept { return base_count_ + added_.size(); }

    /// Calls in that order `on_base(begin, end)` for edges of the graph that lie together, and
    /// `on_added(edge)` for a new one.
    template<class OnBase, class OnAdded>
    void for_each(OnBase on_base, OnAdded on_added) const {
        std::uint32_t begin = 0;
        for (std::size_t i = 0; i < added_.size(); ++i) {
            if (begin != places_[i]) {
                on_base(begin, places_[i]);
                begin = places_[i];
            }
            on_added(added_[i]);
        }
        if (begin != base_count_)
            on_base(begin, static_cast<std::uint32_t>(base_count_));
    }

private:
    std::size_t base_count_;
    std::vector<std::uint32_t> added_;
    std::vector<std::uint32_t> places_; // how many edges of the graph come before each
};

} // namespace entente::detail

#endif
