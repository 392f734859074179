// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_NEAREST_WORD_HPP
#define ENTENTE_GRAPH_NEAREST_WORD_HPP

#include <string_view>
#include <vector>

namespace entente {

/// The candidate that `word` was most likely meant to be: the first of those at the least Levenshtein
/// distance in bytes, whatever the case of ASCII letters. Empty where even that one differs in more than a
/// third of the letters of `word` (one letter of a short word).
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace entente

#endif
