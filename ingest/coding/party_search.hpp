// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_PARTY_SEARCH_HPP
#define ENTENTE_INGEST_CODING_PARTY_SEARCH_HPP

#include "ingest/actors/mention.hpp"
#include "ingest/coding/grammar.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente::coding {

using Parties = std::vector<actors::Referent>;

/// Whether some party of the list has this code.
bool has_code(std::span<const actors::Referent> parties, const PartyCode& code);

/// Adds the parties that the list has not, by code.
void add_new(Parties& parties, std::span<const actors::Referent> more);

/// The parties without those of `others`, by code.
Parties without(std::span<const actors::Referent> parties, std::span<const actors::Referent> others);

/// Which parties inside a phrase count.
enum class Inside : std::uint8_t {
    anyone,  ///< whoever is spoken of in it
    owner,   ///< whose it is, or who makes it: "Russian aircraft", not "the crisis in Qatar"
    friendly ///< nobody against whom it is: not Russia in "support for sanctions on Russia"
};

/// Finds the parties that noun phrases of one sentence stand for or speak of.
class PartySearch {
public:
    PartySearch(const Tree& tree, const actors::SentenceParties& parties)
        : tree_(&tree), parties_(&parties) {}

    /// The parties that the phrase and those coordinated with it stand for.
    Parties of(At np) const;

    /// The parties inside a phrase that is none itself, nearest first: its possessor, a demonym, "by" and
    /// "of" phrases, then others; the first layer that has any party outside `others`. "Russia's attack on
    /// Ukraine": RUS, and with RUS among `others` UKR.
    Parties inside(At np, std::span<const actors::Referent> others, Inside which = Inside::anyone) const;

    /// The parties named below the word, in its own clause, that stand nearest to it in the tree; what is
    /// coordinated with them too.
    Parties below(At at, std::span<const actors::Referent> others, Inside which = Inside::anyone) const;

    /// Who does what a noun of conflict names, not whom it hits: HAMAS in "the assault on Israel by Hamas".
    Parties doers(At noun) const;

    /// Which words name acts of conflict, one flag a word; `Inside::friendly` goes round them.
    void set_hostile(std::vector<bool> hostile) { hostile_ = std::move(hostile); }
    bool is_hostile(At word) const { return word < hostile_.size() && hostile_[word]; }

private:
    Parties layer(At np, int depth, std::span<const actors::Referent> others, Inside which) const;
    bool is_against(At child) const;
    Parties members(At group) const;

    const Tree* tree_;
    const actors::SentenceParties* parties_;
    std::vector<bool> hostile_;
};

} // namespace entente::coding

#endif
