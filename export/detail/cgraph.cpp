// SPDX-License-Identifier: Apache-2.0
#include "export/detail/cgraph.hpp"

#include "graph/error.hpp"

#include <cstdio>
#include <cstdlib>

namespace entente::detail {

namespace {

// cgraph takes char* and copies what it is given.
char* text(const std::string& value) { return const_cast<char*>(value.c_str()); }

} // namespace

CgraphPtr make_cgraph(const std::string& name) {
    CgraphPtr graph(agopen(text(name), Agdirected, nullptr));
    if (!graph)
        throw Error("cannot make a diagram: Graphviz gives no graph");
    return graph;
}

Agnode_t* add_node(Agraph_t* graph, const std::string& name) { return agnode(graph, text(name), 1); }

Agedge_t* add_edge(Agraph_t* graph, Agnode_t* source, Agnode_t* target, const std::string& key) {
    return agedge(graph, source, target, text(key), 1);
}

void set_default(Agraph_t* graph, int kind, const std::string& name, const std::string& value) {
    agattr(graph, kind, text(name), text(value));
}

void set(void* object, const std::string& name, const std::string& value) {
    std::string none;
    agsafeset(object, text(name), text(value), none.data());
}

void set_html(void* object, const std::string& name, const std::string& value) {
    auto* graph = agraphof(object);
    char* label = agstrdup_html(graph, text(value));
    std::string none;
    agsafeset(object, text(name), label, none.data());
    agstrfree(graph, label);
}

std::string dot_text(Agraph_t* graph) {
    char* bytes = nullptr;
    std::size_t size = 0;
    std::FILE* memory = open_memstream(&bytes, &size);
    if (memory == nullptr)
        throw Error("cannot write a diagram: out of memory");
    agwrite(graph, memory);
    std::fclose(memory);
    std::string dot(bytes, size);
    std::free(bytes);
    return dot;
}

} // namespace entente::detail
