// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_EVALUATION_HPP
#define ENTENTE_INGEST_TRAIN_EVALUATION_HPP

#include "ingest/text/conllu.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace entente::train {

/// How many things the reference has, how many the system found, and how many of these are right.
struct Score {
    std::size_t gold = 0;
    std::size_t system = 0;
    std::size_t correct = 0;

    double precision() const noexcept { return system == 0 ? 0 : double(correct) / double(system); }
    double recall() const noexcept { return gold == 0 ? 0 : double(correct) / double(gold); }
    double f1() const noexcept {
        return gold + system == 0 ? 0 : 2 * double(correct) / double(gold + system);
    }
    Score& operator+=(const Score& other) noexcept;
    bool operator==(const Score&) const = default;
};

/// The measures of the CoNLL 2018 shared task (Zeman et al., CoNLL 2018 Shared Task: Multilingual Parsing
/// from Raw Text to Universal Dependencies), but for those that need enhanced dependencies.
///
/// Tokens and words count as found where they cover the same characters, white space left out; a word also
/// inside a multiword token that is divided alike. Relations are compared without their subtypes; where the
/// reference has no lemma, any is right.
struct Evaluation {
    Score tokens;
    Score sentences;
    Score words;
    Score upos;
    Score xpos;
    Score feats;
    Score lemmas;
    Score uas;
    Score las;
    /// LAS of each relation (without subtype); the system's count is that of the system's relation.
    std::map<std::string, Score> las_by_relation;
    /// LAS by the length of the reference's sentence: up to 10, 20, 30, 40 words, and more. From the
    /// reference's side only, so `system` equals `gold`.
    std::array<Score, 5> las_by_length;

    Evaluation& operator+=(const Evaluation& other);
};

/// Compares two analyses of the same text. Throws Error where the texts, white space left out, differ.
Evaluation evaluate(const std::vector<ud::Sentence>& gold, const std::vector<ud::Sentence>& system);

} // namespace entente::train

#endif
