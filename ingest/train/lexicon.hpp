// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_LEXICON_HPP
#define ENTENTE_INGEST_TRAIN_LEXICON_HPP

#include "ingest/text/conllu.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/ud.hpp"

#include <cstdint>
#include <istream>
#include <string>
#include <utility>
#include <vector>

namespace entente::train {

/// A word that the lemmatiser should know, with forms that no rule would give, as english_forms.tsv lists
/// them.
struct KnownWord {
    std::string lemma;
    ud::Upos upos = ud::Upos::x;
    /// Tags of the Penn Treebank and forms.
    std::vector<std::pair<std::string, std::string>> forms;
};

/// Reads words in the layout that english_forms.tsv describes. Throws InputError at the first bad line;
/// `file` stands in messages.
std::vector<KnownWord> read_known_words(std::istream& in, const std::string& file);

/// What ud::detail::Lemmatizer looks words up in.
struct Lexicon {
    std::vector<std::string> more_rules; // beyond those of the network
    std::vector<std::uint64_t> keys;     // of forms with their tags, sorted
    std::vector<std::uint16_t> rules;    // of each key
    std::vector<std::uint64_t> bases;    // of lemmas, sorted
};

/// Collects the lemma rules of forms with their tags, and all lemmas.
///
/// A form that the first treebank has is not taken from `words`, nor one that these or an earlier treebank
/// have from a later one, since they differ ("people" is its own lemma in EWT, and "person" in GUM).
/// `network_rules` are the rules that the network chooses among.
Lexicon make_lexicon(const std::vector<std::vector<ud::Document>>& treebanks,
                     const std::vector<KnownWord>& words, const std::vector<std::string>& network_rules);

/// Adds the sections to a model.
void write_lexicon(ud::detail::ModelWriter& model, const Lexicon& lexicon);

} // namespace entente::train

#endif
