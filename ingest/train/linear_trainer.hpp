// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_LINEAR_TRAINER_HPP
#define ENTENTE_INGEST_TRAIN_LINEAR_TRAINER_HPP

#include "ingest/text/detail/linear_model.hpp"

#include <cstddef>
#include <vector>

namespace entente::train {

/// Learns the weights of a LinearModel as an averaged perceptron (Collins, EMNLP 2002).
class LinearTrainer {
public:
    /// `rows` is a power of 2; `count` answers are possible.
    LinearTrainer(std::size_t rows, std::size_t count)
        : count_(count), weights_(rows * ud::detail::LinearModel::answers, 0.0F),
          totals_(weights_.size(), 0.0) {}

    /// Answers, learns from a mistake, and returns the answer.
    std::size_t learn(const ud::detail::Features& features, std::size_t gold);

    /// The mean of the weights over all that was learnt.
    std::vector<float> average() const;

private:
    void change(const ud::detail::Features& features, std::size_t answer, float by);

    std::size_t count_;
    std::vector<float> weights_;
    std::vector<double> totals_; // of the weights' changes, each times the moment of it
    double moment_ = 1;
};

} // namespace entente::train

#endif
