// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_LINE_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_LINE_HPP

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace entente::detail {

/// The text without white space around it; a view into `text` even where nothing is left.
inline std::string_view trimmed(std::string_view text, std::string_view white = " \t\r") noexcept {
    const std::size_t begin = text.find_first_not_of(white);
    if (begin == std::string_view::npos)
        return text.substr(text.size());
    return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

/// The column, from 1 and in code points, where `part`, which lies in `line`, begins.
inline std::size_t column_of(std::string_view line, std::string_view part) noexcept {
    const auto before = line.substr(0, static_cast<std::size_t>(part.data() - line.data()));
    return 1 + static_cast<std::size_t>(std::ranges::count_if(
                   before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace entente::detail

#endif
