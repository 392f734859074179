// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_STATEMENT_OPTIONS_HPP
#define ENTENTE_CLI_STATEMENT_OPTIONS_HPP

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "ingest/extractor.hpp"
#include "ingest/statements/statement_source.hpp"

#include <functional>
#include <string>
#include <vector>

namespace entente::cli {

/// The options of the commands that read statements: what to read, as what, and with whose lexicons.
struct StatementOptions {
    std::vector<std::string> files;
    std::string from;
    std::string date;
    std::string publisher;
    std::vector<std::string> actors;
    std::vector<std::string> frames;
    std::vector<std::string> context_terms;
    std::size_t threads = 0;
};

/// Adds FILE..., --from, --date, --publisher, --actors, --frames, --context-terms and --threads to a
/// subcommand.
void add_statement_options(const Command& command, StatementOptions& options);

/// The extractor with the user's lexicons. Throws InputError where one is wrong.
Extractor load_extractor(const StatementOptions& options);

/// Reads and codes every statement of the files, in order, and hands it to `sink`. What can't be read is told
/// on standard error and sets the status to some_refused; progress shows on a terminal. Throws
/// UsageError for options that are wrong.
void extract_files(const Extractor& extractor, const StatementOptions& options, Outcome& outcome,
                   const std::function<void(CodedStatement&&)>& sink);

} // namespace entente::cli

#endif
