// SPDX-License-Identifier: Apache-2.0
#include "graph/error.hpp"

namespace entente {

namespace {

std::string prefix(const Place& place) {
    std::string text = place.file;
    if (place.line != 0)
        text += ':' + std::to_string(place.line);
    if (place.line != 0 && place.column != 0)
        text += ':' + std::to_string(place.column);
    return text.empty() ? text : text + ": ";
}

void append_escaped(std::string& out, unsigned char byte) {
    static constexpr std::string_view digits = "0123456789abcdef";
    if (byte == '\n') {
        out += "\\n";
    } else if (byte == '\t') {
        out += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
        out += "\\x";
        out += digits[byte >> 4];
        out += digits[byte & 15];
    } else {
        out += static_cast<char>(byte);
    }
}

} // namespace

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string out = "\"";
    std::size_t code_points = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80 && ++code_points > longest)
            return out + "...\"";
        append_escaped(out, byte);
    }
    return out + '"';
}

InputError::InputError(const Place& place, const std::string& what)
    : Error(prefix(place) + what), place_(place) {}

InputError::InputError(const Place& place, std::string_view expected, std::string_view found)
    : InputError(place, "expected " + std::string(expected) + ", found " + quoted(found)) {}

} // namespace entente
