// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_TREE_HPP
#define ENTENTE_INGEST_TEXT_TREE_HPP

#include "ingest/text/ud.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::ud {

/// The universal relations of UD 2, without their subtypes.
enum class Dep : std::uint8_t {
    acl,
    advcl,
    advmod,
    amod,
    appos,
    aux,
    case_,
    cc,
    ccomp,
    clf,
    compound,
    conj,
    cop,
    csubj,
    dep,
    det,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nsubj,
    nummod,
    obj,
    obl,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp
};

/// A 0-based index of a word in its sentence.
using At = std::uint32_t;
/// No word.
inline constexpr At nowhere = static_cast<At>(-1);

/// The dependency tree of a sentence, for walking: children in the order of the text, heads, relations.
///
/// It views the sentence, which must outlive it and must hold a tree (each head is 0 or a word, no cycles),
/// as Reader and the CoNLL-U reader give it.
class Tree {
public:
    explicit Tree(const Sentence& sentence);

    const Sentence& sentence() const noexcept { return *sentence_; }
    At size() const noexcept { return static_cast<At>(sentence_->words.size()); }
    const Word& word(At at) const noexcept { return sentence_->words[at]; }
    const std::string& lemma(At at) const noexcept { return sentence_->words[at].lemma; }
    Upos upos(At at) const noexcept { return sentence_->words[at].upos; }

    /// The first word whose head is 0; nowhere for an empty sentence.
    At root() const noexcept { return root_; }
    /// nowhere for a root.
    At head(At at) const noexcept { return heads_[at]; }
    Dep dep(At at) const noexcept { return deps_[at]; }
    /// The part of the relation after its colon: "poss"; empty where there is none.
    std::string_view subtype(At at) const noexcept;
    std::span<const At> children(At at) const noexcept;

    /// The first child with this relation (and this subtype), else nowhere.
    At child(At at, Dep dep) const noexcept;
    At child(At at, Dep dep, std::string_view subtype) const noexcept;
    bool has_child(At at, Dep dep) const noexcept { return child(at, dep) != nowhere; }
    /// The first child with this lemma, else nowhere.
    At child_lemma(At at, std::string_view lemma) const noexcept;

    /// Whether `below` is `above` or one of its descendants.
    bool is_below(At below, At above) const noexcept;
    /// Whether the feature stands in FEATS with this value: has_feature(at, "VerbForm", "Inf").
    bool has_feature(At at, std::string_view name, std::string_view value) const noexcept;

    /// The first and one past the last word of the subtree.
    struct Range {
        At begin;
        At end;
    };
    Range range(At at) const noexcept { return ranges_[at]; }

private:
    void link_children();
    void measure_ranges();

    const Sentence* sentence_;
    At root_ = nowhere;
    std::vector<At> heads_;
    std::vector<Dep> deps_;
    std::vector<At> first_child_;
    std::vector<At> children_;
    std::vector<Range> ranges_;
};

/// `np` and what is coordinated with it, in the order of the text.
std::vector<At> conjuncts(const Tree& tree, At np);

/// The first of a chain of coordinated words: the one that carries the relation to the head.
At first_conjunct(const Tree& tree, At at);

/// The relation named before the colon; dep for a name that UD does not have.
Dep parse_dep(std::string_view deprel) noexcept;

} // namespace entente::ud

#endif
