// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_IMPORT_RUN_HPP
#define ENTENTE_CLI_IMPORT_RUN_HPP

#include "cli/command_line.hpp"
#include "ingest/tables/table_import.hpp"

#include <string>
#include <vector>

namespace entente::cli {

/// What a user asks of an import of event tables.
struct ImportArguments {
    std::string graph;
    std::vector<std::string> files;
    std::string from;
    std::string mapping;
    std::string rejects;
    std::size_t threads = 0;
    bool domestic = false;
    bool strict = false;
    bool dry_run = false;
};

/// Reads the files, or what is below folders, into the graph file and prints what became of the rows. True
/// where nothing was refused.
bool import_tables(const ImportArguments& arguments);

/// Shows what an import would make of the files, and changes nothing.
bool preview_tables(const ImportArguments& arguments);

/// The options of the reader that the arguments stand for. Throws UsageError for an unknown format,
/// and InputError where the mapping file can't be read.
TableOptions table_options(const ImportArguments& arguments);

/// The files and what is below the folders.
std::vector<std::string> all_files(const std::vector<std::string>& paths);

/// Takes the event tables out of `paths`, for a command that reads statements too. A folder with a table in
/// it is replaced by the other files below it.
std::vector<std::string> take_tables(std::vector<std::string>& paths);

/// Prints how many rows became what, and the most frequent names and codes that have no meaning here.
void print_counts(const RowCounts& counts);

} // namespace entente::cli

#endif
