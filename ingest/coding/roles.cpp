// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/roles.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

/// The word that governs a noun as its object, complement or passive subject; nowhere for other nouns.
At governor(const Tree& tree, At noun) {
    const At first = first_conjunct(tree, noun);
    switch (tree.dep(first)) {
    case Dep::obj:
    case Dep::iobj:
    case Dep::obl:
    case Dep::xcomp:
    case Dep::ccomp:
        return tree.head(first);
    case Dep::nsubj:
        return tree.subtype(first) == "pass" ? tree.head(first) : nowhere;
    default:
        return nowhere;
    }
}

/// What a noun is told as a piece of: "a wave of repression by the regime"; nowhere for other nouns.
At container(const Tree& tree, At noun) {
    const At above = tree.head(noun);
    return tree.upos(noun) == ud::Upos::noun && tree.dep(noun) == Dep::nmod && above != nowhere &&
                   tree.upos(above) == ud::Upos::noun && preposition(tree, noun) == "of"
               ? above
               : nowhere;
}

/// Whose the noun is that one is thanked or blamed for: "thanked the President for the invitation"; nowhere
/// for other nouns.
At one_thanked(const Tree& tree, At noun) {
    static constexpr std::array<std::string_view, 6> to_object{"thank",   "praise", "commend",
                                                               "applaud", "laud",   "credit"};
    const At first = first_conjunct(tree, noun);
    const At above = tree.head(first);
    if (above == nowhere || tree.dep(first) != Dep::obl || preposition(tree, first) != "for")
        return nowhere;
    if (std::find(to_object.begin(), to_object.end(), tree.lemma(above)) != to_object.end())
        return logical_object(tree, above);
    if (tree.lemma(above) != "grateful" && tree.lemma(above) != "thankful")
        return nowhere;
    const auto whom = prepositional(tree, above, "to");
    return whom.empty() ? nowhere : whom.front();
}

void append(std::vector<At>& all, const std::vector<At>& more) {
    for (const At at : more)
        if (std::find(all.begin(), all.end(), at) == all.end())
            all.push_back(at);
}

} // namespace

At RoleFinder::subject_of(const Trigger& trigger) const {
    const At head = phrase_head(trigger);
    if (trigger.frame->pos == FramePos::verb)
        return logical_subject(*tree_, head);
    if (tree_->dep(head) == Dep::amod)
        return tree_->head(head);
    if (const At one = tree_->head(head); tree_->dep(head) == Dep::nmod && one != nowhere &&
                                          tree_->lemma(one) == "one" && is_predicate(*tree_, one))
        return logical_subject(*tree_, one); // "is one of our closest partners"
    if (is_predicate(*tree_, head) || tree_->dep(head) == Dep::acl || tree_->dep(head) == Dep::advcl)
        if (const At own = logical_subject(*tree_, head); own != nowhere)
            return own;
    if (const At thanked = one_thanked(*tree_, head); thanked != nowhere)
        return thanked;
    if (const At verb = governor(*tree_, head); verb != nowhere) {
        if (const At subject = logical_subject(*tree_, verb); subject != nowhere)
            return subject;
        const bool state = tree_->dep(first_conjunct(*tree_, head)) == Dep::obl && is_passive(*tree_, verb) &&
                           preposition(*tree_, head) == "in"; // "forces were engaged in fighting"
        return state ? tree_->child(verb, Dep::nsubj, "pass") : nowhere;
    }
    // "expresses its commitment to continued support": the noun above has the same owner
    const At above = tree_->head(head);
    if (tree_->dep(head) == Dep::nmod && above != nowhere)
        if (const At verb = governor(*tree_, above); verb != nowhere)
            return logical_subject(*tree_, verb);
    return nowhere;
}

/// The noun whose phrase has the participants: the trigger, or the noun that it is compounded with
/// ("mediation mission between").
At RoleFinder::phrase_head(const Trigger& trigger) const {
    At head = trigger.head;
    while (trigger.frame->pos == FramePos::noun && tree_->dep(head) == Dep::compound &&
           tree_->head(head) != nowhere && tree_->upos(tree_->head(head)) == ud::Upos::noun)
        head = tree_->head(head);
    return head;
}

std::vector<At> RoleFinder::objects_of(const Trigger& trigger) const {
    if (trigger.bound != nowhere)
        return {trigger.bound};
    const At object = logical_object(*tree_, trigger.head);
    if (object == nowhere ||
        std::find(trigger.parts.begin(), trigger.parts.end(), object) != trigger.parts.end())
        return {};
    return {object};
}

std::vector<At> RoleFinder::modifiers_of(At noun) const {
    std::vector<At> found;
    for (const At child : tree_->children(noun)) {
        const Dep dep = tree_->dep(child);
        const bool possessor = dep == Dep::nmod && tree_->subtype(child) == "poss";
        const bool modifier = (dep == Dep::amod || dep == Dep::compound ||
                               (dep == Dep::nmod && preposition(*tree_, child).empty())) &&
                              parties_->has(child);
        if (possessor)
            found.insert(found.begin(), child);
        else if (modifier)
            found.push_back(child);
    }
    if (found.empty() && tree_->dep(noun) == Dep::conj && !parties_->has(tree_->head(noun)))
        return modifiers_of(tree_->head(noun)); // "China's support and help"
    return found;
}

