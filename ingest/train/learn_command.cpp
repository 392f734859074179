// SPDX-License-Identifier: Apache-2.0
#include "graph/error.hpp"
#include "ingest/train/commands.hpp"
#include "ingest/train/learning.hpp"

#include <fstream>
#include <iostream>
#include <memory>
#include <utility>

namespace entente::train {

namespace {

struct Settings {
    std::vector<std::string> treebanks;
    std::vector<std::string> parsed;
    std::vector<std::string> dev;
    std::string vectors;
    std::vector<std::string> words;
    std::string output;
    std::size_t dev_every = 5;
    LearningOptions options;
};

void run(const Settings& settings) {
    std::ifstream vectors(settings.vectors);
    if (!vectors)
        throw InputError({.file = settings.vectors}, "cannot open the word vectors");
    std::vector<std::vector<ud::Document>> treebanks;
    for (const std::string& file : settings.treebanks)
        treebanks.push_back(read_treebanks({file}));
    const auto on_epoch = [&](const Progress& progress) {
        std::cout << "epoch " << progress.epoch << " loss " << progress.loss << std::endl;
        if (settings.dev.empty() || progress.epoch % settings.dev_every != 0)
            return;
        write_file(settings.output, progress.model());
        for (const std::string& file : settings.dev)
            print_evaluation(settings.output, file, false);
    };
    write_file(settings.output, learn_model({.treebanks = std::move(treebanks),
                                             .parsed = read_treebanks(settings.parsed),
                                             .vectors = read_word_vectors(vectors, settings.vectors),
                                             .words = read_known_word_files(settings.words)},
                                            settings.options, on_epoch));
}

} // namespace

void write_file(const std::string& path, const std::vector<std::byte>& bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush())
        throw OutputError("cannot write " + path);
}

void add_learn(CLI::App& app) {
    auto settings = std::make_shared<Settings>();
    LearningOptions& o = settings->options;
    CLI::App* command = app.add_subcommand("learn", "Learns a model from CoNLL-U and word vectors.");
    command->add_option("treebanks", settings->treebanks, "CoNLL-U files with trees")->required();
    command->add_option("-o,--output", settings->output, "the model file to write")->required();
    command->add_option("--vectors", settings->vectors, "word vectors, from `entente-train vectors`")
        ->required();
    command->add_option(
        "--words", settings->words,
        "words with irregular forms, as english_forms.tsv; the first file that has a form decides");
    command->add_option("--parsed", settings->parsed, "CoNLL-U files that a parser annotated");
    command->add_option("--parsed-weight", o.parsed_weight, "what a mistake in those costs")
        ->capture_default_str();
    command->add_option("--variation", o.variation, "share of sentences seen as headings and the like")
        ->capture_default_str();
    command->add_option("--dev", settings->dev, "CoNLL-U files to measure on now and then");
    command->add_option("--dev-every", settings->dev_every, "how many epochs apart")->capture_default_str();
    command->add_option("--epochs", o.epochs, "rounds over the sentences")->capture_default_str();
    command->add_option("--tokenizer-epochs", o.tokenizer_epochs, "rounds over the texts")
        ->capture_default_str();
    command->add_option("--batch", o.batch_words, "words a step")->capture_default_str();
    command->add_option("--rate", o.rate, "the highest learning rate")->capture_default_str();
    command->add_option("--hidden", o.shape.hidden, "width of a layer, one direction")->capture_default_str();
    command->add_option("--layers", o.shape.layers, "number of layers")->capture_default_str();
    command->add_option("--arc", o.shape.arc, "width of the choice of heads")->capture_default_str();
    command->add_option("--label", o.shape.label, "width of the choice of relations")->capture_default_str();
    command->add_option("--part-rows", o.shape.part_rows, "rows for parts of words")->capture_default_str();
    command->add_option("--clip", o.restraint.clip, "the longest gradient")->capture_default_str();
    command->add_option("--vector-scale", o.vector_scale, "length of word vectors")->capture_default_str();
    command->add_option("--input-dropout", o.restraint.input)->capture_default_str();
    command->add_option("--layer-dropout", o.restraint.layer)->capture_default_str();
    command->add_option("--arc-dropout", o.restraint.arc)->capture_default_str();
    command->add_option("--label-dropout", o.restraint.label)->capture_default_str();
    command->add_option("--part-dropout", o.restraint.part)->capture_default_str();
    command->add_option("--word-dropout", o.restraint.word)->capture_default_str();
    command->add_option("--seed", o.seed, "of the random numbers")->capture_default_str();
    command->footer("Example:\n  entente-train learn train.conllu --vectors vectors.txt -o english.model");
    command->callback([settings] { run(*settings); });
}

} // namespace entente::train
