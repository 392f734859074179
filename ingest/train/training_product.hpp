// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_TRAINING_PRODUCT_HPP
#define ENTENTE_INGEST_TRAIN_TRAINING_PRODUCT_HPP

#include <cstddef>

namespace entente::train {

/// A row-major matrix in someone else's memory; rows are `stride` apart.
struct View {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t stride = 0;
};

/// c = a b, or c += a b with `add`. Unlike the product that the reader uses, it may fuse operations: its last
/// bits depend on the processor.
void multiply(const View& a, const View& b, float* c, std::size_t stride_c, bool add = false);
/// c = a b^T, or c += a b^T.
void multiply_transposed(const View& a, const View& b, float* c, std::size_t stride_c, bool add = false);
/// c = a^T b, or c += a^T b.
void transposed_multiply(const View& a, const View& b, float* c, std::size_t stride_c, bool add = false);

} // namespace entente::train

#endif
