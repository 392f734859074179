// SPDX-License-Identifier: Apache-2.0
// query_bench FILE [A B FAR]: asks a graph file the questions of bench/README.md in the query language. For
// relations from party A to party B, the pair that has the most if not given, and a party far away; one line
// a question: name, milliseconds (the least of many runs, parsing and planning included), rows.
#include "graph/cypher/query.hpp"
#include "graph/cypher/store_graph.hpp"
#include "graph/error.hpp"
#include "graph/snapshot.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

struct Question {
    const char* name;
    const char* text;
};

constexpr Question questions[] = {
    {"Q1 a pair's relations in a month", "MATCH (a {code: $a})-[r]->(b {code: $b}) WHERE r.date >= "
                                         "date('2019-03-01') AND r.date < date('2019-04-01') "
                                         "RETURN r.date, type(r), r.goldstein"},
    {"Q2 a pair's counts by type and year", "MATCH (a {code: $a})-[r]->(b {code: $b}) RETURN type(r) AS "
                                            "type, r.date.year AS year, count(*) AS n ORDER BY type, year"},
    {"Q3 whom do those that A accuses support", "MATCH (a {code: $a})-[:ACCUSE]->(b)-[:SUPPORT]->(c) RETURN "
                                                "c.code, count(*) AS n ORDER BY n DESC LIMIT 10"},
    {"Q4 shortest path over cooperation",
     "MATCH p = shortestPath((a {code: $a})-[:COOPERATE|AID|SUPPORT*]->(b {code: $far})) RETURN [n IN "
     "nodes(p) | n.code]"},
};

std::vector<std::string> first_row(const cypher::Graph& graph, const char* text) {
    std::vector<std::string> result;
    cypher::Query::parse(text).run(
        graph, {}, {}, [](const auto&) {},
        [&](std::span<const cypher::Value> row) {
            for (const cypher::Value& value : row)
                result.emplace_back(value.kind() == cypher::Kind::string ? value.text() : "");
            return false;
        });
    return result;
}

void measure(const cypher::Graph& graph, const Question& question, const cypher::Parameters& parameters) {
    std::vector<double> times;
    std::uint64_t rows = 0;
    const auto end = Clock::now() + std::chrono::seconds(1);
    while (times.size() < 11 || Clock::now() < end) {
        const auto start = Clock::now();
        rows = cypher::Query::parse(question.text)
                   .run(
                       graph, parameters, {}, [](const auto&) {}, [](const auto&) { return true; })
                   .rows;
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::printf("%s\t%.4f\t%llu\n", question.name, *std::min_element(times.begin(), times.end()),
                static_cast<unsigned long long>(rows));
}

int run(const char* file, std::vector<std::string> pair, std::vector<std::string> far) {
    const Store store = Store::open(file, Store::Mode::read_only);
    const cypher::StoreGraph graph(open_graph(store), &store);
    if (pair.empty()) {
        pair = first_row(graph,
                         "MATCH (a)-[r]->(b) RETURN a.code, b.code, count(*) AS n ORDER BY n DESC LIMIT 1");
        far = first_row(graph, "MATCH (a)-[r]->(b) RETURN b.code, count(*) AS n ORDER BY n LIMIT 1");
    }
    if (pair.empty())
        throw InputError(Place{file}, "the graph has no relations");
    const cypher::Parameters parameters{
        {"a", cypher::Value(pair[0])}, {"b", cypher::Value(pair[1])}, {"far", cypher::Value(far[0])}};
    for (const Question& question : questions)
        measure(graph, question, parameters);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 5) {
        std::fprintf(stderr, "usage: query_bench FILE [A B FAR]\n");
        return 2;
    }
    try {
        return argc == 5 ? run(argv[1], {argv[2], argv[3]}, {argv[4]}) : run(argv[1], {}, {});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "query_bench: %s\n", error.what());
        return 3;
    }
}
