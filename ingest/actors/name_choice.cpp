// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/name_choice.hpp"

#include <algorithm>
#include <tuple>

namespace entente::actors {

namespace {

int kind_rank(NameKind kind) {
    switch (kind) {
    case NameKind::name:
        return 0;
    case NameKind::leader:
        return 1;
    case NameKind::body:
        return 2;
    case NameKind::adjective:
        return 3;
    case NameKind::noun:
        return 4;
    case NameKind::metonym:
        return 5;
    case NameKind::role:
        return 6;
    case NameKind::place:
        return 7;
    case NameKind::city:
        return 8;
    }
    return 9;
}

bool in_office(const Name& name, const std::optional<Date>& date) {
    return name.leader != nullptr && date && is_within(name.leader->term, *date);
}

/// Whether the party exists at the date: "Yugoslavia" of 2020 is history, but still the one that is named.
bool exists(const Name& name, const std::optional<Date>& date) {
    return name.party == nullptr || !date || is_within(name.party->existence, *date);
}

bool is_near(const Name& name, std::span<const PartyCode> near) {
    return name.party != nullptr && std::find(near.begin(), near.end(), name.party->code) != near.end();
}

bool is_sure(const NameMatch& match, const std::optional<Date>& date) {
    if (match.name->kind == NameKind::role || match.name->kind == NameKind::place)
        return true;
    if (match.name->kind == NameKind::leader)
        return match.length > 1 || in_office(*match.name, date);
    return !match.name->ambiguous || match.name->kind == NameKind::name;
}

auto rank(const NameMatch& match, const std::optional<Date>& date, std::span<const PartyCode> near) {
    // Among namesakes: in office now, else whoever came last.
    constexpr Date still{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
    const auto until =
        match.name->leader == nullptr ? Date{} : match.name->leader->term.until.value_or(still);
    // Who leads a state and an organization speaks for the state, unless the text says otherwise.
    const bool state = match.name->party != nullptr && match.name->party->kind == ActorKind::country;
    return std::make_tuple(match.length, exists(*match.name, date), -kind_rank(match.name->kind),
                           is_near(*match.name, near), in_office(*match.name, date),
                           match.name->leader != nullptr && state, until);
}

} // namespace

std::optional<NameMatch> choose_name(const Gazetteer& gazetteer, std::span<const std::string_view> tokens,
                                     std::size_t at, const std::optional<Date>& date, Surety surety,
                                     std::span<const PartyCode> near) {
    thread_local std::vector<NameMatch> matches;
    gazetteer.find_all(tokens, at, matches);
    const NameMatch* best = nullptr;
    for (const NameMatch& match : matches)
        if ((surety == Surety::any || is_sure(match, date)) &&
            (best == nullptr || rank(*best, date, near) < rank(match, date, near)))
            best = &match;
    return best == nullptr ? std::nullopt : std::optional(*best);
}

} // namespace entente::actors
