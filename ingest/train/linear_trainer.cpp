// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/linear_trainer.hpp"

namespace entente::train {

using ud::detail::Features;
using ud::detail::LinearModel;

std::size_t LinearTrainer::learn(const Features& features, std::size_t gold) {
    const LinearModel model(weights_);
    // A margin keeps answers that are only just right from counting as learnt.
    LinearModel::Scores scores = model.scores(features);
    const std::size_t answer = model.best(features, count_);
    constexpr float margin = 3;
    for (std::size_t i = 0; i < count_; ++i)
        scores[i] += i == gold ? 0.0F : margin;
    std::size_t rival = gold;
    for (std::size_t i = 0; i < count_; ++i)
        if (scores[i] > scores[rival])
            rival = i;
    if (rival != gold) {
        change(features, gold, 1);
        change(features, rival, -1);
    }
    ++moment_;
    return answer;
}

void LinearTrainer::change(const Features& features, std::size_t answer, float by) {
    const std::size_t mask = weights_.size() / LinearModel::answers - 1;
    for (const std::uint64_t feature : features) {
        const std::size_t at = (feature & mask) * LinearModel::answers + answer;
        weights_[at] += by;
        totals_[at] += moment_ * double(by);
    }
}

std::vector<float> LinearTrainer::average() const {
    std::vector<float> mean(weights_.size());
    for (std::size_t i = 0; i < mean.size(); ++i)
        mean[i] = static_cast<float>(double(weights_[i]) - totals_[i] / moment_);
    return mean;
}

} // namespace entente::train
