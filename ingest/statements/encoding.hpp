// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_ENCODING_HPP
#define ENTENTE_INGEST_STATEMENTS_ENCODING_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

enum class Encoding { utf8, utf16, windows_1252 };

/// Text as UTF-8, and what had to be done to get there.
struct DecodedText {
    std::string text;
    Encoding encoding = Encoding::utf8;
    /// How many broken sequences became U+FFFD, and where in `text` the first one stands, counting from 1.
    std::size_t replaced = 0;
    std::size_t line = 0;
    std::size_t column = 0;
};

/// Any bytes as UTF-8, without a byte order mark.
///
/// UTF-16 is known by its byte order mark. What isn't UTF-8, and looks like prose in Windows-1252, is read as
/// that; of anything else the broken sequences and NUL become U+FFFD, one for each maximal part (Unicode
/// 15, 3.9, table 3-8).
DecodedText decode(std::string_view bytes);

/// How many bytes the UTF-8 sequence at the start of `bytes` has: 0 where it is broken.
std::size_t sequence_length(std::string_view bytes) noexcept;

/// Appends the code point as UTF-8; U+FFFD for what is no Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

} // namespace entente

#endif
