// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_RDF_GRAPH_READER_HPP
#define ENTENTE_INGEST_RDF_GRAPH_READER_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"
#include "ingest/statements/statement_source.hpp"

#include <functional>
#include <iosfwd>
#include <string>

namespace entente {

/// Takes the parts of a graph in the order in which they are read.
struct GraphSink {
    std::function<void(const Actor&)> on_actor;
    std::function<void(const Statement&)> on_statement;
    std::function<void(const Relation&)> on_relation;
};

/// Reads a graph back that Entente wrote as N-Quads, whatever the base of its identifiers was.
///
/// The quads of one actor, statement or relation must stand together, as they were written; those of actors
/// stand before the relations that name them. A line that is no quad, and a relation that lacks something, go
/// to `on_notice`, and the rest is kept. Memory is bounded by the actors and by the longest statement.
void read_graph_nquads(std::istream& in, const std::string& name, const GraphSink& sink,
                       const NoticeHandler& on_notice);

/// Reads a graph back that Entente wrote as JSON-LD, as one document or an object a line.
///
/// It reads the shape that Entente writes and is no JSON-LD processor: contexts are not looked at, and `@id`
/// comes first in every object. The rest is as in read_graph_nquads; after a syntax error nothing more is
/// read.
void read_graph_jsonld(std::istream& in, const std::string& name, const GraphSink& sink,
                       const NoticeHandler& on_notice);

} // namespace entente

#endif
