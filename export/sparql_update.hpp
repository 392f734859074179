// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_SPARQL_UPDATE_HPP
#define ENTENTE_EXPORT_SPARQL_UPDATE_HPP

#include "export/graph_source.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace entente {

struct UpdateOptions {
    /// As in JsonldOptions.
    std::string base = "urn:entente:";
    /// Where actors and statements go; empty is the store's default graph.
    std::string graph{};
    /// A request ends with the record that reaches as many triples.
    std::size_t triples = 400;
    /// Records (actors, statements and relations, in their order) that the store has already.
    std::uint64_t skip = 0;
};

/// Takes a SPARQL 1.1 Update request, and how many records the store has when it succeeds.
using UpdateSink = std::function<void(std::string_view update, std::uint64_t records)>;

/// Gives the graph as INSERT DATA requests, each statement's relations in its named graph.
///
/// The requests are the same every time, and sending one twice changes nothing. Gives how many records there
/// are.
std::uint64_t write_updates(const GraphSource& graph, const UpdateOptions& options, const UpdateSink& sink);

} // namespace entente

#endif
