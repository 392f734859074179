// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_MEANING_HPP
#define ENTENTE_INGEST_CODING_MEANING_HPP

#include "ingest/coding/clause.hpp"
#include "ingest/coding/event.hpp"
#include "ingest/coding/roles.hpp"

namespace entente::coding {

/// Whether a clause hangs on the trigger: "a commitment to respect ...".
bool governs_clause(const Tree& tree, const Trigger& trigger);

/// Gives an event the type, mode, CAMEO code, modality and predicate that its frame has in this clause, as
/// PLOVER has it: help still to come is AGREE, help that will not come REJECT, unnamed costs to come are
/// THREATEN, a call on someone of whom nothing is asked is a visit, and an opinion that two share is no plan.
/// `event.symmetric` must be set.
void settle_meaning(const Tree& tree, const FrameLexicon& lexicon, const RoleFinder& roles,
                    const Trigger& trigger, const Clause& clause, Event& event);

} // namespace entente::coding

#endif
