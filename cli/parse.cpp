// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/conllu_documents.hpp"
#include "graph/error.hpp"
#include "ingest/data_directory.hpp"
#include "ingest/statements/statement_source.hpp"
#include "ingest/text/parallel_reader.hpp"
#include "ingest/text/reader.hpp"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <thread>

namespace entente::cli {

namespace {

struct ParseSettings {
    std::vector<std::string> files{"-"};
    std::string from;
    std::string model;
    bool reparse = false;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

class ParseCommand {
public:
    ParseCommand(const ParseSettings& settings, Outcome& outcome) : settings_(settings), outcome_(outcome) {}

    void run() {
        if (settings_.from == "conllu") {
            const auto reader = settings_.reparse ? std::make_unique<Reader>(load()) : nullptr;
            return each_file([&](const std::string& file) { parse_conllu(file, reader.get()); });
        }
        ParallelReader reader(
            load(), settings_.threads, [](Statement&& statement, std::vector<ud::Sentence>&& sentences) {
                ud::write_conllu(std::cout, {std::move(statement.id), {}, std::move(sentences)});
            });
        ReadOptions options;
        if (!settings_.from.empty())
            options.format = parse_format(settings_.from);
        each_file([&](const std::string& file) {
            read_statements(
                file, options, [&](Statement&& statement) { reader.add(std::move(statement)); },
                [&](const Notice& notice) { report(notice); });
        });
        reader.finish();
    }

private:
    Reader load() const {
        if (settings_.model.empty())
            return Reader::load(data_file("english.model"));
        return Reader::load(settings_.model);
    }

    void report(const Notice& notice) {
        std::cerr << to_string(notice) << '\n';
        if (notice.severity == Severity::refused)
            outcome_.status = ExitStatus::some_refused;
    }

    void parse_conllu(const std::string& file, const Reader* reader) {
        const auto on_bad = [&](const InputError& error) { refuse(error); };
        read_conllu_documents(file, on_bad, [&](ud::Document&& document) {
            if (reader != nullptr)
                for (ud::Sentence& sentence : document.sentences)
                    reader->analyse(sentence);
            ud::write_conllu(std::cout, document);
        });
    }

    // The other files are still good.
    void each_file(const std::function<void(const std::string&)>& parse) {
        for (const std::string& file : settings_.files) {
            try {
                parse(file);
            } catch (const InputError& error) {
                refuse(error);
            }
        }
    }

    void refuse(const InputError& error) {
        std::cerr << error.what() << '\n';
        outcome_.status = ExitStatus::some_refused;
    }

    const ParseSettings& settings_;
    Outcome& outcome_;
};

} // namespace

void add_parse(const Command& app, Outcome& outcome) {
    auto settings = std::make_shared<ParseSettings>();
    const Command command =
        app.add_subcommand("parse", "Writes sentences, words and dependency trees as CoNLL-U.");
    command.add_option("files", settings->files, "statements, folders or archives; - is standard input")
        .show_default();
    command
        .add_option("--from", settings->from, "the format of the input; without it each file's own is found")
        .one_of({"text", "markdown", "html", "json", "ndjson", "conllu"});
    command.add_flag("--reparse", settings->reparse,
                     "with --from conllu: keep the words and analyse them anew");
    command.add_option("--model", settings->model, "a model file other than the installed one");
    command.add_option("--threads", settings->threads, "how many statements are read at once")
        .between(1, 1024)
        .show_default();
    command.footer("Example:\n  entente parse communique.txt > communique.conllu");
    command.callback([settings, &outcome] { ParseCommand(*settings, outcome).run(); });
}

} // namespace entente::cli
