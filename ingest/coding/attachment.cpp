// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/attachment.hpp"

#include "ingest/coding/tree_moves.hpp"

#include <utility>
#include <vector>

namespace entente::coding {

namespace {

/// Whether every word leads to a root: two moves, each sound by itself, may close a circle.
bool is_tree(const ud::Sentence& sentence) {
    std::vector<bool> sound(sentence.words.size(), false);
    for (std::size_t start = 0; start < sentence.words.size(); ++start) {
        std::size_t steps = 0;
        std::size_t at = start;
        while (!sound[at] && sentence.words[at].head != 0 && steps++ <= sentence.words.size())
            at = sentence.words[at].head - 1;
        if (steps > sentence.words.size())
            return false;
        for (at = start; !sound[at]; at = sentence.words[at].head - 1) {
            sound[at] = true;
            if (sentence.words[at].head == 0)
                break;
        }
    }
    return true;
}

std::vector<Move> moves_of(const Tree& tree, const FrameLexicon& lexicon) {
    std::vector<Move> moves = mended_predicate(tree);
    for (At at = 0; at < tree.size() && moves.empty(); ++at)
        moves = group_genitive(tree, at);
    for (At at = 0; at < tree.size() && moves.empty(); ++at)
        moves = whole_name(tree, at);
    if (!moves.empty())
        return moves; // what hangs on these words is looked at in the mended tree
    for (At at = 0; at < tree.size(); ++at) {
        auto move = better_clause(tree, lexicon, at);
        if (!move)
            move = better_noun(tree, at);
        if (move)
            moves.push_back(*std::move(move));
    }
    return moves;
}

constexpr int most_rounds = 4; // no sentence needs more; two moves might undo each other for ever

} // namespace

std::optional<ud::Sentence> reattached(const ud::Sentence& sentence, const FrameLexicon& lexicon) {
    std::optional<ud::Sentence> mended;
    for (int round = 0; round < most_rounds; ++round) {
        const ud::Sentence& current = mended ? *mended : sentence;
        const auto moves = moves_of(Tree(current), lexicon);
        if (moves.empty())
            break;
        ud::Sentence changed = current;
        for (const Move& move : moves) {
            changed.words[move.word].head = move.head == nowhere ? 0 : move.head + 1;
            changed.words[move.word].deprel = move.deprel;
            if (move.upos)
                changed.words[move.word].upos = *move.upos;
        }
        if (!is_tree(changed))
            break;
        mended = std::move(changed);
    }
    return mended;
}

} // namespace entente::coding
