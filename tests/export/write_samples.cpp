// SPDX-License-Identifier: Apache-2.0
// write_samples DIR: writes the sample graphs in every format, for the tests that other programs run.
#include "sample_graph.hpp"

#include "export/csv.hpp"
#include "export/dot.hpp"
#include "export/graphml.hpp"
#include "export/html.hpp"
#include "export/jsonld.hpp"
#include "export/rdf.hpp"
#include "graph/store.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

namespace {

using namespace entente;

void write_pair(const std::string& stem, const GraphSource& source, CsvHeader header) {
    std::ofstream nodes(stem + ".nodes.csv", std::ios::binary);
    std::ofstream edges(stem + ".edges.csv", std::ios::binary);
    write_csv(nodes, edges, source, header);
}

void write_all(const std::string& stem, const test::Values& values) {
    const auto source = values.source();
    const std::string title = values.actors.empty() ? "Nobody" : values.actors.front().name;
    const auto write = [&](const std::string& extension, const std::function<void(std::ostream&)>& writer) {
        std::ofstream out(stem + extension, std::ios::binary);
        writer(out);
    };
    write(".jsonld", [&](auto& out) { write_jsonld(out, source); });
    write(".ndjsonld", [&](auto& out) { write_ndjsonld(out, source); });
    write(".nq", [&](auto& out) { write_nquads(out, source); });
    write(".trig", [&](auto& out) { write_trig(out, source); });
    write(".ttl", [&](auto& out) { write_turtle(out, source); });
    write(".graphml", [&](auto& out) { write_graphml(out, source); });
    write(".events", [&](auto& out) { write_events(out, source); });
    write(".html", [&](auto& out) { write_html(out, make_diagram(source, {.title = title})); });
    write_pair(stem, source, CsvHeader::gephi);
    write_pair(stem + ".neo4j", source, CsvHeader::neo4j);
    write(".dot", [&](auto& out) { write_dot(out, make_diagram(source, {.title = title})); });
}

void write_graph(const std::string& file, const test::Values& values) {
    auto store = Store::open(file, Store::Mode::read_write);
    for (const auto& statement : values.statements) {
        std::vector<Relation> relations;
        std::ranges::copy_if(values.relations, std::back_inserter(relations),
                             [&](const Relation& r) { return r.evidence.statement == statement.id; });
        store.put(statement, relations, values.actors);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    const std::string directory(argv[1]);
    write_all(directory + "/belgium", test::belgium_call());
    write_graph(directory + "/belgium.db", test::belgium_call());
    write_graph(directory + "/empty.db", {});
    write_all(directory + "/hostile", test::hostile());
    write_all(directory + "/empty", {});
    for (unsigned seed = 1; seed <= 8; ++seed)
        write_all(directory + "/random" + std::to_string(seed),
                  test::random_graph(seed, std::size_t{7} * seed));
    return 0;
}
