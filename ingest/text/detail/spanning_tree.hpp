// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_SPANNING_TREE_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_SPANNING_TREE_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente::ud::detail {

/// What keeps the heads (1-based, 0 for the root, each at most `heads.size()`) from being a tree with one
/// root, in words for a message, and the word (0-based) at which it shows; `what` is empty for a tree.
struct TreeFault {
    std::string what;
    std::size_t word = 0;
};
TreeFault find_tree_fault(std::span<const std::uint32_t> heads);

/// The tree of the highest score in which exactly one word hangs on the root (Chu-Liu-Edmonds).
///
/// `scores` has a row of `words + 1` for each word: the score of each head, the root first. Time grows with
/// the square of `words` for each cycle that has to be broken, which for trained scores are few.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words);

} // namespace entente::ud::detail

#endif
