// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_TRAINING_DATA_HPP
#define ENTENTE_INGEST_TRAIN_TRAINING_DATA_HPP

#include "ingest/text/conllu.hpp"
#include "ingest/train/network_trainer.hpp"
#include "ingest/train/word_vectors.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::train {

/// What the network chooses among and knows, in the order of its rows.
struct Inventory {
    std::vector<std::string> tags;   // UPOS, XPOS and FEATS, separated by tabs
    std::vector<std::string> lemmas; // lemma rules
    std::vector<std::string> relations;
    std::vector<std::uint64_t> word_keys; // sorted; the word of key i has row i + 1
    std::vector<std::size_t> word_counts; // by row; row 0 is for unknown words
    std::vector<std::uint64_t> vector_keys;
    std::vector<float> vectors; // by row, the first one zeros
};

/// Collects tags and lemma rules that occur twice or more, words of that kind, and all relations.
Inventory take_inventory(const std::vector<ud::Document>& documents, const WordVectors& vectors,
                         float vector_scale);

/// Turns sentences into numbers. Tags and lemma rules that the inventory lacks get a number that it has not.
class Numbering {
public:
    /// Keeps a reference to the inventory.
    Numbering(const Inventory& inventory, std::size_t part_rows);

    Example example(const ud::Sentence& sentence, float weight) const;

private:
    const Inventory& inventory_;
    std::size_t part_rows_;
    std::unordered_map<std::string, std::uint32_t> tags_;
    std::unordered_map<std::string, std::uint32_t> lemmas_;
    std::unordered_map<std::string, std::uint32_t> relations_;
};

} // namespace entente::train

#endif
