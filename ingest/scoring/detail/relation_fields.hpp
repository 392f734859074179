// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_SCORING_DETAIL_RELATION_FIELDS_HPP
#define ENTENTE_INGEST_SCORING_DETAIL_RELATION_FIELDS_HPP

#include "graph/relation.hpp"
#include "ingest/scoring/detail/json_object.hpp"

namespace entente::detail {

/// The type that an object names in its member "type".
plover::EventType read_type(const JsonObject& object);

/// What annotations and predictions have in common: parties, type, symmetry, modality and contexts.
Relation read_relation(const JsonObject& object);

} // namespace entente::detail

#endif
