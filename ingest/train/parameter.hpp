// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_PARAMETER_HPP
#define ENTENTE_INGEST_TRAIN_PARAMETER_HPP

#include "ingest/train/random.hpp"
#include "ingest/train/training_product.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::train {

/// A matrix that is learnt with Adam (Kingma and Ba, ICLR 2015), and the average of what it was.
///
/// In a sparse one only the rows that a step touched are changed. The average is exponential (Polyak and
/// Juditsky, Acceleration of Stochastic Approximation by Averaging, 1992, with weights that fade): it reads
/// better than the values of the last step.
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
    std::vector<float> average;
    /// The step at which the average of a row of a sparse parameter was last brought up to date.
    std::vector<std::uint32_t> averaged_at;
    std::uint32_t steps = 0;

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
    /// The average up to the last step.
    std::vector<float> averaged() const;
};

} // namespace entente::train

#endif
