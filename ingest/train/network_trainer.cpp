// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/network_trainer.hpp"

#include "ingest/text/detail/sigmoid.hpp"
#include "ingest/train/training_product.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::train {

using ud::detail::sigmoid;

NetworkTrainer::NetworkTrainer(const ud::detail::NetworkShape& shape, std::vector<float> vectors,
                               std::vector<std::size_t> word_counts, const Restraint& restraint,
                               std::uint64_t seed)
    : shape_(shape), restraint_(restraint), random_(seed), vectors_(std::move(vectors)),
      word_counts_(std::move(word_counts)) {
    const std::size_t width = shape.input();
    const auto deviation = [](std::size_t inputs) { return 1.0F / std::sqrt(static_cast<float>(inputs)); };
    words_.resize(word_counts_.size(), shape.part_size, 0.1F, random_);
    words_.make_sparse();
    parts_.resize(shape.part_rows, shape.part_size, 0, random_);
    parts_.make_sparse();
    layers_.resize(shape.layers);
    for (Layer& layer : layers_) {
        layer.weights.resize(width, 3 * width, deviation(width), random_);
        layer.bias.resize(1, 2 * width, 0, random_);
        layer.carry.resize(1, 2 * width, 0.1F, random_);
    }
    projection_.resize(width, shape.projections(), deviation(width), random_);
    projection_bias_.resize(1, shape.projections(), 0, random_);
    arc_.resize(shape.arc, shape.arc, deviation(shape.arc) * 0.3F, random_);
    arc_bias_.resize(1, shape.arc, 0, random_);
    arc_root_.resize(1, shape.arc, 0.3F, random_);
    label_root_.resize(1, shape.label, 0.3F, random_);
    label_.resize(std::size_t{2} * shape.label, shape.relations, deviation(std::size_t{2} * shape.label),
                  random_);
    label_bias_.resize(1, shape.relations, 0, random_);
}

std::vector<Parameter*> NetworkTrainer::parameters() {
    std::vector<Parameter*> all{&words_,    &parts_,    &projection_, &projection_bias_, &arc_,
                                &arc_bias_, &arc_root_, &label_root_, &label_,           &label_bias_};
    for (Layer& layer : layers_)
        all.insert(all.end(), {&layer.weights, &layer.bias, &layer.carry});
    return all;
}

std::vector<float> NetworkTrainer::dropout_mask(std::size_t count, float chance) {
    std::vector<float> mask(count);
    const float kept = 1.0F / (1.0F - chance);
    // Two values a random number: half of its bits are enough for either.
    const auto bound = static_cast<std::uint64_t>(chance * 0x1p32F);
    for (std::size_t i = 0; i < count; i += 2) {
        const std::uint64_t bits = random_.next();
        mask[i] = (bits & 0xFFFFFFFFu) < bound ? 0.0F : kept;
        if (i + 1 < count)
            mask[i + 1] = (bits >> 32) < bound ? 0.0F : kept;
    }
    return mask;
}

float NetworkTrainer::learn(std::span<const Example* const> batch, float rate) {
    embed(batch);
    encode();
    double loss = learn_choice(0, shape_.tags, &Example::Word::tag);
    loss += learn_choice(shape_.tags, shape_.lemmas, &Example::Word::lemma);
    loss += learn_arcs();
    loss += learn_labels();
    propagate();
    double norm = 0;
    for (const Parameter* p : parameters())
        norm += p->squared_norm();
    const auto scale = 1.0F / static_cast<float>(batch_.size());
    const float length = scale * static_cast<float>(std::sqrt(norm));
    const float longest = restraint_.clip;
    const float clipped = length > longest ? scale * longest / length : scale;
    ++steps_;
    const double t = static_cast<double>(steps_);
    const auto corrected =
        rate * static_cast<float>(std::sqrt(1 - std::pow(0.98, t)) / (1 - std::pow(0.9, t)));
    for (Parameter* p : parameters())
        p->step(corrected, clipped);
    return static_cast<float>(loss) * scale;
}

