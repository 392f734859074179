// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_GRAPHML_HPP
#define ENTENTE_EXPORT_GRAPHML_HPP

#include "export/graph_source.hpp"

#include <iosfwd>

namespace entente {

/// Writes the graph as GraphML: a node a party, a directed edge a relation with all it says as typed data.
///
/// Control characters, which XML has not, become U+FFFD. Needs memory for the parties, not for the relations.
/// Throws OutputError where the stream takes no more.
void write_graphml(std::ostream& out, const GraphSource& graph);

} // namespace entente

#endif
