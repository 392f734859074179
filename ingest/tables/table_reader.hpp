// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_TABLE_READER_HPP
#define ENTENTE_INGEST_TABLES_TABLE_READER_HPP

#include "ingest/statements/statement_source.hpp"
#include "ingest/tables/table_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente {

/// How tables are read.
struct TableOptions {
    /// Take every table for this one; without it, the first line of each decides.
    std::optional<TableFormat> format;
    /// The text of a mapping file and its name for messages; then every table is read by it.
    std::string mapping;
    std::string mapping_file;
    /// Keep relations within one party.
    bool keeps_domestic = false;
    /// How many of the rows that give no relation sinks are shown with the reason, in each of their pieces.
    std::size_t most_left_out = 0;
    /// How many threads map rows; 0: as many as there are cores.
    std::size_t threads = 0;
};

/// How far a table has been read.
struct TablePosition {
    /// In the table itself, not in its compressed file.
    std::uint64_t offset = 0;
    std::uint32_t line = 1;
    bool is_end = false;
};

/// A table that is about to be read.
struct TableInfo {
    /// "20200402.export.CSV.zip/20200402.export.CSV", for messages.
    std::string name;
    TableFormat format = TableFormat::mapped;
    /// Coding::dataset of its relations.
    std::string dataset;
    /// The id of the statement that stands for it, and its title: the table's name without folders.
    std::string statement;
    std::string title;
    /// Tells it from another table of the same name, and the same table read with other options.
    std::string fingerprint;
    /// Of the file that it is in; 0 for a stream.
    std::uint64_t file_size = 0;
};

/// Takes what a table says, in the order of its rows.
class TableSink {
public:
    virtual ~TableSink() = default;

    /// Where to begin: the start, or where an earlier reading stopped; at the end, to leave the table out.
    virtual TablePosition begin(const TableInfo& table) = 0;
    /// Takes some rows, and how far the table and the file it is in have been read. What it throws ends the
    /// reading.
    virtual void take(const TableInfo& table, MappedRows& rows, const TablePosition& after,
                      std::uint64_t file_bytes) = 0;
};

/// Whether the file is a table that is known, or a table of a known producer that can't be used. An archive
/// is what the first file in it is.
bool is_table(const std::string& path);

/// The first 64 KiB of each table in a file, by the names that TableInfo gives them; nothing for standard
/// input.
std::vector<std::pair<std::string, std::string>> first_lines(const std::string& path);

/// Reads the table of a file, or those in a gzip, xz, zstd, bzip2, zip or tar file; "-" is standard input.
///
/// Rows are mapped on several threads, and handed on in order; memory is bounded whatever the size. A table
/// that is none that is known goes to `on_notice`. Throws InputError for a file that can't be opened, and
/// where a header or a mapping file is wrong.
void read_tables(const std::string& path, const TableOptions& options, const TableVocabulary& vocabulary,
                 TableSink& sink, const NoticeHandler& on_notice);

/// The same from a stream; `name` stands for it.
void read_tables(std::istream& in, const std::string& name, const TableOptions& options,
                 const TableVocabulary& vocabulary, TableSink& sink, const NoticeHandler& on_notice);

} // namespace entente

#endif
