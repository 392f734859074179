// SPDX-License-Identifier: Apache-2.0
#include "graph/balance.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

using Vertex = RelationGraph::Vertex;

std::span<const WeightedPair> row(const WeightedPairs& pairs, Vertex vertex) {
    return {pairs.pairs.data() + pairs.begins[vertex], pairs.begins[vertex + 1] - pairs.begins[vertex]};
}

// Calls `visit` with the pairs of two rows that have the same target.
template<class Visit>
void for_each_common(std::span<const WeightedPair> a, std::span<const WeightedPair> b, Visit visit) {
    auto x = a.begin();
    auto y = b.begin();
    while (x != a.end() && y != b.end()) {
        if (x->target == y->target)
            visit(*x++, *y++);
        else if (x->target < y->target)
            ++x;
        else
            ++y;
    }
}

bool is_stronger(const Triad& a, const Triad& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.vertices < b.vertices;
}

} // namespace

double Balance::index() const noexcept {
    return total() == 0 ? 1
                        : static_cast<double>(by_enemies[0] + by_enemies[2]) / static_cast<double>(total());
}

Balance structural_balance(const WeightedPairs& pairs, std::size_t most) {
    Balance balance;
    std::vector<Triad>& heap = balance.out_of_balance; // the weakest in front
    for (const WeightedPair& first : pairs.pairs) {
        if (first.source >= first.target || first.weight == 0)
            continue;
        for_each_common(row(pairs, first.source), row(pairs, first.target),
                        [&](const WeightedPair& second, const WeightedPair& third) {
                            if (second.target <= first.target || second.weight == 0 || third.weight == 0)
                                return;
                            Triad triad{{first.source, first.target, second.target},
                                        (first.weight < 0) + (second.weight < 0) + (third.weight < 0),
                                        std::min({std::abs(first.weight), std::abs(second.weight),
                                                  std::abs(third.weight)})};
                            ++balance.by_enemies[static_cast<std::size_t>(triad.enemies)];
                            if (triad.is_balanced() || most == 0)
                                return;
                            heap.push_back(triad);
                            std::push_heap(heap.begin(), heap.end(), is_stronger);
                            if (heap.size() > most) {
                                std::pop_heap(heap.begin(), heap.end(), is_stronger);
                                heap.pop_back();
                            }
                        });
    }
    std::sort(heap.begin(), heap.end(), is_stronger);
    return balance;
}

std::vector<Similarity> similar_parties(const WeightedPairs& pairs, Vertex vertex) {
    std::vector<Similarity> found;
    for (Vertex other = 0; other < pairs.vertex_count(); ++other) {
        if (other == vertex)
            continue;
        Similarity similarity{other, 0, 0};
        for_each_common(row(pairs, vertex), row(pairs, other),
                        [&](const WeightedPair& x, const WeightedPair& y) {
                            similarity.value += x.weight * y.weight;
                            ++similarity.common;
                        });
        const auto norm = [&](Vertex of, Vertex without) {
            double sum = 0;
            for (const WeightedPair& pair : row(pairs, of))
                sum += pair.target == without ? 0 : pair.weight * pair.weight;
            return std::sqrt(sum);
        };
        const double scale = norm(vertex, other) * norm(other, vertex);
        similarity.value = scale > 0 ? similarity.value / scale : 0;
        if (similarity.value > 0)
            found.push_back(similarity);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.value > b.value; });
    return found;
}

} // namespace entente
