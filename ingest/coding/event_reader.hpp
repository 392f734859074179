// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_EVENT_READER_HPP
#define ENTENTE_INGEST_CODING_EVENT_READER_HPP

#include "ingest/coding/clause.hpp"
#include "ingest/coding/event.hpp"
#include "ingest/coding/stage.hpp"

#include <optional>
#include <string>
#include <vector>

namespace entente::coding {

/// A frame that was found and gave no event, and why; for explanations.
struct Unread {
    Trigger trigger;
    std::string reason;
};

/// What one sentence says: its events in the order of the text.
struct Reading {
    std::vector<Event> events;
    std::vector<Unread> unread;
    /// Whoever speaks when the sentence ends: the subject of its last verb of speech.
    Parties speaker;
};

/// Reads the events of one sentence from its tree: each frame of the lexicon with the parties in its roles,
/// under what the clauses above it say (negation, modality, intention, request, reported speech).
Reading read_events(const FrameLexicon& lexicon, const Tree& tree, const actors::SentenceParties& parties,
                    const Stage& stage);

} // namespace entente::coding

#endif
