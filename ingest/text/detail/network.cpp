// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/network.hpp"

#include "ingest/text/detail/product.hpp"
#include "ingest/text/detail/recurrence.hpp"
#include "ingest/text/detail/sigmoid.hpp"
#include "ingest/text/detail/spanning_tree.hpp"

#include <algorithm>
#include <cmath>

namespace entente::ud::detail {

namespace {

NetworkShape read_shape(const ModelFile& model) {
    const auto sizes = model.section<std::uint32_t>("shape", NetworkShape::count);
    const NetworkShape shape{sizes[0], sizes[1], sizes[2], sizes[3], sizes[4],
                             sizes[5], sizes[6], sizes[7], sizes[8], sizes[9]};
    // Bounds that no sensible model reaches keep the products of these sizes from overflowing.
    constexpr std::uint32_t largest = 1u << 14;
    for (std::size_t i = 0; i + 1 < sizes.size(); ++i)
        if (sizes[i] == 0 || sizes[i] > largest)
            model.fail("the network's sizes are out of range");
    if (shape.part_rows == 0 || shape.part_rows > (1u << 24) || shape.layers > 16 ||
        shape.vector_size + shape.part_size != 2 * shape.hidden)
        model.fail("the network's sizes do not fit together");
    return shape;
}

// Weights that are not finite would make scores that can't be compared.
std::span<const float> read_weights(const ModelFile& model, const std::string& name, std::size_t count) {
    const auto weights = model.section<float>(name, count);
    if (!std::all_of(weights.begin(), weights.end(), [](float w) { return std::isfinite(w); }))
        model.fail("section " + name + " has a value that is no number");
    return weights;
}

IntegerMatrix read_matrix(const ModelFile& model, const std::string& name, std::size_t rows,
                          std::size_t columns) {
    return {.values = model.section<std::int16_t>(name + ".w", IntegerMatrix::value_count(rows, columns)),
            .scales = read_weights(model, name + ".scales", columns),
            .rows = rows,
            .columns = columns};
}

std::uint32_t index_of_best(const float* scores, std::size_t count) {
    return static_cast<std::uint32_t>(std::max_element(scores, scores + count) - scores);
}

// The best answers of `count`, with shares as by a softmax over them alone.
Choices best_choices(const float* scores, std::size_t count) {
    Choices best{};
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (found == best.size() && !(scores[i] > best.back().share))
            continue;
        std::size_t place = found < best.size() ? found++ : found - 1;
        for (; place > 0 && scores[i] > best[place - 1].share; --place)
            best[place] = best[place - 1];
        best[place] = {i, scores[i]};
    }
    const float highest = best.front().share;
    float sum = 0;
    for (std::size_t i = 0; i < found; ++i) {
        best[i].share = highest - best[i].share;
        negate_and_exponentiate(best[i].share);
        sum += best[i].share;
    }
    for (std::size_t i = 0; i < found; ++i)
        best[i].share /= sum;
    return best;
}

float rectified(float x) { return x > 0 ? x : 0.1F * x; }

} // namespace

VectorTable::VectorTable(const ModelFile& model, const std::string& name, std::size_t width)
    : width_(width), keys_(model.section<std::uint64_t>(name + ".keys")),
      scales_(model.section<float>(name + ".scales")) {
    values_ = model.section<std::int8_t>(name + ".values", scales_.size() * width);
    read_weights(model, name + ".scales", scales_.size());
    if (scales_.empty() || (!keys_.empty() && keys_.size() + 1 != scales_.size()))
        model.fail("the table " + name + " has not one row a key");
}

std::size_t VectorTable::find(std::uint64_t key) const noexcept {
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (found == keys_.end() || *found != key)
        return 0;
    return static_cast<std::size_t>(found - keys_.begin()) + 1;
}

void VectorTable::fetch_row(std::size_t row) const noexcept {
    constexpr std::size_t cache_line = 64;
    const std::int8_t* values = values_.data() + row * width_;
    __builtin_prefetch(scales_.data() + row);
    for (std::size_t i = 0; i < width_; i += cache_line)
        __builtin_prefetch(values + i);
    __builtin_prefetch(values + width_ - 1);
}

