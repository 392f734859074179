// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/sentence_names.hpp"

#include "ingest/actors/name_choice.hpp"

#include <algorithm>
#include <array>

namespace entente::actors::detail {

namespace {

using ud::Upos;

/// A capital stands for its government where it acts or is dealt with, not where something happens in it.
bool is_acting(const Tree& tree, At head) {
    const Dep dep = tree.dep(head);
    if (dep == Dep::nsubj || dep == Dep::obj || dep == Dep::iobj || dep == Dep::compound ||
        tree.subtype(head) == "poss")
        return true;
    if (dep == Dep::conj && tree.head(head) != nowhere)
        return is_acting(tree, tree.head(head));
    static constexpr std::array<std::string_view, 9> towards{"from",    "to", "with", "by",    "between",
                                                             "against", "on", "for",  "toward"};
    const auto preposition = case_lemma(tree, head);
    return std::find(towards.begin(), towards.end(), preposition) != towards.end();
}

bool has_title(const Tree& tree, At head) {
    for (const At child : tree.children(head))
        if (child < head && (tree.dep(child) == Dep::nmod || tree.dep(child) == Dep::compound) &&
            tree.upos(child) == Upos::propn)
            return true;
    return tree.dep(head) == Dep::flat || (tree.dep(head) == Dep::appos);
}

} // namespace

std::string_view case_lemma(const Tree& tree, At word) {
    for (const At child : tree.children(word))
        if (tree.dep(child) == Dep::case_ && tree.upos(child) == Upos::adp)
            return tree.lemma(child);
    return {};
}

std::string person_name(const Tree& tree, At head) {
    At begin = head;
    At end = head + 1;
    for (const At child : tree.children(head))
        if (tree.dep(child) == Dep::flat ||
            (tree.dep(child) == Dep::compound && tree.upos(child) == Upos::propn)) {
            begin = std::min(begin, child);
            end = std::max(end, child + 1);
        }
    std::string name;
    for (At at = begin; at < end; ++at)
        if (tree.upos(at) == Upos::propn || tree.word(at).form == "-") {
            if (!name.empty() && tree.word(at - 1).space_after)
                name += ' ';
            name += tree.word(at).form;
        }
    return name;
}

SentenceNames::SentenceNames(const Gazetteer& gazetteer, const Tree& tree, const Discourse& discourse)
    : tree_(&tree), by_head_(tree.size(), nullptr), inside_(tree.size(), false), length_(tree.size(), 0) {
    std::vector<std::string_view> tokens;
    tokens.reserve(tree.size());
    for (At at = 0; at < tree.size(); ++at)
        tokens.emplace_back(tree.word(at).form);
    for (At at = 0; at < tree.size();) {
        const auto match = choose_name(gazetteer, tokens, at, discourse.date(), Surety::any);
        const At end = at + static_cast<At>(match ? match->length : 1);
        if (match && is_taken(*match->name, at, end, discourse)) {
            const At head = head_of(at, end);
            by_head_[head] = match->name;
            length_[head] = match->length;
            for (At inside = at; inside < end; ++inside)
                inside_[inside] = inside != head && match->name->kind != NameKind::role;
            at = end;
        } else {
            ++at;
        }
    }
}

At SentenceNames::head_of(At begin, At end) const {
    for (At at = begin; at < end; ++at)
        if (tree_->head(at) == nowhere || tree_->head(at) < begin || tree_->head(at) >= end)
            if (tree_->dep(at) != Dep::case_ && tree_->dep(at) != Dep::punct && tree_->dep(at) != Dep::det)
                return at;
    return end - 1;
}

bool SentenceNames::is_taken(const Name& name, At begin, At end, const Discourse& discourse) const {
    const At head = head_of(begin, end);
    const Upos upos = tree_->upos(head);
    switch (name.kind) {
    case NameKind::role:
        return true;
    case NameKind::leader:
        if (upos != Upos::propn)
            return false;
        if (end - begin > 1)
            return true;
        // A surname alone: someone whom the text has introduced, or who bears a title here.
        return has_title(*tree_, head) || (name.leader != nullptr && !name.ambiguous && discourse.date() &&
                                           is_within(name.leader->term, *discourse.date()));
    case NameKind::metonym:
        return upos == Upos::propn && is_acting(*tree_, head);
    case NameKind::body:
        return !name.ambiguous || is_acting(*tree_, head);
    case NameKind::name:
        return !name.ambiguous || upos == Upos::propn || end - begin > 1;
    case NameKind::noun:
    case NameKind::adjective:
        return true;
    }
    return true;
}

} // namespace entente::actors::detail
