// SPDX-License-Identifier: Apache-2.0
#include "graph/communities.hpp"

#include "graph/detail/boost_pairs.hpp"

#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente {

namespace {

// Numbers groups by size.
Grouping by_size(const Grouping& labels) {
    const std::size_t label_count =
        labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + std::size_t{1};
    std::vector<std::size_t> sizes(label_count, 0);
    std::vector<std::size_t> first(label_count, labels.size());
    for (std::size_t i = labels.size(); i-- > 0;) {
        ++sizes[labels[i]];
        first[labels[i]] = i;
    }
    std::vector<std::uint32_t> order(label_count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
    });
    std::vector<std::uint32_t> number(label_count);
    for (std::size_t i = 0; i < label_count; ++i)
        number[order[i]] = static_cast<std::uint32_t>(i);
    Grouping result;
    for (const std::uint32_t label : labels)
        result.push_back(number[label]);
    return result;
}

// One level of Louvain's method: a graph with both ways of each pair, and loops.
class Level {
public:
    explicit Level(std::size_t vertex_count) : rows_(vertex_count), degree_(vertex_count, 0) {}

    void add(std::uint32_t from, std::uint32_t to, double weight) {
        rows_[from].emplace_back(to, weight);
        degree_[from] += weight;
        total_ += weight;
    }

    std::size_t size() const noexcept { return rows_.size(); }

    // Moves vertices to the neighbouring group that gains most until none gains; whether any moved.
    bool settle(Grouping& group) const {
        std::vector<double> in_group = degree_;
        std::vector<double> links(size(), 0);
        bool any = false;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::uint32_t vertex = 0; vertex < size(); ++vertex)
                moved = move(vertex, group, in_group, links) || moved;
            any = any || moved;
        }
        return any;
    }

    // The graph whose vertices are the groups; they are numbered anew without gaps.
    Level merged(Grouping& group) const {
        std::vector<std::uint32_t> number(size(), unnumbered);
        std::uint32_t count = 0;
        for (std::uint32_t& each : group) {
            if (number[each] == unnumbered)
                number[each] = count++;
            each = number[each];
        }
        std::vector<std::vector<std::uint32_t>> members(count);
        for (std::uint32_t vertex = 0; vertex < size(); ++vertex)
            members[group[vertex]].push_back(vertex);
        Level next(count);
        std::vector<double> links(count, 0);
        for (std::uint32_t from = 0; from < count; ++from) {
            std::vector<std::uint32_t> touched;
            for (const std::uint32_t vertex : members[from]) {
                for (const auto& [to, weight] : rows_[vertex]) {
                    if (links[group[to]] == 0)
                        touched.push_back(group[to]);
                    links[group[to]] += weight;
                }
            }
            std::sort(touched.begin(), touched.end());
            for (const std::uint32_t to : touched)
                next.add(from, to, std::exchange(links[to], 0));
        }
        return next;
    }

private:
    static constexpr std::uint32_t unnumbered = UINT32_MAX;
    static constexpr double least_gain = 1e-12;

    bool move(std::uint32_t vertex, Grouping& group, std::vector<double>& in_group,
              std::vector<double>& links) const {
        std::vector<std::uint32_t> touched{group[vertex]};
        for (const auto& [to, weight] : rows_[vertex]) {
            if (to == vertex)
                continue;
            if (links[group[to]] == 0 && group[to] != group[vertex])
                touched.push_back(group[to]);
            links[group[to]] += weight;
        }
        const std::uint32_t old = group[vertex];
        in_group[old] -= degree_[vertex];
        std::uint32_t best = old;
        const auto gain = [&](std::uint32_t to) {
            return links[to] - in_group[to] * degree_[vertex] / total_;
        };
        double most = gain(old) + least_gain * total_;
        for (const std::uint32_t to : touched) {
            if (gain(to) > most) {
                most = gain(to);
                best = to;
            }
        }
        in_group[best] += degree_[vertex];
        group[vertex] = best;
        for (const std::uint32_t to : touched)
            links[to] = 0;
        return best != old;
    }

    std::vector<std::vector<std::pair<std::uint32_t, double>>> rows_;
    std::vector<double> degree_;
    double total_ = 0;
};

Grouping each_alone(std::size_t count) {
    Grouping group(count);
    std::iota(group.begin(), group.end(), 0U);
    return group;
}

} // namespace

Grouping connected_components(const WeightedPairs& pairs) {
    detail::UndirectedPairs copy(pairs.vertex_count());
    for (const WeightedPair& pair : pairs.pairs)
        add_edge(pair.source, pair.target, copy);
    Grouping labels(pairs.vertex_count());
    boost::connected_components(
        copy, boost::make_iterator_property_map(labels.begin(), get(boost::vertex_index, copy)));
    return by_size(labels);
}

Grouping strong_components(const WeightedPairs& pairs) {
    const detail::DirectedPairs copy = detail::directed_copy(pairs);
    Grouping labels(pairs.vertex_count());
    boost::strong_components(
        copy, boost::make_iterator_property_map(labels.begin(), get(boost::vertex_index, copy)));
    return by_size(labels);
}

Grouping communities(const WeightedPairs& pairs) {
    Level level(pairs.vertex_count());
    for (const WeightedPair& pair : pairs.pairs) {
        if (pair.weight > 0)
            level.add(pair.source, pair.target, pair.weight);
    }
    Grouping result = each_alone(level.size());
    for (;;) {
        Grouping group = each_alone(level.size());
        if (!level.settle(group))
            return by_size(result);
        Level next = level.merged(group);
        for (std::uint32_t& each : result)
            each = group[each];
        level = std::move(next);
    }
}

double modularity(const WeightedPairs& pairs, const Grouping& grouping) {
    std::vector<double> degree(pairs.vertex_count(), 0);
    double total = 0;
    double inside = 0;
    for (const WeightedPair& pair : pairs.pairs) {
        const double weight = std::max(pair.weight, 0.0);
        degree[grouping[pair.source]] += weight;
        total += weight;
        if (grouping[pair.source] == grouping[pair.target])
            inside += weight;
    }
    if (total == 0)
        return 0;
    double expected = 0;
    for (const double each : degree)
        expected += each / total * (each / total);
    return inside / total - expected;
}

} // namespace entente
