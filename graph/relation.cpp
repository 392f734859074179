// SPDX-License-Identifier: Apache-2.0
#include "graph/relation.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, modality_count> modality_names{"asserted", "intended", "requested",
                                                                      "negated", "hypothetical"};

std::uint64_t day_number(const std::optional<Date>& date) {
    if (!date)
        return UINT64_MAX;
    return static_cast<std::uint64_t>(std::chrono::sys_days{*date}.time_since_epoch().count());
}

} // namespace

std::string_view to_string(Modality modality) noexcept {
    return modality_names[static_cast<std::size_t>(modality)];
}

std::optional<Modality> parse_modality(std::string_view text) noexcept {
    const auto found = std::find(modality_names.begin(), modality_names.end(), text);
    if (found == modality_names.end())
        return std::nullopt;
    return static_cast<Modality>(found - modality_names.begin());
}

cameo::Code cameo_code(const Relation& relation) noexcept {
    return relation.cameo ? *relation.cameo : cameo::nearest(relation.type, relation.mode);
}

double goldstein_score(const Relation& relation) noexcept { return cameo_code(relation).goldstein_score(); }

RelationId relation_id(const Relation& relation) {
    const bool turned = relation.symmetric && relation.target < relation.source;
    const PartyCode& first = turned ? relation.target : relation.source;
    const PartyCode& second = turned ? relation.source : relation.target;
    const std::string& first_actor = turned ? relation.target_actor : relation.source_actor;
    const std::string& second_actor = turned ? relation.source_actor : relation.target_actor;
    Hasher hasher;
    // Names, not indices, so that rows added to the ontology's tables change no identifier.
    hasher.add(first.text()).add(second.text()).add(first_actor).add(second_actor);
    hasher.add(plover::to_string(relation.type))
        .add(relation.mode ? relation.mode->name() : std::string_view{});
    hasher.add(cameo_code(relation).text()).add(relation.predicate).add(std::uint64_t{relation.symmetric});
    hasher.add(to_string(relation.modality))
        .add(relation.said_by ? relation.said_by->text() : std::string_view{});
    hasher.add(relation.act.high).add(relation.act.low);
    hasher.add(day_number(relation.date)).add(day_number(relation.date_end));
    hasher.add(static_cast<std::uint64_t>(relation.date_precision));
    if (relation.coding.dataset.empty()) { // a coded row is the same in whatever file it is met again
        hasher.add(relation.evidence.statement).add(std::uint64_t{relation.evidence.sentence});
        hasher.add(relation.evidence.span.begin).add(relation.evidence.span.end);
    }
    hasher.add(relation.evidence.text);
    hasher.add(relation.coding.dataset).add(relation.coding.row);
    return hasher.digest<RelationTag>();
}

std::string relation_urn(const RelationId& id) { return "urn:entente:relation:" + to_hex(id); }

} // namespace entente
