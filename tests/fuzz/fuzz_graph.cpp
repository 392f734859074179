// SPDX-License-Identifier: Apache-2.0
// Any bytes, read as a graph in JSON-LD and in N-Quads, give parts of a graph or notices and nothing else.
#include "ingest/rdf/graph_reader.hpp"

#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::size_t parts = 0;
    const entente::GraphSink sink{[&](const entente::Actor&) { ++parts; },
                                  [&](const entente::Statement&) { ++parts; },
                                  [&](const entente::Relation&) { ++parts; }};
    const entente::NoticeHandler ignore = [](const entente::Notice&) {};
    std::istringstream json(bytes);
    entente::read_graph_jsonld(json, "in.jsonld", sink, ignore);
    std::istringstream quads(bytes);
    entente::read_graph_nquads(quads, "in.nq", sink, ignore);
    return 0;
}
