// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_RDF_HPP
#define ENTENTE_EXPORT_RDF_HPP

#include "export/graph_source.hpp"

#include <iosfwd>
#include <string>

namespace entente {

struct RdfOptions {
    /// As in JsonldOptions.
    std::string base = "urn:entente:";
    /// N-Quads only: also RDF-star annotations of the plain triples, which name the relation and its
    /// statement.
    bool star = false;
};

/// Writes the graph as N-Quads: the dataset that a JSON-LD processor makes of write_jsonld's document.
///
/// One named graph a statement; triples that several relations share are repeated. Needs memory for the
/// actors, not for the relations. Throws OutputError where the stream takes no more.
void write_nquads(std::ostream& out, const GraphSource& graph, const RdfOptions& options = {});

/// The same as TriG, shortened by prefixes.
void write_trig(std::ostream& out, const GraphSource& graph, const RdfOptions& options = {});

/// The same as Turtle, which has no named graphs: all triples stand in one.
void write_turtle(std::ostream& out, const GraphSource& graph, const RdfOptions& options = {});

} // namespace entente

#endif
