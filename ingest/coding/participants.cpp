// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/participants.hpp"

#include <algorithm>
#include <utility>

namespace entente::coding {

using plover::EventType;

bool is_cooperative(EventType type) {
    const auto quad = plover::quad_class(type);
    return quad == plover::QuadClass::verbal_cooperation || quad == plover::QuadClass::material_cooperation;
}

namespace {

/// What several do, they do with each other, where nobody else is named: they agreed, met, reaffirmed their
/// ties.
bool is_mutual(EventType type) {
    return type == EventType::agree || type == EventType::consult || type == EventType::cooperate ||
           type == EventType::support;
}

} // namespace

Filler ParticipantFinder::find_source(const Trigger& trigger, const Clause& clause) const {
    Filler filler;
    for (const Role& role : trigger.frame->source) {
        if (role.kind == Role::Kind::speaker) {
            filler.parties = clause.speaker.empty() ? stage_->narrator : clause.speaker;
            filler.reach = Reach::assumed;
        } else {
            filler = roles_.fill(trigger, {&role, 1}, {});
        }
        if (filler.parties.empty())
            continue;
        // "calls on Beijing to help": Beijing is to help, whatever the tree says
        const bool by_asker = !clause.asked.empty() && without(filler.parties, clause.asker).empty();
        return by_asker && trigger.frame->pos == FramePos::verb ? Filler{clause.asked, Reach::role} : filler;
    }
    return filler;
}

/// Whom an act is done to that others are helped against: "support Ukraine against Russia's aggression", "it
/// can defend itself against aggression".
Filler ParticipantFinder::find_victim(const Trigger& trigger, const Filler& source) const {
    const At verb = tree_->head(trigger.head);
    if (trigger.frame->pos != FramePos::noun || verb == nowhere || tree_->upos(verb) != ud::Upos::verb ||
        plover::quad_class(*trigger.frame->type) != plover::QuadClass::material_conflict ||
        preposition(*tree_, trigger.head) != "against")
        return {};
    for (const At one : {logical_object(*tree_, verb), logical_subject(*tree_, verb)})
        if (one != nowhere)
            if (Parties found = without(roles_.search().of(one), source.parties); !found.empty())
                return {std::move(found), Reach::inside};
    return {};
}

Filler ParticipantFinder::find_target(const Trigger& trigger, const Filler& source) const {
    Filler filler = roles_.fill(trigger, trigger.frame->target, source.parties);
    if (!filler.parties.empty() || is_weak(trigger) ||
        (trigger.frame->symmetric && source.parties.size() > 1))
        return filler;
    if (Filler victim = find_victim(trigger, source); !victim.parties.empty())
        return victim;
    if (source.parties.size() == 2 && !trigger.frame->symmetric) // "the leaders praised Japan's restraint"
        if (Filler one = roles_.fill(trigger, trigger.frame->target, {});
            one.parties.size() == 1 && one.reach <= Reach::inside)
            return one;
    if (trigger.frame->type == EventType::consult) // whom one talks to is not who is talked about
        if (Filler other = assume_target(trigger, source); !other.parties.empty())
            return other;
    filler.parties = roles_.search().below(trigger.head, source.parties);
    filler.reach = Reach::clause;
    return filler;
}

/// Whether someone stands in the target's role whom nobody knows: "work with partners", "help to the
/// Rohingya".
bool ParticipantFinder::names_another(const Trigger& trigger) const {
    for (const Role& role : trigger.frame->target) {
        // "meet the requirements" is no talk
        if (role.kind == Role::Kind::object && trigger.bound == nowhere &&
            trigger.frame->type == EventType::consult && !roles_.heads(trigger, role).empty())
            return true;
        if (role.kind != Role::Kind::preposition || (role.preposition != "with" && role.preposition != "to"))
            continue;
        for (const At head : roles_.heads(trigger, role))
            if (tree_->upos(head) == ud::Upos::propn ||
                (role.preposition == "with" && tree_->upos(head) == ud::Upos::noun))
                return true;
    }
    return false;
}

/// A few words without a verb: the heading of what follows.
bool ParticipantFinder::is_heading() const {
    for (At at = 0; at < tree_->size(); ++at)
        if (is_predicate(*tree_, at))
            return false;
    return true;
}

/// Whether one is said to have broken what the noun names: "breached its commitments".
bool ParticipantFinder::is_blamed(const Trigger& trigger) const {
    if (trigger.frame->pos != FramePos::noun || !is_cooperative(*trigger.frame->type))
        return false;
    for (At at = trigger.head; at != nowhere; at = tree_->head(at))
        if (at != trigger.head && is_predicate(*tree_, at)) {
            const auto& frames = lexicon_->find(tree_->lemma(at), FramePos::verb);
            return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
                return frame->type == EventType::accuse && !frame->source.empty() &&
                       frame->source.front().kind == Role::Kind::speaker;
            });
        }
    return false;
}

