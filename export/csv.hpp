// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_CSV_HPP
#define ENTENTE_EXPORT_CSV_HPP

#include "export/graph_source.hpp"

#include <iosfwd>

namespace entente {

/// Whose column names a pair of tables has.
enum class CsvHeader {
    /// Id, Label; Source, Target, Type: Gephi's spreadsheet import.
    gephi,
    /// code:ID, :LABEL; :START_ID, :END_ID, :TYPE and types: neo4j-admin database import.
    neo4j
};

/// Writes the graph as two tables of comma-separated values (RFC 4180, UTF-8): the parties and the relations.
///
/// Needs memory for the parties. Throws OutputError where a stream takes no more.
void write_csv(std::ostream& nodes, std::ostream& edges, const GraphSource& graph, CsvHeader header);

/// Writes the relations as one table in the manner of event data: date, source, target, CAMEO code, Goldstein
/// score, quad class 1 to 4 as GDELT counts them, PLOVER type and mode, and the sentence.
void write_events(std::ostream& out, const GraphSource& graph);

} // namespace entente

#endif
