// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/open_store.hpp"
#include "graph/error.hpp"
#include "graph/maintenance.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

void compact(const std::string& file) {
    if (!std::filesystem::exists(file))
        throw InputError(Place{file}, "there is no such graph file");
    Store store = open_to_write(file);
    const auto before = std::filesystem::file_size(file);
    compact_graph(store);
    std::cout << file << ": " << before << " bytes before, " << std::filesystem::file_size(file) << " now\n";
}

} // namespace

void add_compact(const Command& app, Outcome&) {
    auto file = std::make_shared<std::string>();
    const Command command = app.add_subcommand("compact", "Make a graph file as small as it can be");
    command.add_option("-g,--graph", *file, "The graph file").required();
    command.footer("Example: entente compact -g relations.db");
    command.callback([file] { compact(*file); });
}

} // namespace entente::cli
