// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/wikidata_entity.hpp"

#include "graph/date.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>

namespace entente::detail {

namespace {

using rapidjson::Value;

// Wikidata's properties: instance of, subclass of, ISO 3166-1 alpha-3, head of state, head of government,
// capital, short name, demonym, position held, sex or gender, chairperson, secretary general, jurisdiction,
// country.
constexpr std::array<const char*, 14> properties{"P31",   "P279", "P298", "P35",  "P6",    "P36",   "P1813",
                                                 "P1549", "P39",  "P21",  "P488", "P3975", "P1001", "P17"};

/// The member, or null where `value` is no object or lacks it.
const Value* member(const Value* value, const char* name) {
    if (value == nullptr || !value->IsObject())
        return nullptr;
    const auto found = value->FindMember(name);
    return found == value->MemberEnd() ? nullptr : &found->value;
}

std::string_view text_of(const Value* value) {
    return value != nullptr && value->IsString()
               ? std::string_view(value->GetString(), value->GetStringLength())
               : std::string_view();
}

std::string label_of(const Value& entity) {
    for (const char* language : {"en", "mul", "en-gb"})
        if (const auto label = text_of(member(member(member(&entity, "labels"), language), "value"));
            !label.empty())
            return std::string(label);
    return {};
}

std::vector<std::string> aliases_of(const Value& entity) {
    std::vector<std::string> aliases;
    for (const char* language : {"en", "mul"})
        if (const Value* list = member(member(&entity, "aliases"), language);
            list != nullptr && list->IsArray())
            for (const Value& alias : list->GetArray())
                if (const auto text = text_of(member(&alias, "value")); !text.empty())
                    aliases.emplace_back(text);
    return aliases;
}

bool is_date(std::string_view text) { return parse_date(text).has_value(); }

/// "+2014-05-26T00:00:00Z" at Wikidata's precision: 9 is a year, 10 a month, 11 a day.
std::string date_of(const Value* snak) {
    const Value* value = member(member(snak, "datavalue"), "value");
    const std::string_view time = text_of(member(value, "time"));
    const Value* precision = member(value, "precision");
    if (!time.starts_with('+') || time.size() < 11 || precision == nullptr || !precision->IsInt())
        return {};
    const std::string day(time.substr(1, 10));
    switch (precision->GetInt()) {
    case 9:
        return is_date(day.substr(0, 4) + "-01-01") ? day.substr(0, 4) : std::string();
    case 10:
        return is_date(day.substr(0, 7) + "-01") ? day.substr(0, 7) : std::string();
    case 11:
        return is_date(day) ? day : std::string();
    default:
        return {};
    }
}

std::string value_of(const Value* snak) {
    const Value* value = member(member(snak, "datavalue"), "value");
    if (const auto id = text_of(member(value, "id")); !id.empty())
        return std::string(id);
    if (const auto language = text_of(member(value, "language")); !language.empty())
        return language == "en" || language == "mul" ? std::string(text_of(member(value, "text")))
                                                     : std::string();
    return std::string(text_of(value));
}

std::string qualifier_of(const Value& statement, const char* property) {
    const Value* snaks = member(member(&statement, "qualifiers"), property);
    return snaks != nullptr && snaks->IsArray() && !snaks->Empty() ? date_of(&(*snaks)[0]) : std::string();
}

std::vector<WikidataClaim> claims_of(const Value& entity, const char* property) {
    std::vector<WikidataClaim> claims;
    const Value* statements = member(member(&entity, "claims"), property);
    if (statements == nullptr || !statements->IsArray())
        return claims;
    for (const Value& statement : statements->GetArray()) {
        std::string value = value_of(member(&statement, "mainsnak"));
        if (!value.empty() && text_of(member(&statement, "rank")) != "deprecated")
            claims.push_back(
                {std::move(value), qualifier_of(statement, "P580"), qualifier_of(statement, "P582")});
    }
    return claims;
}

} // namespace

const std::vector<WikidataClaim>& WikidataEntity::of(std::string_view property) const {
    static const std::vector<WikidataClaim> none;
    const auto found = claims.find(property);
    return found == claims.end() ? none : found->second;
}

bool WikidataEntity::has(std::string_view property, std::string_view value) const {
    return std::ranges::find(of(property), value, &WikidataClaim::value) != of(property).end();
}

std::optional<WikidataEntity> parse_wikidata_entity(std::string_view json, std::string& reason) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size()); // nesting takes no stack
    if (document.HasParseError()) {
        reason = rapidjson::GetParseError_En(document.GetParseError());
        return std::nullopt;
    }
    WikidataEntity entity;
    entity.id = text_of(member(&document, "id"));
    if (entity.id.empty()) {
        reason = "there is no \"id\"";
        return std::nullopt;
    }
    entity.label = label_of(document);
    entity.aliases = aliases_of(document);
    for (const char* property : properties)
        if (auto claims = claims_of(document, property); !claims.empty())
            entity.claims.emplace(property, std::move(claims));
    return entity;
}

std::string_view wikidata_id(std::string_view line) noexcept {
    constexpr std::string_view before = "\"id\":\"";
    constexpr std::size_t farthest = 200;
    const std::size_t found = line.substr(0, farthest).find(before);
    if (found == std::string_view::npos)
        return {};
    const std::string_view id = line.substr(found + before.size(), 20);
    return id.substr(0, id.find('"'));
}

} // namespace entente::detail
