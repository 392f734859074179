// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/reference_resolver.hpp"

#include <algorithm>
#include <utility>

namespace entente::actors::detail {

using ud::Upos;

namespace {

/// After so many sentences "they" are no longer those who were named together.
constexpr int group_memory = 2;

} // namespace

void add_new(Referents& referents, std::span<const Referent> more) {
    for (const Referent& one : more)
        if (!has_code(referents, one.code))
            referents.push_back(one);
}

Referents as(Referents referents, Rule rule) {
    for (Referent& one : referents)
        one.rule = rule;
    return referents;
}

void ReferenceResolver::resolve() {
    Referents named;
    for (At at = 0; at < tree_.size(); ++at)
        add_new(named, parties_.at(at));
    discourse_.meet(named);
    for (At at = 0; at < tree_.size(); ++at)
        if (!parties_.has(at))
            if (Referents found = resolve_word(at); !found.empty())
                parties_.set(at, std::move(found));
    remember();
}

Referents ReferenceResolver::resolve_word(At at) const {
    if (tree_.lemma(at) == "latter" || tree_.lemma(at) == "former")
        return one_of_two(at, tree_.lemma(at) == "latter");
    switch (tree_.upos(at)) {
    case Upos::pron:
    case Upos::det:
        return pronoun(at);
    case Upos::num: {
        const bool pair_alone =
            tree_.lemma(at) == "two" && (tree_.dep(at) == Dep::nsubj || tree_.dep(at) == Dep::obj);
        return pair_alone ? as(discourse_.sides(), Rule::pair) : Referents{};
    }
    case Upos::noun:
    case Upos::propn:
        return noun(at);
    default:
        return {};
    }
}

/// Whether the word means somebody: by name, or by a title alone ("the Ambassador", "the Secretary-General").
bool ReferenceResolver::is_person(At at, const Referent& referent) const {
    if (!referent.actor.empty())
        return referent.rule != Rule::body;
    if (!tree_.has_feature(at, "Number", "Sing") || referent.rule == Rule::name)
        return false;
    if (tree_.lemma(at) == "General" || tree_.lemma(at) == "general")
        return tree_.has_child(at, Dep::compound);
    std::vector<NameMatch> matches;
    const std::string_view token = tree_.word(at).form;
    gazetteer_.find_all({&token, 1}, 0, matches);
    return std::any_of(matches.begin(), matches.end(), [](const NameMatch& match) {
        return match.name->role != nullptr && match.name->role->kind == RoleKind::person;
    });
}

/// Whether the word is a subject in the plural that means people of no known party: "the rebels", "many
/// people". A "they" that follows means them. Those who meet ("the officials") may be the sides of a talk.
bool ReferenceResolver::is_others(At at) const {
    if (tree_.dep(at) != Dep::nsubj || parties_.has(at) || !tree_.has_feature(at, "Number", "Plur"))
        return false;
    std::vector<NameMatch> matches;
    const std::string_view token = tree_.word(at).form;
    gazetteer_.find_all({&token, 1}, 0, matches);
    bool people = tree_.upos(at) == Upos::propn && !discourse_.is_talk() && !discourse_.is_joint();
    for (const NameMatch& match : matches) {
        const Role* role = match.name->role;
        if (role == nullptr)
            continue;
        if (role->acts_for)
            return false;
        people = people || role->kind == RoleKind::person || role->kind == RoleKind::people ||
                 role->kind == RoleKind::force;
    }
    return people;
}

/// The parties of a word together with those coordinated with it.
Referents ReferenceResolver::subject_parties(At at) const {
    Referents all;
    for (const At one : ud::conjuncts(tree_, at))
        add_new(all, parties_.at(one));
    return all;
}

void ReferenceResolver::remember() {
    Referents person;
    Referents group;
    Referents body;
    // Later words overwrite earlier ones, and subjects all others.
    for (const bool subjects : {false, true})
        for (At at = 0; at < tree_.size(); ++at) {
            if (!parties_.has(at) || (subjects && tree_.dep(at) != Dep::nsubj))
                continue;
            if (tree_.dep(at) == Dep::conj || tree_.upos(at) == Upos::adj)
                continue;
            const Referents here = subject_parties(at);
            const bool one_person = is_person(at, here.front());
            if (!one_person && is_first_person(tree_, at))
                continue; // nobody calls himself "it"
            // "the rebels"; of "officials" one says "they" and means both sides of their talk
            const bool band = subjects && here.front().code.kind() == ActorKind::group &&
                              tree_.upos(at) == Upos::noun && tree_.has_feature(at, "Number", "Plur");
            const bool many = here.size() > 1 || band;
            (many ? group : one_person ? person : body) = here;
        }
    Referents states;
    for (At at = 0; at < tree_.size(); ++at)
        for (const Referent& one : parties_.at(at))
            if (one.code.kind() == ActorKind::country && !has_code(states, one.code))
                states.push_back({one.code, {}, Rule::pair});
    discourse_.last_two = states.size() == 2 ? states : Referents{};
    if (!person.empty())
        discourse_.last_person = person;
    bool others = false;
    for (At at = 0; at < tree_.size(); ++at)
        others = others || is_others(at);
    if (!group.empty()) {
        discourse_.last_group = group;
        discourse_.group_age = 0;
        discourse_.others = false;
    } else if (others) {
        discourse_.last_group.clear();
        discourse_.others = true;
    } else if (++discourse_.group_age > group_memory) {
        discourse_.last_group.clear();
    }
    if (!body.empty())
        discourse_.last_body = body;
}

void resolve_back_references(const Gazetteer& gazetteer, const ud::Tree& tree, const IsSpeech& is_speech,
                             Discourse& discourse, SentenceParties& parties) {
    ReferenceResolver(gazetteer, tree, is_speech, discourse, parties).resolve();
}

} // namespace entente::actors::detail
