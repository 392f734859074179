// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/store_graph.hpp"

#include "graph/cypher/detail/pair_walk.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <utility>
#include <vector>

namespace entente::cypher {

namespace {

using Edge = RelationGraph::Edge;
using Period = Likeness::Period;

/// The last day of the period that a day lies in.
std::int32_t end_of(Period period, std::int32_t day) {
    using namespace std::chrono;
    const year_month_day date{sys_days{days{day}}};
    if (period == Period::day)
        return day;
    const sys_days last = period == Period::month ? sys_days{date.year() / date.month() / std::chrono::last}
                                                  : sys_days{date.year() / December / 31};
    return static_cast<std::int32_t>(last.time_since_epoch().count());
}

/// The edges of one pair and direction, put into groups and handed out.
class PairGroups {
public:
    PairGroups(const RelationGraph& graph, const detail::EdgeTest& test, const Likeness& likeness,
               NodeId other, Graph::NeighbourVisitor visit)
        : graph_(graph), test_(test), likeness_(likeness), other_(other), visit_(visit) {}

    /// The edges [begin, end) are of one pair, sorted by day.
    bool visit(std::uint32_t begin, std::uint32_t end) {
        if (likeness_.period == Period::none)
            return visit_period(begin, end);
        while (begin < end) {
            const std::uint32_t next = period_end(begin, end);
            if (!visit_period(begin, next))
                return false;
            begin = next;
        }
        return true;
    }

private:
    std::uint32_t period_end(std::uint32_t begin, std::uint32_t end) const {
        const std::int32_t day = graph_.day(Edge{begin});
        const std::int32_t last =
            day == RelationGraph::no_day ? RelationGraph::no_day : end_of(likeness_.period, day);
        // Periods are many or long: the end is near, or far.
        std::uint32_t step = 1;
        while (begin + step < end && graph_.day(Edge{begin + step}) <= last) {
            begin += step;
            step *= 2;
        }
        std::uint32_t most = std::min(end, begin + step);
        while (begin + 1 < most) {
            const std::uint32_t middle = begin + (most - begin) / 2;
            (graph_.day(Edge{middle}) <= last ? begin : most) = middle;
        }
        return most;
    }

    bool visit_period(std::uint32_t begin, std::uint32_t end) {
        if (likeness_.code)
            return visit_codes(begin, end);
        const std::uint8_t* const types = graph_.type_column().data();
        if (types == nullptr || test_.skips_mirrors || end - begin < 32)
            return visit_few(begin, end);
        return visit_types(types, begin, end);
    }

    /// Counts types one by one into a table for each of four edges, so that no count waits for the last one.
    bool visit_types(const std::uint8_t* types, std::uint32_t begin, std::uint32_t end) {
        std::array<std::array<std::uint32_t, 16>, 4> counts{};
        std::uint32_t edge = begin;
        for (; edge + 4 <= end; edge += 4)
            for (std::uint32_t lane = 0; lane < 4; ++lane)
                ++counts[lane][types[edge + lane] & 15U];
        for (; edge < end; ++edge)
            ++counts[0][types[edge] & 15U];
        Found all{begin, 0};
        for (unsigned type = 0; type < 16; ++type) {
            const std::uint32_t count = counts[0][type] + counts[1][type] + counts[2][type] + counts[3][type];
            if (count == 0 || (test_.types >> type & 1U) == 0)
                continue;
            const auto* const first = static_cast<const std::uint8_t*>(
                std::memchr(types + begin, static_cast<int>(type), end - begin));
            const Found found{static_cast<std::uint32_t>(first - types), count};
            if (likeness_.type && !offer(found))
                return false;
            all = {all.count == 0 ? found.first : std::min(all.first, found.first), all.count + count};
        }
        return likeness_.type || all.count == 0 || offer(all);
    }

    bool visit_few(std::uint32_t begin, std::uint32_t end) {
        std::array<Found, 16> found{};
        for (std::uint32_t edge = begin; edge < end; ++edge)
            if (test_(Edge{edge}))
                found[likeness_.type ? static_cast<std::size_t>(graph_.type(Edge{edge})) : 0].add(edge);
        return std::all_of(found.begin(), found.end(),
                           [&](const Found& each) { return each.count == 0 || offer(each); });
    }

    /// Groups have few codes beside the many edges: an open table of them, which grows.
    bool visit_codes(std::uint32_t begin, std::uint32_t end) {
        std::vector<std::pair<std::uint32_t, Found>> table(64);
        std::size_t used = 0;
        for (std::uint32_t edge = begin; edge < end; ++edge) {
            if (!test_(Edge{edge}))
                continue;
            const std::uint32_t key = code_key(Edge{edge});
            Found& found = place(table, key);
            used += found.count == 0 ? 1 : 0;
            found.add(edge);
            if (used * 2 > table.size())
                grow(table);
        }
        return std::all_of(table.begin(), table.end(),
                           [&](const auto& entry) { return entry.second.count == 0 || offer(entry.second); });
    }

    struct Found {
        std::uint32_t first = 0;
        std::uint32_t count = 0;

        void add(std::uint32_t edge) noexcept {
            if (count++ == 0)
                first = edge;
        }
    };

    std::uint32_t code_key(Edge edge) const {
        const auto mode = graph_.mode(edge);
        return static_cast<std::uint32_t>(graph_.type(edge)) | (mode ? mode->index() + 1U : 0U) << 4U |
               std::uint32_t{graph_.cameo_code(edge).index()} << 12U;
    }

    static Found& place(std::vector<std::pair<std::uint32_t, Found>>& table, std::uint32_t key) {
        std::size_t at = key * 0x9E3779B1U >> 16U;
        for (;; ++at) {
            auto& [known, found] = table[at & (table.size() - 1)];
            if (found.count == 0)
                known = key;
            if (known == key)
                return found;
        }
    }

    static void grow(std::vector<std::pair<std::uint32_t, Found>>& table) {
        std::vector<std::pair<std::uint32_t, Found>> larger(table.size() * 2);
        for (const auto& [key, found] : table)
            if (found.count != 0)
                place(larger, key) = found;
        table.swap(larger);
    }

    bool offer(const Found& found) {
        return visit_(other_, detail::relationship_of(graph_, Edge{found.first}), found.count);
    }

    const RelationGraph& graph_;
    const detail::EdgeTest& test_;
    const Likeness& likeness_;
    NodeId other_;
    Graph::NeighbourVisitor visit_;
};

} // namespace

bool StoreGraph::for_each_group(NodeId node, const RelationshipFilter& filter, const Likeness& likeness,
                                NeighbourVisitor visit) const {
    const detail::EdgeTest test{graph_, filter.types, filter.direction == Direction::both};
    const auto visit_pair = [&](std::uint32_t pair, NodeId other) {
        const auto edges = detail::edges_of(graph_, pair, filter);
        if (edges.empty())
            return true;
        const std::uint32_t begin = (*edges.begin()).index;
        return PairGroups(graph_, test, likeness, other, visit)
            .visit(begin, begin + static_cast<std::uint32_t>(edges.size()));
    };
    if (node < graph_.vertex_count() && !detail::for_each_pair(graph_, node, filter, visit_pair))
        return false;
    return for_each_office(node, filter,
                           [&](const Relationship& one, NodeId other) { return visit(other, one, 1); });
}

} // namespace entente::cypher
