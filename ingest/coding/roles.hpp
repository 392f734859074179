// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_ROLES_HPP
#define ENTENTE_INGEST_CODING_ROLES_HPP

#include "ingest/coding/event.hpp"
#include "ingest/coding/party_search.hpp"
#include "ingest/coding/trigger.hpp"

#include <span>
#include <utility>
#include <vector>

namespace entente::coding {

/// Who fills a role, and how surely.
struct Filler {
    Parties parties;
    Reach reach = Reach::role;
};

/// Finds the participants of triggers in one sentence.
class RoleFinder {
public:
    RoleFinder(const Tree& tree, const actors::SentenceParties& parties)
        : tree_(&tree), parties_(&parties), search_(tree, parties) {}

    /// The heads of the noun phrases that stand in the role, seen from the trigger; empty where it has none.
    /// A speaker role has none: the caller knows who speaks.
    std::vector<At> heads(const Trigger& trigger, const Role& role) const;

    /// The parties of the first role that has any outside `others`: the phrase itself before what is inside
    /// it.
    Filler fill(const Trigger& trigger, std::span<const Role> roles, std::span<const actors::Referent> others,
                Inside which = Inside::anyone) const;

    const PartySearch& search() const noexcept { return search_; }
    void set_hostile(std::vector<bool> hostile) { search_.set_hostile(std::move(hostile)); }

private:
    At subject_of(const Trigger& trigger) const;
    At phrase_head(const Trigger& trigger) const;
    std::vector<At> objects_of(const Trigger& trigger) const;
    std::vector<At> modifiers_of(At noun) const;
    std::vector<At> complement_subjects(const Trigger& trigger) const;
    std::vector<At> behind(const Trigger& trigger, std::string_view preposition) const;

    const Tree* tree_;
    const actors::SentenceParties* parties_;
    PartySearch search_;
};

} // namespace entente::coding

#endif
