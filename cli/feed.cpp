// SPDX-License-Identifier: Apache-2.0
#include "export/feed.hpp"
#include "cli/base_option.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

#include <iostream>
#include <memory>

namespace entente::cli {

void add_feed(const Command& app, Outcome&) {
    struct Arguments {
        std::string graph;
        std::string directory;
        FeedOptions options;
    };
    const Command command =
        app.add_subcommand("feed", "Write the graph as a feed of immutable JSON-LD pages");
    auto arguments = std::make_shared<Arguments>();
    command.add_option("-g,--graph", arguments->graph, "The graph file").required();
    command
        .add_option("-o,--output", arguments->directory,
                    "The directory of the feed, new or to be brought up to date")
        .required();
    add_base_option(command, arguments->options.base);
    command
        .add_option("--page-size", arguments->options.page_size, "Relations a page, when the feed is begun")
        .show_default()
        .between(1, 1000000);
    command.footer("Example: entente feed -g relations.db -o public/feed");
    command.callback([arguments] {
        const auto store = Store::open(arguments->graph, Store::Mode::read_only);
        const auto result = write_feed(arguments->directory, store, arguments->options);
        std::cerr << result.members << " relations in " << result.pages << " pages, " << result.pages_written
                  << " written\n";
    });
}

} // namespace entente::cli
