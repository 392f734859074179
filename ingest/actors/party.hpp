// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_PARTY_HPP
#define ENTENTE_INGEST_ACTORS_PARTY_HPP

#include "graph/date.hpp"
#include "graph/party_code.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// A time with open or known ends; both ends belong to it.
///
/// An end that the source gives as a year or a month reaches to the first or last day of it, so that two
/// terms which meet in a year of unknown day overlap.
struct Period {
    std::optional<Date> from;
    std::optional<Date> until;

    bool operator==(const Period&) const = default;
};

/// Whether the period includes `day`.
bool is_within(const Period& period, const Date& day) noexcept;

// All text below lies in the memory of the Gazetteer that handed out the value, and lives as long as it does.

/// A country, organization or group: what relations run between.
struct Party {
    PartyCode code;
    ActorKind kind = ActorKind::country;
    std::string_view name;
    /// "Q31", or empty.
    std::string_view wikidata;
    /// Other names in the order of the file, without the marks of ambiguity.
    std::vector<std::string_view> other_names;
    /// When there was such a state or body; open where the file does not say.
    Period existence;
    /// The UN M49 subregion of a country, "Western Europe".
    std::string_view region;
    /// The organizations that the country belongs to.
    std::vector<PartyCode> member_of;
};

/// The offices that the files of office holders tell apart.
enum class Office : std::uint8_t {
    head_of_state,
    head_of_government,
    foreign_minister,
    defence_minister,
    organization_head,
    other
};

/// "head_of_state", as in the files.
std::string_view to_string(Office office) noexcept;
std::optional<Office> parse_office(std::string_view text) noexcept;

enum class Gender : std::uint8_t { unknown, male, female };

/// One term of office of one person; who held two offices, or one twice, has a value for each.
struct Leader {
    std::string_view name;
    /// Other names and short forms in the order of the file.
    std::vector<std::string_view> other_names;
    Office office = Office::other;
    /// "President", "Prime Minister", "King".
    std::string_view title;
    const Party* party = nullptr;
    Period term;
    std::string_view wikidata;
    Gender gender = Gender::unknown;
};

/// What sort of thing a role word or phrase names.
enum class RoleKind : std::uint8_t { person, body, people, place, force };

/// A common noun or phrase for who may act for a country: "foreign minister", "parliament", "troops".
struct Role {
    /// In the singular, as the file has it.
    std::string_view term;
    RoleKind kind = RoleKind::person;
    /// "head_of_government", "foreign_ministry", "military", "citizens" ...
    std::string_view sector;
    /// Whether "Belgian X" or "the X of Belgium" acts for Belgium.
    bool acts_for = false;
};

/// A body with a name of its own that stands for a party: the Kremlin, the Knesset, the Pentagon.
struct Body {
    std::string_view name{};
    const Party* party = nullptr;
    std::string_view sector;
};

enum class PublisherKind : std::uint8_t { government, news, organization };

/// Who publishes statements, and the party that this is, if any.
struct Publisher {
    std::string_view name;
    /// Null for publishers that no state or organization runs.
    const Party* party = nullptr;
    PublisherKind kind = PublisherKind::news;
};

} // namespace entente

#endif
