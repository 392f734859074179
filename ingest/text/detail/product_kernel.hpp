// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_PRODUCT_KERNEL_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_PRODUCT_KERNEL_HPP

#include "ingest/text/detail/product.hpp"

#include <algorithm>
#include <cstring>

// The inner loops of a matrix product, to be compiled for several instruction sets by the file that includes
// this.
namespace entente::ud::detail::kernel {

// Vectors of the compilers' own kind, so that one source serves all instruction sets.
using Lanes4 = float __attribute__((vector_size(16)));
using Lanes8 = float __attribute__((vector_size(32)));
using Lanes16 = float __attribute__((vector_size(64)));

// One panel of b times `rows` rows of a.
template<typename Lanes, std::size_t rows>
[[gnu::always_inline]] inline void multiply_tile(const float* a, std::size_t stride_a, std::size_t inner,
                                                 const float* panel, std::size_t columns, float* c,
                                                 std::size_t stride_c) {
    constexpr std::size_t width = sizeof(Lanes) / sizeof(float);
    constexpr std::size_t parts = panel_width / width;
    Lanes sum[rows][parts] = {};
    for (std::size_t k = 0; k < inner; ++k) {
        Lanes b[parts];
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p)
            std::memcpy(&b[p], panel + k * panel_width + p * width, sizeof b[p]);
#pragma GCC unroll 16
        for (std::size_t r = 0; r < rows; ++r) {
            const float left = a[r * stride_a + k];
#pragma GCC unroll 4
            for (std::size_t p = 0; p < parts; ++p)
                sum[r][p] += left * b[p];
        }
    }
    if (columns >= panel_width) {
#pragma GCC unroll 16
        for (std::size_t r = 0; r < rows; ++r) {
#pragma GCC unroll 4
            for (std::size_t p = 0; p < parts; ++p)
                std::memcpy(c + r * stride_c + p * width, &sum[r][p], sizeof(Lanes));
        }
        return;
    }
    // Copied out first, so that the sums themselves can stay in registers.
    float row[panel_width];
#pragma GCC unroll 16
    for (std::size_t r = 0; r < rows; ++r) {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < parts; ++p)
            std::memcpy(row + p * width, &sum[r][p], sizeof(Lanes));
        std::copy_n(row, columns, c + r * stride_c);
    }
}

template<typename Lanes, std::size_t rows>
[[gnu::always_inline]] inline void multiply_rest(const float* a, std::size_t stride_a, std::size_t count,
                                                 std::size_t inner, const float* panel, std::size_t columns,
                                                 float* c, std::size_t stride_c) {
    if constexpr (rows > 0) {
        if (count == rows)
            multiply_tile<Lanes, rows>(a, stride_a, inner, panel, columns, c, stride_c);
        else
            multiply_rest<Lanes, rows - 1>(a, stride_a, count, inner, panel, columns, c, stride_c);
    }
}

// Panels outermost: a panel of b stays in the nearest cache while the rows of a pass by.
template<typename Lanes, std::size_t tile>
[[gnu::always_inline]] inline void multiply_all(const float* a, std::size_t stride_a, std::size_t rows,
                                                std::size_t inner, const float* b, std::size_t columns,
                                                float* c, std::size_t stride_c) {
    for (std::size_t column = 0; column < columns; column += panel_width) {
        const float* panel = b + column * inner;
        std::size_t row = 0;
        for (; row + tile <= rows; row += tile)
            multiply_tile<Lanes, tile>(a + row * stride_a, stride_a, inner, panel, columns - column,
                                       c + row * stride_c + column, stride_c);
        multiply_rest<Lanes, tile - 1>(a + row * stride_a, stride_a, rows - row, inner, panel,
                                       columns - column, c + row * stride_c + column, stride_c);
    }
}

} // namespace entente::ud::detail::kernel

#endif
