// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_SENTENCE_NAMES_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_SENTENCE_NAMES_HPP

#include "ingest/actors/discourse.hpp"
#include "ingest/text/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::actors::detail {

using ud::At;
using ud::Dep;
using ud::nowhere;
using ud::Tree;

/// The gazetteer's names in a sentence, longest first and without overlap, by the word that heads each.
class SentenceNames {
public:
    SentenceNames(const Gazetteer& gazetteer, const Tree& tree, const Discourse& discourse);

    /// The name that the word heads; null where it heads none.
    const Name* headed_by(At word) const noexcept { return by_head_[word]; }
    /// Whether the word lies inside a name (of any kind but a role) that another word heads.
    bool is_inside(At word) const noexcept { return inside_[word]; }
    /// How many words the name that this word heads has; 0 for none.
    std::size_t length(At word) const noexcept { return length_[word]; }

private:
    bool is_taken(const Name& name, At begin, At end, const Discourse& discourse) const;
    bool is_leader(const Name& name, At begin, At end, const std::vector<bool>& known) const;
    At head_of(At begin, At end) const;

    const Tree* tree_;
    std::vector<const Name*> by_head_;
    std::vector<bool> inside_;
    std::vector<std::size_t> length_;
};

/// The word, its flat parts and names compounded with it, as one string: "Kim Jong Un".
std::string person_name(const Tree& tree, At head);

/// Whether anything but a possessive ending marks the word's case: "of", "including", "according to".
bool is_preposed(const Tree& tree, At word);

/// The lemma of a preposition in front of a word; empty where there is none.
std::string_view case_lemma(const Tree& tree, At word);

} // namespace entente::actors::detail

#endif
