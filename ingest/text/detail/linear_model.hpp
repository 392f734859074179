// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_LINEAR_MODEL_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_LINEAR_MODEL_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::ud::detail {

/// The features of one decision, as hashes.
using Features = std::vector<std::uint64_t>;

/// Up to 4 answers to a question, scored by the sum of the weights of the features at hand.
///
/// Weights lie in one table that features are hashed into: 4 floats a row, a power of 2 of rows. The table is
/// someone else's memory.
class LinearModel {
public:
    static constexpr std::size_t answers = 4;
    using Scores = std::array<float, answers>;

    LinearModel() = default;
    explicit LinearModel(std::span<const float> weights)
        : weights_(weights), mask_(weights.size() / answers - 1) {}

    Scores scores(const Features& features) const noexcept {
        Scores sums{};
        for (const std::uint64_t feature : features) {
            const float* row = weights_.data() + (feature & mask_) * answers;
            for (std::size_t i = 0; i < answers; ++i)
                sums[i] += row[i];
        }
        return sums;
    }

    /// The first of the best among the first `count` answers.
    std::size_t best(const Features& features, std::size_t count) const noexcept {
        const Scores sums = scores(features);
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i)
            if (sums[i] > sums[best])
                best = i;
        return best;
    }

private:
    std::span<const float> weights_;
    std::size_t mask_ = 0;
};

} // namespace entente::ud::detail

#endif
