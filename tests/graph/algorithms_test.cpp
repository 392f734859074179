// SPDX-License-Identifier: Apache-2.0
#include "graph/balance.hpp"
#include "graph/communities.hpp"
#include "graph/paths.hpp"
#include "graph/ranks.hpp"

#include "tests/graph/sample.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

namespace {

using namespace entente;
using namespace entente::testing;
namespace data = boost::unit_test::data;

using Vertex = RelationGraph::Vertex;
using Matrix = std::vector<std::vector<double>>;

Matrix matrix_of(const WeightedPairs& pairs) {
    Matrix matrix(pairs.vertex_count(), std::vector<double>(pairs.vertex_count(), 0));
    for (const WeightedPair& pair : pairs.pairs)
        matrix[pair.source][pair.target] += pair.weight;
    return matrix;
}

RelationGraph sparse(unsigned seed) { return RelationGraph::of(random_relations(seed, 5 + seed / 2), {}); }

BOOST_AUTO_TEST_SUITE(algorithms)

BOOST_DATA_TEST_CASE(weighted_pairs_add_relations_up, data::xrange(40U), seed) {
    const auto relations = random_relations(seed, 80);
    const RelationGraph graph = RelationGraph::of(relations, {});
    for (const Weighting weighting : {Weighting::count, Weighting::goldstein, Weighting::confidence}) {
        std::map<std::pair<Vertex, Vertex>, double> directed;
        std::map<std::pair<Vertex, Vertex>, double> either;
        for (const Relation& relation : relations) {
            if (relation.modality == Modality::negated)
                continue;
            const double weight = weighting == Weighting::count ? 1
                                  : weighting == Weighting::goldstein
                                      ? goldstein_score(relation)
                                      : double{static_cast<float>(relation.confidence)};
            const Vertex a = *graph.find(relation.source);
            const Vertex b = *graph.find(relation.target);
            directed[{a, b}] += weight;
            if (relation.symmetric)
                directed[{b, a}] += weight;
            either[{a, b}] += weight;
            either[{b, a}] += weight;
        }
        const auto check = [&](const WeightedPairs& pairs, const auto& expected) {
            BOOST_REQUIRE(pairs.pairs.size() == expected.size());
            std::size_t i = 0;
            for (const auto& [ends, weight] : expected) {
                BOOST_TEST(pairs.pairs[i].source == ends.first);
                BOOST_TEST(pairs.pairs[i].target == ends.second);
                BOOST_TEST(std::abs(pairs.pairs[i++].weight - weight) < 1e-9);
            }
            BOOST_TEST(pairs.begins.back() == pairs.pairs.size());
        };
        check(weighted_pairs(graph, {}, weighting), directed);
        check(undirected(graph, {}, weighting), either);
    }
}

BOOST_DATA_TEST_CASE(page_ranks_satisfy_their_equation, data::xrange(40U), seed) {
    const WeightedPairs pairs = weighted_pairs(sparse(seed), {}, Weighting::count);
    const Matrix matrix = matrix_of(pairs);
    const auto values = page_rank(pairs);
    BOOST_TEST(std::abs(std::accumulate(values.begin(), values.end(), 0.0) - 1) < 1e-9);
    const auto count = static_cast<double>(values.size());
    for (std::size_t to = 0; to < values.size(); ++to) {
        double expected = 0.15 / count;
        for (std::size_t from = 0; from < values.size(); ++from) {
            const double whole = std::accumulate(matrix[from].begin(), matrix[from].end(), 0.0);
            expected += 0.85 * values[from] * (whole > 0 ? matrix[from][to] / whole : 1 / count);
        }
        BOOST_TEST(std::abs(values[to] - expected) < 1e-8);
    }
}

// Shortest path lengths and their numbers, by Floyd and Warshall's method.
struct AllPaths {
    Matrix length;
    Matrix number;
};
AllPaths all_paths(const Matrix& matrix) {
    const std::size_t count = matrix.size();
    AllPaths paths{Matrix(count, std::vector<double>(count, INFINITY)),
                   Matrix(count, std::vector<double>(count, 0))};
    for (std::size_t i = 0; i < count; ++i) {
        paths.length[i][i] = 0;
        paths.number[i][i] = 1;
        for (std::size_t j = 0; j < count; ++j) {
            if (i != j && matrix[i][j] > 0) {
                paths.length[i][j] = 1;
                paths.number[i][j] = 1;
            }
        }
    }
    for (std::size_t k = 0; k < count; ++k) {
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < count; ++j) {
                if (i == k || j == k || i == j)
                    continue;
                const double through = paths.length[i][k] + paths.length[k][j];
                if (through < paths.length[i][j]) {
                    paths.length[i][j] = through;
                    paths.number[i][j] = 0;
                }
                if (through == paths.length[i][j] && through != INFINITY)
                    paths.number[i][j] += paths.number[i][k] * paths.number[k][j];
            }
        }
    }
    return paths;
}

