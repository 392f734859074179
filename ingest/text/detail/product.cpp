// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/product.hpp"

#include "ingest/text/detail/product_kernel.hpp"

namespace entente::ud::detail {

std::vector<float> packed(std::span<const float> matrix, std::size_t rows, std::size_t columns) {
    std::vector<float> out(packed_size(rows, columns), 0.0F);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t panel = column / panel_width * panel_width;
            out[panel * rows + row * panel_width + column - panel] = matrix[row * columns + column];
        }
    }
    return out;
}

namespace {

#if defined(__x86_64__)
[[gnu::target("avx512f")]] void multiply_avx512(const float* a, std::size_t stride_a, std::size_t rows,
                                                std::size_t inner, const float* b, std::size_t columns,
                                                float* c, std::size_t stride_c) {
    kernel::multiply_all<kernel::Lanes16, 12>(a, stride_a, rows, inner, b, columns, c, stride_c);
}
[[gnu::target("avx2")]] void multiply_avx2(const float* a, std::size_t stride_a, std::size_t rows,
                                           std::size_t inner, const float* b, std::size_t columns, float* c,
                                           std::size_t stride_c) {
    kernel::multiply_all<kernel::Lanes8, 6>(a, stride_a, rows, inner, b, columns, c, stride_c);
}
#endif

void multiply_any(const float* a, std::size_t stride_a, std::size_t rows, std::size_t inner, const float* b,
                  std::size_t columns, float* c, std::size_t stride_c) {
    kernel::multiply_all<kernel::Lanes4, 2>(a, stride_a, rows, inner, b, columns, c, stride_c);
}

using Multiply = decltype(&multiply_any);

Multiply fastest_multiply() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return multiply_avx512;
    if (__builtin_cpu_supports("avx2"))
        return multiply_avx2;
#endif
    return multiply_any;
}

} // namespace

void multiply(const float* a, std::size_t stride_a, std::size_t rows, std::size_t inner, const float* b,
              std::size_t columns, float* c, std::size_t stride_c) {
    static const Multiply chosen = fastest_multiply();
    chosen(a, stride_a, rows, inner, b, columns, c, stride_c);
}

} // namespace entente::ud::detail
