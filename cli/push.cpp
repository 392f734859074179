// SPDX-License-Identifier: Apache-2.0
#include "cli/base_option.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/http_post.hpp"
#include "cli/output_file.hpp"
#include "export/sparql_update.hpp"
#include "export/store_source.hpp"
#include "graph/error.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

namespace entente::cli {

namespace {

struct PushArguments {
    std::string graph;
    std::string url;
    std::string user;
    std::string state;
    unsigned retries = 5;
    UpdateOptions update;
};

bool is_passing(long status) { return status == 0 || status == 408 || status == 429 || status >= 500; }

/// One line for a message: without line ends, and not too long.
std::string in_one_line(std::string text) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    constexpr std::size_t longest = 200;
    return text.size() > longest ? text.substr(0, longest) + "..." : text;
}

/// Sends one request; waits and tries again where the store may yet take it.
void send(HttpPost& store, std::string_view update, const PushArguments& arguments) {
    auto wait = std::chrono::milliseconds(250);
    for (unsigned tries = 0;; ++tries) {
        const auto answer = store.send(update);
        if (answer.status >= 200 && answer.status < 300)
            return;
        const bool graphless =
            arguments.update.graph.empty() && answer.text.find("default graph") != std::string::npos;
        if (tries == arguments.retries || !is_passing(answer.status))
            throw OutputError(arguments.url + ": " +
                              (answer.status == 0
                                   ? "no answer: "
                                   : "the store answered " + std::to_string(answer.status) + ": ") +
                              in_one_line(answer.text) +
                              (graphless ? "; give --named-graph for actors and statements" : ""));
        std::this_thread::sleep_for(wait);
        wait *= 2;
    }
}

/// How far the last push of this graph to this store came. The file holds one line: records, URL, graph file.
class PushState {
public:
    PushState(std::string path, std::string target) : path_(std::move(path)), target_(std::move(target)) {}

    std::uint64_t read() const {
        std::ifstream in(path_);
        std::uint64_t records = 0;
        std::string target;
        if (in >> records && std::getline(in >> std::ws, target) && target == target_)
            return records;
        return 0;
    }
    void write(std::uint64_t records) const {
        if (path_.empty())
            return;
        OutputFile file(path_);
        file.stream() << records << ' ' << target_ << '\n';
        file.commit();
    }

private:
    std::string path_;
    std::string target_;
};

void push(PushArguments arguments) {
    const auto store = Store::open(arguments.graph, Store::Mode::read_only);
    const auto version = store.version();
    // Records are counted in the order of the file, which holds as long as nothing was taken away.
    const PushState state(arguments.state, arguments.url + ' ' + std::to_string(version.file) + '.' +
                                               std::to_string(version.removals) + '.' +
                                               std::to_string(version.last_relation));
    arguments.update.skip = state.read();
    if (arguments.update.skip > 0)
        std::cerr << "entente: goes on after " << arguments.update.skip << " records\n";
    HttpPost target(arguments.url, arguments.user);
    const auto records =
        write_updates(StoreSource(store), arguments.update, [&](std::string_view update, std::uint64_t sent) {
            send(target, update, arguments);
            state.write(sent);
        });
    std::cerr << records - std::min(records, arguments.update.skip) << " records sent to " << arguments.url
              << '\n';
}

} // namespace

void add_push(const Command& app, Outcome&) {
    const Command command = app.add_subcommand("push", "Send the graph to a SPARQL 1.1 store");
    auto arguments = std::make_shared<PushArguments>();
    command.add_option("-g,--graph", arguments->graph, "The graph file").required();
    command.add_option("--sparql", arguments->url, "Where the store takes SPARQL Update").required();
    command
        .add_option("--user", arguments->user, "NAME:PASSWORD for the store, else from ENTENTE_SPARQL_USER")
        .environment("ENTENTE_SPARQL_USER");
    command.add_option("--named-graph", arguments->update.graph,
                       "The graph for actors and statements; the store's default graph if not given");
    add_base_option(command, arguments->update.base);
    command.add_option("--batch", arguments->update.triples, "Triples a request, about")
        .show_default()
        .between(1, 1000000);
    command.add_option("--retries", arguments->retries, "How often a request is sent again that failed")
        .show_default()
        .between(0, 20);
    command.add_option("--state", arguments->state,
                       "A file that remembers how far a push came, so that the next one goes on from there");
    command.footer(
        "Example: entente push -g relations.db --sparql http://localhost:8890/sparql --state push.state");
    command.callback([arguments] { push(*arguments); });
}

} // namespace entente::cli
