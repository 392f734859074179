// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "graph/maintenance.hpp"

#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

void check(const std::string& file, Outcome& outcome) {
    const Store store = Store::open(file, Store::Mode::read_only);
    std::size_t faults = 0;
    check_graph(store, [&](const std::string& fault) {
        ++faults;
        std::cerr << "entente: " << file << ": " << fault << '\n';
    });
    if (faults != 0)
        outcome.status = ExitStatus::failed;
    else
        std::cout << file << ": sound, " << store.counts().relations << " relations\n";
}

} // namespace

void add_check(const Command& app, Outcome& outcome) {
    auto file = std::make_shared<std::string>();
    const Command command = app.add_subcommand("check", "Look for faults in a graph file and its snapshot");
    command.add_option("-g,--graph", *file, "The graph file").required();
    command.footer("Example: entente check -g relations.db");
    command.callback([file, &outcome] { check(*file, outcome); });
}

} // namespace entente::cli
