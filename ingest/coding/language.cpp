// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/language.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::coding {

namespace {

// Frequent in English, and not frequent words of the other languages written in the Latin script.
constexpr std::array<std::string_view, 38> function_words{
    "and",  "are",  "as", "at",  "be",  "been", "by",    "for", "from", "has",  "have", "he",   "his",
    "into", "is",   "it", "its", "not", "of",   "on",    "or",  "our",  "said", "that", "the",  "their",
    "they", "this", "to", "was", "we",  "were", "which", "who", "will", "with", "you",  "would"};

constexpr std::size_t fewest_words = 20;
constexpr std::size_t most_looked_at = 2000;

bool is_function_word(std::string_view form) {
    std::string folded(form);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return std::binary_search(function_words.begin(), function_words.end(), folded);
}

} // namespace

bool is_english(std::span<const ud::Sentence> sentences) {
    std::size_t words = 0;
    std::size_t english = 0;
    std::size_t foreign = 0;
    for (const ud::Sentence& sentence : sentences)
        for (const ud::Word& word : sentence.words) {
            const auto first = static_cast<unsigned char>(word.form.empty() ? '.' : word.form.front());
            const bool letters =
                (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first >= 0xC3;
            if (!letters || words == most_looked_at)
                continue;
            ++words;
            foreign += first >= 0xC6; // beyond the Latin script of English names
            english += is_function_word(word.form);
        }
    if (foreign * 2 > words)
        return false;
    return words < fewest_words || english * 12 >= words;
}

} // namespace entente::coding
