// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/integer_product.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente::ud::detail {

namespace {

constexpr std::size_t panel = IntegerMatrix::panel;
constexpr float largest_left = 1023.0F;
constexpr float largest_right = 2047.0F;

// A product's left side in whole numbers, rows filled up to an even length, with a scale a row.
struct Left {
    const std::int16_t* values = nullptr;
    const float* scales = nullptr;
    std::size_t pairs = 0; // of values in a row
};

// Rounds a row and returns its scale. The largest magnitude is found among the numbers' bits, which have the
// same order and, unlike floats, may be compared many at a time.
[[gnu::always_inline]] inline float round_row(const float* from, std::size_t count, std::int16_t* to) {
    std::int32_t largest_bits = 0;
    for (std::size_t i = 0; i < count; ++i)
        largest_bits = std::max(largest_bits, std::bit_cast<std::int32_t>(from[i]) & 0x7FFFFFFF);
    const float largest = std::bit_cast<float>(largest_bits);
    if (!(largest > 1e-30F && largest < 1e30F)) {
        std::fill_n(to, count, std::int16_t{0});
        return 0;
    }
    const float factor = largest_left / largest;
    constexpr float to_integer = 12582912.0F; // adding it leaves no room for a fraction
    for (std::size_t i = 0; i < count; ++i)
        to[i] = static_cast<std::int16_t>(std::bit_cast<std::int32_t>(from[i] * factor + to_integer) -
                                          std::bit_cast<std::int32_t>(to_integer));
    return largest / largest_left;
}

[[gnu::always_inline]] inline void scale_row(const std::int32_t* sums, float row_scale, const float* scales,
                                             std::size_t columns, float* to) {
    for (std::size_t k = 0; k < columns; ++k)
        to[k] = static_cast<float>(sums[k]) * (row_scale * scales[k]);
}

void multiply_any(const Left& a, std::size_t rows, const IntegerMatrix& b, float* c, std::size_t stride_c) {
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int16_t* left = a.values + row * 2 * a.pairs;
        for (std::size_t column = 0; column < b.columns; column += panel) {
            const std::int16_t* right = b.values.data() + column * 2 * a.pairs;
            std::uint32_t sums[panel] = {}; // unsigned, since a bad model's numbers may overflow
            for (std::size_t i = 0; i < a.pairs; ++i)
                for (std::size_t k = 0; k < panel; ++k)
                    sums[k] += static_cast<std::uint32_t>(left[2 * i] * right[(i * panel + k) * 2] +
                                                          left[2 * i + 1] * right[(i * panel + k) * 2 + 1]);
            std::int32_t whole[panel];
            std::copy_n(sums, panel, whole);
            scale_row(whole, a.scales[row], b.scales.data() + column, std::min(panel, b.columns - column),
                      c + row * stride_c + column);
        }
    }
}

#if defined(__x86_64__)
// `count` rows of a, at most 5, times one panel of b; all sums stay in registers.
template<std::size_t count>
[[gnu::target("avx2")]] void multiply_tile(const Left& a, std::size_t row, const IntegerMatrix& b,
                                           std::size_t column, float* c, std::size_t stride_c) {
    const std::int16_t* left = a.values + row * 2 * a.pairs;
    const std::int16_t* right = b.values.data() + column * 2 * a.pairs;
    __m256i sums[count][2];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < count; ++r)
        sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    for (std::size_t i = 0; i < a.pairs; ++i) {
        const auto* place = reinterpret_cast<const __m256i*>(right + i * 2 * panel);
        const __m256i low = _mm256_loadu_si256(place);
        const __m256i high = _mm256_loadu_si256(place + 1);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < count; ++r) {
            std::int32_t pair;
            std::memcpy(&pair, left + (r * a.pairs + i) * 2, sizeof pair);
            const __m256i both = _mm256_set1_epi32(pair);
            sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(both, low));
            sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(both, high));
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < count; ++r) {
        std::int32_t whole[panel];
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(whole), sums[r][0]);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(whole + 8), sums[r][1]);
        scale_row(whole, a.scales[row + r], b.scales.data() + column, std::min(panel, b.columns - column),
                  c + (row + r) * stride_c + column);
    }
}

// Panels outermost: a panel of b stays in the nearest cache while the rows of a pass by.
void multiply_avx2(const Left& a, std::size_t rows, const IntegerMatrix& b, float* c, std::size_t stride_c) {
    constexpr std::size_t tile = 5;
    for (std::size_t column = 0; column < b.columns; column += panel) {
        std::size_t row = 0;
        for (; row + tile <= rows; row += tile)
            multiply_tile<tile>(a, row, b, column, c, stride_c);
        for (; row < rows; ++row)
            multiply_tile<1>(a, row, b, column, c, stride_c);
    }
}

