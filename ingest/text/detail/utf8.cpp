// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/utf8.hpp"

#include <utf8proc.h>

namespace entente::ud::detail {

namespace {

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// How many bytes a code point takes that begins with this byte; 0 where none begins so.
std::size_t length_by_lead(unsigned char lead) noexcept {
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

bool is_well_formed(char32_t value, std::size_t bytes) noexcept {
    if (bytes == 3)
        return value >= 0x800 && !(value >= 0xD800 && value < 0xE000);
    return bytes != 4 || (value >= 0x10000 && value < 0x110000);
}

} // namespace

CodePoint first_code_point(std::string_view text) noexcept {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t bytes = length_by_lead(lead);
    if (bytes == 0 || bytes > text.size())
        return {0xFFFD, 1};
    char32_t value = lead & (0xFFu >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!is_continuation(text[i]))
            return {0xFFFD, 1};
        value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    }
    return is_well_formed(value, bytes) ? CodePoint{value, bytes} : CodePoint{0xFFFD, 1};
}

std::size_t count_code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(first_code_point(text).bytes);
    return count;
}

std::string lower_case(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    while (!text.empty()) {
        const CodePoint c = first_code_point(text);
        if (c.value < 0x80) {
            const bool is_upper = c.value >= U'A' && c.value <= U'Z';
            lower += static_cast<char>(is_upper ? c.value + 32 : c.value);
        } else if (c.value == 0xFFFD) {
            lower.append(text.substr(0, c.bytes));
        } else {
            utf8proc_uint8_t bytes[4];
            const auto length =
                utf8proc_encode_char(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value)), bytes);
            lower.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
        }
        text.remove_prefix(c.bytes);
    }
    return lower;
}

} // namespace entente::ud::detail
