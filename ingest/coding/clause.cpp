// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/clause.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

template<std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// What stands behind these has its own time: "following the visit, he will ...".
constexpr std::array<std::string_view, 8> time_and_cause{"follow",  "following", "after", "since",
                                                         "despite", "because",   "given", "amid"};

/// Nor does what one will do say anything of these: "in the framework of our cooperation, we will ...".
constexpr std::array<std::string_view, 8> circumstances{"framework", "context", "face", "wake",
                                                        "aftermath", "light",   "view", "recognition"};

bool has_mark(const Tree& tree, At predicate, std::string_view lemma) {
    for (const At child : tree.children(predicate))
        if ((tree.dep(child) == Dep::mark || tree.dep(child) == Dep::advmod ||
             tree.dep(child) == Dep::case_) &&
            tree.lemma(child) == lemma)
            return true;
    return false;
}

bool is_condition(const Tree& tree, At predicate) {
    static constexpr std::array<std::string_view, 6> marks{"if", "unless", "whether", "should", "in", "lest"};
    for (const At child : tree.children(predicate))
        if (tree.dep(child) == Dep::mark && is_one_of(tree.lemma(child), marks) &&
            (tree.lemma(child) != "in" || tree.child_lemma(child, "case") != nowhere))
            return true;
    return false;
}

/// The words of the clause that hold no matter what stands above: its own time, place, and relative clauses.
Clause afresh(const Clause& clause) {
    Clause fresh;
    fresh.speaker = clause.speaker;
    fresh.modality = clause.modality == Modality::hypothetical ? clause.modality : Modality::asserted;
    return fresh;
}

/// Whether an infinitive has the subject of the verb above it: "hopes to strengthen", not "asks it to leave".
bool wants_to(const Tree& tree, At child, const Trigger& trigger) {
    return trigger.frame->pos == FramePos::verb && tree.dep(child) == Dep::xcomp &&
           trigger.bound == nowhere && !tree.has_child(trigger.head, Dep::obj) &&
           !tree.has_child(trigger.head, Dep::iobj) && !is_passive(tree, trigger.head) &&
           has_mark(tree, child, "to");
}

/// "I want to thank the Government": said by wanting to say it.
bool is_said_so(const Tree& tree, At child, At wanting) {
    static constexpr std::array<std::string_view, 18> acts{
        "thank",   "congratulate", "express",   "extend",  "convey",     "commend",
        "welcome", "acknowledge",  "recognize", "applaud", "reiterate",  "reaffirm",
        "stress",  "emphasize",    "underline", "assure",  "underscore", "condemn"};
    const At subject = tree.child(wanting, Dep::nsubj);
    return subject != nowhere && (tree.lemma(subject) == "I" || tree.lemma(subject) == "we") &&
           is_one_of(tree.lemma(child), acts);
}

Clause under_content(const Tree& tree, At child, const Trigger& trigger, Clause clause,
                     const Parties& speaker) {
    switch (trigger.frame->content) {
    case Content::say:
    case Content::believe:
        clause.absorbed = clause.absorbed == Absorbed::everything ? clause.absorbed : Absorbed::nothing;
        clause.ahead = false;
        clause.modality = Modality::asserted;
        if (!speaker.empty())
            clause.speaker = speaker;
        break;
    case Content::intend:
        if (clause.modality == Modality::asserted)
            clause.modality = Modality::intended;
        clause.ahead = true;
        clause.undertaken = true;
        break;
    case Content::request:
        // "has been advised that Russia will expel two diplomats": told, not asked
        if (is_passive(tree, trigger.head) && tree.dep(child) == Dep::ccomp &&
            tree.child_lemma(child, "that") != nowhere)
            break;
        if (wants_to(tree, child, trigger) && is_said_so(tree, child, trigger.head))
            break;
        if (wants_to(tree, child, trigger)) { // "wants to work with": what one wants to do oneself
            clause.modality = clause.modality == Modality::asserted ? Modality::intended : clause.modality;
            clause.ahead = true;
            break;
        }
        clause.modality = Modality::requested;
        clause.absorbed = Absorbed::everything;
        clause.asker = speaker;
        break;
    case Content::refuse:
        clause.modality = Modality::negated;
        clause.absorbed = Absorbed::everything;
        break;
    case Content::deny:
        clause.modality = Modality::negated;
        break;
    case Content::possible:
        clause.modality = Modality::hypothetical;
        break;
    case Content::attempt:
    case Content::aspect:
    case Content::light:
        break;
    case Content::none:
        if (trigger.frame->type == plover::EventType::consult)
            clause.absorbed = std::max(clause.absorbed, Absorbed::cooperation);
        break;
    }
    return clause;
}