BOOST_DATA_TEST_CASE(betweenness_and_closeness_are_those_of_all_shortest_paths, data::xrange(40U), seed) {
    const RelationGraph graph = sparse(seed);
    const AllPaths paths = all_paths(matrix_of(weighted_pairs(graph, {}, Weighting::count)));
    const auto between = ranks(graph, {}, Weighting::count, Rank::betweenness);
    const auto close = ranks(graph, {}, Weighting::count, Rank::closeness);
    const std::size_t count = graph.vertex_count();
    for (std::size_t v = 0; v < count; ++v) {
        double expected_between = 0;
        double expected_close = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (i != v)
                expected_close += 1 / paths.length[v][i] / static_cast<double>(count - 1);
            for (std::size_t j = 0; j < count; ++j) {
                if (i != j && i != v && j != v && paths.length[i][j] != INFINITY &&
                    paths.length[i][v] + paths.length[v][j] == paths.length[i][j])
                    expected_between += paths.number[i][v] * paths.number[v][j] / paths.number[i][j];
            }
        }
        BOOST_TEST(std::abs(between[v] - expected_between) < 1e-9);
        BOOST_TEST(std::abs(close[v] - expected_close) < 1e-9);
    }
}

BOOST_DATA_TEST_CASE(eigenvectors_keep_their_direction, data::xrange(30U), seed) {
    const RelationGraph graph = RelationGraph::of(random_relations(seed, 60), {});
    const Matrix matrix = matrix_of(undirected(graph, {}, Weighting::count));
    const auto values = ranks(graph, {}, Weighting::count, Rank::eigenvector);
    BOOST_TEST(std::abs(*std::max_element(values.begin(), values.end()) - 1) < 1e-9);
    std::vector<double> image(values.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i)
        image[i] = std::inner_product(values.begin(), values.end(), matrix[i].begin(), 0.0);
    const double scale = *std::max_element(image.begin(), image.end());
    for (std::size_t i = 0; i < values.size(); ++i)
        BOOST_TEST(std::abs(image[i] / scale - values[i]) < 1e-6);
}