std::vector<At> RoleFinder::complement_subjects(const Trigger& trigger) const {
    std::vector<At> found;
    std::vector<At> places = trigger.parts;
    places.push_back(trigger.head);
    for (const At place : places)
        for (const At child : tree_->children(place)) {
            const Dep dep = tree_->dep(child);
            const bool beside = dep == Dep::parataxis && tree_->child_lemma(child, "that") != nowhere;
            if (dep != Dep::ccomp && dep != Dep::xcomp && dep != Dep::advcl && dep != Dep::acl && !beside)
                continue;
            const At subject = tree_->child(child, Dep::nsubj);
            if (subject != nowhere)
                found.push_back(subject);
        }
    return found;
}

std::vector<At> RoleFinder::behind(const Trigger& trigger, std::string_view wanted) const {
    const At head = phrase_head(trigger);
    std::vector<At> found = prepositional(*tree_, head, wanted);
    if (const At whole = container(*tree_, head); whole != nowhere && wanted != "of")
        append(found, prepositional(*tree_, whole, wanted));
    if (trigger.frame->pos == FramePos::noun && wanted == "by")
        for (const At whom : prepositional(*tree_, head, "of")) // "the arrest of fishermen by the navy"
            append(found, prepositional(*tree_, whom, wanted));
    for (const At part : trigger.parts)
        append(found, prepositional(*tree_, part, wanted));
    if (trigger.bound != nowhere)
        append(found, prepositional(*tree_, trigger.bound, wanted));
    if (trigger.frame->pos == FramePos::verb) {
        if (const At object = logical_object(*tree_, trigger.head); object != nowhere) {
            append(found, prepositional(*tree_, object, wanted)); // "signed an agreement with Russia"
            static constexpr std::array<std::string_view, 5> aims{"to", "against", "on", "into", "at"};
            if (std::find(aims.begin(), aims.end(), wanted) != aims.end())
                // "gave doses of vaccine to Nepal", read as a vaccine to Nepal
                for (const At content : prepositional(*tree_, object, "of"))
                    append(found, prepositional(*tree_, content, wanted));
        }
        return found;
    }
    for (const At other : conjuncts(*tree_, first_conjunct(*tree_, head)))
        append(found, prepositional(*tree_, other, wanted)); // "sympathy and support to Belgium"
    if (const At verb = governor(*tree_, head); verb != nowhere && tree_->upos(verb) == ud::Upos::verb)
        append(found, prepositional(*tree_, verb, wanted)); // "extended support last year to Belgium"
    return found;
}

std::vector<At> RoleFinder::heads(const Trigger& trigger, const Role& role) const {
    switch (role.kind) {
    case Role::Kind::subject: {
        const At subject = subject_of(trigger);
        if (subject == nowhere)
            return {};
        std::vector<At> found{subject};
        if (const At verb = tree_->head(subject); tree_->dep(subject) == Dep::nsubj && verb != nowhere)
            for (const At child : tree_->children(verb)) // a title and a name that the parser left apart
                if (child == subject + 1 && tree_->dep(child) == Dep::nsubj)
                    found.push_back(child);
        return found;
    }
    case Role::Kind::object:
        return objects_of(trigger);
    case Role::Kind::indirect: {
        const At indirect = tree_->child(trigger.head, Dep::iobj);
        return indirect == nowhere ? std::vector<At>{} : std::vector<At>{indirect};
    }
    case Role::Kind::possessor: {
        std::vector<At> found = modifiers_of(trigger.head);
        if (const At head = phrase_head(trigger); head != trigger.head)
            append(found, modifiers_of(head));
        if (!found.empty() && trigger.frame->pos == FramePos::noun)
            return found; // "Russia's expulsion of German diplomats" is Russia's
        for (const At part : trigger.parts)
            append(found, modifiers_of(part));
        return found;
    }
    case Role::Kind::complement:
        return complement_subjects(trigger);
    case Role::Kind::preposition:
        return behind(trigger, role.preposition);
    case Role::Kind::speaker:
        return {};
    }
    return {};
}

Filler RoleFinder::fill(const Trigger& trigger, std::span<const Role> roles,
                        std::span<const actors::Referent> others, Inside which) const {
    for (const Role& role : roles) {
        Filler filler;
        for (const At head : heads(trigger, role))
            add_new(filler.parties, without(search_.of(head), others));
        if (!filler.parties.empty())
            return filler;
        if (role.kind == Role::Kind::complement) {
            // "that its European partners refuse", but not "that their privacy be respected"
            for (const At head : heads(trigger, role))
                for (const At modifier : modifiers_of(head))
                    if (tree_->subtype(modifier) != "poss")
                        add_new(filler.parties, without(search_.of(modifier), others));
            if (!filler.parties.empty())
                return filler;
            continue;
        }
        filler.reach = Reach::inside;
        for (const At head : heads(trigger, role))
            if (which != Inside::friendly || !search_.is_hostile(head)) // "support for sanctions on Russia"
                add_new(filler.parties, search_.inside(head, others, which));
        if (!filler.parties.empty())
            return filler;
    }
    return {};
}

} // namespace entente::coding
