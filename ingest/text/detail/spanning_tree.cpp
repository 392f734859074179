// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/spanning_tree.hpp"

#include <algorithm>
#include <limits>

namespace entente::ud::detail {

TreeFault find_tree_fault(std::span<const std::uint32_t> heads) {
    std::size_t roots = 0;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (heads[i] == 0 && ++roots == 2)
            return {"one root in the sentence", i};
    }
    // A walk up from each word marks what it passes; meeting its own mark is a cycle.
    std::vector<std::size_t> mark(heads.size() + 1, 0);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        std::size_t word = i + 1;
        while (word != 0 && mark[word] == 0) {
            mark[word] = i + 1;
            word = heads[word - 1];
        }
        if (word != 0 && mark[word] == i + 1)
            return {"a head that leads to the root, not round a cycle", word - 1};
    }
    return {};
}

namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

// Chu-Liu-Edmonds over a dense matrix that is contracted in place: cell (d, h) is the best score of an arc
// from the component h to the component d, with the words that it joins.
class Arborescence {
public:
    Arborescence(std::span<const float> scores, std::size_t words)
        : size_(words + 1), score_(size_ * size_, impossible) {
        const auto [low, high] = std::minmax_element(scores.begin(), scores.end());
        // So dear that a second arc from the root is worth no gain elsewhere.
        const double price_of_root = (double(*high) - double(*low) + 1) * double(words);
        for (std::size_t d = 1; d < size_; ++d) {
            for (std::size_t h = 0; h < size_; ++h)
                if (h != d)
                    score_[d * size_ + h] =
                        double(scores[(d - 1) * size_ + h]) - (h == 0 ? price_of_root : 0.0);
        }
    }

    std::vector<std::uint32_t> solve() {
        reset();
        std::vector<std::size_t> color(nodes_.size(), 0);
        std::size_t walk = 0;
        for (std::size_t start = 1; start < size_; ++start) {
            ++walk;
            std::size_t node = top(start);
            while (node != 0 && color[node] == 0) {
                color[node] = walk;
                choose(node);
                std::size_t next = top(nodes_[node].head_word);
                if (next != 0 && color[next] == walk) {
                    next = contract(next);
                    color.resize(nodes_.size(), 0);
                }
                node = next;
            }
        }
        return expand();
    }

private:
    struct Node {
        std::size_t head_word = 0; // the word at the head end of the chosen arc
        std::size_t dependent = 0; // the word inside this component at its other end
        double score = 0;
        std::size_t parent = 0; // the component it was contracted into; 0 for none
        std::vector<std::size_t> members;
        // By head word: the best score into this component, and the word inside that the arc enters.
        std::vector<double> into;
        std::vector<std::uint32_t> entry;
    };

    void reset() {
        nodes_.assign(size_, {});
        top_.resize(size_);
        for (std::size_t i = 0; i < size_; ++i)
            top_[i] = i;
    }

    std::size_t top(std::size_t word) const { return top_[word]; }

    double into(std::size_t node, std::size_t head) const {
        return node < size_ ? score_[node * size_ + head] : nodes_[node].into[head];
    }
    std::size_t entry(std::size_t node, std::size_t head) const {
        return node < size_ ? node : nodes_[node].entry[head];
    }

    void choose(std::size_t node) {
        double best = impossible;
        std::size_t best_head = 0;
        for (std::size_t h = 0; h < size_; ++h) {
            const double score = into(node, h);
            if (score > best && top_[h] != node) {
                best = score;
                best_head = h;
            }
        }
        nodes_[node].head_word = best_head;
        nodes_[node].dependent = entry(node, best_head);
        nodes_[node].score = best;
    }

    // Makes one node of the cycle that passes through `first`.
    std::size_t contract(std::size_t first) {
        Node cycle;
        for (std::size_t node = first;;) {
            cycle.members.push_back(node);
            node = top_[nodes_[node].head_word];
            if (node == first)
                break;
        }
        const std::size_t index = nodes_.size();
        cycle.into.assign(size_, impossible);
        cycle.entry.assign(size_, 0);
        for (const std::size_t member : cycle.members) {
            for (std::size_t h = 0; h < size_; ++h) {
                const double score = into(member, h) - nodes_[member].score;
                if (score > cycle.into[h]) {
                    cycle.into[h] = score;
                    cycle.entry[h] = static_cast<std::uint32_t>(entry(member, h));
                }
            }
        }
        for (const std::size_t member : cycle.members) {
            nodes_[member].parent = index;
            nodes_[member].into.clear();
        }
        for (std::size_t& component : top_)
            if (component >= 1 && nodes_[component].parent == index)
                component = index;
        nodes_.push_back(std::move(cycle));
        return index;
    }

    // Undoes the contractions, outermost first: the arc into a component replaces that of the member it
    // enters.
    std::vector<std::uint32_t> expand() {
        for (std::size_t i = nodes_.size(); i-- > size_;) {
            const Node& outer = nodes_[i];
            const std::size_t entered = member_with(outer.dependent, i);
            nodes_[entered].head_word = outer.head_word;
            nodes_[entered].dependent = outer.dependent;
        }
        std::vector<std::uint32_t> heads(size_ - 1);
        for (std::size_t word = 1; word < size_; ++word)
            heads[word - 1] = static_cast<std::uint32_t>(nodes_[word].head_word);
        return heads;
    }

    std::size_t member_with(std::size_t word, std::size_t component) const {
        std::size_t node = word;
        while (nodes_[node].parent != component)
            node = nodes_[node].parent;
        return node;
    }

    std::size_t size_;
    std::vector<double> score_;
    std::vector<Node> nodes_;
    std::vector<std::size_t> top_; // by word: the outermost component it is in
};

std::vector<std::uint32_t> best_heads(std::span<const float> scores, std::size_t words) {
    std::vector<std::uint32_t> heads(words);
    for (std::size_t d = 0; d < words; ++d) {
        float best = -std::numeric_limits<float>::infinity();
        for (std::size_t h = 0; h <= words; ++h) {
            const float score = scores[d * (words + 1) + h];
            if (h != d + 1 && score > best) {
                best = score;
                heads[d] = static_cast<std::uint32_t>(h);
            }
        }
    }
    return heads;
}

} // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words) {
    std::vector<std::uint32_t> heads = best_heads(scores, words);
    const auto roots = std::count(heads.begin(), heads.end(), 0u);
    if (roots == 1 && find_tree_fault(heads).what.empty())
        return heads;
    return Arborescence(scores, words).solve();
}

} // namespace entente::ud::detail
