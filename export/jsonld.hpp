// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_JSONLD_HPP
#define ENTENTE_EXPORT_JSONLD_HPP

#include "export/graph_source.hpp"

#include <iosfwd>
#include <string>

namespace entente {

/// How linked data names what has no identifier elsewhere, and where JSON-LD finds its context.
struct JsonldOptions {
    /// Starts the identifiers: "urn:entente:", or a URL that ends in a slash ("https://data.example.org/").
    std::string base = "urn:entente:";
    /// Where the context lies; empty writes it into the output, which then needs no network to be read.
    std::string context_url{};
};

/// Writes the graph as one JSON-LD 1.1 document: actors, statements, and in one named graph a statement the
/// relations read from it.
///
/// A relation is a schema:Action and rdf:Statement of its own with its evidence as a Web Annotation; beside
/// it, where it is asserted, stands the plain triple. Needs memory for the actors, not for the relations.
/// Throws OutputError where the stream takes no more.
void write_jsonld(std::ostream& out, const GraphSource& graph, const JsonldOptions& options = {});

/// The same as NDJSON: each line is a whole JSON-LD object with its own context.
void write_ndjsonld(std::ostream& out, const GraphSource& graph, const JsonldOptions& options = {});

/// The context, as a document of its own to lie at JsonldOptions::context_url.
void write_jsonld_context(std::ostream& out);

} // namespace entente

#endif
