// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "graph/maintenance.hpp"

#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

namespace entente::cli {

namespace {

void merge(const std::vector<std::string>& files) {
    std::vector<Store> sources; // all are opened before anything is written
    for (std::size_t i = 1; i < files.size(); ++i) {
        sources.push_back(Store::open(files[i], Store::Mode::read_only));
        std::error_code error;
        if (std::filesystem::equivalent(files[0], files[i], error))
            throw UsageError(files[i] + ": a graph is not merged into itself");
    }
    Store into = open_to_write(files[0]);
    for (const Store& source : sources) {
        const auto [statements, coded] = merge_graph(into, source);
        std::cout << source.file().string() << ": " << statements.added << " statements added, "
                  << statements.replaced << " replaced, " << statements.unchanged << " unchanged; " << coded
                  << " relations of event tables added\n";
    }
}

} // namespace

void add_merge(const Command& app, Outcome&) {
    auto files = std::make_shared<std::vector<std::string>>();
    const Command command = app.add_subcommand("merge", "Put graphs into another one");
    command.add_option("GRAPH", *files, "The graph that receives, then those whose content it receives")
        .required()
        .expected(2, 1000);
    command.footer("Example: entente merge relations.db more.db");
    command.callback([files] { merge(*files); });
}

} // namespace entente::cli
