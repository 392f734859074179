// SPDX-License-Identifier: Apache-2.0
// distances GRAPH PARTY: how many relations lie between a party and the others of a graph file. RelationGraph
// models Boost.Graph's concepts, so that Boost's own breadth-first search runs on it.
#include "graph/error.hpp"
#include "graph/snapshot.hpp"

#include <boost/graph/breadth_first_search.hpp>

#include <exception>
#include <iostream>
#include <vector>

namespace {

void print_distances(const std::string& file, const std::string& code) {
    const auto store = entente::Store::open(file, entente::Store::Mode::read_only);
    const entente::RelationGraph graph = entente::read_graph(store);
    const auto start = graph.find(code);
    if (!start)
        throw entente::Error(file + ": the graph has no " + code);

    std::vector<int> steps(graph.vertex_count(), -1);
    steps[*start] = 0;
    const auto recorder = boost::record_distances(steps.data(), boost::on_tree_edge());
    boost::breadth_first_search(graph, *start, boost::visitor(boost::make_bfs_visitor(recorder)));

    for (const auto vertex : graph.vertices()) {
        if (steps[vertex] > 0)
            std::cout << steps[vertex] << ' ' << graph.name(vertex) << '\n';
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: distances GRAPH PARTY\n";
        return 2;
    }
    try {
        print_distances(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 3;
    }
}
