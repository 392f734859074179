// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/statement_options.hpp"
#include "graph/store.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace entente::cli {

namespace {

struct Options {
    StatementOptions statements;
    std::string graph;
};

struct Tally {
    std::uint64_t added = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t replaced = 0;
    std::uint64_t relations = 0;
};

void run(const Options& options, Outcome& outcome) {
    const Extractor extractor = load_extractor(options.statements);
    Store store = Store::open(options.graph, Store::Mode::read_write);
    Tally tally;
    extract_files(extractor, options.statements, outcome, [&](CodedStatement&& coded) {
        switch (store.put(coded.statement, coded.relations, coded.actors)) {
        case Store::Put::added:
            ++tally.added;
            break;
        case Store::Put::unchanged:
            ++tally.unchanged;
            break;
        case Store::Put::replaced:
            ++tally.replaced;
            break;
        }
        tally.relations += coded.relations.size();
    });
    std::cerr << options.graph << ": " << tally.added << " statements added, " << tally.replaced
              << " replaced, " << tally.unchanged << " unchanged; " << tally.relations
              << " relations in them\n";
}

} // namespace

void add_ingest(CLI::App& app, Outcome& outcome) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("ingest", "Reads statements into a graph file; never doubles");
    command->add_option("-g,--graph", options->graph, "the graph file; made where there is none")
        ->required()
        ->type_name("GRAPH");
    add_statement_options(*command, options->statements);
    command->footer("Example: entente ingest -g relations.db examples/statements/*");
    command->callback([options, &outcome] { run(*options, outcome); });
}

} // namespace entente::cli
