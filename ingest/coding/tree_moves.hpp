// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_TREE_MOVES_HPP
#define ENTENTE_INGEST_CODING_TREE_MOVES_HPP

#include "ingest/coding/frame_lexicon.hpp"
#include "ingest/coding/grammar.hpp"

#include <optional>
#include <string>
#include <vector>

/// Mistakes that the parser makes again and again, and where the words belong instead.
namespace entente::coding {

/// A word, its new head (nowhere for the root) and its new relation to it.
struct Move {
    At word;
    At head;
    std::string deprel;
    /// What kind of word it is instead; nothing where the tag is right.
    std::optional<ud::Upos> upos = std::nullopt;
};

/// Where a clause that modifies a noun or goes on an infinitive belongs; nothing where it stands well.
std::optional<Move> better_clause(const Tree& tree, const FrameLexicon& lexicon, At clause);

/// Where a possessor or one of two subjects belongs; nothing where it stands well.
std::optional<Move> better_noun(const Tree& tree, At word);

/// "with Armen Grigoryan", read as two: the moves that make the name one again; empty where the word does not
/// go on a name.
std::vector<Move> whole_name(const Tree& tree, At word);

/// "welcomed Japan and Australia's signing", read as Japan and a signing: the moves that make the two own the
/// noun; empty where the word is no first of two owners.
std::vector<Move> group_genitive(const Tree& tree, At word);

/// The moves that mend a predicate whose parts were read as something else: an auxiliary read as the verb, a
/// verb read as a participle, a subject left in the phrase before it. Empty where there is no such predicate.
std::vector<Move> mended_predicate(const Tree& tree);

} // namespace entente::coding

#endif
