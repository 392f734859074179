// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_COMMANDS_HPP
#define ENTENTE_CLI_COMMANDS_HPP

#include <CLI/App.hpp>

namespace entente::cli {

/// What a command leaves behind for `main`.
enum class ExitStatus : int { done = 0, some_refused = 1, usage = 2, failed = 3 };

/// Where the chosen command writes its status; `main` owns it.
struct Outcome {
    ExitStatus status = ExitStatus::done;
};

// One function a subcommand, each in a file of its name: adds the subcommand, its options and its callback to
// `app`. The callback runs the command, sets `outcome.status`, writes results to standard output and the rest
// to standard error, and throws Error where it can't go on. `outcome` outlives the call.

void add_actors(CLI::App& app, Outcome& outcome);
void add_draw(CLI::App& app, Outcome& outcome);
void add_explain(CLI::App& app, Outcome& outcome);
void add_export(CLI::App& app, Outcome& outcome);
void add_import(CLI::App& app, Outcome& outcome);
void add_panel(CLI::App& app, Outcome& outcome);
void add_feed(CLI::App& app, Outcome& outcome);
void add_push(CLI::App& app, Outcome& outcome);
void add_extract(CLI::App& app, Outcome& outcome);
void add_ingest(CLI::App& app, Outcome& outcome);
void add_query(CLI::App& app, Outcome& outcome);
void add_score(CLI::App& app, Outcome& outcome);
void add_parse(CLI::App& app, Outcome& outcome);
void add_balance(CLI::App& app, Outcome& outcome);
void add_between(CLI::App& app, Outcome& outcome);
void add_communities(CLI::App& app, Outcome& outcome);
void add_path(CLI::App& app, Outcome& outcome);
void add_similar(CLI::App& app, Outcome& outcome);
void add_rank(CLI::App& app, Outcome& outcome);
void add_stats(CLI::App& app, Outcome& outcome);
void add_timeline(CLI::App& app, Outcome& outcome);
void add_check(CLI::App& app, Outcome& outcome);
void add_compact(CLI::App& app, Outcome& outcome);
void add_merge(CLI::App& app, Outcome& outcome);

} // namespace entente::cli

#endif
