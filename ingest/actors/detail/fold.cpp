// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/fold.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace entente::detail {

namespace {

struct Letter {
    utf8proc_int32_t code_point;
    std::string_view plain;
    bool capital;
};

// Letters that Unicode does not decompose, in the spelling that English texts use for them.
constexpr Letter letters[] = {
    {0xC6, "ae", true},  {0xD0, "d", true},   {0xD8, "o", true},    {0xDE, "th", true},  {0xDF, "ss", false},
    {0xE6, "ae", false}, {0xF0, "d", false},  {0xF8, "o", false},   {0xFE, "th", false}, {0x110, "d", true},
    {0x111, "d", false}, {0x126, "h", true},  {0x127, "h", false},  {0x131, "i", false}, {0x141, "l", true},
    {0x142, "l", false}, {0x152, "oe", true}, {0x153, "oe", false}, {0x18F, "a", true},  {0x259, "a", false},
};

bool is_dropped_ascii(char c) noexcept {
    return c == ' ' || c == '-' || c == '.' || c == '\'' || c == '`' || c == '\t';
}

bool is_dropped(utf8proc_int32_t c) noexcept {
    const bool mark = c >= 0x300 && c <= 0x36F;
    const bool apostrophe = c == 0xB4 || (c >= 0x2B9 && c <= 0x2BF) || (c >= 0x2018 && c <= 0x201B);
    const bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0xAD;
    const bool space = c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0xFEFF;
    return mark || apostrophe || dash || space;
}

void append(std::string_view plain, bool capital, Folded& out) {
    out.key += plain;
    out.capitals.append(plain.size(), capital ? '1' : '0');
}

void append_ascii(char c, Folded& out) {
    if (c >= 'A' && c <= 'Z') {
        out.key += static_cast<char>(c + ('a' - 'A'));
        out.capitals += '1';
    } else if (c == '&') {
        append("and", false, out);
    } else if (!is_dropped_ascii(c)) {
        out.key += c;
        out.capitals += '0';
    }
}

void append_code_point(utf8proc_int32_t c, Folded& out) {
    if (is_dropped(c))
        return;
    if (c < 0x80)
        return append_ascii(static_cast<char>(c), out);
    const auto letter = std::ranges::find(letters, c, &Letter::code_point);
    if (letter != std::end(letters))
        return append(letter->plain, letter->capital, out);
    const utf8proc_int32_t lower = utf8proc_tolower(c);
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(lower, bytes.data());
    append({reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size)}, lower != c, out);
}

void append_decomposed(utf8proc_int32_t c, Folded& out) {
    std::array<utf8proc_int32_t, 8> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(c, parts.data(), parts.size(), UTF8PROC_DECOMPOSE, &boundary);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size()))
        return append_code_point(c, out);
    for (utf8proc_ssize_t i = 0; i < count; ++i)
        append_code_point(parts[static_cast<std::size_t>(i)], out);
}

} // namespace

void append_folded(std::string_view text, Folded& out) {
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            append_ascii(text.front(), out);
            text.remove_prefix(1);
            continue;
        }
        utf8proc_int32_t c = -1;
        const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &c);
        if (size <= 0) {
            append(text.substr(0, 1), false, out);
            text.remove_prefix(1);
            continue;
        }
        append_decomposed(c, out);
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

std::string folded_key(std::string_view text) {
    Folded folded;
    append_folded(text, folded);
    return std::move(folded.key);
}

bool is_kept(std::string_view text) {
    if (text.empty())
        return false;
    if (static_cast<unsigned char>(text.front()) < 0x80)
        return !is_dropped_ascii(text.front());
    utf8proc_int32_t c = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &c);
    return size <= 0 || !is_dropped(c);
}

bool has_its_capitals(std::string_view name, std::string_view text) noexcept {
    for (std::size_t i = 0; i < name.size(); ++i)
        if (name[i] == '1' && text[i] != '1')
            return false;
    return true;
}

} // namespace entente::detail
