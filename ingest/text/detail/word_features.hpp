// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_WORD_FEATURES_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_WORD_FEATURES_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// What the network sees of a word's spelling.
struct WordFeatures {
    /// Hash of the form as vocabularies know it: in lower case, digits as 0, typographic quotes as ASCII.
    std::uint64_t form = 0;
    /// Hashes of its shape, its beginnings, its endings and its letter n-grams.
    std::vector<std::uint64_t> parts;
};

/// The form as vocabularies know it.
std::string vocabulary_form(std::string_view form);

/// The hash of the form as vocabularies know it.
std::uint64_t form_key(std::string_view form);

/// Forms are looked at for their first and last 24 bytes only, so that the cost of a word is bounded.
WordFeatures word_features(std::string_view form);

} // namespace entente::ud::detail

#endif
