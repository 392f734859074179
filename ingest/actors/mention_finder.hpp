// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_MENTION_FINDER_HPP
#define ENTENTE_INGEST_ACTORS_MENTION_FINDER_HPP

#include "ingest/actors/discourse.hpp"
#include "ingest/actors/gazetteer.hpp"
#include "ingest/actors/mention.hpp"
#include "ingest/text/tree.hpp"

#include <functional>

namespace entente::actors {

/// Whether a word reports speech ("said", "according to"); the coder's lexicon knows.
using IsSpeech = std::function<bool(const ud::Tree&, ud::At)>;

/// Finds which parties the words of a sentence stand for, from names, titles, modifiers and what came before.
///
/// What can't be resolved has no party; nothing is guessed. Changes `discourse` as the sentence does: persons
/// introduced, and what later pronouns refer to. Sentences are to be given in the order of the text.
SentenceParties find_mentions(const Gazetteer& gazetteer, const ud::Tree& tree, const IsSpeech& is_speech,
                              Discourse& discourse);

} // namespace entente::actors

#endif
