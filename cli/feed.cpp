// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/base_option.hpp"
#include "export/feed.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace entente::cli {

void add_feed(CLI::App& app, Outcome&) {
    struct Arguments {
        std::string graph;
        std::string directory;
        FeedOptions options;
    };
    auto* const command = app.add_subcommand("feed", "Write the graph as a feed of immutable JSON-LD pages");
    auto arguments = std::make_shared<Arguments>();
    command->add_option("-g,--graph", arguments->graph, "The graph file")->required();
    command
        ->add_option("-o,--output", arguments->directory,
                     "The directory of the feed, new or to be brought up to date")
        ->required();
    add_base_option(*command, arguments->options.base);
    command
        ->add_option("--page-size", arguments->options.page_size, "Relations a page, when the feed is begun")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000000));
    command->footer("Example: entente feed -g relations.db -o public/feed");
    command->callback([arguments] {
        const auto store = Store::open(arguments->graph, Store::Mode::read_only);
        const auto result = write_feed(arguments->directory, store, arguments->options);
        std::cerr << result.members << " relations in " << result.pages << " pages, " << result.pages_written
                  << " written\n";
    });
}

} // namespace entente::cli
