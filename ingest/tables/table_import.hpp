// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_TABLE_IMPORT_HPP
#define ENTENTE_INGEST_TABLES_TABLE_IMPORT_HPP

#include "graph/store.hpp"
#include "ingest/tables/table_reader.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>

namespace entente {

/// What an import has done so far.
struct ImportReport {
    RowCounts rows;
    /// Relations that the graph had not, and those that it had.
    std::uint64_t added = 0;
    std::uint64_t repeated = 0;
    std::uint64_t tables = 0;
    /// Tables that an earlier import had read to the end.
    std::uint64_t known_tables = 0;
};

using RejectHandler = std::function<void(const std::string& table, const RejectedRow& row)>;
/// Says how far the file that is being read has been read, in its own bytes.
using ImportProgress = std::function<void(const ImportReport& report, std::uint64_t file_bytes)>;

struct ImportHandlers {
    RejectHandler on_reject;
    ImportProgress on_progress;
    /// End the import at the first refused row, with InputError; what came before is kept.
    bool is_strict = false;
};

/// Writes what tables say into a graph file.
///
/// Rows go in by large transactions, each with a note of how far the table has been read, so that after a
/// crash the next import of the same file goes on behind the last transaction and the graph ends up the same.
/// A table stands in the graph as a statement without text; its relations refer to it with their lines.
class TableImport : public TableSink {
public:
    /// The store and the gazetteer outlive the import.
    TableImport(Store& store, const Gazetteer& gazetteer, ImportHandlers handlers);

    TablePosition begin(const TableInfo& table) override;
    void take(const TableInfo& table, MappedRows& rows, const TablePosition& after,
              std::uint64_t file_bytes) override;

    /// Makes all that was taken durable. To be called at the end.
    void finish();

    /// How many relations a transaction holds at least; half a million unless told otherwise.
    void set_relations_at_once(std::uint64_t count) noexcept { at_once_ = count; }

    const ImportReport& report() const noexcept { return report_; }

private:
    void add_actor(const PartyCode& party);
    void refuse_first(const TableInfo& table, const MappedRows& rows);
    void commit();

    Store* store_;
    const Gazetteer* gazetteer_;
    ImportHandlers handlers_;
    Store::Batch batch_;
    std::unordered_set<PartyCode> parties_;
    ImportReport report_;
    std::map<std::string, std::string> notes_; // how far each table was read, for the next commit
    std::uint64_t waiting_ = 0;
    // Fewer cost more writes, more hold more in SQLite's log.
    std::uint64_t at_once_ = 500'000;
};

} // namespace entente

#endif