/// Towards whom a side of the statement speaks where the clause does not say: the other side.
Filler ParticipantFinder::assume_target(const Trigger& trigger, const Filler& source) const {
    if (stage_->sides.size() < 2 || is_weak(trigger) || is_heading() || is_blamed(trigger))
        return {};
    if (source.parties.size() != 1) { // several others speak to the narrator
        const Parties self = without(stage_->narrator, source.parties);
        return trigger.frame->symmetric || !has_code(stage_->sides, source.parties.front().code)
                   ? Filler{}
                   : Filler{self, Reach::assumed};
    }
    if (plover::quad_class(*trigger.frame->type) == plover::QuadClass::material_conflict)
        return {};
    if (!has_code(stage_->sides, source.parties.front().code) || names_another(trigger))
        return {};
    return {without(stage_->sides, source.parties), Reach::assumed};
}

/// "bilateral cooperation", "mutual trust": between the two sides of the statement.
bool ParticipantFinder::is_between_the_sides(const Trigger& trigger) const {
    if (trigger.frame->pos != FramePos::noun || !trigger.frame->symmetric || stage_->sides.size() != 2)
        return false;
    return tree_->child_lemma(trigger.head, "bilateral") != nowhere ||
           tree_->child_lemma(trigger.head, "mutual") != nowhere;
}

/// Who acts where an official text leaves it out ("Negotiations with Hungary have begun", "It is a pleasure
/// to welcome the Prime Minister"): whoever speaks, so long as the target stands in its role.
Filler ParticipantFinder::assume_source(const Trigger& trigger, const Clause& clause) const {
    const Parties& speaker = clause.speaker.empty() ? stage_->narrator : clause.speaker;
    if (speaker.size() != 1 || !is_cooperative(*trigger.frame->type))
        return {};
    const bool subjectless =
        trigger.frame->pos == FramePos::noun ||
        (logical_subject(*tree_, trigger.head) == nowhere && tree_->dep(trigger.head) != Dep::acl);
    if (!subjectless)
        return {};
    const Filler target = roles_.fill(trigger, trigger.frame->target, speaker);
    if (target.parties.empty() || target.reach != Reach::role)
        return {};
    return {speaker, Reach::assumed};
}

/// "We thank France and Germany for their solidarity": towards whom others have shown it.
Filler ParticipantFinder::find_thankful(const Trigger& trigger, const Filler& source) const {
    if (trigger.frame->pos != FramePos::noun || trigger.frame->symmetric || is_weak(trigger) ||
        !is_cooperative(*trigger.frame->type) || preposition(*tree_, trigger.head) != "for")
        return {};
    const At verb = clause_of(*tree_, trigger.head);
    if (verb == nowhere || verb == trigger.head)
        return {};
    const At subject = logical_subject(*tree_, verb);
    return subject == nowhere ? Filler{}
                              : Filler{without(roles_.search().of(subject), source.parties), Reach::shared};
}

/// Whether the target stands in its role and is the source itself: "warned its citizens".
bool ParticipantFinder::is_domestic(const Trigger& trigger, const Filler& source) const {
    if (trigger.frame->symmetric || source.parties.size() > 1)
        return false;
    if (!roles_.fill(trigger, trigger.frame->target, source.parties).parties.empty() ||
        !find_victim(trigger, source).parties.empty())
        return false;
    const Filler target = roles_.fill(trigger, trigger.frame->target, {});
    const auto is_named = [](const actors::Referent& party) {
        return party.rule != actors::Rule::publisher && party.rule != actors::Rule::pronoun;
    };
    const Reach furthest = trigger.frame->type == EventType::accuse ? Reach::role : Reach::inside;
    return target.reach <= furthest && std::any_of(target.parties.begin(), target.parties.end(), is_named);
}

std::optional<Participants> ParticipantFinder::find(const Trigger& trigger, const Clause& clause,
                                                    const char*& reason) const {
    Participants found;
    found.symmetric = trigger.frame->symmetric;
    found.source = find_source(trigger, clause);
    if (found.source.parties.empty() && is_between_the_sides(trigger)) {
        found.source = {stage_->sides, Reach::assumed};
        found.symmetric = true;
        return found;
    }
    if (found.source.parties.empty())
        found.source = assume_source(trigger, clause);
    if (found.source.parties.empty()) {
        reason = "no source";
        return std::nullopt;
    }
    if (is_domestic(trigger, found.source)) {
        reason = "inside one party";
        return std::nullopt;
    }
    found.target = find_target(trigger, found.source);
    if (!found.target.parties.empty())
        return found;
    if (Filler thankful = find_thankful(trigger, found.source); !thankful.parties.empty()) {
        found.target = std::move(thankful);
        return found;
    }
    if (found.source.parties.size() > 1 &&
        (trigger.frame->symmetric ||
         (is_mutual(*trigger.frame->type) && without(found.source.parties, stage_->sides).empty()))) {
        found.symmetric = true; // they agreed, met, reaffirmed: among themselves
        return found;
    }
    found.target = assume_target(trigger, found.source);
    if (found.target.parties.empty()) {
        reason = "no target";
        return std::nullopt;
    }
    return found;
}

} // namespace entente::coding
