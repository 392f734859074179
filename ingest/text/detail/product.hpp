// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_PRODUCT_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_PRODUCT_HPP

#include <cstddef>
#include <span>
#include <vector>

namespace entente::ud::detail {

/// Columns of a packed matrix lie in panels of this many.
inline constexpr std::size_t panel_width = 16;

/// The number of floats that a packed `rows` x `columns` matrix takes.
constexpr std::size_t packed_size(std::size_t rows, std::size_t columns) noexcept {
    return (columns + panel_width - 1) / panel_width * panel_width * rows;
}

/// Lays the row-major `rows` x `columns` matrix out in panels of 16 columns, each with its rows one after
/// another; columns that fill up the last panel are 0.
std::vector<float> packed(std::span<const float> matrix, std::size_t rows, std::size_t columns);

/// c = a b, for row-major `a` (`rows` x `inner`) and packed `b` (`inner` x `columns`); rows of `c` are
/// `stride_c` floats apart, those of `a` `stride_a`.
///
/// Each sum runs over `inner` in order, without fused operations: the result is the same to the bit on every
/// processor.
void multiply(const float* a, std::size_t stride_a, std::size_t rows, std::size_t inner, const float* b,
              std::size_t columns, float* c, std::size_t stride_c);

} // namespace entente::ud::detail

#endif
