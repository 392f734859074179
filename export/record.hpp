// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_RECORD_HPP
#define ENTENTE_EXPORT_RECORD_HPP

#include "graph/relation.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace entente {

/// The name that is shown for a party; the code itself where there is none.
using NameOf = std::function<std::string(const PartyCode&)>;

/// The relation as one line of JSON, without the line feed: the record that scoring and other tools read.
///
/// Keys: id, document, sentence, start, end, text, source, source_name, source_actor, target, target_name,
/// target_actor, type, mode, predicate, cameo, goldstein, symmetric, modality, said_by, act, contexts,
/// topics, date, date_end, date_precision, confidence; and, for relations that come from an event table,
/// dataset, row, url, mentions, sources, source_sector and target_sector. `start` and `end` count code
/// points. What is not known is null.
std::string to_record(const Relation& relation, const NameOf& name_of);

/// The header of write_csv_record.
void write_csv_header(std::ostream& out);
/// The same fields as a row of CSV (RFC 4180); contexts and topics are joined by "; ".
void write_csv_record(std::ostream& out, const Relation& relation, const NameOf& name_of);
/// The header of write_tsv_record.
void write_tsv_header(std::ostream& out);
/// The same between tabs; line feeds, tabs and backslashes are written as in C.
void write_tsv_record(std::ostream& out, const Relation& relation, const NameOf& name_of);

} // namespace entente

#endif
