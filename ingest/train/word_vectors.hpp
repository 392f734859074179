// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_WORD_VECTORS_HPP
#define ENTENTE_INGEST_TRAIN_WORD_VECTORS_HPP

#include <cstddef>
#include <cstdint>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace entente::train {

/// Vectors of words, learnt from the words around them.
struct WordVectors {
    std::size_t size = 0;
    /// Vocabulary forms, the most frequent first.
    std::vector<std::string> words;
    /// A row of `size` a word.
    std::vector<float> values;
};

struct WordVectorOptions {
    std::size_t size = 96;
    std::size_t window = 3;
    std::size_t negatives = 5;
    std::size_t min_count = 6;
    std::size_t epochs = 5;
    float rate = 0.03F;
    std::uint64_t seed = 1;
};

/// Skip-gram with negative sampling (Mikolov et al., Distributed Representations of Words and Phrases and
/// their Compositionality, NIPS 2013) over sentences of vocabulary forms.
///
/// Vectors are scaled so that their values have a mean square of 1.
WordVectors train_word_vectors(const std::vector<std::vector<std::string>>& sentences,
                               const WordVectorOptions& options);

/// One line a word: the word and its values, separated by spaces.
void write_word_vectors(std::ostream& out, const WordVectors& vectors);
/// Throws InputError where a line has not as many values as the first one; `file` stands in messages.
WordVectors read_word_vectors(std::istream& in, const std::string& file);

} // namespace entente::train

#endif
