// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_NETWORK_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_NETWORK_HPP

#include "ingest/text/detail/integer_product.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/word_features.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// The sizes of a network, as its model's section "shape" lists them.
struct NetworkShape {
    std::uint32_t vector_size = 0; // of word vectors trained on unlabelled text
    std::uint32_t part_size = 0;   // of the vectors of known words and of parts of words
    std::uint32_t hidden = 0;      // a direction of a layer; both have the size of the input
    std::uint32_t layers = 0;
    std::uint32_t arc = 0;
    std::uint32_t label = 0;
    std::uint32_t tags = 0;
    std::uint32_t lemmas = 0;
    std::uint32_t relations = 0;
    std::uint32_t part_rows = 0;

    static constexpr std::size_t count = 10;
    std::size_t input() const noexcept { return std::size_t{2} * hidden; }
    /// Columns of the projection that all decisions share: tags, lemmas, arc dependent and head, label
    /// dependent and head.
    std::size_t projections() const noexcept { return tags + lemmas + 2 * (std::size_t{arc} + label); }
};

/// Rows of small vectors found by hash: 8 bits a value, with a scale a row. Row 0 is for what is not known.
class VectorTable {
public:
    VectorTable() = default;
    /// Reads the sections `name.keys` (sorted), `name.values` and `name.scales`.
    VectorTable(const ModelFile& model, const std::string& name, std::size_t width);

    /// The row of the key; 0 for a key that is not there.
    std::size_t find(std::uint64_t key) const noexcept;
    /// Asks for the row's bytes, which are seldom in a cache: by the time of add_row they will be there.
    void fetch_row(std::size_t row) const noexcept;
    /// Adds the row to `out`.
    void add_row(std::size_t row, float* out) const noexcept;
    std::size_t rows() const noexcept { return scales_.size(); }

private:
    std::size_t width_ = 0;
    std::span<const std::uint64_t> keys_;
    std::span<const std::int8_t> values_;
    std::span<const float> scales_;
};

/// One of the answers that the network finds likely.
struct Choice {
    std::uint32_t index = 0;
    /// How likely, among those kept.
    float share = 0;
};

/// The likeliest answers, the best first.
using Choices = std::array<Choice, 4>;

/// What the network says of the words of some sentences, one after another.
struct NetworkOutput {
    std::vector<Choices> tags;
    /// Lemma rules.
    std::vector<Choices> lemmas;
    /// 1-based within the sentence, 0 for the root.
    std::vector<std::uint32_t> heads;
    std::vector<std::uint32_t> relations;
};

/// The network that tags and parses: vectors of words and their parts, layers of simple recurrent units both
/// ways, a linear choice of tag and lemma rule, and a biaffine choice of heads.
class Network {
public:
    /// Throws InputError where the model's sections do not fit its shape.
    explicit Network(const ModelFile& model);

    const NetworkShape& shape() const noexcept { return shape_; }

    /// Whether the word occurred in what the model was learnt from.
    bool knows(std::string_view form) const;

    /// Analyses the sentences, of which the i-th ends before word `ends[i]`; appends to `output`.
    ///
    /// Memory grows with the number of words and the square of the longest sentence's; callers bound both.
    void run(std::span<const WordFeatures> words, std::span<const std::size_t> ends,
             NetworkOutput& output) const;

private:
    struct Layer {
        IntegerMatrix weights;
        std::span<const float> bias;
        std::span<const float> carry;
    };
    std::vector<float> embed(std::span<const WordFeatures> words) const;
    void encode(std::span<const std::size_t> ends, std::vector<float>& rows) const;
    void parse(const float* projections, std::size_t words, NetworkOutput& output) const;
    void label(const float* projections, std::span<const std::uint32_t> heads, NetworkOutput& output) const;

    NetworkShape shape_;
    VectorTable vectors_;
    VectorTable words_;
    VectorTable parts_;
    std::vector<Layer> layers_;
    IntegerMatrix projection_;
    std::span<const float> projection_bias_;
    IntegerMatrix arc_;
    std::span<const float> arc_bias_;
    std::span<const float> arc_root_;
    std::span<const float> label_root_;
    IntegerMatrix label_;
    std::span<const float> label_bias_;
    ModelFile model_;
};

} // namespace entente::ud::detail

#endif
