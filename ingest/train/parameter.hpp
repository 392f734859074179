// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_PARAMETER_HPP
#define ENTENTE_INGEST_TRAIN_PARAMETER_HPP

#include "ingest/train/random.hpp"
#include "ingest/train/training_product.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::train {

/// A matrix that is learnt with Adam (Kingma and Ba, ICLR 2015).
///
/// In a sparse one only the rows that a step touched are changed.
struct Parameter {
    std::size_t rows = 0;
    std::size_t columns = 0;
    bool is_sparse = false;
    std::vector<float> value;
    std::vector<float> gradient;
    std::vector<float> first_moment;
    std::vector<float> second_moment;
    std::vector<std::uint32_t> touched;
    std::vector<bool> is_touched;

    /// Values are drawn from a normal distribution; 0 gives zeros.
    void resize(std::size_t row_count, std::size_t column_count, float deviation, Random& random);
    void make_sparse();

    View view() const { return {value.data(), rows, columns, columns}; }
    /// The gradient of a row of a sparse parameter, which the step will then change.
    float* touch(std::uint32_t row);

    /// The sum of the squares of the gradient.
    double squared_norm() const;
    /// One step: `rate` is corrected for the moments' start; gradients are multiplied by `scale`, then
    /// cleared.
    void step(float rate, float scale);
};

} // namespace entente::train

#endif
