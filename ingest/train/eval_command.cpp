// SPDX-License-Identifier: Apache-2.0
#include "graph/error.hpp"
#include "ingest/text/reader.hpp"
#include "ingest/train/commands.hpp"
#include "ingest/train/evaluation.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

namespace entente::train {

namespace {

std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%6.2f", 100 * share);
    return text;
}

void print_row(const std::string& name, const Evaluation& e) {
    std::cout << name;
    for (const Score& score :
         {e.tokens, e.sentences, e.words, e.upos, e.xpos, e.feats, e.lemmas, e.uas, e.las})
        std::cout << ' ' << percent(score.f1());
    std::cout << '\n';
}

void print_relations(const Evaluation& e) {
    for (const auto& [relation, score] : e.las_by_relation)
        std::cout << "  " << relation << std::string(12 - std::min<std::size_t>(relation.size(), 11), ' ')
                  << percent(score.precision()) << ' ' << percent(score.recall()) << ' '
                  << percent(score.f1()) << "  " << score.gold << '\n';
    constexpr const char* lengths[] = {"1-10", "11-20", "21-30", "31-40", "41-"};
    for (std::size_t i = 0; i < e.las_by_length.size(); ++i)
        std::cout << "  words " << lengths[i] << ": LAS " << percent(e.las_by_length[i].recall()) << " of "
                  << e.las_by_length[i].gold << '\n';
}

Evaluation evaluate_given(const Reader& reader, const std::vector<ud::Document>& documents) {
    Evaluation total;
    for (const ud::Document& document : documents) {
        std::vector<ud::Sentence> system = document.sentences;
        for (ud::Sentence& sentence : system)
            reader.analyse(sentence);
        total += evaluate(document.sentences, system);
    }
    return total;
}

Evaluation evaluate_raw(const Reader& reader, const std::vector<ud::Document>& documents) {
    Evaluation total;
    for (const ud::Document& document : documents)
        total += evaluate(document.sentences, reader.read(document.text));
    return total;
}

struct Settings {
    std::string model;
    std::vector<std::string> files;
    bool with_relations = false;
};

} // namespace

std::vector<ud::Document> read_treebanks(const std::vector<std::string>& files) {
    std::vector<ud::Document> documents;
    for (const std::string& file : files) {
        std::ifstream in(file);
        if (!in)
            throw InputError({.file = file}, "cannot open the treebank");
        ud::ConlluReader reader(in, file);
        while (auto document = reader.next())
            documents.push_back(std::move(*document));
    }
    return documents;
}

void print_evaluation(const std::string& model, const std::string& file, bool with_relations) {
    const Reader reader = Reader::load(model);
    const std::vector<ud::Document> documents = read_treebanks({file});
    std::cout << file << '\n'
              << "              tokens  sents  words   UPOS   XPOS  feats lemmas    UAS    LAS\n";
    const Evaluation given = evaluate_given(reader, documents);
    print_row("  words given", given);
    const Evaluation raw = evaluate_raw(reader, documents);
    print_row("  raw text   ", raw);
    if (with_relations) {
        std::cout << "  words given: precision, recall and F1 of LAS, and count\n";
        print_relations(given);
        std::cout << "  raw text\n";
        print_relations(raw);
    }
    std::cout.flush();
}

void add_eval(CLI::App& app) {
    auto settings = std::make_shared<Settings>();
    CLI::App* command =
        app.add_subcommand("eval", "Measures a model against treebanks, as the CoNLL 2018 task did.");
    command->add_option("model", settings->model, "the model file")->required();
    command->add_option("treebanks", settings->files, "CoNLL-U files with trees")->required();
    command->add_flag("--relations", settings->with_relations, "LAS of each relation and by length, too");
    command->footer("Example:\n  entente-train eval english.model en_ewt-ud-dev.conllu");
    command->callback([settings] {
        for (const std::string& file : settings->files)
            print_evaluation(settings->model, file, settings->with_relations);
    });
}

} // namespace entente::train
