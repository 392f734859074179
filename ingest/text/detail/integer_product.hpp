// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_INTEGER_PRODUCT_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_INTEGER_PRODUCT_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::ud::detail {

/// A matrix of whole numbers with a scale a column: half the size of one of floats, and twice as fast to
/// multiply by. Rows lie in pairs and columns in panels, as IntegerPacking lays them out.
struct IntegerMatrix {
    std::span<const std::int16_t> values;
    std::span<const float> scales;
    std::size_t rows = 0;
    std::size_t columns = 0;

    /// Columns lie in panels of this many.
    static constexpr std::size_t panel = 16;
    /// The numbers that `values` must have for these sizes.
    static constexpr std::size_t value_count(std::size_t rows, std::size_t columns) noexcept {
        return (columns + panel - 1) / panel * panel * ((rows + 1) / 2 * 2);
    }
};

/// What an IntegerMatrix looks at.
struct IntegerPacking {
    std::vector<std::int16_t> values;
    std::vector<float> scales;

    /// Rounds the row-major matrix to whole numbers up to 2047 in each column.
    IntegerPacking(std::span<const float> matrix, std::size_t rows, std::size_t columns);
};

/// c = a b, for row-major `a` (`rows` x `b.rows`) whose rows are `stride_a` floats apart; those of `c` are
/// `stride_c` apart.
///
/// Each row of `a` is rounded to whole numbers up to 1023 first. The sums are exact for up to 1,024 rows of
/// `b`, so that the result is the same to the bit on every processor.
void multiply(const float* a, std::size_t stride_a, std::size_t rows, const IntegerMatrix& b, float* c,
              std::size_t stride_c);

} // namespace entente::ud::detail

#endif