void NetworkTrainer::embed(std::span<const Example* const> batch) {
    batch_.clear();
    weight_.clear();
    ends_.clear();
    word_rows_.clear();
    part_rows_.clear();
    for (const Example* example : batch) {
        for (const Example::Word& word : example->words) {
            batch_.push_back(&word);
            weight_.push_back(example->weight);
            const float seen = static_cast<float>(word_counts_[word.word]);
            const bool is_known =
                word.word != 0 && random_.unit() >= restraint_.word / (restraint_.word + seen);
            word_rows_.push_back(is_known ? word.word : 0);
            auto& parts = part_rows_.emplace_back();
            for (std::size_t i = 0; i < word.parts.size(); ++i) {
                // The second part is the exact form: it would give an unknown word away.
                if ((i != 1 || is_known) && random_.unit() >= restraint_.part)
                    parts.push_back(word.parts[i]);
            }
        }
        ends_.push_back(batch_.size());
    }
    const std::size_t width = shape_.input();
    rows_.assign(batch_.size() * width, 0.0F);
    for (std::size_t i = 0; i < batch_.size(); ++i) {
        float* row = rows_.data() + i * width;
        std::copy_n(vectors_.data() + std::size_t{batch_[i]->vector} * shape_.vector_size, shape_.vector_size,
                    row);
        row += shape_.vector_size;
        const auto add = [&](const Parameter& table, std::size_t from) {
            for (std::size_t k = 0; k < shape_.part_size; ++k)
                row[k] += table.value[from * shape_.part_size + k];
        };
        add(words_, word_rows_[i]);
        for (const std::uint32_t part : part_rows_[i])
            add(parts_, part);
    }
}

void NetworkTrainer::encode() {
    const std::size_t width = shape_.input();
    const std::size_t count = batch_.size();
    for (Layer& layer : layers_) {
        layer.mask =
            dropout_mask(rows_.size(), &layer == layers_.data() ? restraint_.input : restraint_.layer);
        layer.input.resize(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i)
            layer.input[i] = rows_[i] * layer.mask[i];
        layer.products.resize(count * 3 * width);
        multiply({layer.input.data(), count, width, width}, layer.weights.view(), layer.products.data(),
                 3 * width);
        layer.forget.resize(rows_.size());
        layer.reset.resize(rows_.size());
        layer.cell.resize(rows_.size());
        std::size_t begin = 0;
        for (const std::size_t end : ends_) {
            encode_direction(layer, begin, end, false, rows_);
            encode_direction(layer, begin, end, true, rows_);
            begin = end;
        }
    }
    top_mask_ = dropout_mask(rows_.size(), restraint_.layer);
    top_.resize(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i)
        top_[i] = rows_[i] * top_mask_[i];
    const std::size_t columns = shape_.projections();
    projected_.resize(count * columns);
    multiply({top_.data(), count, width, width}, projection_.view(), projected_.data(), columns);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < columns; ++k)
            projected_[i * columns + k] += projection_bias_.value[k];
    projected_gradient_.assign(projected_.size(), 0.0F);
}

void NetworkTrainer::encode_direction(Layer& layer, std::size_t begin, std::size_t end, bool backwards,
                                      std::vector<float>& output) {
    const std::size_t n = shape_.hidden;
    const std::size_t width = shape_.input();
    const std::size_t column = backwards ? n : 0;
    const float* __restrict bias = layer.bias.value.data() + 2 * column;
    const float* __restrict carry = layer.carry.value.data() + 2 * column;
    std::vector<float> state(n, 0.0F);
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t word = backwards ? end - 1 - (i - begin) : i;
        const float* __restrict u = layer.products.data() + word * 3 * width + 3 * column;
        const std::size_t at = word * width + column;
        const float* __restrict x = layer.input.data() + at;
        float* __restrict forget = layer.forget.data() + at;
        float* __restrict reset = layer.reset.data() + at;
        float* __restrict cell = layer.cell.data() + at;
        float* __restrict h = output.data() + at;
        float* __restrict c = state.data();
        for (std::size_t k = 0; k < n; ++k) {
            const float f = sigmoid(u[n + k] + carry[k] * c[k] + bias[k]);
            const float r = sigmoid(u[2 * n + k] + carry[n + k] * c[k] + bias[n + k]);
            c[k] = f * c[k] + (1.0F - f) * u[k];
            forget[k] = f;
            reset[k] = r;
            cell[k] = c[k];
            h[k] = r * c[k] + (1.0F - r) * x[k];
        }
    }
}

