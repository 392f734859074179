// SPDX-License-Identifier: Apache-2.0
#include "graph/error.hpp"
#include "ingest/text/detail/word_features.hpp"
#include "ingest/train/commands.hpp"
#include "ingest/train/word_vectors.hpp"

#include <fstream>
#include <memory>
#include <sstream>

namespace entente::train {

namespace {

struct Settings {
    std::vector<std::string> files;
    std::string output;
    WordVectorOptions options;
};

std::vector<std::vector<std::string>> read_sentences(const std::vector<std::string>& files) {
    std::vector<std::vector<std::string>> sentences;
    for (const std::string& file : files) {
        std::ifstream in(file);
        if (!in)
            throw InputError({.file = file}, "cannot open the text");
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            auto& sentence = sentences.emplace_back();
            for (std::string word; words >> word;)
                sentence.push_back(ud::detail::vocabulary_form(word));
        }
    }
    return sentences;
}

} // namespace

void add_vectors(CLI::App& app) {
    auto settings = std::make_shared<Settings>();
    WordVectorOptions& o = settings->options;
    CLI::App* command = app.add_subcommand(
        "vectors", "Learns word vectors from texts of a sentence a line, words between spaces.");
    command->add_option("files", settings->files, "text files")->required();
    command->add_option("-o,--output", settings->output, "the file to write")->required();
    command->add_option("--size", o.size, "values a word")->capture_default_str();
    command->add_option("--window", o.window, "how far a word sees")->capture_default_str();
    command->add_option("--min-count", o.min_count, "rarer words are left out")->capture_default_str();
    command->add_option("--epochs", o.epochs, "rounds over the text")->capture_default_str();
    command->add_option("--seed", o.seed, "of the random numbers")->capture_default_str();
    command->footer("Example:\n  entente-train vectors sentences.txt -o vectors.txt");
    command->callback([settings] {
        std::ofstream out(settings->output);
        write_word_vectors(out, train_word_vectors(read_sentences(settings->files), settings->options));
    });
}

} // namespace entente::train
