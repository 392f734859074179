// SPDX-License-Identifier: Apache-2.0
#include "graph/error.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/train/commands.hpp"
#include "ingest/train/lexicon.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

namespace entente::train {

namespace {

struct Settings {
    std::string model;
    std::vector<std::string> treebanks;
    std::vector<std::string> words;
    std::string output;
};

void run(const Settings& settings) {
    const auto model = ud::detail::ModelFile::open(settings.model);
    std::vector<std::vector<ud::Document>> treebanks;
    for (const std::string& file : settings.treebanks)
        treebanks.push_back(read_treebanks({file}));
    const std::set<std::string, std::less<>> replaced = {"lemmas.more", "lexicon.keys", "lexicon.rules",
                                                         "bases"};
    ud::detail::ModelWriter writer;
    for (const std::string& name : model.section_names())
        if (!replaced.contains(name))
            writer.add<char>(name, model.section<char>(name));
    write_lexicon(writer,
                  make_lexicon(treebanks, read_known_word_files(settings.words), model.lines("lemmas")));
    write_file(settings.output, writer.bytes());
}

} // namespace

std::vector<KnownWord> read_known_word_files(const std::vector<std::string>& files) {
    std::vector<KnownWord> words;
    for (const std::string& file : files) {
        std::ifstream in(file);
        if (!in)
            throw InputError({.file = file}, "cannot open the words");
        std::vector<KnownWord> more = read_known_words(in, file);
        std::move(more.begin(), more.end(), std::back_inserter(words));
    }
    return words;
}

void add_lexicon(CLI::App& app) {
    auto settings = std::make_shared<Settings>();
    CLI::App* command = app.add_subcommand("lexicon", "Replaces the lexicon of lemmas in a model.");
    command->add_option("model", settings->model, "the model file")->required();
    command->add_option("treebanks", settings->treebanks, "CoNLL-U files with lemmas")->required();
    command->add_option(
        "--words", settings->words,
        "words with irregular forms, as english_forms.tsv; the first file that has a form decides");
    command->add_option("-o,--output", settings->output, "the model file to write")->required();
    command->footer(
        "Example:\n  entente-train lexicon old.model train.conllu --words english_forms.tsv wordnet.tsv -o "
        "english.model");
    command->callback([settings] { run(*settings); });
}

} // namespace entente::train