void VectorTable::add_row(std::size_t row, float* out) const noexcept {
    const std::int8_t* values = values_.data() + row * width_;
    const float scale = scales_[row];
    for (std::size_t i = 0; i < width_; ++i)
        out[i] += scale * static_cast<float>(values[i]);
}

Network::Network(const ModelFile& model)
    : shape_(read_shape(model)), vectors_(model, "vectors", shape_.vector_size),
      words_(model, "words", shape_.part_size), parts_(model, "parts", shape_.part_size), model_(model) {
    if (parts_.rows() != shape_.part_rows)
        model.fail("the table parts has not as many rows as the shape says");
    const std::size_t input = shape_.input();
    for (std::size_t i = 0; i < shape_.layers; ++i) {
        const std::string name = "layer" + std::to_string(i);
        layers_.push_back({read_matrix(model, name, input, 3 * input),
                           read_weights(model, name + ".bias", 2 * input),
                           read_weights(model, name + ".carry", 2 * input)});
    }
    projection_ = read_matrix(model, "project", input, shape_.projections());
    projection_bias_ = read_weights(model, "project.bias", shape_.projections());
    arc_ = read_matrix(model, "arc", shape_.arc, shape_.arc);
    arc_bias_ = read_weights(model, "arc.bias", shape_.arc);
    arc_root_ = read_weights(model, "arc.root", shape_.arc);
    label_root_ = read_weights(model, "label.root", shape_.label);
    label_ = read_matrix(model, "label", std::size_t{2} * shape_.label, shape_.relations);
    label_bias_ = read_weights(model, "label.bias", shape_.relations);
}

bool Network::knows(std::string_view form) const {
    const std::uint64_t key = form_key(form);
    return vectors_.find(key) != 0 || words_.find(key) != 0;
}

// All rows are asked for before the first one is used: the tables are far larger than a cache.
std::vector<float> Network::embed(std::span<const WordFeatures> words) const {
    struct Found {
        std::size_t vector, word;
    };
    std::vector<Found> found;
    found.reserve(words.size());
    for (const WordFeatures& word : words) {
        found.push_back({vectors_.find(word.form), words_.find(word.form)});
        vectors_.fetch_row(found.back().vector);
        words_.fetch_row(found.back().word);
        for (const std::uint64_t key : word.parts)
            parts_.fetch_row(key % shape_.part_rows);
    }
    std::vector<float> rows(words.size() * shape_.input(), 0.0F);
    for (std::size_t i = 0; i < words.size(); ++i) {
        float* row = rows.data() + i * shape_.input();
        float* part = row + shape_.vector_size;
        vectors_.add_row(found[i].vector, row);
        words_.add_row(found[i].word, part);
        for (const std::uint64_t key : words[i].parts)
            parts_.add_row(key % shape_.part_rows, part);
    }
    return rows;
}

void Network::encode(std::span<const std::size_t> ends, std::vector<float>& rows) const {
    const std::size_t width = shape_.input();
    const std::size_t count = rows.size() / width;
    std::vector<float> products(count * 3 * width);
    std::vector<float> output(rows.size());
    std::vector<float> state(shape_.hidden);
    for (const Layer& layer : layers_) {
        multiply(rows.data(), width, count, layer.weights, products.data(), 3 * width);
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            for (const std::size_t direction : {std::size_t{0}, std::size_t{1}}) {
                const std::size_t column = direction * shape_.hidden;
                detail::run({.words = end - begin,
                             .hidden = shape_.hidden,
                             .products = products.data() + begin * 3 * width + 3 * column,
                             .products_stride = 3 * width,
                             .input = rows.data() + begin * width + column,
                             .output = output.data() + begin * width + column,
                             .stride = width,
                             .bias = layer.bias.data() + 2 * column,
                             .carry = layer.carry.data() + 2 * column,
                             .backwards = direction == 1,
                             .state = state.data()});
            }
            begin = end;
        }
        rows.swap(output);
    }
}

