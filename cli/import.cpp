// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/import_graph.hpp"
#include "cli/import_run.hpp"

#include <memory>

namespace entente::cli {

namespace {

std::string format_names() {
    std::string names;
    for (const TableFormat format : table_formats()) {
        if (format != TableFormat::mapped)
            names.append(names.empty() ? "" : ", ").append(to_string(format));
    }
    return names;
}

} // namespace

void add_import(const Command& app, Outcome& outcome) {
    const Command command =
        app.add_subcommand("import", "Read event tables, dyad data and exported graphs into a graph file");
    auto arguments = std::make_shared<ImportArguments>();
    command.add_option("-g,--graph", arguments->graph, "The graph file; made where there is none");
    command
        .add_option("files", arguments->files,
                    "Tables, folders of them, .gz .xz .zst .bz2 .zip, or - ; or graphs that "
                    "export wrote: .jsonld .ndjsonld .nq")
        .required();
    command.add_option("--from", arguments->from, "The layout, recognised if not given: " + format_names());
    command.add_option("--mapping", arguments->mapping,
                       "A TOML or JSON file that describes a table of another layout");
    command.add_option("--rejects", arguments->rejects, "Write refused rows there: file, line, reason, row");
    command.add_option("--threads", arguments->threads, "How many threads map rows (0: one a core)");
    command.add_flag("--domestic", arguments->domestic, "Keep events within one country");
    command.add_flag("--strict", arguments->strict, "Stop at the first refused row");
    command.add_flag("--dry-run", arguments->dry_run, "Show what would be mapped, and change nothing");
    command.footer("Example: entente import -g relations.db 20200402.export.CSV.zip --rejects rejects.tsv\n"
                   "An interrupted import goes on where it stopped when it is run again.");
    command.callback([arguments, &outcome] {
        if (arguments->graph.empty() && !arguments->dry_run)
            throw UsageError("--graph is required");
        if (!arguments->dry_run) {
            const auto graphs = take_exported_graphs(arguments->files);
            if (!graphs.empty() && !import_graphs(arguments->graph, graphs))
                outcome.status = ExitStatus::some_refused;
            if (arguments->files.empty())
                return;
        }
        const bool is_clean = arguments->dry_run ? preview_tables(*arguments) : import_tables(*arguments);
        if (!is_clean)
            outcome.status = ExitStatus::some_refused;
    });
}

} // namespace entente::cli
