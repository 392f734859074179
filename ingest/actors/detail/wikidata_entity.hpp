// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_WIKIDATA_ENTITY_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_WIKIDATA_ENTITY_HPP

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// A statement of a Wikidata entity.
struct WikidataClaim {
    /// An item ("Q31"), a string, or a text in English.
    std::string value;
    /// Qualifiers P580 and P582 as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or empty.
    std::string from;
    std::string until;
};

/// The part of a Wikidata entity from which actors are made.
struct WikidataEntity {
    std::string id;
    /// In English, or in the "mul" that stands for all languages; empty if there is none.
    std::string label;
    std::vector<std::string> aliases;
    /// By property, in the order of the dump; deprecated statements and those without a value are left out.
    std::map<std::string, std::vector<WikidataClaim>, std::less<>> claims;

    /// The values of a property.
    const std::vector<WikidataClaim>& of(std::string_view property) const;
    /// Whether one of the property's values is `value`.
    bool has(std::string_view property, std::string_view value) const;
};

/// Reads an entity in the JSON of the dumps. Nothing for text that is none; `reason` then says why.
std::optional<WikidataEntity> parse_wikidata_entity(std::string_view json, std::string& reason);

/// The id of the entity in a line of a dump, without reading the rest; empty where it does not begin like
/// one.
std::string_view wikidata_id(std::string_view line) noexcept;

} // namespace entente::detail

#endif
