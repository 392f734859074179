// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/party_search.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

constexpr int deepest = 6;

/// How far from the heart of a noun phrase a dependent stands; 0 is nearest, -1 is out of the phrase.
int layer_of(const Tree& tree, At child) {
    switch (tree.dep(child)) {
    case Dep::nmod: {
        if (tree.subtype(child) == "poss")
            return 0;
        const std::string_view case_lemma = preposition(tree, child);
        if (case_lemma.empty())
            return 1;
        static constexpr std::array<std::string_view, 7> aside{"at",     "during", "since", "after",
                                                               "before", "until",  "near"};
        if (std::find(aside.begin(), aside.end(), case_lemma) != aside.end())
            return -1; // where and when
        static constexpr std::array<std::string_view, 5> near{"by", "of", "between", "among", "from"};
        return std::find(near.begin(), near.end(), case_lemma) != near.end() ? 2 : 3;
    }
    case Dep::amod:
    case Dep::compound:
    case Dep::flat:
    case Dep::nummod:
    case Dep::det:
        return 1;
    case Dep::obl:
    case Dep::obj:
    case Dep::nsubj:
    case Dep::acl:
    case Dep::xcomp:
    case Dep::ccomp:
    case Dep::appos:
        return 4;
    default:
        return -1;
    }
}
constexpr int layer_count = 5;

/// Whether the word is below the other and in no clause that is coordinated with it.
bool is_in_clause(const Tree& tree, At word, At above) {
    for (; word != above; word = tree.head(word)) {
        if (word == nowhere)
            return false;
        const bool clause = tree.upos(word) == ud::Upos::verb && tree.head(word) == above;
        if (clause && (tree.dep(word) == Dep::conj || tree.dep(word) == Dep::parataxis))
            return false;
    }
    return true;
}

} // namespace

bool has_code(std::span<const actors::Referent> parties, const PartyCode& code) {
    return std::any_of(parties.begin(), parties.end(), [&](const auto& party) { return party.code == code; });
}

void add_new(Parties& parties, std::span<const actors::Referent> more) {
    for (const actors::Referent& party : more)
        if (!has_code(parties, party.code))
            parties.push_back(party);
}

Parties without(std::span<const actors::Referent> parties, std::span<const actors::Referent> others) {
    Parties left;
    for (const actors::Referent& party : parties)
        if (!has_code(others, party.code) && !has_code(left, party.code))
            left.push_back(party);
    return left;
}

Parties PartySearch::of(At np) const {
    Parties all;
    for (const At conjunct : conjuncts(*tree_, np))
        add_new(all, parties_->at(conjunct));
    return all;
}

Parties PartySearch::layer(At np, int depth, std::span<const actors::Referent> others) const {
    if (depth > deepest)
        return {};
    for (int wanted = 0; wanted < layer_count; ++wanted) {
        Parties found;
        for (const At child : tree_->children(np)) {
            if (layer_of(*tree_, child) != wanted)
                continue;
            Parties here = without(of(child), others);
            if (here.empty())
                here = layer(child, depth + 1, others);
            add_new(found, here);
        }
        if (!found.empty())
            return found;
    }
    return {};
}

Parties PartySearch::inside(At np, std::span<const actors::Referent> others) const {
    Parties found;
    for (const At conjunct : conjuncts(*tree_, np))
        add_new(found, layer(conjunct, 0, others));
    return found;
}

Parties PartySearch::below(At at, std::span<const actors::Referent> others) const {
    Parties found;
    int nearest = -1;
    const auto range = tree_->range(at);
    for (At word = range.begin; word < range.end; ++word) {
        if (!parties_->has(word) || !is_in_clause(*tree_, word, at))
            continue;
        const Parties here = without(parties_->at(word), others);
        int depth = 0;
        for (At up = word; up != at; up = tree_->head(up))
            depth += tree_->dep(up) == Dep::conj ? 0 : 1;
        if (here.empty() || (nearest >= 0 && depth > nearest))
            continue;
        if (depth < nearest)
            found.clear();
        nearest = depth;
        add_new(found, here);
    }
    return found;
}

} // namespace entente::coding
