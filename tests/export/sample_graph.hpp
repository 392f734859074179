// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_EXPORT_SAMPLE_GRAPH_HPP
#define ENTENTE_TESTS_EXPORT_SAMPLE_GRAPH_HPP

#include "export/graph_source.hpp"

#include <vector>

namespace entente::test {

/// Values that a MemorySource can be made of.
struct Values {
    std::vector<Actor> actors;
    std::vector<Statement> statements;
    std::vector<Relation> relations;

    MemorySource source() const { return {actors, statements, relations}; }
};

/// A call between China and Belgium, and a row of an event table.
Values belgium_call();

/// Parties, topics and sentences that try to break out of every syntax.
Values hostile();

/// Any graph: the same seed gives the same one.
Values random_graph(unsigned seed, std::size_t relations);

PartyCode party(std::string_view code);
Date day(int year, unsigned month, unsigned day);

} // namespace entente::test

#endif
