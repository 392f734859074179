// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_BACK_REFERENCE_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_BACK_REFERENCE_HPP

#include "ingest/actors/discourse.hpp"
#include "ingest/actors/mention_finder.hpp"
#include "ingest/text/tree.hpp"

namespace entente::actors::detail {

/// Resolves what refers back or to the two sides, where names and modifiers have left it open: pronouns, "the
/// two leaders", titles alone ("the President"), "his counterpart", bodies of the publisher ("Cabinet"), and
/// the international community. Then tells `discourse` what the next sentence may refer to.
void resolve_back_references(const Gazetteer& gazetteer, const ud::Tree& tree, const IsSpeech& is_speech,
                             Discourse& discourse, SentenceParties& parties);

} // namespace entente::actors::detail

#endif
