// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/detail/relation_fields.hpp"

namespace entente::detail {

plover::EventType read_type(const JsonObject& object) {
    return object.parsed("type", "a PLOVER event type", plover::parse_event_type);
}

Relation read_relation(const JsonObject& object) {
    Relation relation;
    relation.source = object.parsed("source", "a party code", PartyCode::parse);
    relation.target = object.parsed("target", "a party code", PartyCode::parse);
    relation.type = read_type(object);
    relation.symmetric = object.flag("symmetric");
    if (!object.optional_text("modality").empty())
        relation.modality = object.parsed("modality", "a modality", parse_modality);
    for (const std::string& name : object.texts("contexts")) {
        const auto context = plover::Context::find(name);
        if (!context)
            throw InputError(object.place(), "a PLOVER context in \"contexts\"", name);
        relation.contexts.insert(*context);
    }
    return relation;
}

} // namespace entente::detail
