// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_SPAN_HPP
#define ENTENTE_GRAPH_SPAN_HPP

#include <compare>
#include <cstddef>

namespace entente {

/// Half-open range [begin, end) of Unicode code points in a statement's text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    auto operator<=>(const Span&) const = default;
};

/// How many code points the range covers.
constexpr std::size_t length(const Span& span) noexcept { return span.end - span.begin; }

/// Whether the two ranges share a code point.
constexpr bool is_overlapping(const Span& a, const Span& b) noexcept {
    return a.begin < b.end && b.begin < a.end;
}

} // namespace entente

#endif