Clause below_adverbial(const Tree& tree, At child, const Trigger* trigger, const Clause& inner,
                       const Parties& speaker) {
    if (is_condition(tree, child)) {
        Clause clause = afresh(inner);
        clause.modality = Modality::hypothetical;
        return clause;
    }
    const bool to_infinitive = has_mark(tree, child, "to");
    if (trigger != nullptr && trigger->frame->type == plover::EventType::consult &&
        !tree.has_child(child, Dep::mark) && !tree.has_child(trigger->head, Dep::obj) &&
        tree.word(child).form.ends_with("ing"))
        return under_content(tree, child, *trigger, inner, speaker); // "discussed strengthening ties"
    if (to_infinitive && trigger != nullptr && trigger->frame->content != Content::none &&
        trigger->frame->content != Content::light)
        return under_content(tree, child, *trigger, inner, speaker);
    // "concurred in strengthening cooperation"
    if (trigger != nullptr && trigger->frame->content == Content::intend &&
        tree.word(child).form.ends_with("ing") &&
        (has_mark(tree, child, "in") || has_mark(tree, child, "on") || has_mark(tree, child, "to")))
        return under_content(tree, child, *trigger, inner, speaker);
    // "to cooperate in accepting their citizens": part of what is asked for
    if (inner.absorbed == Absorbed::everything && tree.word(child).form.ends_with("ing") &&
        (has_mark(tree, child, "in") || has_mark(tree, child, "by") || has_mark(tree, child, "through")))
        return inner;
    Clause clause = afresh(inner);
    if (to_infinitive &&
        !(trigger != nullptr &&
          trigger->frame->type ==
              plover::EventType::consult)) { // a purpose lies ahead of the act that serves it
        clause.modality = clause.modality == Modality::asserted ? Modality::intended : clause.modality;
        clause.ahead = true;
    }
    return clause;
}

} // namespace

bool is_obligation(const Tree& tree, At predicate) {
    static constexpr std::array<std::string_view, 3> modals{"must", "should", "ought"};
    bool must = false;
    for (const At child : tree.children(predicate)) {
        if (tree.dep(child) != Dep::aux)
            continue;
        if (tree.lemma(child) == "have")
            return false; // "must have been": a guess
        must = must || is_one_of(tree.lemma(child), modals);
    }
    if (must)
        return true;
    if (tree.dep(predicate) == Dep::xcomp && tree.head(predicate) != nowhere) {
        const std::string_view above = tree.lemma(tree.head(predicate));
        return above == "need" || (above == "have" && has_mark(tree, predicate, "to"));
    }
    return false;
}

Clause with_auxiliaries(const Tree& tree, At predicate, Clause clause) {
    static constexpr std::array<std::string_view, 2> future{"will", "shall"};
    static constexpr std::array<std::string_view, 4> open{"may", "might", "could", "can"};
    for (const At child : tree.children(predicate)) {
        if (tree.dep(child) != Dep::aux)
            continue;
        const std::string_view lemma = tree.lemma(child);
        if (lemma == "would" && tree.lemma(predicate) == "like")
            continue; // politeness
        const bool future_in_past = lemma == "would" && !clause.speaker.empty();
        if (is_one_of(lemma, future) || lemma == "'ll" || future_in_past) {
            clause.modality = clause.modality == Modality::asserted ? Modality::intended : clause.modality;
            clause.ahead = true;
        } else if (is_one_of(lemma, open) || lemma == "would") {
            clause.modality =
                clause.modality == Modality::asserted ? Modality::hypothetical : clause.modality;
        } else if (lemma == "must" || lemma == "should") {
            clause.modality = clause.modality == Modality::asserted ? Modality::requested : clause.modality;
        }
    }
    if (is_condition(tree, predicate))
        clause.modality = Modality::hypothetical;
    if (is_negated(tree, predicate))
        clause.modality = clause.modality == Modality::negated ? Modality::asserted : Modality::negated;
    return clause;
}

Clause below(const Tree& tree, At child, const Trigger* trigger, const Clause& inner, const Clause& outer,
             const Parties& speaker) {
    switch (tree.dep(child)) {
    case Dep::conj: {
        // "will meet and discuss" shares its auxiliary, "did not agree but met" does not share its negation
        const bool own = tree.has_child(child, Dep::aux) || tree.has_child(child, Dep::nsubj);
        return own || inner.modality == Modality::negated ? outer : inner;
    }
    case Dep::ccomp:
    case Dep::xcomp:
    case Dep::csubj:
        return trigger != nullptr ? under_content(tree, child, *trigger, inner, speaker) : inner;
    case Dep::acl:
        if (tree.subtype(child) == "relcl")
            return afresh(inner);
        if (trigger == nullptr)
            return has_mark(tree, child, "to") ? inner : afresh(inner);
        return under_content(tree, child, *trigger, inner, speaker);
    case Dep::advcl:
        return below_adverbial(tree, child, trigger, inner, speaker);
    case Dep::parataxis:
        return outer;
    case Dep::nsubj: {
        return tree.subtype(child) == "pass" && trigger != nullptr
                   ? under_content(tree, child, *trigger, inner, speaker)
                   : afresh(inner);
    }
    case Dep::obj:
    case Dep::obl:
    case Dep::nmod:
        if (is_one_of(preposition(tree, child), time_and_cause) ||
            (tree.dep(child) == Dep::obl && is_one_of(tree.lemma(child), circumstances)))
            return afresh(inner);
        if (trigger != nullptr && trigger->frame->content != Content::say)
            return under_content(tree, child, *trigger, inner, speaker);
        return inner;
    default:
        return inner;
    }
}

} // namespace entente::coding