// `count` rows of a, at most 10, times `panels` panels of b. With VNNI a product and its sum are one
// instruction, so that twice as many sums as before are needed to keep it busy.
template<std::size_t count, std::size_t panels>
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void
multiply_wide_tile(const Left& a, std::size_t row, const IntegerMatrix& b, std::size_t column, float* c,
                   std::size_t stride_c) {
    const std::int16_t* left = a.values + row * 2 * a.pairs;
    const std::int16_t* right = b.values.data() + column * 2 * a.pairs;
    __m512i sums[count][panels];
#pragma GCC unroll 16
    for (std::size_t r = 0; r < count; ++r)
#pragma GCC unroll 2
        for (std::size_t p = 0; p < panels; ++p)
            sums[r][p] = _mm512_setzero_si512();
    for (std::size_t i = 0; i < a.pairs; ++i) {
        __m512i columns[panels];
#pragma GCC unroll 2
        for (std::size_t p = 0; p < panels; ++p)
            columns[p] = _mm512_loadu_si512(right + (p * a.pairs + i) * 2 * panel);
#pragma GCC unroll 16
        for (std::size_t r = 0; r < count; ++r) {
            std::int32_t pair;
            std::memcpy(&pair, left + (r * a.pairs + i) * 2, sizeof pair);
            const __m512i both = _mm512_set1_epi32(pair);
#pragma GCC unroll 2
            for (std::size_t p = 0; p < panels; ++p)
                sums[r][p] = _mm512_dpwssd_epi32(sums[r][p], both, columns[p]);
        }
    }
#pragma GCC unroll 16
    for (std::size_t r = 0; r < count; ++r)
#pragma GCC unroll 2
        for (std::size_t p = 0; p < panels; ++p) {
            const std::size_t first = column + p * panel;
            std::int32_t whole[panel];
            _mm512_storeu_si512(whole, sums[r][p]);
            scale_row(whole, a.scales[row + r], b.scales.data() + first, std::min(panel, b.columns - first),
                      c + (row + r) * stride_c + first);
        }
}

template<std::size_t largest, std::size_t panels>
void multiply_wide_tile_of(std::size_t count, const Left& a, std::size_t row, const IntegerMatrix& b,
                           std::size_t column, float* c, std::size_t stride_c) {
    if constexpr (largest > 0) {
        if (count == largest)
            multiply_wide_tile<largest, panels>(a, row, b, column, c, stride_c);
        else
            multiply_wide_tile_of<largest - 1, panels>(count, a, row, b, column, c, stride_c);
    }
}

// The rows are divided evenly, since a short last tile would leave the multipliers waiting.
template<std::size_t panels>
void multiply_panels(const Left& a, std::size_t rows, const IntegerMatrix& b, std::size_t column, float* c,
                     std::size_t stride_c) {
    constexpr std::size_t tile = 10;
    const std::size_t tiles = (rows + tile - 1) / tile;
    for (std::size_t t = 0; t < tiles; ++t) {
        const std::size_t row = t * rows / tiles;
        multiply_wide_tile_of<tile, panels>((t + 1) * rows / tiles - row, a, row, b, column, c, stride_c);
    }
}

void multiply_vnni(const Left& a, std::size_t rows, const IntegerMatrix& b, float* c, std::size_t stride_c) {
    std::size_t column = 0;
    for (; column + panel < b.columns; column += 2 * panel)
        multiply_panels<2>(a, rows, b, column, c, stride_c);
    if (column < b.columns)
        multiply_panels<1>(a, rows, b, column, c, stride_c);
}

[[gnu::target("avx2")]] float round_row_avx2(const float* from, std::size_t count, std::int16_t* to) {
    return round_row(from, count, to);
}
#endif

float round_row_any(const float* from, std::size_t count, std::int16_t* to) {
    return round_row(from, count, to);
}

struct Operations {
    decltype(&round_row_any) round_row = round_row_any;
    decltype(&multiply_any) multiply = multiply_any;
};

Operations fastest_operations() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni"))
        return {round_row_avx2, multiply_vnni};
    if (__builtin_cpu_supports("avx2"))
        return {round_row_avx2, multiply_avx2};
#endif
    return {};
}

} // namespace

IntegerPacking::IntegerPacking(std::span<const float> matrix, std::size_t rows, std::size_t columns)
    : values(IntegerMatrix::value_count(rows, columns), 0), scales(columns, 0.0F) {
    const std::size_t pairs = (rows + 1) / 2;
    for (std::size_t column = 0; column < columns; ++column) {
        float largest = 0;
        for (std::size_t row = 0; row < rows; ++row)
            largest = std::max(largest, std::abs(matrix[row * columns + column]));
        if (largest == 0)
            continue;
        scales[column] = largest / largest_right;
        std::int16_t* first = values.data() + column / panel * panel * 2 * pairs + column % panel * 2;
        for (std::size_t row = 0; row < rows; ++row)
            first[row / 2 * 2 * panel + row % 2] =
                static_cast<std::int16_t>(std::lround(matrix[row * columns + column] / scales[column]));
    }
}

void multiply(const float* a, std::size_t stride_a, std::size_t rows, const IntegerMatrix& b, float* c,
              std::size_t stride_c) {
    static const Operations operations = fastest_operations();
    const std::size_t pairs = (b.rows + 1) / 2;
    std::vector<std::int16_t> values(rows * 2 * pairs, 0);
    std::vector<float> scales(rows);
    for (std::size_t row = 0; row < rows; ++row)
        scales[row] = operations.round_row(a + row * stride_a, b.rows, values.data() + row * 2 * pairs);
    operations.multiply({values.data(), scales.data(), pairs}, rows, b, c, stride_c);
}

} // namespace entente::ud::detail