void Network::run(std::span<const WordFeatures> words, std::span<const std::size_t> ends,
                  NetworkOutput& output) const {
    const std::size_t width = shape_.input();
    std::vector<float> rows = embed(words);
    encode(ends, rows);
    const std::size_t columns = shape_.projections();
    std::vector<float> projections(words.size() * columns);
    multiply(rows.data(), width, words.size(), projection_, projections.data(), columns);
    for (std::size_t i = 0; i < words.size(); ++i) {
        float* row = projections.data() + i * columns;
        for (std::size_t j = 0; j < columns; ++j)
            row[j] += projection_bias_[j];
        output.tags.push_back(best_choices(row, shape_.tags));
        output.lemmas.push_back(best_choices(row + shape_.tags, shape_.lemmas));
    }
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        parse(projections.data() + begin * columns, end - begin, output);
        begin = end;
    }
}

void Network::parse(const float* projections, std::size_t words, NetworkOutput& output) const {
    const std::size_t arc = shape_.arc;
    const std::size_t columns = shape_.projections();
    std::vector<float> dependents(words * arc);
    // Column h of `candidates` is the vector of head h, the root first.
    std::vector<float> candidates(arc * (words + 1));
    std::vector<float> bias(words + 1, 0.0F);
    for (std::size_t h = 0; h <= words; ++h) {
        const float* row =
            h == 0 ? arc_root_.data() : projections + (h - 1) * columns + shape_.tags + shape_.lemmas + arc;
        for (std::size_t k = 0; k < arc; ++k) {
            const float value = h == 0 ? row[k] : rectified(row[k]);
            candidates[k * (words + 1) + h] = value;
            bias[h] += value * arc_bias_[k];
        }
    }
    for (std::size_t d = 0; d < words; ++d) {
        const float* row = projections + d * columns + shape_.tags + shape_.lemmas;
        std::transform(row, row + arc, dependents.data() + d * arc, rectified);
    }
    std::vector<float> turned(words * arc);
    multiply(dependents.data(), arc, words, arc_, turned.data(), arc);
    std::vector<float> scores(words * (words + 1));
    multiply(turned.data(), arc, words, arc, packed(candidates, arc, words + 1).data(), words + 1,
             scores.data(), words + 1);
    for (std::size_t d = 0; d < words; ++d)
        for (std::size_t h = 0; h <= words; ++h)
            scores[d * (words + 1) + h] += bias[h];
    const std::vector<std::uint32_t> heads = best_tree(scores, words);
    output.heads.insert(output.heads.end(), heads.begin(), heads.end());
    label(projections, heads, output);
}

void Network::label(const float* projections, std::span<const std::uint32_t> heads,
                    NetworkOutput& output) const {
    const std::size_t size = shape_.label;
    const std::size_t columns = shape_.projections();
    const float* first = projections + shape_.tags + shape_.lemmas + std::size_t{2} * shape_.arc;
    std::vector<float> pairs(heads.size() * 2 * size);
    for (std::size_t d = 0; d < heads.size(); ++d) {
        const float* dependent = first + d * columns;
        const float* head = heads[d] == 0 ? label_root_.data() : first + (heads[d] - 1) * columns + size;
        float* pair = pairs.data() + d * 2 * size;
        for (std::size_t k = 0; k < size; ++k) {
            pair[k] = rectified(dependent[k] + head[k]);
            pair[size + k] = dependent[k] * head[k];
        }
    }
    std::vector<float> scores(heads.size() * shape_.relations);
    multiply(pairs.data(), 2 * size, heads.size(), label_, scores.data(), shape_.relations);
    for (std::size_t d = 0; d < heads.size(); ++d) {
        float* row = scores.data() + d * shape_.relations;
        for (std::size_t r = 0; r < shape_.relations; ++r)
            row[r] += label_bias_[r];
        output.relations.push_back(index_of_best(row, shape_.relations));
    }
}

} // namespace entente::ud::detail
