// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_TRIGGER_HPP
#define ENTENTE_INGEST_CODING_TRIGGER_HPP

#include "ingest/coding/frame_lexicon.hpp"
#include "ingest/coding/grammar.hpp"

#include <optional>
#include <vector>

namespace entente::coding {

/// A frame of the lexicon found in a sentence.
struct Trigger {
    const Frame* frame = nullptr;
    At head = nowhere;
    /// The words of the trigger behind its head, in the order of Frame::trigger.
    std::vector<At> parts;
    /// What the trigger's preposition governs ("on whom" one calls); it takes the place of the object.
    At bound = nowhere;
};

/// The longest frame whose trigger is headed by the word and whose other lemmas depend on it.
///
/// A preposition of the trigger matches where it is the case of a dependent, any other lemma where it is a
/// dependent of the head or of an earlier part, directly or by coordination.
std::optional<Trigger> find_trigger(const FrameLexicon& lexicon, const Tree& tree, At head);

} // namespace entente::coding

#endif
