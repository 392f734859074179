// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/language.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::coding {

namespace {

// Frequent in English, and not frequent words of the other languages written in the Latin script.
constexpr std::array<std::string_view, 64> function_words{
    "about",  "after",   "against", "an",   "and",   "are",    "as",      "at",   "be",    "been",
    "before", "between", "but",     "by",   "could", "during", "for",     "from", "had",   "has",
    "have",   "he",      "his",     "if",   "into",  "is",     "it",      "its",  "more",  "not",
    "of",     "on",      "or",      "our",  "over",  "said",   "should",  "than", "that",  "the",
    "their",  "there",   "these",   "they", "this",  "those",  "through", "to",   "under", "until",
    "was",    "we",      "were",    "when", "where", "which",  "while",   "who",  "will",  "with",
    "within", "without", "would",   "you"};

// Fewer words than these tell nothing, and count as English.
constexpr std::size_t fewest_words = 8;
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
    // Names tell nothing of the language that they stand in: words without a capital do.
    std::size_t plain = 0;
    std::size_t english = 0;
    std::size_t other_script = 0;
    for (const ud::Sentence& sentence : sentences)
        for (const ud::Word& word : sentence.words) {
            const auto first = static_cast<unsigned char>(word.form.empty() ? '.' : word.form.front());
            const bool capital = first >= 'A' && first <= 'Z';
            if (plain + other_script == most_looked_at || capital ||
                !((first >= 'a' && first <= 'z') || first >= 0xC3))
                continue;
            if (first >= 0xC6) { // beyond the Latin script of English names
                ++other_script;
                continue;
            }
            ++plain;
            english += is_function_word(word.form);
        }
    if (other_script > plain)
        return false;
    return plain < fewest_words || english * 8 >= plain;
}

} // namespace entente::coding
