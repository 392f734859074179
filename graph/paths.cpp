// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>

namespace entente {

namespace {

using Vertex = RelationGraph::Vertex;

constexpr double unreachable = std::numeric_limits<double>::infinity();

double length_of(const WeightedPair& pair, StepLength step) {
    if (step == StepLength::one)
        return 1;
    return pair.weight > 0 ? 1 / pair.weight : unreachable;
}

// Dijkstra's search for one target, around parties and first steps that are closed.
class Search {
public:
    Search(const WeightedPairs& pairs, StepLength step) : pairs_(pairs), step_(step) {}

    std::vector<bool> closed;
    std::set<Vertex> closed_first_steps;

    std::optional<Path> run(Vertex from, Vertex to) const {
        const std::size_t count = pairs_.vertex_count();
        std::vector<double> best(count, unreachable);
        std::vector<Vertex> before(count, 0);
        using Entry = std::pair<double, Vertex>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        best[from] = 0;
        open.emplace(0.0, from);
        while (!open.empty()) {
            const auto [length, vertex] = open.top();
            open.pop();
            if (length > best[vertex])
                continue;
            if (vertex == to)
                return path_to(from, to, before, length);
            for (std::uint32_t i = pairs_.begins[vertex]; i < pairs_.begins[vertex + 1]; ++i) {
                const WeightedPair& pair = pairs_.pairs[i];
                if (closed[pair.target] || (vertex == from && closed_first_steps.contains(pair.target)))
                    continue;
                const double longer = length + length_of(pair, step_);
                if (longer < best[pair.target]) {
                    best[pair.target] = longer;
                    before[pair.target] = vertex;
                    open.emplace(longer, pair.target);
                }
            }
        }
        return std::nullopt;
    }

    double length(const std::vector<Vertex>& path, std::size_t steps) const {
        double sum = 0;
        for (std::size_t i = 0; i < steps; ++i)
            sum += length_of(*find(path[i], path[i + 1]), step_);
        return sum;
    }

private:
    static Path path_to(Vertex from, Vertex to, const std::vector<Vertex>& before, double length) {
        Path path{{to}, length};
        while (path.vertices.back() != from)
            path.vertices.push_back(before[path.vertices.back()]);
        std::reverse(path.vertices.begin(), path.vertices.end());
        return path;
    }

    const WeightedPair* find(Vertex source, Vertex target) const {
        const auto begin = pairs_.pairs.begin() + pairs_.begins[source];
        const auto end = pairs_.pairs.begin() + pairs_.begins[source + 1];
        return &*std::lower_bound(
            begin, end, target, [](const WeightedPair& pair, Vertex vertex) { return pair.target < vertex; });
    }

    const WeightedPairs& pairs_;
    StepLength step_;
};

struct Shorter {
    bool operator()(const Path& a, const Path& b) const {
        return a.value != b.value ? a.value < b.value : a.vertices < b.vertices;
    }
};

// Paths that leave `path` after some of its steps, for a start that found paths have not taken.
void add_detours(Search& search, const Path& path, const std::vector<Path>& found, Vertex to,
                 std::set<Path, Shorter>& candidates) {
    for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i) {
        const std::vector<Vertex> root(path.vertices.begin(),
                                       path.vertices.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        search.closed_first_steps.clear();
        for (const Path& other : found) {
            if (other.vertices.size() > i + 1 && std::equal(root.begin(), root.end(), other.vertices.begin()))
                search.closed_first_steps.insert(other.vertices[i + 1]);
        }
        std::fill(search.closed.begin(), search.closed.end(), false);
        for (const Vertex vertex : root)
            search.closed[vertex] = true;
        auto rest = search.run(path.vertices[i], to);
        if (!rest)
            continue;
        Path detour{root, search.length(path.vertices, i) + rest->value};
        detour.vertices.insert(detour.vertices.end(), rest->vertices.begin() + 1, rest->vertices.end());
        candidates.insert(std::move(detour));
    }
}

} // namespace

std::vector<Path> shortest_paths(const WeightedPairs& pairs, Vertex from, Vertex to, StepLength step,
                                 std::size_t most) {
    Search search(pairs, step);
    search.closed.assign(pairs.vertex_count(), false);
    std::vector<Path> found;
    std::set<Path, Shorter> candidates;
    if (auto first = search.run(from, to))
        candidates.insert(*first);
    while (found.size() < most && !candidates.empty()) {
        found.push_back(*candidates.begin());
        candidates.erase(candidates.begin());
        add_detours(search, found.back(), found, to, candidates);
    }
    return found;
}

std::optional<Path> widest_path(const WeightedPairs& pairs, Vertex from, Vertex to) {
    // The width first, then the fewest steps among ties at least as wide.
    std::vector<double> width(pairs.vertex_count(), -unreachable);
    std::priority_queue<std::pair<double, Vertex>> open;
    width[from] = unreachable;
    open.emplace(unreachable, from);
    while (!open.empty()) {
        const auto [wide, vertex] = open.top();
        open.pop();
        if (wide < width[vertex])
            continue;
        for (std::uint32_t i = pairs.begins[vertex]; i < pairs.begins[vertex + 1]; ++i) {
            const double through = std::min(wide, pairs.pairs[i].weight);
            if (through > width[pairs.pairs[i].target]) {
                width[pairs.pairs[i].target] = through;
                open.emplace(through, pairs.pairs[i].target);
            }
        }
    }
    if (width[to] == -unreachable)
        return std::nullopt;
    WeightedPairs wide_enough{{}, std::vector<std::uint32_t>(pairs.begins.size(), 0)};
    for (const WeightedPair& pair : pairs.pairs) {
        if (pair.weight >= width[to])
            wide_enough.pairs.push_back(pair);
        wide_enough.begins[pair.source + 1] = static_cast<std::uint32_t>(wide_enough.pairs.size());
    }
    for (std::size_t i = 1; i < wide_enough.begins.size(); ++i)
        wide_enough.begins[i] = std::max(wide_enough.begins[i], wide_enough.begins[i - 1]);
    auto path = shortest_paths(wide_enough, from, to, StepLength::one, 1).at(0);
    path.value = width[to];
    return path;
}

} // namespace entente
