// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/edge_join.hpp"
#include "graph/detail/edge_order.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <tuple>

namespace {

using namespace entente;
using namespace entente::detail;
namespace data = boost::unit_test::data;

// What the order goes by, what it does not go by, and one that is the same for all.
using Row = std::tuple<std::uint32_t, std::uint32_t, std::int32_t, std::uint32_t, std::uint32_t>;

std::vector<EdgeValues> random_edges(unsigned seed, std::size_t count, std::uint32_t vertex_count) {
    std::mt19937 random(seed);
    std::vector<EdgeValues> edges(count);
    for (std::size_t i = 0; i < count; ++i) {
        edges[i].source = static_cast<std::uint32_t>(random() % (1 + random() % vertex_count));
        edges[i].target = static_cast<std::uint32_t>(random() % vertex_count);
        edges[i].day = random() % 50 == 0 ? RelationGraph::no_day : static_cast<std::int32_t>(random() % 400);
        edges[i].key = static_cast<std::uint32_t>(i);
        edges[i].statement = 7;
    }
    return edges;
}

std::vector<Row> in_order(const CollectedEdges& edges, std::size_t vertex_count) {
    std::vector<Row> rows;
    for (const std::uint32_t edge : order_by_pair(edges, vertex_count))
        rows.emplace_back(edges.columns.source[edge], edges.columns.target[edge], edges.columns.day[edge],
                          edges.columns.key[edge], edges.columns.statement[edge]);
    return rows;
}

struct Size {
    std::size_t edges;
    std::size_t in_piece;
    std::uint32_t vertices;
};
std::ostream& operator<<(std::ostream& out, const Size& size) {
    return out << size.edges << " edges, " << size.vertices << " vertices";
}

// In one piece, in one part, in many parts of pairs, in many parts of sources.
const Size sizes[] = {
    {1'000, 1'000, 20}, {20'000, 3'000, 30}, {400'000, 30'000, 200}, {300'000, 50'000, 2'000}};

BOOST_AUTO_TEST_SUITE(edge_join)

BOOST_DATA_TEST_CASE(pieces_joined_have_the_order_of_all_edges, data::make(sizes), size) {
    const auto edges = random_edges(1, size.edges, size.vertices);
    std::vector<CollectedEdges> pieces((size.edges + size.in_piece - 1) / size.in_piece);
    for (std::size_t i = 0; i < edges.size(); ++i)
        pieces[i / size.in_piece].add(edges[i]);
    for (CollectedEdges& piece : pieces)
        piece.finish();
    const CollectedEdges whole = joined(std::move(pieces), size.vertices);
    std::vector<Row> expected;
    for (const EdgeValues& edge : edges)
        expected.emplace_back(edge.source, edge.target, edge.day, edge.key, edge.statement);
    std::ranges::sort(expected); // the key is the place in the order of coming
    BOOST_TEST((in_order(whole, size.vertices) == expected));
    BOOST_TEST(whole.relation_count == size.edges);
    BOOST_TEST(whole.columns.statement.is_constant());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
