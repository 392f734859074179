// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/mapping_tree.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace entente::detail {

namespace {

/// What toml++ 3.3 takes for impossible, and is possible: it asserts that a table's name begins as a key
/// does.
struct Unexpected {};

[[noreturn]] void throw_unexpected() { throw Unexpected(); }

} // namespace

} // namespace entente::detail

// With NDEBUG toml++ would have the compiler assume what it asserts, so that "[{" could do anything.
#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? static_cast<void>(0) : ::entente::detail::throw_unexpected())
// Compiled in here: a library of its own would be loaded with every command.
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace entente::detail {

namespace {

Place place_of(const toml::source_region& source, const std::string& file) {
    return {file, source.begin.line, source.begin.column};
}

MappingValue value_of(const toml::node& node, const std::string& file) {
    MappingValue value;
    value.place = place_of(node.source(), file);
    if (const auto* const table = node.as_table()) {
        value.kind = MappingValue::Kind::object;
        for (const auto& [key, child] : *table)
            value.members.push_back(
                {std::string(key.str()), place_of(key.source(), file), value_of(child, file)});
        std::ranges::sort(value.members, {}, [](const MappingMember& member) {
            return std::pair(member.place.line, member.place.column);
        });
    } else if (const auto* const text = node.as_string()) {
        value.kind = MappingValue::Kind::text;
        value.text = text->get();
    } else if (const auto* const truth = node.as_boolean()) {
        value.kind = MappingValue::Kind::truth;
        value.truth = truth->get();
    } else if (const auto* const number = node.as_integer(); number != nullptr && number->get() >= 0) {
        value.kind = MappingValue::Kind::number;
        value.number = static_cast<std::uint64_t>(number->get());
    }
    return value;
}

/// Behind the string that begins at an offset. One that is not closed ends where toml++ stops reading.
std::size_t end_of_string(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const std::string fence(3, quote);
    const bool is_long = text.substr(begin, 3) == fence;
    std::size_t at = begin + (is_long ? 3 : 1);
    while (at < text.size()) {
        if (quote == '"' && text[at] == '\\') {
            at += 2;
        } else if (is_long && text.substr(at, 3) == fence) {
            at += 3;
            for (int more = 0; more < 2 && at < text.size() && text[at] == quote; ++more)
                ++at; // quotes that end the text of the string
            return at;
        } else if (!is_long && (text[at] == quote || text[at] == '\n')) {
            return at + 1;
        } else {
            ++at;
        }
    }
    return text.size();
}

/// The first byte outside of strings and comments that is not ASCII, which nothing in TOML begins with; what
/// toml++ 3.3 does of many such characters is undefined.
std::optional<std::size_t> stray_byte(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    while (at < text.size()) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80)
            return at;
        if (c == '#')
            at = std::min(text.find('\n', at), text.size());
        else if (c == '"' || c == '\'')
            at = end_of_string(text, at);
        else
            ++at;
    }
    return std::nullopt;
}

Place place_at(std::string_view text, std::size_t offset, const std::string& file) {
    const auto before = text.substr(0, offset);
    const auto line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto line = before.substr(line_begin);
    const auto characters =
        std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {file, static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1,
            static_cast<std::size_t>(characters) + 1};
}

bool is_unexpected(std::string_view text) {
    try {
        static_cast<void>(toml::parse(text));
    } catch (const Unexpected&) {
        return true;
    } catch (const toml::parse_error&) { // of a text that is cut short, or for another reason
    }
    return false;
}

/// The first line with which the text is unexpected.
std::size_t unexpected_line(std::string_view text) {
    std::vector<std::size_t> ends;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        ends.push_back(at + 1);
    const auto line = std::ranges::partition_point(
        ends, [&](std::size_t end) { return !is_unexpected(text.substr(0, end)); });
    return static_cast<std::size_t>(line - ends.begin()) + 1;
}

} // namespace

MappingValue read_toml_mapping(std::string_view text, const std::string& file) {
    if (const auto stray = stray_byte(text))
        throw InputError(place_at(text, *stray, file),
                         "expected quotes around characters that are not ASCII, found one without");
    try {
        return value_of(toml::parse(text), file);
    } catch (const toml::parse_error& error) {
        throw InputError(place_of(error.source(), file), std::string(error.description()));
    } catch (const Unexpected&) {
        throw InputError({file, unexpected_line(text)},
                         "expected a key or a table's name, found something else");
    }
}

} // namespace entente::detail
