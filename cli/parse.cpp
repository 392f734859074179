// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "graph/error.hpp"
#include "ingest/data_directory.hpp"
#include "ingest/statements/statement_source.hpp"
#include "ingest/text/conllu.hpp"
#include "ingest/text/parallel_reader.hpp"
#include "ingest/text/reader.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
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
        if (settings_.from == "conllu")
            return parse_conllu();
        ParallelReader reader(
            load(), settings_.threads, [](Statement&& statement, std::vector<ud::Sentence>&& sentences) {
                ud::write_conllu(std::cout, {std::move(statement.id), {}, std::move(sentences)});
            });
        ReadOptions options;
        if (!settings_.from.empty())
            options.format = parse_format(settings_.from);
        for (const std::string& file : settings_.files)
            read_statements(
                file, options, [&](Statement&& statement) { reader.add(std::move(statement)); },
                [&](const Notice& notice) { report(notice); });
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

    void parse_conllu() {
        std::unique_ptr<Reader> reader;
        if (settings_.reparse)
            reader = std::make_unique<Reader>(load());
        for (const std::string& file : settings_.files) {
            std::ifstream opened;
            if (file != "-")
                opened.open(file);
            if (!opened)
                throw InputError({.file = file}, "cannot open the file");
            ud::ConlluReader documents(file == "-" ? std::cin : opened, file, [&](const InputError& error) {
                std::cerr << error.what() << '\n';
                outcome_.status = ExitStatus::some_refused;
            });
            while (auto document = documents.next()) {
                for (ud::Sentence& sentence : document->sentences)
                    if (reader)
                        reader->analyse(sentence);
                ud::write_conllu(std::cout, *document);
            }
        }
    }

    const ParseSettings& settings_;
    Outcome& outcome_;
};

} // namespace

void add_parse(CLI::App& app, Outcome& outcome) {
    auto settings = std::make_shared<ParseSettings>();
    CLI::App* command =
        app.add_subcommand("parse", "Writes sentences, words and dependency trees as CoNLL-U.");
    command->add_option("files", settings->files, "statements, folders or archives; - is standard input")
        ->capture_default_str();
    command
        ->add_option("--from", settings->from, "the format of the input; without it each file's own is found")
        ->check(CLI::IsMember({"text", "markdown", "html", "json", "ndjson", "conllu"}));
    command->add_flag("--reparse", settings->reparse,
                      "with --from conllu: keep the words and analyse them anew");
    command->add_option("--model", settings->model, "a model file other than the installed one");
    command->add_option("--threads", settings->threads, "how many statements are read at once")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    command->footer("Example:\n  entente parse communique.txt > communique.conllu");
    command->callback([settings, &outcome] { ParseCommand(*settings, outcome).run(); });
}

} // namespace entente::cli
