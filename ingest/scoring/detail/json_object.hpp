// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_SCORING_DETAIL_JSON_OBJECT_HPP
#define ENTENTE_INGEST_SCORING_DETAIL_JSON_OBJECT_HPP

#include "graph/error.hpp"

#include <rapidjson/document.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// Parses `text`, which begins at `start`. Throws InputError with line and column where it is no JSON.
rapidjson::Document parse_json(std::string_view text, const Place& start);

/// An object's members by name and type. What lacks or has another type is thrown as InputError at `place`.
///
/// It views the value, which must outlive it.
class JsonObject {
public:
    JsonObject(const rapidjson::Value& value, Place place);

    std::string text(const char* key) const;
    /// Empty where there is none, or null.
    std::string optional_text(const char* key) const;
    /// False where there is none.
    bool flag(const char* key) const;
    /// 0 where there is none.
    std::size_t number(const char* key) const;
    /// Empty where there is none, or null.
    std::vector<std::string> texts(const char* key) const;
    std::vector<JsonObject> objects(const char* key) const;

    /// A string that `parse` makes a value of; `expected` says which strings those are.
    template<class Parse>
    auto parsed(const char* key, std::string_view expected, Parse parse) const {
        const std::string value = text(key);
        const auto result = parse(value);
        if (!result)
            throw InputError(place_, in_member(expected, key), value);
        return *result;
    }

    const Place& place() const noexcept { return place_; }

private:
    const rapidjson::Value* find(const char* key) const;
    const rapidjson::Value* array(const char* key) const;
    static std::string in_member(std::string_view expected, const char* key);
    [[noreturn]] void refuse(std::string_view expected, const char* key, const rapidjson::Value* found) const;

    const rapidjson::Value* value_;
    Place place_;
};

} // namespace entente::detail

#endif