BOOST_DATA_TEST_CASE(core_numbers_are_those_of_peeling, data::xrange(30U), seed) {
    const RelationGraph graph = sparse(seed);
    const Matrix matrix = matrix_of(undirected(graph, {}, Weighting::count));
    const auto values = ranks(graph, {}, Weighting::count, Rank::core);
    std::vector<int> expected(values.size(), 0);
    for (int k = 1; k <= static_cast<int>(values.size()); ++k) {
        std::vector<bool> in(values.size(), true);
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < in.size(); ++i) {
                int partners = 0;
                for (std::size_t j = 0; j < in.size(); ++j)
                    partners += in[j] && matrix[i][j] > 0 ? 1 : 0;
                if (in[i] && partners < k) {
                    in[i] = false;
                    changed = true;
                }
            }
        }
        for (std::size_t i = 0; i < in.size(); ++i)
            expected[i] = in[i] ? k : expected[i];
    }
    BOOST_TEST(values == std::vector<double>(expected.begin(), expected.end()),
               boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(components_hold_who_reaches_each_other, data::xrange(40U), seed) {
    const RelationGraph graph = sparse(seed);
    const WeightedPairs pairs = weighted_pairs(graph, {}, Weighting::count);
    const AllPaths directed = all_paths(matrix_of(pairs));
    const AllPaths either = all_paths(matrix_of(undirected(graph, {}, Weighting::count)));
    const Grouping strong = strong_components(pairs);
    const Grouping connected = connected_components(pairs);
    for (std::size_t i = 0; i < strong.size(); ++i) {
        for (std::size_t j = 0; j < strong.size(); ++j) {
            BOOST_TEST((strong[i] == strong[j]) ==
                       (directed.length[i][j] != INFINITY && directed.length[j][i] != INFINITY));
            BOOST_TEST((connected[i] == connected[j]) == (either.length[i][j] != INFINITY));
        }
    }
    BOOST_TEST(std::count(connected.begin(), connected.end(), 0U) >=
               std::count(connected.begin(), connected.end(), 1U));
}

BOOST_AUTO_TEST_CASE(two_blocs_are_two_communities) {
    std::vector<Relation> relations;
    const char* blocs[2][3] = {{"USA", "FRA", "BEL"}, {"RUS", "CHN", "IND"}};
    for (const auto& bloc : blocs) {
        for (int i = 0; i < 9; ++i) {
            relations.push_back(support());
            relations.back().source = party(bloc[i % 3]);
            relations.back().target = party(bloc[(i + 1) % 3]);
        }
    }
    relations.push_back(support());
    relations.back().source = party("USA");
    relations.back().target = party("RUS");
    const RelationGraph graph = RelationGraph::of(relations, {});
    const WeightedPairs pairs = undirected(graph, {}, Weighting::count);
    const Grouping grouping = communities(pairs);
    BOOST_TEST(grouping == (Grouping{0, 0, 0, 1, 1, 1}), boost::test_tools::per_element());
    // 18 of 19 inside; the halves have 19 ends each.
    BOOST_TEST(std::abs(modularity(pairs, grouping) - (18.0 / 19 - 0.5)) < 1e-12);
}

BOOST_DATA_TEST_CASE(communities_are_no_worse_than_everyone_alone_or_together, data::xrange(40U), seed) {
    const WeightedPairs pairs =
        undirected(RelationGraph::of(random_relations(seed, 40), {}), {}, Weighting::count);
    Grouping alone(pairs.vertex_count());
    std::iota(alone.begin(), alone.end(), 0U);
    const double found = modularity(pairs, communities(pairs));
    BOOST_TEST(found >= modularity(pairs, alone) - 1e-12);
    BOOST_TEST(found >= modularity(pairs, Grouping(pairs.vertex_count(), 0)) - 1e-12);
}

// Every path without loops, by trying all.
std::vector<Path> every_path(const Matrix& length, Vertex from, Vertex to) {
    std::vector<Path> found;
    const std::function<void(Path)> walk = [&](Path path) {
        if (path.vertices.back() == to) {
            found.push_back(path);
            return;
        }
        for (Vertex next = 0; next < length.size(); ++next) {
            const double step = length[path.vertices.back()][next];
            if (step == 0 || std::count(path.vertices.begin(), path.vertices.end(), next) != 0)
                continue;
            Path longer = path;
            longer.vertices.push_back(next);
            longer.value += step;
            walk(std::move(longer));
        }
    };
    walk({{from}, 0});
    return found;
}

BOOST_DATA_TEST_CASE(the_shortest_paths_are_the_shortest_of_all, data::xrange(30U), seed) {
    const WeightedPairs pairs = weighted_pairs(sparse(seed), {}, Weighting::count);
    for (const StepLength step : {StepLength::one, StepLength::inverse_weight}) {
        Matrix length = matrix_of(pairs);
        for (auto& row : length) {
            for (double& each : row)
                each = each == 0 ? 0 : step == StepLength::one ? 1 : 1 / each;
        }
        for (Vertex to = 1; to < pairs.vertex_count(); ++to) {
            auto all = every_path(length, 0, to);
            std::sort(all.begin(), all.end(), [](const Path& a, const Path& b) { return a.value < b.value; });
            const auto found = shortest_paths(pairs, 0, to, step, 7);
            BOOST_REQUIRE(found.size() == std::min<std::size_t>(all.size(), 7));
            for (std::size_t i = 0; i < found.size(); ++i) {
                BOOST_TEST(std::abs(found[i].value - all[i].value) < 1e-9);
                for (std::size_t j = 0; j < i; ++j)
                    BOOST_TEST((found[i].vertices != found[j].vertices));
            }
        }
    }
}

BOOST_DATA_TEST_CASE(the_widest_path_is_the_widest_of_all, data::xrange(30U), seed) {
    const WeightedPairs pairs = weighted_pairs(sparse(seed), {}, Weighting::count);
    const Matrix weight = matrix_of(pairs);
    for (Vertex to = 1; to < pairs.vertex_count(); ++to) {
        double widest = 0;
        for (const Path& path : every_path(weight, 0, to)) {
            double weakest = INFINITY;
            for (std::size_t i = 0; i + 1 < path.vertices.size(); ++i)
                weakest = std::min(weakest, weight[path.vertices[i]][path.vertices[i + 1]]);
            widest = std::max(widest, weakest);
        }
        const auto found = widest_path(pairs, 0, to);
        BOOST_REQUIRE(found.has_value() == (widest != 0));
        if (found)
            BOOST_TEST(found->value == widest);
    }
}

BOOST_DATA_TEST_CASE(triads_are_counted_as_by_hand, data::xrange(30U), seed) {
    const WeightedPairs pairs =
        undirected(RelationGraph::of(random_relations(seed, 40), {}), {}, Weighting::goldstein);
    const Matrix sign = matrix_of(pairs);
    std::array<std::uint64_t, 4> expected{};
    for (std::size_t i = 0; i < sign.size(); ++i) {
        for (std::size_t j = i + 1; j < sign.size(); ++j) {
            for (std::size_t k = j + 1; k < sign.size(); ++k) {
                if (sign[i][j] != 0 && sign[j][k] != 0 && sign[i][k] != 0)
                    ++expected[static_cast<std::size_t>((sign[i][j] < 0) + (sign[j][k] < 0) +
                                                        (sign[i][k] < 0))];
            }
        }
    }
    const Balance balance = structural_balance(pairs, 5);
    BOOST_TEST(balance.by_enemies == expected, boost::test_tools::per_element());
    BOOST_TEST(balance.out_of_balance.size() == std::min<std::uint64_t>(5, expected[1] + expected[3]));
    for (const Triad& triad : balance.out_of_balance)
        BOOST_TEST(!triad.is_balanced());
}

BOOST_AUTO_TEST_CASE(parties_with_the_same_partners_are_alike) {
    std::vector<Relation> relations(3, support());
    relations[0].source = party("FRA"); // to BEL
    relations[1].source = party("IND"); // to BEL
    relations[2].source = party("USA");
    relations[2].target = party("RUS");
    const RelationGraph graph = RelationGraph::of(relations, {});
    const auto alike = similar_parties(undirected(graph, {}, Weighting::count), *graph.find("FRA"));
    BOOST_REQUIRE(alike.size() == 1u);
    BOOST_TEST(graph.code(alike[0].vertex) == "IND");
    BOOST_TEST(alike[0].value == 1.0);
    BOOST_TEST(alike[0].common == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
