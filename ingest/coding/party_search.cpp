// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/party_search.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

constexpr int deepest = 6;

/// Whether the preposition tells where or when.
bool is_aside(std::string_view preposition) {
    static constexpr std::array<std::string_view, 7> aside{"at",     "during", "since", "after",
                                                           "before", "until",  "near"};
    return std::find(aside.begin(), aside.end(), preposition) != aside.end();
}

/// How far from the heart of a noun phrase a dependent stands; 0 is nearest, -1 is out of the phrase.
int layer_of(const Tree& tree, At child) {
    switch (tree.dep(child)) {
    case Dep::nmod: {
        if (tree.subtype(child) == "poss")
            return 0;
        const std::string_view case_lemma = preposition(tree, child);
        if (case_lemma.empty())
            return 1;
        if (is_aside(case_lemma))
            return -1;
        static constexpr std::array<std::string_view, 5> near{"by", "of", "between", "among", "from"};
        return std::find(near.begin(), near.end(), case_lemma) != near.end() ? 2 : 3;
    }
    case Dep::amod:
    case Dep::compound:
    case Dep::flat:
    case Dep::nummod:
    case Dep::det:
        return 1;
    case Dep::obj:
    case Dep::nsubj:
    case Dep::acl:
    case Dep::xcomp:
    case Dep::ccomp:
    case Dep::appos:
        return 4;
    case Dep::obl: // "resolutions to support Ukraine against Russia"
        return 5;
    default:
        return -1;
    }
}
constexpr int layer_count = 6;
constexpr int owner_layers = 3;

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
    for (const At conjunct : conjuncts(*tree_, np)) {
        const Parties named = members(conjunct);
        add_new(all, named.empty() ? Parties(parties_->at(conjunct).begin(), parties_->at(conjunct).end())
                                   : named);
    }
    return all;
}

/// The parties that a group is said to be made of: "partners including Australia and France", "the Quad –
/// Australia, Japan, India and the United States"; none where it is not.
Parties PartySearch::members(At group) const {
    const auto own = parties_->at(group);
    const bool of_states = own.empty() || own.front().code.kind() == ActorKind::organization ||
                           own.front().code.kind() == ActorKind::community;
    if (!of_states)
        return {};
    for (const At child : tree_->children(group)) {
        const Dep dep = tree_->dep(child);
        if (child < group || !parties_->has(child) || (dep != Dep::nmod && dep != Dep::appos))
            continue;
        const std::string_view by = preposition(*tree_, child);
        const bool listed =
            child > 0 && (tree_->word(child - 1).form == "–" || tree_->word(child - 1).form == "—" ||
                          tree_->word(child - 1).form == ":");
        if (by != "including" && by != "include" &&
            !(by.empty() && listed && tree_->has_child(child, Dep::conj)))
            continue;
        Parties named;
        for (const At one : conjuncts(*tree_, child))
            add_new(named, parties_->at(one));
        return named;
    }
    return {};
}

bool PartySearch::is_against(At child) const {
    return is_hostile(child) || preposition(*tree_, child) == "against";
}

Parties PartySearch::doers(At noun) const {
    const auto range = tree_->range(noun);
    for (At word = range.begin; word < range.end; ++word)
        if (word != noun && preposition(*tree_, word) == "by" &&
            (tree_->dep(word) == Dep::nmod || tree_->dep(word) == Dep::obl)) {
            Parties named = of(word);
            return named.empty() ? inside(word, {}, Inside::owner) : named;
        }
    Parties found;
    for (const At child : tree_->children(noun)) {
        const Dep dep = tree_->dep(child);
        if (dep == Dep::amod || dep == Dep::compound || tree_->subtype(child) == "poss" ||
            preposition(*tree_, child) == "from")
            add_new(found, of(child));
    }
    return found;
}

Parties PartySearch::layer(At np, int depth, std::span<const actors::Referent> others, Inside which) const {
    if (depth > deepest)
        return {};
    const int layers = which == Inside::owner ? owner_layers : layer_count;
    for (int wanted = 0; wanted < layers; ++wanted) {
        Parties found;
        for (const At child : tree_->children(np)) {
            if (layer_of(*tree_, child) != wanted || (which == Inside::friendly && is_against(child)))
                continue;
            Parties here = without(of(child), others);
            if (here.empty())
                here = layer(child, depth + 1, others, which);
            add_new(found, here);
        }
        if (!found.empty())
            return found;
    }
    return {};
}

Parties PartySearch::inside(At np, std::span<const actors::Referent> others, Inside which) const {
    Parties found;
    for (const At conjunct : conjuncts(*tree_, np))
        add_new(found, layer(conjunct, 0, others, which));
    return found;
}

Parties PartySearch::below(At at, std::span<const actors::Referent> others, Inside which) const {
    Parties found;
    int nearest = -1;
    const auto range = tree_->range(at);
    // Whom one acts on does not stand in the phrase of whoever acts: "gunmen from Rwanda attacked a village".
    const At subject = tree_->child(at, Dep::nsubj);
    const auto acting =
        subject == nowhere || tree_->subtype(subject) == "pass" ? Tree::Range{at, at} : tree_->range(subject);
    for (At word = range.begin; word < range.end; ++word) {
        if (!parties_->has(word) || !is_in_clause(*tree_, word, at) ||
            (word >= acting.begin && word < acting.end))
            continue;
        Parties here = without(parties_->at(word), others);
        int depth = 0;
        bool aside = false;
        bool against = false;
        for (At up = word; up != at; up = tree_->head(up)) {
            against = against || is_against(up) || tree_->dep(up) == Dep::acl;
            depth += tree_->dep(up) == Dep::conj ? 0 : 1;
            // "imposed on Russia to end its war in Ukraine": what is done for another end is further off
            depth += tree_->upos(up) == ud::Upos::verb && tree_->dep(up) == Dep::advcl ? 2 : 0;
            aside = aside || ((tree_->dep(up) == Dep::obl || tree_->dep(up) == Dep::nmod) &&
                              is_aside(preposition(*tree_, up)));
        }
        if (aside) // "resolutions at the United Nations"
            std::erase_if(here, [](const auto& one) { return one.code.kind() == ActorKind::organization; });
        if (here.empty() || (against && which == Inside::friendly) || (nearest >= 0 && depth > nearest))
            continue;
        if (depth < nearest)
            found.clear();
        nearest = depth;
        add_new(found, here);
    }
    return found;
}

} // namespace entente::coding
