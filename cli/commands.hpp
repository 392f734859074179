// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_COMMANDS_HPP
#define ENTENTE_CLI_COMMANDS_HPP

#include "cli/command_line.hpp"

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

void add_actors(const Command& app, Outcome& outcome);
void add_draw(const Command& app, Outcome& outcome);
void add_explain(const Command& app, Outcome& outcome);
void add_export(const Command& app, Outcome& outcome);
void add_import(const Command& app, Outcome& outcome);
void add_panel(const Command& app, Outcome& outcome);
void add_feed(const Command& app, Outcome& outcome);
void add_push(const Command& app, Outcome& outcome);
void add_extract(const Command& app, Outcome& outcome);
void add_ingest(const Command& app, Outcome& outcome);
void add_query(const Command& app, Outcome& outcome);
void add_score(const Command& app, Outcome& outcome);
void add_parse(const Command& app, Outcome& outcome);
void add_balance(const Command& app, Outcome& outcome);
void add_between(const Command& app, Outcome& outcome);
void add_communities(const Command& app, Outcome& outcome);
void add_path(const Command& app, Outcome& outcome);
void add_similar(const Command& app, Outcome& outcome);
void add_rank(const Command& app, Outcome& outcome);
void add_stats(const Command& app, Outcome& outcome);
void add_timeline(const Command& app, Outcome& outcome);
void add_check(const Command& app, Outcome& outcome);
void add_compact(const Command& app, Outcome& outcome);
void add_merge(const Command& app, Outcome& outcome);

} // namespace entente::cli

#endif
