// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/usage.hpp"
#include "graph/error.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace {

using entente::cli::ExitStatus;

int status_of(ExitStatus status) { return static_cast<int>(status); }

int run(int argc, char** argv) {
    CLI::App app{"Builds knowledge graphs of bilateral relations from statements and event tables.",
                 "entente"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "entente 0.1.0");

    entente::cli::Outcome outcome;
    entente::cli::add_actors(app, outcome);
    entente::cli::add_draw(app, outcome);
    entente::cli::add_explain(app, outcome);
    entente::cli::add_export(app, outcome);
    entente::cli::add_import(app, outcome);
    entente::cli::add_panel(app, outcome);
    entente::cli::add_feed(app, outcome);
    entente::cli::add_push(app, outcome);
    entente::cli::add_extract(app, outcome);
    entente::cli::add_ingest(app, outcome);
    entente::cli::add_query(app, outcome);
    entente::cli::add_score(app, outcome);
    entente::cli::add_parse(app, outcome);
    entente::cli::add_timeline(app, outcome);
    entente::cli::add_stats(app, outcome);
    entente::cli::add_rank(app, outcome);
    entente::cli::add_path(app, outcome);
    entente::cli::add_communities(app, outcome);
    entente::cli::add_balance(app, outcome);
    entente::cli::add_similar(app, outcome);
    entente::cli::add_between(app, outcome);
    entente::cli::add_check(app, outcome);
    entente::cli::add_compact(app, outcome);
    entente::cli::add_merge(app, outcome);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error); // --help and --version
        std::cerr << entente::cli::usage_message(app, error);
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
