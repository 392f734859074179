// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/import_graph.hpp"
#include "cli/import_run.hpp"
#include "cli/open_store.hpp"
#include "cli/statement_options.hpp"
#include "graph/maintenance.hpp"
#include "graph/store.hpp"

#include <iostream>
#include <memory>
#include <string>

namespace entente::cli {

namespace {

struct Options {
    StatementOptions statements;
    std::string graph;
};

// Exported graphs and event tables among the files are imported; true where any other file is left.
bool read_graphs_and_tables(Options& options, Outcome& outcome) {
    if (!options.statements.from.empty())
        return true;
    const auto graphs = take_exported_graphs(options.statements.files);
    if (!graphs.empty() && !import_graphs(options.graph, graphs))
        outcome.status = ExitStatus::some_refused;
    if (options.statements.files.empty())
        return false;
    ImportArguments arguments;
    arguments.files = take_tables(options.statements.files);
    if (arguments.files.empty())
        return true;
    arguments.graph = options.graph;
    arguments.threads = options.statements.threads;
    if (!import_tables(arguments))
        outcome.status = ExitStatus::some_refused;
    return !options.statements.files.empty();
}

void run(Options options, Outcome& outcome) {
    if (!read_graphs_and_tables(options, outcome))
        return;
    const Extractor extractor = load_extractor(options.statements);
    Store store = open_to_write(options.graph);
    StatementCounts statements;
    std::uint64_t relations = 0;
    extract_files(extractor, options.statements, outcome, [&](CodedStatement&& coded) {
        statements.add(store.put(coded.statement, coded.relations, coded.actors));
        relations += coded.relations.size();
    });
    std::cerr << options.graph << ": " << statements.added << " statements added, " << statements.replaced
              << " replaced, " << statements.unchanged << " unchanged; " << relations
              << " relations in them\n";
}

} // namespace

void add_ingest(const Command& app, Outcome& outcome) {
    auto options = std::make_shared<Options>();
    const Command command = app.add_subcommand(
        "ingest", "Reads statements, event tables and exported graphs into a graph file; never doubles");
    command.add_option("-g,--graph", options->graph, "the graph file; made where there is none")
        .required()
        .type_name("GRAPH");
    add_statement_options(command, options->statements);
    command.footer("Example: entente ingest -g relations.db examples/statements/*");
    command.callback([options, &outcome] { run(*options, outcome); });
}

} // namespace entente::cli
