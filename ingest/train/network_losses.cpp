// SPDX-License-Identifier: Apache-2.0
// What the network is asked to decide, and how wrong it is: the losses and their gradients.
#include "ingest/train/network_trainer.hpp"

#include "ingest/train/training_product.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::train {

namespace {

float rectified(float x) { return x > 0 ? x : 0.1F * x; }
float slope(float x) { return x > 0 ? 1.0F : 0.1F; }

// Turns scores into the gradient of the loss of choosing `gold`, and returns the loss.
double cross_entropy(float* scores, std::size_t count, std::size_t gold, float weight) {
    const float highest = *std::max_element(scores, scores + count);
    float sum = 0;
    const float gold_score = scores[gold];
    for (std::size_t i = 0; i < count; ++i) {
        scores[i] = std::exp(scores[i] - highest);
        sum += scores[i];
    }
    for (std::size_t i = 0; i < count; ++i)
        scores[i] *= weight / sum;
    scores[gold] -= weight;
    return weight * (std::log(double(sum)) + double(highest) - double(gold_score));
}

} // namespace

double NetworkTrainer::learn_choice(std::size_t column, std::size_t count,
                                    std::uint32_t Example::Word::*gold) {
    double loss = 0;
    const std::size_t columns = shape_.projections();
    for (std::size_t i = 0; i < batch_.size(); ++i) {
        const std::uint32_t answer = batch_[i]->*gold;
        if (answer >= count)
            continue; // an answer too rare to be learnt
        float* gradient = projected_gradient_.data() + i * columns + column;
        std::copy_n(projected_.data() + i * columns + column, count, gradient);
        loss += cross_entropy(gradient, count, answer, weight_[i]);
    }
    return loss;
}

double NetworkTrainer::learn_arcs() {
    const std::size_t arc = shape_.arc;
    const std::size_t columns = shape_.projections();
    const std::size_t first = shape_.tags + shape_.lemmas;
    const std::size_t count = batch_.size();
    // Dependents and heads side by side, rectified and thinned in place; the mask takes the slope in.
    std::vector<float> mask = dropout_mask(count * 2 * arc, restraint_.arc);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < 2 * arc; ++k) {
            float& x = projected_[i * columns + first + k];
            const float derivative = slope(x) * mask[i * 2 * arc + k];
            x = rectified(x) * mask[i * 2 * arc + k];
            mask[i * 2 * arc + k] = derivative;
        }
    }
    const View dependents{projected_.data() + first, count, arc, columns};
    std::vector<float> turned(count * arc);
    multiply(dependents, arc_.view(), turned.data(), arc);
    std::vector<float> turned_gradient(count * arc);
    double loss = 0;
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
        loss += learn_arcs(begin, end, turned, turned_gradient);
        begin = end;
    }
    const View gradient{turned_gradient.data(), count, arc, arc};
    transposed_multiply(dependents, gradient, arc_.gradient.data(), arc, true);
    multiply_transposed(gradient, arc_.view(), projected_gradient_.data() + first, columns);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < 2 * arc; ++k)
            projected_gradient_[i * columns + first + k] *= mask[i * 2 * arc + k];
    return loss;
}

