// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_CODE_POINTS_HPP
#define ENTENTE_INGEST_TEXT_CODE_POINTS_HPP

#include "graph/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Finds the bytes of code points in a UTF-8 text: a mark every 64 of them, so that a look-up reads at
/// most 64.
///
/// It views the text, which must outlive it.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);

    /// How many code points the text has.
    std::size_t size() const noexcept { return size_; }
    /// The byte at which a code point begins; the text's size for the one past the last.
    std::size_t byte_of(std::size_t code_point) const noexcept;
    /// The text of a range; what lies past the end of the text is left out.
    std::string_view slice(const Span& span) const noexcept;

private:
    std::string_view text_;
    std::size_t size_ = 0;
    std::vector<std::size_t> marks_;
};

} // namespace entente

#endif
