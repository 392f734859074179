// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_RELATION_WRITER_HPP
#define ENTENTE_INGEST_CODING_RELATION_WRITER_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"
#include "ingest/coding/event.hpp"
#include "ingest/coding/event_reader.hpp"
#include "ingest/text/code_points.hpp"

#include <vector>

namespace entente::coding {

/// A sentence of a statement, and what its relations need of both.
struct SentencePlace {
    const Statement& statement;
    const CodePoints& text;
    const Tree& tree;
    const actors::SentenceParties& parties;
    /// From 1.
    std::uint32_t number = 1;
};

/// The words of the clause that states an event: its predicate with what hangs on it, but not what is
/// coordinated with it or only goes on from it.
Tree::Range evidence_range(const Tree& tree, const Event& event);

/// The relations of an event, one for each pair of its parties, all under one act id. Contexts and topics are
/// left to the caller. A pair that is joined by a symmetric act is written once.
std::vector<Relation> write_relations(const Event& event, const SentencePlace& place);

} // namespace entente::coding

#endif
