// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/mapping_tree.hpp"

#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace entente::detail {

namespace {

constexpr std::size_t most_depth = 8;

using Stream = rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream>;

Place place_of(std::string_view json, std::size_t offset, const std::string& file) {
    const std::string_view before = json.substr(0, offset);
    const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    const std::string_view in_line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    const auto column = static_cast<std::size_t>(std::ranges::count_if(
        in_line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    return {file, line, column + 1};
}

/// Where the next token begins: past blanks, what stands between tokens, and comments.
std::size_t next_token(std::string_view json, std::size_t at) {
    while ((at = json.find_first_not_of(" \t\r\n,:", at)) != std::string_view::npos && json[at] == '/') {
        const bool is_block = json.substr(at, 2) == "/*";
        const std::size_t end = json.find(is_block ? "*/" : "\n", at + 1);
        at = end == std::string_view::npos ? json.size() : end + (is_block ? 2 : 1);
    }
    return std::min(at, json.size());
}

/// What RapidJSON's reader meets, as values; each begins behind the end of the one before.
class Builder {
public:
    Builder(std::string_view json, const Stream& stream, const std::string& file)
        : json_(json), stream_(&stream), file_(&file) {}

    // RapidJSON's names.
    bool Null() { return other(); }
    bool Bool(bool truth) {
        add(MappingValue::Kind::truth).truth = truth;
        return true;
    }
    bool Int(int) { return other(); }
    bool Uint(unsigned number) { return Uint64(number); }
    bool Int64(std::int64_t) { return other(); }
    bool Uint64(std::uint64_t number) {
        add(MappingValue::Kind::number).number = number;
        return true;
    }
    bool Double(double) { return other(); }
    bool RawNumber(const char*, rapidjson::SizeType, bool) { return other(); }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        add(MappingValue::Kind::text).text.assign(text, size);
        return true;
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        open_.back()->members.push_back({std::string(text, size), begin(), {}});
        return true;
    }
    bool StartObject() { return open(MappingValue::Kind::object); }
    bool StartArray() { return open(MappingValue::Kind::other); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    MappingValue finish() { return std::move(root_); }

private:
    Place begin() {
        const std::size_t start = next_token(json_, end_);
        end_ = std::max(stream_->Tell(), start + 1); // a bracket is told before it is taken
        return place_of(json_, start, *file_);
    }

    MappingValue& add(MappingValue::Kind kind) {
        MappingValue* value = &root_;
        if (!open_.empty()) {
            auto& members = open_.back()->members;
            if (open_.back()->kind != MappingValue::Kind::object)
                members.emplace_back(); // of a list, which no mapping has: it only takes room
            value = &members.back().value;
        }
        value->kind = kind;
        value->place = begin();
        return *value;
    }

    bool other() {
        add(MappingValue::Kind::other);
        return true;
    }

    bool open(MappingValue::Kind kind) {
        MappingValue& value = add(kind);
        if (open_.size() == most_depth)
            throw InputError(value.place, "nested more than " + std::to_string(most_depth) + " deep");
        open_.push_back(&value); // stays where it is: nothing is added beside it until it is closed
        return true;
    }

    bool close() {
        open_.pop_back();
        end_ = stream_->Tell();
        return true;
    }

    std::string_view json_;
    const Stream* stream_;
    const std::string* file_;
    std::size_t end_ = 0;
    MappingValue root_;
    std::vector<MappingValue*> open_;
};

} // namespace

MappingValue read_json_mapping(std::string_view text, const std::string& file) {
    constexpr unsigned flags = rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag |
                               rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::MemoryStream bytes(text.data(), text.size());
    Stream stream(bytes);
    Builder builder(text, stream, file);
    const auto result = rapidjson::Reader().Parse<flags>(stream, builder);
    if (result.IsError())
        throw InputError(place_of(text, result.Offset(), file), rapidjson::GetParseError_En(result.Code()));
    return builder.finish();
}

} // namespace entente::detail
