// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/mapping_tree.hpp"

#include <algorithm>

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