void NetworkTrainer::decode_direction(Layer& layer, std::size_t begin, std::size_t end, bool backwards,
                                      const std::vector<float>& output_gradient,
                                      std::vector<float>& input_gradient) {
    const std::size_t n = shape_.hidden;
    const std::size_t width = shape_.input();
    const std::size_t column = backwards ? n : 0;
    const float* __restrict carry = layer.carry.value.data() + 2 * column;
    float* __restrict bias_gradient = layer.bias.gradient.data() + 2 * column;
    float* __restrict carry_gradient = layer.carry.gradient.data() + 2 * column;
    const std::vector<float> nothing(n, 0.0F);
    std::vector<float> state_gradient(n, 0.0F);
    for (std::size_t i = end; i-- > begin;) {
        const std::size_t word = backwards ? end - 1 - (i - begin) : i;
        const std::size_t at = word * width + column;
        const std::size_t before = backwards ? at + width : at - width;
        const float* __restrict old = i == begin ? nothing.data() : layer.cell.data() + before;
        float* __restrict u =
            layer.products.data() + word * 3 * width + 3 * column; // becomes its own gradient
        const float* __restrict forget = layer.forget.data() + at;
        const float* __restrict reset = layer.reset.data() + at;
        const float* __restrict cell = layer.cell.data() + at;
        const float* __restrict x = layer.input.data() + at;
        const float* __restrict dh = output_gradient.data() + at;
        float* __restrict dx = input_gradient.data() + at;
        float* __restrict dc = state_gradient.data();
        for (std::size_t k = 0; k < n; ++k) {
            const float f = forget[k];
            const float r = reset[k];
            const float dr = dh[k] * (cell[k] - x[k]) * r * (1.0F - r);
            dx[k] += dh[k] * (1.0F - r);
            const float d = dc[k] + dh[k] * r;
            const float df = d * (old[k] - u[k]) * f * (1.0F - f);
            u[k] = d * (1.0F - f);
            u[n + k] = df;
            u[2 * n + k] = dr;
            bias_gradient[k] += df;
            bias_gradient[n + k] += dr;
            carry_gradient[k] += df * old[k];
            carry_gradient[n + k] += dr * old[k];
            dc[k] = d * f + df * carry[k] + dr * carry[n + k];
        }
    }
}

void NetworkTrainer::propagate() {
    const std::size_t width = shape_.input();
    const std::size_t count = batch_.size();
    const std::size_t columns = shape_.projections();
    const View gradient{projected_gradient_.data(), count, columns, columns};
    transposed_multiply({top_.data(), count, width, width}, gradient, projection_.gradient.data(), columns,
                        true);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = 0; k < columns; ++k)
            projection_bias_.gradient[k] += projected_gradient_[i * columns + k];
    row_gradient_.resize(rows_.size());
    multiply_transposed(gradient, projection_.view(), row_gradient_.data(), width);
    for (std::size_t i = 0; i < row_gradient_.size(); ++i)
        row_gradient_[i] *= top_mask_[i];
    for (std::size_t l = layers_.size(); l-- > 0;) {
        Layer& layer = layers_[l];
        std::vector<float> input_gradient(row_gradient_.size(), 0.0F);
        std::size_t begin = 0;
        for (const std::size_t end : ends_) {
            decode_direction(layer, begin, end, false, row_gradient_, input_gradient);
            decode_direction(layer, begin, end, true, row_gradient_, input_gradient);
            begin = end;
        }
        const View products{layer.products.data(), count, 3 * width, 3 * width};
        transposed_multiply({layer.input.data(), count, width, width}, products,
                            layer.weights.gradient.data(), 3 * width, true);
        multiply_transposed(products, layer.weights.view(), input_gradient.data(), width, true);
        for (std::size_t i = 0; i < input_gradient.size(); ++i)
            row_gradient_[i] = input_gradient[i] * layer.mask[i];
    }
    embed_back();
}

void NetworkTrainer::embed_back() {
    for (std::size_t i = 0; i < batch_.size(); ++i) {
        const float* from = row_gradient_.data() + i * shape_.input() + shape_.vector_size;
        const auto add = [&](Parameter& table, std::uint32_t row) {
            float* to = table.touch(row);
            for (std::size_t k = 0; k < shape_.part_size; ++k)
                to[k] += from[k];
        };
        add(words_, word_rows_[i]);
        for (const std::uint32_t part : part_rows_[i])
            add(parts_, part);
    }
}

} // namespace entente::train
