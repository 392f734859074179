// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_SPELLING_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_SPELLING_HPP

#include <functional>
#include <string>
#include <string_view>

namespace entente::ud::detail {

/// The word that a misspelt one of small letters is meant to be, one slip away: two letters exchanged, else
/// one left out, else one too many, else another one; nothing where there is no such word or several.
///
/// The first letter is taken to be right. `is_word` is asked about some fifty words a letter.
std::string corrected_spelling(std::string_view word, const std::function<bool(std::string_view)>& is_word);

} // namespace entente::ud::detail

#endif
