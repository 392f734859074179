// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_NETWORK_TRAINER_HPP
#define ENTENTE_INGEST_TRAIN_NETWORK_TRAINER_HPP

#include "ingest/text/detail/network.hpp"
#include "ingest/train/parameter.hpp"
#include "ingest/train/random.hpp"
#include "ingest/train/word_vectors.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace entente::train {

/// A sentence in numbers, as the network learns it.
struct Example {
    struct Word {
        std::uint32_t vector = 0;         // row of the word vectors, 0 for none
        std::uint32_t word = 0;           // row of the known words, 0 for none
        std::vector<std::uint32_t> parts; // rows of the parts
        std::uint32_t tag = 0;
        std::uint32_t lemma = 0;
        std::uint32_t head = 0;
        std::uint32_t relation = 0;
    };
    std::vector<Word> words;
    /// What a mistake in it costs; less than 1 for sentences that a parser annotated.
    float weight = 1;
};

/// What keeps learning steady: the chances with which values are left out, and a bound of each step.
struct Restraint {
    float input = 0.25F;
    float layer = 0.25F;
    float arc = 0.25F;
    float label = 0.25F;
    float part = 0.1F;
    /// A word seen n times is taken for an unknown one with the chance word / (word + n).
    float word = 0.5F;
    /// A gradient longer than this is shortened to it.
    float clip = 1.0F;
};

/// Learns the weights of ud::detail::Network by gradient descent.
class NetworkTrainer {
public:
    /// `word_counts` tells how often each known word was seen; its row 0 stands for unknown words. `vectors`
    /// has a row for each word of the word vectors, the first one zeros.
    NetworkTrainer(const ud::detail::NetworkShape& shape, std::vector<float> vectors,
                   std::vector<std::size_t> word_counts, const Restraint& restraint, std::uint64_t seed);

    /// One step over the batch; returns the mean loss of a word.
    float learn(std::span<const Example* const> batch, float rate);

    /// Adds the weights to a model, quantised where the network reads them so. The keys of the vectors and
    /// words (from row 1 on) are `vector_keys` and `word_keys`.
    void write(ud::detail::ModelWriter& model, std::span<const std::uint64_t> vector_keys,
               std::span<const std::uint64_t> word_keys) const;

private:
    struct Layer {
        Parameter weights;
        Parameter bias;
        Parameter carry;
        std::vector<float> input; // after dropout
        std::vector<float> mask;
        std::vector<float> products;
        std::vector<float> forget;
        std::vector<float> reset;
        std::vector<float> cell;
    };
    struct Site; // a word of the batch

    void embed(std::span<const Example* const> batch);
    void encode();
    void encode_direction(Layer& layer, std::size_t begin, std::size_t end, bool backwards,
                          std::vector<float>& output);
    void decode_direction(Layer& layer, std::size_t begin, std::size_t end, bool backwards,
                          const std::vector<float>& output_gradient, std::vector<float>& input_gradient);
    double learn_choice(std::size_t column, std::size_t count, std::uint32_t Example::Word::*gold);
    double learn_arcs();
    double learn_arcs(std::size_t begin, std::size_t end, const std::vector<float>& turned,
                      std::vector<float>& turned_gradient);
    double learn_labels();
    void propagate();
    void embed_back();
    std::vector<float> dropout_mask(std::size_t count, float chance);
    std::vector<Parameter*> parameters();

    ud::detail::NetworkShape shape_;
    Restraint restraint_;
    Random random_;
    std::vector<float> vectors_;
    std::vector<std::size_t> word_counts_;
    Parameter words_;
    Parameter parts_;
    std::vector<Layer> layers_;
    Parameter projection_;
    Parameter projection_bias_;
    Parameter arc_;
    Parameter arc_bias_;
    Parameter arc_root_;
    Parameter label_root_;
    Parameter label_;
    Parameter label_bias_;
    std::size_t steps_ = 0;

    // Of the batch at hand.
    std::vector<const Example::Word*> batch_;
    std::vector<float> weight_;
    std::vector<std::size_t> ends_;
    std::vector<std::uint32_t> word_rows_;
    std::vector<std::vector<std::uint32_t>> part_rows_;
    std::vector<float> rows_;
    std::vector<float> top_;
    std::vector<float> top_mask_;
    std::vector<float> projected_;
    std::vector<float> projected_gradient_;
    std::vector<float> row_gradient_;
};

} // namespace entente::train

#endif
