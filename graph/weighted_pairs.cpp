// SPDX-License-Identifier: Apache-2.0
#include "graph/weighted_pairs.hpp"

#include "graph/queries.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Edge = RelationGraph::Edge;
using Vertex = RelationGraph::Vertex;

constexpr std::array<std::string_view, 3> weighting_names{"count", "goldstein", "confidence"};

double weight_of(const RelationGraph& graph, Edge edge, Weighting weighting) {
    switch (weighting) {
    case Weighting::goldstein:
        return graph.goldstein_score(edge);
    case Weighting::confidence:
        return graph.confidence(edge);
    default:
        return 1;
    }
}

WeightedPair sum_of(const RelationGraph& graph, std::uint32_t pair, const RelationFilter& filter,
                    Weighting weighting, bool with_symmetric) {
    WeightedPair sum{graph.pair_source(pair), graph.pair_target(pair), 0, 0};
    if ((graph.pair_types(pair) & filter.types.bits()) == 0)
        return sum;
    if (weighting == Weighting::count && with_symmetric) {
        sum.count = count_admitted(graph, pair, filter);
        sum.weight = static_cast<double>(sum.count);
        return sum;
    }
    for (const Edge edge : graph.pair_edges(pair)) {
        if (!filter.admits(graph, edge) || (!with_symmetric && graph.is_symmetric(edge)))
            continue;
        ++sum.count;
        sum.weight += weight_of(graph, edge, weighting);
    }
    return sum;
}

void find_begins(WeightedPairs& result, std::size_t vertex_count) {
    result.begins.assign(vertex_count + 1, 0);
    for (const WeightedPair& pair : result.pairs)
        ++result.begins[pair.source + 1];
    for (std::size_t i = 0; i < vertex_count; ++i)
        result.begins[i + 1] += result.begins[i];
}

} // namespace

std::string_view to_string(Weighting weighting) noexcept {
    return weighting_names[static_cast<std::size_t>(weighting)];
}

std::optional<Weighting> parse_weighting(std::string_view text) noexcept {
    const auto found = std::find(weighting_names.begin(), weighting_names.end(), text);
    if (found == weighting_names.end())
        return std::nullopt;
    return static_cast<Weighting>(found - weighting_names.begin());
}

WeightedPairs weighted_pairs(const RelationGraph& graph, const RelationFilter& filter, Weighting weighting) {
    WeightedPairs result;
    for (std::uint32_t pair = 0; pair < graph.pair_count(); ++pair) {
        const WeightedPair sum = sum_of(graph, pair, filter, weighting, true);
        if (sum.count != 0)
            result.pairs.push_back(sum);
    }
    find_begins(result, graph.vertex_count());
    return result;
}

WeightedPairs undirected(const RelationGraph& graph, const RelationFilter& filter, Weighting weighting) {
    WeightedPairs both;
    const auto add = [&](const WeightedPair& sum) {
        if (sum.count == 0)
            return;
        both.pairs.push_back(sum);
        both.pairs.push_back({sum.target, sum.source, sum.count, sum.weight});
    };
    for (std::uint32_t pair = 0; pair < graph.pair_count(); ++pair) {
        // Symmetric relations are in both rows; those of the lesser vertex's count.
        add(sum_of(graph, pair, filter, weighting, graph.pair_source(pair) < graph.pair_target(pair)));
    }
    std::sort(both.pairs.begin(), both.pairs.end(), [](const WeightedPair& a, const WeightedPair& b) {
        return a.source != b.source ? a.source < b.source : a.target < b.target;
    });
    WeightedPairs result;
    for (const WeightedPair& pair : both.pairs) {
        if (!result.pairs.empty() && result.pairs.back().source == pair.source &&
            result.pairs.back().target == pair.target) {
            result.pairs.back().count += pair.count;
            result.pairs.back().weight += pair.weight;
        } else {
            result.pairs.push_back(pair);
        }
    }
    find_begins(result, graph.vertex_count());
    return result;
}

} // namespace entente
