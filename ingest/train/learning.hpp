// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_LEARNING_HPP
#define ENTENTE_INGEST_TRAIN_LEARNING_HPP

#include "ingest/text/conllu.hpp"
#include "ingest/text/detail/network.hpp"
#include "ingest/train/lexicon.hpp"
#include "ingest/train/network_trainer.hpp"
#include "ingest/train/word_vectors.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace entente::train {

/// How a model is learnt.
struct LearningOptions {
    /// Sizes; those that the data decide are left 0.
    ud::detail::NetworkShape shape{.vector_size = 96,
                                   .part_size = 160,
                                   .hidden = 128,
                                   .layers = 3,
                                   .arc = 128,
                                   .label = 128,
                                   .part_rows = 1u << 15};
    Restraint restraint;
    std::size_t epochs = 20;
    std::size_t tokenizer_epochs = 12;
    std::size_t batch_words = 700;
    float rate = 0.003F;
    float vector_scale = 0.5F;
    /// What a mistake in a sentence of the parsed texts costs; one in a treebank's costs 1.
    float parsed_weight = 0.5F;
    /// The share of sentences of which a round takes a variation (see `varied`) instead.
    float variation = 0.12F;
    std::uint64_t seed = 1;
};

/// What a round over the data leaves.
struct Progress {
    std::size_t epoch = 0;
    float loss = 0;
    /// Makes the model file as it is now.
    std::function<std::vector<std::byte>()> model;
};

/// What a model is learnt from.
struct LearningMaterial {
    /// The first one decides where they differ in lemmas.
    std::vector<std::vector<ud::Document>> treebanks;
    /// Texts that a parser annotated; may be empty.
    std::vector<ud::Document> parsed;
    WordVectors vectors;
    /// What the lexicon of lemmas has beside the treebanks' words; may be empty.
    std::vector<KnownWord> words;
};

/// Learns a model. Calls `on_epoch` after each round. The same material, options and processor give the same
/// bytes.
std::vector<std::byte> learn_model(const LearningMaterial& material, const LearningOptions& options,
                                   const std::function<void(const Progress&)>& on_epoch);

} // namespace entente::train

#endif
