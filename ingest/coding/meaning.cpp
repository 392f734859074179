// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/meaning.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente::coding {

namespace {

using plover::EventType;

/// Acts that, still to come, are an agreement to do them.
bool is_promised(EventType type, bool undertaken) {
    switch (type) {
    case EventType::consult:
    case EventType::cooperate:
    case EventType::aid:
    case EventType::concede:
        return true;
    case EventType::support:
        return undertaken;
    default:
        return false;
    }
}

/// Whether one is committed to an act: a clause, or talks, cooperation and help, stands behind the trigger.
bool is_act_ahead(const Tree& tree, const FrameLexicon& lexicon, const RoleFinder& roles,
                  const Trigger& trigger) {
    if (governs_clause(tree, trigger))
        return true;
    const auto behind = roles.heads(trigger, {Role::Kind::preposition, "to"});
    return std::any_of(behind.begin(), behind.end(), [&](At head) {
        const auto& frames = lexicon.find(tree.lemma(head), FramePos::noun);
        return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
            return frame->trigger.size() == 1 &&
                   (frame->type == EventType::consult || frame->type == EventType::cooperate ||
                    frame->type == EventType::aid);
        });
    });
}

/// "agreed that the region needs peace": what both hold, not what both will do.
bool is_shared_opinion(const Tree& tree, const Trigger& trigger) {
    if (trigger.frame->pos != FramePos::verb || trigger.frame->future)
        return false;
    const At clause = tree.child(trigger.head, Dep::ccomp);
    if (clause == nowhere || tree.child_lemma(clause, "that") == nowhere)
        return false;
    const At future = tree.child_lemma(clause, "will");
    return future == nowhere && !is_obligation(tree, clause);
}

/// Whether the clause that one agrees on speaks of the ties themselves: "that the alliance is stronger than
/// ever".
bool is_about_ties(const Tree& tree, const Trigger& trigger) {
    static constexpr std::array<std::string_view, 7> ties{
        "alliance", "friendship", "partnership", "relation", "relationship", "tie", "bond"};
    const At clause = tree.child(trigger.head, Dep::ccomp);
    const At subject = clause == nowhere ? nowhere : tree.child(clause, Dep::nsubj);
    if (subject == nowhere)
        return false;
    std::string lemma = tree.lemma(subject);
    std::transform(lemma.begin(), lemma.end(), lemma.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return std::find(ties.begin(), ties.end(), lemma) != ties.end();
}

/// Costs that nobody has named yet are a threat.
void settle_costs(const Trigger& trigger, const Clause& clause, Event& event) {
    const Frame& frame = *trigger.frame;
    if (event.type == EventType::sanction && (clause.ahead || clause.modality == Modality::hypothetical) &&
        frame.trigger.back() == "cost") {
        event.type = EventType::threaten; // costs that nobody has named yet
        event.cameo = std::nullopt;
        event.predicate = "threatens to impose costs on";
    }
}

/// Whether one calls on a person, and asks for nothing.
void settle_call(const Tree& tree, const RoleFinder& roles, const Trigger& trigger, Event& event) {
    const Frame& frame = *trigger.frame;
    if (event.type == EventType::request && frame.trigger.back() == "on" && frame.trigger.front() == "call" &&
        !governs_clause(tree, trigger) && roles.heads(trigger, {Role::Kind::preposition, "for"}).empty()) {
        event.type = EventType::consult; // "called on the President" and asked for nothing
        event.mode = plover::Mode::find(EventType::consult, "visit");
        event.cameo = std::nullopt;
        event.predicate = "calls on";
    }
}

/// Acts that lie ahead are agreed on, or refused.
void settle_ahead(const Trigger& trigger, const Clause& clause, Event& event) {
    const Frame& frame = *trigger.frame;
    if (event.type == EventType::consult && event.modality == Modality::requested)
        return; // "must be settled by negotiations between the two": asked for by a third
    // "will carry forward their friendship": they agree on it
    const bool ties = frame.pos == FramePos::noun && frame.symmetric && !clause.undertaken;
    const bool help = frame.pos == FramePos::verb && frame.trigger.front() == "support"; // help still to come
    if ((clause.ahead || frame.future) &&
        is_promised(event.type, (clause.undertaken && !(frame.symmetric && frame.pos == FramePos::noun)) ||
                                    help || ties)) {
        const bool refused = clause.ahead && clause.modality == Modality::negated;
        event.type = refused ? EventType::reject : EventType::agree; // "will not meet the demands"
        if (refused)
            event.modality = Modality::asserted;
        event.mode = std::nullopt;
        event.cameo = std::nullopt;
        event.symmetric = event.symmetric && !refused;
    }
}

} // namespace

/// Whether a clause hangs on the trigger: "a commitment to respect ...".
bool governs_clause(const Tree& tree, const Trigger& trigger) {
    const auto has_clause = [&](At at) {
        for (const At child : tree.children(at)) {
            const Dep dep = tree.dep(child);
            const bool clause =
                dep == Dep::xcomp || dep == Dep::advcl || (dep == Dep::acl && tree.subtype(child).empty());
            const bool beside = dep == Dep::advcl && tree.has_feature(child, "VerbForm", "Fin");
            if (clause && !beside && child > at &&
                (tree.upos(child) == ud::Upos::verb || tree.child_lemma(child, "to") != nowhere))
                return true;
        }
        return false;
    };
    return has_clause(trigger.head) || (trigger.bound != nowhere && has_clause(trigger.bound)) ||
           std::any_of(trigger.parts.begin(), trigger.parts.end(), has_clause);
}

void settle_meaning(const Tree& tree, const FrameLexicon& lexicon, const RoleFinder& roles,
                    const Trigger& trigger, const Clause& clause, Event& event) {
    const Frame& frame = *trigger.frame;
    event.type = *frame.type;
    event.mode = frame.mode;
    event.cameo = frame.cameo;
    event.modality = clause.modality;
    event.predicate = frame.predicate;
    settle_costs(trigger, clause, event);
    settle_call(tree, roles, trigger, event);
    settle_ahead(trigger, clause, event);
    if (event.type == EventType::support && frame.content == Content::intend &&
        is_act_ahead(tree, lexicon, roles, trigger)) {
        event.type = EventType::agree; // committed to an act, not to a partner
        event.cameo = std::nullopt;
    }
    const bool opinion = event.type == EventType::agree && is_shared_opinion(tree, trigger);
    if (opinion && is_about_ties(tree, trigger))
        event.type = EventType::support;
    if (event.type == EventType::agree && event.modality == Modality::asserted && !opinion)
        event.modality = Modality::intended;
}

} // namespace entente::coding
