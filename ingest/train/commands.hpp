// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_COMMANDS_HPP
#define ENTENTE_INGEST_TRAIN_COMMANDS_HPP

#include "ingest/text/conllu.hpp"
#include "ingest/train/lexicon.hpp"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace entente::train {

/// The documents of CoNLL-U files. Throws InputError at the first bad sentence, or where a file can't be
/// opened.
std::vector<ud::Document> read_treebanks(const std::vector<std::string>& files);

/// The words of files in the layout of english_forms.tsv, in the order of the files.
std::vector<KnownWord> read_known_word_files(const std::vector<std::string>& files);

/// Throws OutputError where the file can't be written.
void write_file(const std::string& path, const std::vector<std::byte>& bytes);

// One function a subcommand of entente-train: adds it with its options and what it does.
void add_learn(CLI::App& app);
void add_vectors(CLI::App& app);
void add_eval(CLI::App& app);
void add_lexicon(CLI::App& app);

/// Prints the scores of the model on the file, from given words and from raw text, as a table.
void print_evaluation(const std::string& model, const std::string& file, bool with_relations);

} // namespace entente::train

#endif
