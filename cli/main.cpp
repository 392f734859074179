// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/command_line.hpp"
#include "cli/usage.hpp"
#include "graph/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <string_view>

namespace {

using entente::cli::Command;
using entente::cli::ExitStatus;
using entente::cli::Outcome;

int status_of(ExitStatus status) { return static_cast<int>(status); }

struct NamedCommand {
    std::string_view name;
    void (*add)(const Command&, Outcome&);
};

constexpr NamedCommand commands[] = {
    {"actors", entente::cli::add_actors},   {"draw", entente::cli::add_draw},
    {"explain", entente::cli::add_explain}, {"export", entente::cli::add_export},
    {"import", entente::cli::add_import},   {"panel", entente::cli::add_panel},
    {"feed", entente::cli::add_feed},       {"push", entente::cli::add_push},
    {"extract", entente::cli::add_extract}, {"ingest", entente::cli::add_ingest},
    {"query", entente::cli::add_query},     {"score", entente::cli::add_score},
    {"parse", entente::cli::add_parse},     {"timeline", entente::cli::add_timeline},
    {"stats", entente::cli::add_stats},     {"rank", entente::cli::add_rank},
    {"path", entente::cli::add_path},       {"communities", entente::cli::add_communities},
    {"balance", entente::cli::add_balance}, {"similar", entente::cli::add_similar},
    {"between", entente::cli::add_between}, {"check", entente::cli::add_check},
    {"compact", entente::cli::add_compact}, {"merge", entente::cli::add_merge},
};

// All commands, or only the one that the first word names: the options of all take a millisecond to make.
void add_commands(CLI::App& app, Outcome& outcome, std::string_view first_word) {
    const bool is_named = std::ranges::find(commands, first_word, &NamedCommand::name) != std::end(commands);
    for (const NamedCommand& command : commands) {
        if (!is_named || command.name == first_word)
            command.add(Command(app), outcome);
    }
}

int run(int argc, char** argv) {
    CLI::App app{"Builds knowledge graphs of bilateral relations from statements and event tables.",
                 "entente"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "entente 0.1.0");

    Outcome outcome;
    add_commands(app, outcome, argc > 1 ? argv[1] : "");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error); // --help and --version
        std::cerr << entente::cli::usage_message(app, error);
        return status_of(ExitStatus::usage);
    } catch (const entente::cli::UsageError& error) {
        std::cerr << entente::cli::usage_message(app, error.what());
        return status_of(ExitStatus::usage);
    }
    return status_of(outcome.status);
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "entente: " << error.what() << '\n';
        return status_of(ExitStatus::failed);
    }
}
