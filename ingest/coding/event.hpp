// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_EVENT_HPP
#define ENTENTE_INGEST_CODING_EVENT_HPP

#include "graph/relation.hpp"
#include "ingest/actors/mention.hpp"
#include "ingest/coding/frame_lexicon.hpp"
#include "ingest/coding/grammar.hpp"

#include <string>
#include <vector>

namespace entente::coding {

/// How a participant of an event was found; the surest way first.
enum class Reach : std::uint8_t {
    role,   ///< it fills the frame's role
    inside, ///< it stands within the role's noun phrase
    clause, ///< it is the one other party of the clause
    shared, ///< it comes from the clause above
    assumed ///< the other side of the statement, or whoever speaks
};

/// What one frame says in one clause, between all its parties.
struct Event {
    const Frame* frame = nullptr;
    /// The frame's head and the predicate of its clause.
    At head = nowhere;
    At clause = nowhere;
    plover::EventType type = plover::EventType::consult;
    std::optional<plover::Mode> mode;
    std::optional<cameo::Code> cameo;
    Modality modality = Modality::asserted;
    bool symmetric = false;
    std::vector<actors::Referent> sources;
    std::vector<actors::Referent> targets;
    Reach source_reach = Reach::role;
    Reach target_reach = Reach::role;
    std::optional<PartyCode> said_by;
    /// The heads of the noun phrases it is about.
    std::vector<At> topics;
    std::string predicate;
};

} // namespace entente::coding

#endif
