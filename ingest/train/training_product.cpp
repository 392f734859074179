// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/training_product.hpp"

#include "ingest/text/detail/product_kernel.hpp"

#include <vector>

namespace entente::train {

namespace {

namespace kernel = ud::detail::kernel;
constexpr std::size_t panel = ud::detail::panel_width;

#if defined(__x86_64__)
[[gnu::target("avx512f")]] void multiply_avx512(const float* a, std::size_t stride_a, std::size_t rows,
                                                std::size_t inner, const float* b, std::size_t columns,
                                                float* c, std::size_t stride_c) {
    kernel::multiply_all<kernel::Lanes16, 12>(a, stride_a, rows, inner, b, columns, c, stride_c);
}
[[gnu::target("avx2,fma")]] void multiply_avx2(const float* a, std::size_t stride_a, std::size_t rows,
                                               std::size_t inner, const float* b, std::size_t columns,
                                               float* c, std::size_t stride_c) {
    kernel::multiply_all<kernel::Lanes8, 6>(a, stride_a, rows, inner, b, columns, c, stride_c);
}
#endif

void multiply_packed(const float* a, std::size_t stride_a, std::size_t rows, std::size_t inner,
                     const float* b, std::size_t columns, float* c, std::size_t stride_c) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return multiply_avx512(a, stride_a, rows, inner, b, columns, c, stride_c);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return multiply_avx2(a, stride_a, rows, inner, b, columns, c, stride_c);
#endif
    kernel::multiply_all<kernel::Lanes4, 2>(a, stride_a, rows, inner, b, columns, c, stride_c);
}

std::vector<float> packed(const View& b) {
    std::vector<float> out(ud::detail::packed_size(b.rows, b.columns), 0.0F);
    for (std::size_t first = 0; first < b.columns; first += panel) {
        const std::size_t width = std::min(panel, b.columns - first);
        for (std::size_t row = 0; row < b.rows; ++row)
            std::copy_n(b.data + row * b.stride + first, width, out.data() + first * b.rows + row * panel);
    }
    return out;
}

std::vector<float> packed_transposed(const View& b) {
    std::vector<float> out(ud::detail::packed_size(b.columns, b.rows), 0.0F);
    for (std::size_t row = 0; row < b.rows; ++row) {
        const std::size_t first = row / panel * panel;
        float* target = out.data() + first * b.columns + row - first;
        for (std::size_t k = 0; k < b.columns; ++k)
            target[k * panel] = b.data[row * b.stride + k];
    }
    return out;
}

std::vector<float> transposed(const View& a) {
    constexpr std::size_t block = 16;
    std::vector<float> out(a.rows * a.columns);
    for (std::size_t i = 0; i < a.rows; i += block)
        for (std::size_t j = 0; j < a.columns; ++j)
            for (std::size_t r = i; r < std::min(i + block, a.rows); ++r)
                out[j * a.rows + r] = a.data[r * a.stride + j];
    return out;
}

void finish(const float* a, std::size_t stride_a, std::size_t rows, std::size_t inner,
            const std::vector<float>& b, std::size_t columns, float* c, std::size_t stride_c, bool add) {
    if (!add)
        return multiply_packed(a, stride_a, rows, inner, b.data(), columns, c, stride_c);
    std::vector<float> product(rows * columns);
    multiply_packed(a, stride_a, rows, inner, b.data(), columns, product.data(), columns);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            c[row * stride_c + column] += product[row * columns + column];
}

} // namespace

void multiply(const View& a, const View& b, float* c, std::size_t stride_c, bool add) {
    finish(a.data, a.stride, a.rows, a.columns, packed(b), b.columns, c, stride_c, add);
}

void multiply_transposed(const View& a, const View& b, float* c, std::size_t stride_c, bool add) {
    finish(a.data, a.stride, a.rows, a.columns, packed_transposed(b), b.rows, c, stride_c, add);
}

void transposed_multiply(const View& a, const View& b, float* c, std::size_t stride_c, bool add) {
    const std::vector<float> turned = transposed(a);
    finish(turned.data(), a.rows, a.columns, a.rows, packed(b), b.columns, c, stride_c, add);
}

} // namespace entente::train