double NetworkTrainer::learn_arcs(std::size_t begin, std::size_t end, const std::vector<float>& turned,
                                  std::vector<float>& turned_gradient) {
    const std::size_t arc = shape_.arc;
    const std::size_t columns = shape_.projections();
    const std::size_t words = end - begin;
    const std::size_t first = begin * columns + shape_.tags + shape_.lemmas + arc;
    std::vector<float> heads(arc_root_.value);
    for (std::size_t h = 0; h < words; ++h)
        heads.insert(heads.end(), projected_.data() + first + h * columns,
                     projected_.data() + first + h * columns + arc);
    const View heads_view{heads.data(), words + 1, arc, arc};
    std::vector<float> scores(words * (words + 1));
    const View turned_view{turned.data() + begin * arc, words, arc, arc};
    multiply_transposed(turned_view, heads_view, scores.data(), words + 1);
    std::vector<float> bias(words + 1);
    multiply_transposed({arc_bias_.value.data(), 1, arc, arc}, heads_view, bias.data(), words + 1);
    double loss = 0;
    for (std::size_t d = 0; d < words; ++d) {
        float* row = scores.data() + d * (words + 1);
        for (std::size_t h = 0; h <= words; ++h)
            row[h] += bias[h];
        row[d + 1] = -1e9F; // no word is its own head
        loss += cross_entropy(row, words + 1, batch_[begin + d]->head, weight_[begin + d]);
    }
    const View gradient{scores.data(), words, words + 1, words + 1};
    multiply(gradient, heads_view, turned_gradient.data() + begin * arc, arc);
    std::vector<float> sums(words + 1, 0.0F);
    for (std::size_t d = 0; d < words; ++d)
        for (std::size_t h = 0; h <= words; ++h)
            sums[h] += scores[d * (words + 1) + h];
    multiply({sums.data(), 1, words + 1, words + 1}, heads_view, arc_bias_.gradient.data(), arc, true);
    std::vector<float> head_gradient((words + 1) * arc);
    transposed_multiply(gradient, turned_view, head_gradient.data(), arc);
    for (std::size_t h = 0; h <= words; ++h) {
        float* to =
            h == 0 ? arc_root_.gradient.data() : projected_gradient_.data() + first + (h - 1) * columns;
        for (std::size_t k = 0; k < arc; ++k)
            to[k] += head_gradient[h * arc + k] + sums[h] * arc_bias_.value[k];
    }
    return loss;
}

double NetworkTrainer::learn_labels() {
    const std::size_t size = shape_.label;
    const std::size_t columns = shape_.projections();
    const std::size_t count = batch_.size();
    const std::size_t first = shape_.tags + shape_.lemmas + std::size_t{2} * shape_.arc;
    std::vector<std::size_t> starts(count);
    for (std::size_t s = 0, i = 0; s < ends_.size(); ++s)
        for (const std::size_t begin = i; i < ends_[s]; ++i)
            starts[i] = begin;
    const auto head_row = [&](std::size_t i) { return starts[i] + batch_[i]->head - 1; };
    const std::vector<float> mask = dropout_mask(count * 2 * size, restraint_.label);
    std::vector<float> pairs(count * 2 * size);
    for (std::size_t i = 0; i < count; ++i) {
        const float* d = projected_.data() + i * columns + first;
        const float* h = batch_[i]->head == 0 ? label_root_.value.data()
                                              : projected_.data() + head_row(i) * columns + first + size;
        for (std::size_t k = 0; k < size; ++k) {
            pairs[i * 2 * size + k] = rectified(d[k] + h[k]) * mask[i * 2 * size + k];
            pairs[i * 2 * size + size + k] = d[k] * h[k] * mask[i * 2 * size + size + k];
        }
    }
    const std::size_t relations = shape_.relations;
    std::vector<float> scores(count * relations);
    const View pairs_view{pairs.data(), count, 2 * size, 2 * size};
    multiply(pairs_view, label_.view(), scores.data(), relations);
    double loss = 0;
    for (std::size_t i = 0; i < count; ++i) {
        float* row = scores.data() + i * relations;
        for (std::size_t r = 0; r < relations; ++r)
            row[r] += label_bias_.value[r];
        loss += cross_entropy(row, relations, batch_[i]->relation, weight_[i]);
        for (std::size_t r = 0; r < relations; ++r)
            label_bias_.gradient[r] += row[r];
    }
    const View gradient{scores.data(), count, relations, relations};
    transposed_multiply(pairs_view, gradient, label_.gradient.data(), relations, true);
    std::vector<float> pair_gradient(pairs.size());
    multiply_transposed(gradient, label_.view(), pair_gradient.data(), 2 * size);
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_root = batch_[i]->head == 0;
        const std::size_t at = is_root ? 0 : head_row(i) * columns + first + size;
        const float* d = projected_.data() + i * columns + first;
        const float* h = is_root ? label_root_.value.data() : projected_.data() + at;
        float* dd = projected_gradient_.data() + i * columns + first;
        float* dh = is_root ? label_root_.gradient.data() : projected_gradient_.data() + at;
        const float* g = pair_gradient.data() + i * 2 * size;
        const float* m = mask.data() + i * 2 * size;
        for (std::size_t k = 0; k < size; ++k) {
            const float sum = g[k] * m[k] * slope(d[k] + h[k]);
            const float product = g[size + k] * m[size + k];
            dd[k] += sum + product * h[k];
            dh[k] += sum + product * d[k];
        }
    }
    return loss;
}

} // namespace entente::train
