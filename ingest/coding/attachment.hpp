// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_ATTACHMENT_HPP
#define ENTENTE_INGEST_CODING_ATTACHMENT_HPP

#include "ingest/coding/frame_lexicon.hpp"
#include "ingest/text/ud.hpp"

#include <optional>

namespace entente::coding {

/// The sentence with heads that the lexicon knows better than the parser: an infinitive belongs to the noun
/// in front of it that takes one ("reaffirmed its commitment to defend Japan"), a possessor to the noun and
/// not to an adjective before it ("Russia's unprovoked war"), the first of two subjects to the clause in
/// front of the verb of speech ("Youths threw stones, officials said"). Nothing where no head changes.
///
/// The result is a tree again: a word moves only to a noun outside its own subtree.
std::optional<ud::Sentence> reattached(const ud::Sentence& sentence, const FrameLexicon& lexicon);

} // namespace entente::coding

#endif
