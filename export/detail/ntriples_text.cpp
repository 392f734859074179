// SPDX-License-Identifier: Apache-2.0
#include "export/detail/ntriples_text.hpp"

namespace entente::detail {

namespace {

bool is_plain(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
}

void append_escape(std::string& out, char c) {
    constexpr std::string_view from = "\b\t\n\f\r\"\\";
    constexpr std::string_view to = "btnfr\"\\";
    const auto place = from.find(c);
    if (place != std::string_view::npos) {
        out += '\\';
        out += to[place];
        return;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
}

} // namespace

void append_literal(std::string& out, std::string_view value, std::string_view datatype) {
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (is_plain(value[i]))
            continue;
        out += value.substr(plain, i - plain);
        append_escape(out, value[i]);
        plain = i + 1;
    }
    out += value.substr(plain);
    out += '"';
    if (datatype.empty())
        return;
    out += "^^";
    append_iri(out, datatype);
}

} // namespace entente::detail
