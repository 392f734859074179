// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/tree.hpp"

#include <algorithm>
#include <array>

namespace entente::ud {

namespace {

constexpr std::array<std::string_view, 37> dep_names{
    "acl",       "advcl",      "advmod",   "amod",     "appos", "aux",      "case",   "cc",
    "ccomp",     "clf",        "compound", "conj",     "cop",   "csubj",    "dep",    "det",
    "discourse", "dislocated", "expl",     "fixed",    "flat",  "goeswith", "iobj",   "list",
    "mark",      "nmod",       "nsubj",    "nummod",   "obj",   "obl",      "orphan", "parataxis",
    "punct",     "reparandum", "root",     "vocative", "xcomp"};

} // namespace

Dep parse_dep(std::string_view deprel) noexcept {
    const std::string_view base = deprel.substr(0, deprel.find(':'));
    const auto found = std::lower_bound(dep_names.begin(), dep_names.end(), base);
    return found != dep_names.end() && *found == base ? static_cast<Dep>(found - dep_names.begin())
                                                      : Dep::dep;
}

Tree::Tree(const Sentence& sentence) : sentence_(&sentence) {
    const std::size_t count = sentence.words.size();
    heads_.reserve(count);
    deps_.reserve(count);
    for (const Word& word : sentence.words) {
        if (word.head == 0 && root_ == nowhere)
            root_ = static_cast<At>(heads_.size());
        heads_.push_back(word.head == 0 ? nowhere : word.head - 1);
        deps_.push_back(parse_dep(word.deprel));
    }
    link_children();
    measure_ranges();
}

void Tree::link_children() {
    first_child_.assign(heads_.size() + 1, 0);
    for (const At head : heads_)
        if (head != nowhere)
            ++first_child_[head + 1];
    for (std::size_t at = 1; at < first_child_.size(); ++at)
        first_child_[at] += first_child_[at - 1];
    children_.resize(first_child_.back());
    std::vector<At> next(first_child_.begin(), first_child_.end() - 1);
    for (At at = 0; at < size(); ++at)
        if (heads_[at] != nowhere)
            children_[next[heads_[at]]++] = at;
}

void Tree::measure_ranges() {
    // Parents before children, so that the reverse order sees every child before its parent.
    std::vector<At> order;
    order.reserve(size());
    for (At at = 0; at < size(); ++at)
        if (heads_[at] == nowhere)
            order.push_back(at);
    for (std::size_t next = 0; next < order.size(); ++next)
        order.insert(order.end(), children(order[next]).begin(), children(order[next]).end());
    ranges_.resize(size());
    for (At at = 0; at < size(); ++at)
        ranges_[at] = {at, at + 1};
    for (auto at = order.rbegin(); at != order.rend(); ++at)
        if (heads_[*at] != nowhere) {
            Range& above = ranges_[heads_[*at]];
            above = {std::min(above.begin, ranges_[*at].begin), std::max(above.end, ranges_[*at].end)};
        }
}

std::string_view Tree::subtype(At at) const noexcept {
    const std::string_view deprel = word(at).deprel;
    const std::size_t colon = deprel.find(':');
    return colon == std::string_view::npos ? std::string_view{} : deprel.substr(colon + 1);
}

std::span<const At> Tree::children(At at) const noexcept {
    return std::span(children_).subspan(first_child_[at], first_child_[at + 1] - first_child_[at]);
}

At Tree::child(At at, Dep dep) const noexcept {
    for (const At child : children(at))
        if (deps_[child] == dep)
            return child;
    return nowhere;
}

At Tree::child(At at, Dep dep, std::string_view subtype_wanted) const noexcept {
    for (const At child : children(at))
        if (deps_[child] == dep && subtype(child) == subtype_wanted)
            return child;
    return nowhere;
}

At Tree::child_lemma(At at, std::string_view wanted) const noexcept {
    for (const At child : children(at))
        if (lemma(child) == wanted)
            return child;
    return nowhere;
}

bool Tree::is_below(At below, At above) const noexcept {
    for (At at = below; at != nowhere; at = heads_[at])
        if (at == above)
            return true;
    return false;
}

bool Tree::has_feature(At at, std::string_view name, std::string_view value) const noexcept {
    const std::string_view feats = word(at).feats;
    for (std::size_t begin = 0; begin < feats.size();) {
        const std::size_t end = std::min(feats.find('|', begin), feats.size());
        const std::string_view feature = feats.substr(begin, end - begin);
        if (feature.size() == name.size() + 1 + value.size() && feature.starts_with(name) &&
            feature[name.size()] == '=' && feature.ends_with(value))
            return true;
        begin = end + 1;
    }
    return false;
}

std::vector<At> conjuncts(const Tree& tree, At np) {
    std::vector<At> all{np};
    for (std::size_t next = 0; next < all.size(); ++next)
        for (const At child : tree.children(all[next]))
            if (tree.dep(child) == Dep::conj)
                all.push_back(child);
    std::sort(all.begin(), all.end());
    return all;
}

At first_conjunct(const Tree& tree, At at) {
    while (tree.dep(at) == Dep::conj && tree.head(at) != nowhere)
        at = tree.head(at);
    return at;
}

} // namespace entente::ud
