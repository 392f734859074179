// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/participants.hpp"

#include <algorithm>
#include <array>
#include <utility>

// Who acts, and towards whom, where the clause does not say: what the statement has told of who speaks to
// whom.
namespace entente::coding {

using plover::EventType;

/// Whether someone stands in the target's role whom nobody knows: "work with partners", "help to the
/// Rohingya".
bool ParticipantFinder::names_another(const Trigger& trigger) const {
    static constexpr std::array<std::string_view, 9> one_thing{
        "support", "defend", "help", "protect", "honor", "honour", "celebrate", "mark", "commemorate"};
    if (trigger.frame->pos == FramePos::verb && trigger.frame->trigger.size() == 1 &&
        std::find(one_thing.begin(), one_thing.end(), trigger.frame->trigger.front()) != one_thing.end())
        return true; // "supports democracy"
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

/// "sanctions on eleven officials": of the other side, of whom the statement speaks.
bool ParticipantFinder::hits_somebody(const Trigger& trigger) const {
    static constexpr std::array<std::string_view, 9> persons{
        "official", "individual", "entity", "person", "company", "leader", "regime", "member", "bank"};
    if (trigger.frame->type != EventType::sanction)
        return false;
    for (const Role& role : trigger.frame->target)
        for (const At head : roles_.heads(trigger, role))
            if (std::find(persons.begin(), persons.end(), tree_->lemma(head)) != persons.end())
                return true;
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

/// "highlighted Liberia's commitment to democracy": what another's quality is praised for is not done towards
/// whoever praises it.
bool ParticipantFinder::is_told_of_another(const Trigger& trigger, const Filler& source) const {
    if (trigger.frame->pos != FramePos::noun || trigger.frame->symmetric ||
        !is_cooperative(*trigger.frame->type))
        return false;
    const At verb = clause_of(*tree_, trigger.head);
    static constexpr std::array<std::string_view, 5> takers{"accept", "receive", "decline", "reject",
                                                            "refuse"};
    if (verb == nowhere || verb == trigger.head ||
        std::find(takers.begin(), takers.end(), tree_->lemma(verb)) != takers.end())
        return false; // "accepted the Prime Minister's invitation": which was made to whoever accepts it
    const At subject = logical_subject(*tree_, verb);
    return subject != nowhere && !without(roles_.search().of(subject), source.parties).empty();
}

/// Whether some word of the sentence stands for the party.
bool ParticipantFinder::is_present(const PartyCode& code) const {
    for (At at = 0; at < tree_->size(); ++at)
        if (has_code(parties_->at(at), code))
            return true;
    return false;
}

/// Towards whom a side of the statement speaks where the clause does not say: the other side.
Filler ParticipantFinder::assume_target(const Trigger& trigger, const Filler& source) const {
    if (source.parties.size() == 1 && is_worldwide(trigger))
        return {{{*parse_party_code("INT"), {}, actors::Rule::community}}, Reach::inside};
    if (stage_->sides.size() < 2 || is_weak(trigger) || is_heading() || is_blamed(trigger) ||
        is_told_of_another(trigger, source))
        return {};
    if (source.parties.size() != 1) { // several others speak to the narrator
        const Parties self = without(stage_->narrator, source.parties);
        return trigger.frame->symmetric || !has_code(stage_->sides, source.parties.front().code)
                   ? Filler{}
                   : Filler{self, Reach::assumed};
    }
    if (plover::quad_class(*trigger.frame->type) == plover::QuadClass::material_conflict &&
        !hits_somebody(trigger))
        return {};
    if (!has_code(stage_->sides, source.parties.front().code) || names_another(trigger))
        return {};
    Parties others = without(stage_->sides, source.parties);
    if (others.size() > 1) // of several, those whom the sentence names
        if (Parties named = others;
            std::erase_if(named, [&](const auto& side) { return !is_present(side.code); }) < others.size())
            others = std::move(named);
    if (stage_->narrator.empty()) // news speaks of many, and not to the other side
        std::erase_if(others, [&](const auto& side) { return !is_present(side.code); });
    return {std::move(others), Reach::assumed};
}

/// "Azerbaijan said Armenian forces had shelled a town": one of two sides tells what the other has done to
/// it.
Filler ParticipantFinder::assume_plaintiff(const Trigger& trigger, const Filler& source,
                                           const Clause& clause) const {
    const bool told = clause.modality == Modality::asserted && clause.speaker.size() == 1 &&
                      source.parties.size() == 1 && source.reach <= Reach::inside;
    if (!told || plover::quad_class(*trigger.frame->type) != plover::QuadClass::material_conflict ||
        trigger.frame->pos != FramePos::verb || stage_->sides.size() != 2 || is_weak(trigger) ||
        !has_code(stage_->sides, clause.speaker.front().code) ||
        !has_code(stage_->sides, source.parties.front().code) ||
        without(clause.speaker, source.parties).empty() || logical_object(*tree_, trigger.head) == nowhere)
        return {};
    return {clause.speaker, Reach::assumed};
}

/// "steps up international cooperation": with everybody.
bool ParticipantFinder::is_worldwide(const Trigger& trigger) const {
    if (!trigger.frame->symmetric || !is_cooperative(*trigger.frame->type) ||
        trigger.frame->type == EventType::consult)
        return false;
    const auto is_of_all = [&](At noun) {
        return tree_->child_lemma(noun, "international") != nowhere ||
               tree_->child_lemma(noun, "global") != nowhere;
    };
    return is_of_all(trigger.head) || std::any_of(trigger.parts.begin(), trigger.parts.end(), is_of_all);
}

/// "Views were exchanged", "the treaty has entered into force": done together, and nobody is named.
bool ParticipantFinder::is_done_by_the_sides(const Trigger& trigger) const {
    static constexpr std::array<std::string_view, 9> accords{"treaty",      "agreement", "accord",
                                                             "memorandum",  "pact",      "convention",
                                                             "partnership", "relation",  "cooperation"};
    const At head = trigger.head;
    const At passive = tree_->child(head, Dep::nsubj, "pass");
    const At subject = passive != nowhere ? passive : tree_->child(head, Dep::nsubj);
    if (subject == nowhere || tree_->dep(head) == Dep::acl || !roles_.search().of(subject).empty() ||
        !roles_.search().inside(subject, {}).empty())
        return false;
    if (passive != nowhere) {
        const auto& target = trigger.frame->target; // "requirements are met" is no talk
        const bool of_object = std::any_of(target.begin(), target.end(),
                                           [](const Role& role) { return role.kind == Role::Kind::object; });
        return !of_object && logical_subject(*tree_, head) == nowhere;
    }
    return std::find(accords.begin(), accords.end(), tree_->lemma(subject)) != accords.end();
}

/// "bilateral cooperation", "mutual trust": between the two sides of the statement.
bool ParticipantFinder::is_between_the_sides(const Trigger& trigger) const {
    if (!trigger.frame->symmetric || stage_->sides.size() != 2)
        return false;
    if (trigger.frame->pos == FramePos::verb)
        return is_done_by_the_sides(trigger);
    if (trigger.frame->pos != FramePos::noun || is_weak(trigger))
        return false;
    return tree_->child_lemma(trigger.head, "bilateral") != nowhere ||
           tree_->child_lemma(trigger.head, "mutual") != nowhere;
}

/// Who acts where an official text leaves it out ("Negotiations with Hungary have begun", "It is a pleasure
/// to welcome the Prime Minister"): whoever speaks, so long as the target stands in its role.
Filler ParticipantFinder::assume_source(const Trigger& trigger, const Clause& clause) const {
    const Parties& speaker = clause.speaker.empty() ? stage_->narrator : clause.speaker;
    // "Russia will be held responsible", "Russia is urged to": by whoever says so
    const bool demand =
        (trigger.frame->type == EventType::accuse || trigger.frame->type == EventType::request) &&
        trigger.frame->pos == FramePos::verb && tree_->child(trigger.head, Dep::aux, "pass") != nowhere;
    if (speaker.size() != 1 || (!is_cooperative(*trigger.frame->type) && !demand))
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

} // namespace entente::coding
