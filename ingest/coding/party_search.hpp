// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_PARTY_SEARCH_HPP
#define ENTENTE_INGEST_CODING_PARTY_SEARCH_HPP

#include "ingest/actors/mention.hpp"
#include "ingest/coding/grammar.hpp"

#include <span>
#include <vector>

namespace entente::coding {

using Parties = std::vector<actors::Referent>;

/// Whether some party of the list has this code.
bool has_code(std::span<const actors::Referent> parties, const PartyCode& code);

/// Adds the parties that the list has not, by code.
void add_new(Parties& parties, std::span<const actors::Referent> more);

/// The parties without those of `others`, by code.
Parties without(std::span<const actors::Referent> parties, std::span<const actors::Referent> others);

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
    Parties inside(At np, std::span<const actors::Referent> others) const;

    /// The parties named below the word, in its own clause, that stand nearest to it in the tree; what is
    /// coordinated with them too.
    Parties below(At at, std::span<const actors::Referent> others) const;

private:
    Parties layer(At np, int depth, std::span<const actors::Referent> others) const;

    const Tree* tree_;
    const actors::SentenceParties* parties_;
};

} // namespace entente::coding

#endif
