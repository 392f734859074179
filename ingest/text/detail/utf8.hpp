// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_UTF8_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_UTF8_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::ud::detail {

/// A code point and the number of bytes it was read from.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

/// The code point that starts at `text[0]`; `text` is not empty. A byte that begins none is one code point by
/// itself, U+FFFD, so that every text can be walked through.
CodePoint first_code_point(std::string_view text) noexcept;

/// How many code points `first_code_point` finds in the text.
std::size_t count_code_points(std::string_view text) noexcept;

/// The text in lower case (simple mappings of Unicode); malformed bytes stay as they are.
std::string lower_case(std::string_view text);

} // namespace entente::ud::detail

#endif
