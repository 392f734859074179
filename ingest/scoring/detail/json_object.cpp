// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/detail/json_object.hpp"

#include <rapidjson/error/en.h>

namespace entente::detail {

namespace {

Place place_at(std::string_view text, std::size_t offset, const Place& start) {
    Place place = start;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

std::string_view kind(const rapidjson::Value& value) {
    if (value.IsNull())
        return "null";
    if (value.IsBool())
        return "a boolean";
    if (value.IsNumber())
        return "a number";
    if (value.IsString())
        return "a string";
    return value.IsArray() ? "an array" : "an object";
}

} // namespace

rapidjson::Document parse_json(std::string_view text, const Place& start) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(text.data(),
                                                                                           text.size());
    if (document.HasParseError()) {
        throw InputError(place_at(text, document.GetErrorOffset(), start),
                         std::string("expected JSON: ") +
                             rapidjson::GetParseError_En(document.GetParseError()));
    }
    return document;
}

JsonObject::JsonObject(const rapidjson::Value& value, Place place)
    : value_(&value), place_(std::move(place)) {
    if (!value.IsObject())
        throw InputError(place_, "expected an object, found " + std::string(kind(value)));
}

const rapidjson::Value* JsonObject::find(const char* key) const {
    const auto member = value_->FindMember(key);
    return member == value_->MemberEnd() || member->value.IsNull() ? nullptr : &member->value;
}

std::string JsonObject::in_member(std::string_view expected, const char* key) {
    return std::string(expected) + " for \"" + key + '"';
}

void JsonObject::refuse(std::string_view expected, const char* key, const rapidjson::Value* found) const {
    throw InputError(place_, "expected " + in_member(expected, key) + ", found " +
                                 (found == nullptr ? std::string("none") : std::string(kind(*found))));
}

std::string JsonObject::text(const char* key) const {
    const rapidjson::Value* value = find(key);
    if (value == nullptr || !value->IsString())
        refuse("a string", key, value);
    return {value->GetString(), value->GetStringLength()};
}

std::string JsonObject::optional_text(const char* key) const { return find(key) == nullptr ? "" : text(key); }

bool JsonObject::flag(const char* key) const {
    const rapidjson::Value* value = find(key);
    if (value != nullptr && !value->IsBool())
        refuse("true or false", key, value);
    return value != nullptr && value->GetBool();
}

std::size_t JsonObject::number(const char* key) const {
    const rapidjson::Value* value = find(key);
    if (value != nullptr && !value->IsUint64())
        refuse("a whole number from 0", key, value);
    return value == nullptr ? 0 : value->GetUint64();
}

const rapidjson::Value* JsonObject::array(const char* key) const {
    const rapidjson::Value* value = find(key);
    if (value != nullptr && !value->IsArray())
        refuse("an array", key, value);
    return value;
}

std::vector<std::string> JsonObject::texts(const char* key) const {
    std::vector<std::string> texts;
    const rapidjson::Value* value = array(key);
    if (value == nullptr)
        return texts;
    for (const rapidjson::Value& element : value->GetArray()) {
        if (!element.IsString())
            refuse("strings", key, &element);
        texts.emplace_back(element.GetString(), element.GetStringLength());
    }
    return texts;
}

std::vector<JsonObject> JsonObject::objects(const char* key) const {
    std::vector<JsonObject> objects;
    const rapidjson::Value* value = array(key);
    if (value == nullptr)
        return objects;
    for (const rapidjson::Value& element : value->GetArray())
        objects.emplace_back(element, place_);
    return objects;
}

} // namespace entente::detail
