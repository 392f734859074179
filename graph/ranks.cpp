// SPDX-License-Identifier: Apache-2.0
#include "graph/ranks.hpp"

#include "graph/detail/boost_pairs.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/core_numbers.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

constexpr std::array<std::string_view, rank_count> rank_names{
    "degree", "in", "out", "pagerank", "betweenness", "closeness", "eigenvector", "core"};
constexpr int most_rounds = 1000;

std::vector<double> degrees(const WeightedPairs& pairs, bool in, bool out) {
    std::vector<double> sums(pairs.vertex_count(), 0);
    for (const WeightedPair& pair : pairs.pairs) {
        if (out)
            sums[pair.source] += pair.weight;
        if (in)
            sums[pair.target] += pair.weight;
    }
    return sums;
}

std::vector<double> betweenness(const WeightedPairs& pairs) {
    const detail::DirectedPairs copy = detail::directed_copy(pairs);
    std::vector<double> values(pairs.vertex_count(), 0);
    boost::brandes_betweenness_centrality(
        copy, boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, copy)));
    return values;
}

// Harmonic, so that parties that can't be reached add nothing.
std::vector<double> closeness(const WeightedPairs& pairs) {
    const detail::DirectedPairs copy = detail::directed_copy(pairs);
    std::vector<double> values(pairs.vertex_count(), 0);
    for (std::size_t vertex = 0; vertex < values.size(); ++vertex) {
        std::vector<int> steps(values.size(), 0);
        boost::breadth_first_search(copy, vertex,
                                    boost::visitor(boost::make_bfs_visitor(
                                        boost::record_distances(steps.data(), boost::on_tree_edge()))));
        for (const int step : steps)
            values[vertex] += step == 0 ? 0 : 1.0 / step;
        if (values.size() > 1)
            values[vertex] /= static_cast<double>(values.size() - 1);
    }
    return values;
}

// Power iteration on the matrix plus the identity, which has the same vectors and does not swing.
std::vector<double> eigenvector(const WeightedPairs& pairs) {
    std::vector<double> values(pairs.vertex_count(), 1);
    for (int round = 0; round < most_rounds; ++round) {
        std::vector<double> next = values;
        for (const WeightedPair& pair : pairs.pairs)
            next[pair.target] += std::max(pair.weight, 0.0) * values[pair.source];
        const double most = next.empty() ? 0 : *std::max_element(next.begin(), next.end());
        double change = 0;
        for (std::size_t i = 0; i < next.size(); ++i) {
            next[i] /= most;
            change = std::max(change, std::abs(next[i] - values[i]));
        }
        values.swap(next);
        if (change < 1e-12)
            break;
    }
    // Parties without relations are left with what they began with.
    for (std::size_t vertex = 0; vertex < values.size(); ++vertex) {
        if (pairs.begins[vertex] == pairs.begins[vertex + 1])
            values[vertex] = 0;
    }
    return values;
}

std::vector<double> cores(const WeightedPairs& pairs) {
    const detail::UndirectedPairs copy = detail::undirected_copy(pairs);
    std::vector<int> numbers(pairs.vertex_count(), 0);
    if (!numbers.empty())
        boost::core_numbers(
            copy, boost::make_iterator_property_map(numbers.begin(), get(boost::vertex_index, copy)));
    return {numbers.begin(), numbers.end()};
}

} // namespace

std::string_view to_string(Rank rank) noexcept { return rank_names[static_cast<std::size_t>(rank)]; }

std::optional<Rank> parse_rank(std::string_view text) noexcept {
    const auto found = std::find(rank_names.begin(), rank_names.end(), text);
    if (found == rank_names.end())
        return std::nullopt;
    return static_cast<Rank>(found - rank_names.begin());
}

std::vector<double> page_rank(const WeightedPairs& pairs, double damping, double tolerance) {
    const std::size_t count = pairs.vertex_count();
    if (count == 0)
        return {};
    std::vector<double> given(count, 0);
    for (const WeightedPair& pair : pairs.pairs)
        given[pair.source] += std::max(pair.weight, 0.0);
    std::vector<double> share(pairs.pairs.size());
    for (std::size_t i = 0; i < share.size(); ++i) {
        const double whole = given[pairs.pairs[i].source];
        share[i] = whole > 0 ? damping * std::max(pairs.pairs[i].weight, 0.0) / whole : 0;
    }
    std::vector<double> values(count, 1.0 / static_cast<double>(count));
    std::vector<double> next(count);
    for (int round = 0; round < most_rounds; ++round) {
        double kept = 0;
        for (std::size_t i = 0; i < count; ++i)
            kept += given[i] > 0 ? 0 : values[i];
        std::fill(next.begin(), next.end(), (1 - damping + damping * kept) / static_cast<double>(count));
        for (std::size_t i = 0; i < share.size(); ++i)
            next[pairs.pairs[i].target] += share[i] * values[pairs.pairs[i].source];
        double change = 0;
        for (std::size_t i = 0; i < count; ++i)
            change += std::abs(next[i] - values[i]);
        values.swap(next);
        if (change < tolerance)
            break;
    }
    return values;
}

std::vector<double> ranks(const RelationGraph& graph, const RelationFilter& filter, Weighting weighting,
                          Rank rank) {
    switch (rank) {
    case Rank::degree:
        return degrees(undirected(graph, filter, weighting), false, true);
    case Rank::in_degree:
        return degrees(weighted_pairs(graph, filter, weighting), true, false);
    case Rank::out_degree:
        return degrees(weighted_pairs(graph, filter, weighting), false, true);
    case Rank::pagerank:
        return page_rank(weighted_pairs(graph, filter, weighting));
    case Rank::betweenness:
        return betweenness(weighted_pairs(graph, filter, weighting));
    case Rank::closeness:
        return closeness(weighted_pairs(graph, filter, weighting));
    case Rank::eigenvector:
        return eigenvector(undirected(graph, filter, weighting));
    default:
        return cores(undirected(graph, filter, weighting));
    }
}

} // namespace entente
