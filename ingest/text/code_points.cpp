// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/code_points.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr std::size_t stride = 64;

bool is_start(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

} // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
    for (std::size_t byte = 0; byte < text.size(); ++byte)
        if (is_start(text[byte]) && size_++ % stride == 0)
            marks_.push_back(byte);
}

std::size_t CodePoints::byte_of(std::size_t code_point) const noexcept {
    if (code_point >= size_)
        return text_.size();
    std::size_t byte = marks_[code_point / stride];
    for (std::size_t left = code_point % stride; left > 0; --left)
        while (++byte < text_.size() && !is_start(text_[byte])) {
        }
    return byte;
}

std::string_view CodePoints::slice(const Span& span) const noexcept {
    const std::size_t begin = byte_of(span.begin);
    const std::size_t end = byte_of(std::max(span.begin, span.end));
    return text_.substr(begin, end - begin);
}

} // namespace entente
