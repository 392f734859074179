// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/participants.hpp"

#include <algorithm>
#include <array>
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

/// Whether the trigger is what its verb's subject does: "imposed an asset freeze", "resumed raids on".
bool ParticipantFinder::is_carried_out(const Trigger& trigger) const {
    static constexpr std::array<std::string_view, 18> verbs{
        "impose",  "conduct", "launch",   "stage",     "carry",   "mount",   "wage", "order",   "undertake",
        "execute", "resume",  "initiate", "intensify", "unleash", "enforce", "slap", "perform", "commence"};
    const At noun = first_conjunct(*tree_, trigger.head);
    const At verb = tree_->head(noun);
    return trigger.frame->pos == FramePos::noun && verb != nowhere && tree_->upos(verb) == ud::Upos::verb &&
           (tree_->dep(noun) == Dep::obj || tree_->subtype(noun) == "pass") &&
           std::find(verbs.begin(), verbs.end(), tree_->lemma(verb)) != verbs.end();
}

/// "accused each other": done by several among themselves.
bool ParticipantFinder::is_reciprocal(const Trigger& trigger) const {
    const At object = tree_->child(trigger.head, Dep::obj);
    const std::string_view lemma = object == nowhere ? std::string_view{} : tree_->lemma(object);
    return trigger.frame->pos == FramePos::verb &&
           ((lemma == "each" && tree_->child_lemma(object, "other") != nowhere) ||
            (lemma == "one" && tree_->child_lemma(object, "another") != nowhere));
}

Filler ParticipantFinder::find_source(const Trigger& trigger, const Clause& clause) const {
    Filler filler;
    for (const Role& role : trigger.frame->source) {
        if (role.kind == Role::Kind::speaker) {
            filler.parties = clause.speaker.empty() ? stage_->narrator : clause.speaker;
            filler.reach = Reach::assumed;
        } else {
            filler = roles_.fill(trigger, {&role, 1}, {},
                                 role.kind == Role::Kind::subject ? Inside::owner : Inside::anyone);
        }
        if (filler.parties.empty())
            continue;
        // "calls on Beijing to help": Beijing is to help, whatever the tree says
        const bool by_asker = !clause.asked.empty() && without(filler.parties, clause.asker).empty();
        return by_asker && trigger.frame->pos == FramePos::verb ? Filler{clause.asked, Reach::role} : filler;
    }
    if (is_carried_out(trigger)) { // whatever roles the noun has by itself
        const Role subject{Role::Kind::subject, {}};
        return roles_.fill(trigger, {&subject, 1}, {}, Inside::owner);
    }
    // "the message of sympathy from Moscow was conveyed": whose the thing is
    if (trigger.frame->pos == FramePos::verb && !trigger.parts.empty() && is_passive(*tree_, trigger.head)) {
        static const std::array<Role, 3> owners{{{Role::Kind::preposition, "from"},
                                                 {Role::Kind::preposition, "by"},
                                                 {Role::Kind::possessor, {}}}};
        return roles_.fill(trigger, owners, {});
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

/// Which nouns and participles name acts of conflict.
void ParticipantFinder::mark_hostile() {
    std::vector<bool> hostile(tree_->size(), false);
    for (At at = 0; at < tree_->size(); ++at) {
        const bool noun = tree_->upos(at) == ud::Upos::noun;
        if (!noun && tree_->dep(at) != Dep::acl)
            continue;
        const auto& frames = lexicon_->find(tree_->lemma(at), noun ? FramePos::noun : FramePos::verb);
        hostile[at] = std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
            return frame->trigger.size() == 1 && frame->type &&
                   plover::quad_class(*frame->type) == plover::QuadClass::material_conflict;
        });
    }
    roles_.set_hostile(std::move(hostile));
}

/// Whether what is done is done for somebody: condolences apart, which an attack is the occasion of.
bool ParticipantFinder::is_friendly(const Trigger& trigger) {
    static constexpr std::array<std::string_view, 7> mourning{
        "condolence", "sympathy", "solidarity", "condole", "grief", "sorrow", "mourn"};
    return is_cooperative(*trigger.frame->type) &&
           std::none_of(trigger.frame->trigger.begin(), trigger.frame->trigger.end(),
                        [](const std::string& lemma) {
                            return std::find(mourning.begin(), mourning.end(), lemma) != mourning.end();
                        });
}

/// Whom one condemns for an attack: who carries it out, not whom it hits. `of_conflict` becomes true where
/// the frame's target is such an act; then nobody else is accused.
Filler ParticipantFinder::find_accused(const Trigger& trigger, const Filler& source,
                                       bool& of_conflict) const {
    if (trigger.frame->pos == FramePos::verb && !is_passive(*tree_, trigger.head))
        for (const At by :
             prepositional(*tree_, trigger.head, "by")) // "condemned the launch of a missile by Iran"
            if (Parties named = without(roles_.search().of(by), source.parties); !named.empty()) {
                of_conflict = true;
                return {std::move(named), Reach::inside};
            }
    for (const Role& role : trigger.frame->target)
        for (const At head : roles_.heads(trigger, role)) {
            if (!roles_.search().is_hostile(head) || !roles_.search().of(head).empty())
                continue;
            of_conflict = true;
            Parties doers = without(roles_.search().doers(head), source.parties);
            const auto& frames = lexicon_->find(tree_->lemma(head), FramePos::noun);
            const bool of_doer = std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
                return std::find(frame->source.begin(), frame->source.end(),
                                 Role{Role::Kind::preposition, "of"}) != frame->source.end();
            });
            if (doers.empty() && of_doer) // "the aggression of Azerbaijan", not "the invasion of Ukraine"
                for (const At whose : prepositional(*tree_, head, "of")) {
                    add_new(doers, without(roles_.search().of(whose), source.parties));
                    if (doers.empty())
                        add_new(doers, roles_.search().inside(whose, source.parties, Inside::owner));
                }
            return {std::move(doers), Reach::inside};
        }
    return {};
}

/// Whose city force is used on, or help sent to: "shelled Kharkiv", "fired rockets at a hospital in Rafah".
Filler ParticipantFinder::find_site(const Trigger& trigger, const Filler& source) const {
    const EventType type = *trigger.frame->type;
    if (type != EventType::assault && type != EventType::coerce && type != EventType::aid)
        return {};
    std::vector<At> heads;
    for (const Role& role : trigger.frame->target)
        for (const At head : roles_.heads(trigger, role))
            heads.push_back(head);
    if (type == EventType::assault)
        for (const std::string_view where : {"in", "near", "on", "at", "outside"})
            for (const At head : prepositional(*tree_, trigger.head, where))
                heads.push_back(head);
    Filler filler;
    filler.reach = Reach::inside;
    for (const At head : heads) {
        const auto range = tree_->range(head);
        for (At word = range.begin; word < range.end; ++word)
            if (const actors::Referent* state = parties_->site(word))
                add_new(filler.parties, without({state, 1}, source.parties));
    }
    return filler;
}

/// Whether the party is named only in what is talked about: "discussed the impact of Russia's invasion".
bool ParticipantFinder::is_topic(const Trigger& trigger, const PartyCode& code) const {
    const auto& target = trigger.frame->target;
    const At object = trigger.frame->pos == FramePos::verb ? logical_object(*tree_, trigger.head) : nowhere;
    if (object == nowhere ||
        std::find(target.begin(), target.end(), Role{Role::Kind::object, {}}) != target.end())
        return false;
    const auto topic = tree_->range(object);
    for (At word = 0; word < tree_->size(); ++word)
        if ((word < topic.begin || word >= topic.end) && has_code(parties_->at(word), code))
            return false;
    return true;
}

Filler ParticipantFinder::find_target(const Trigger& trigger, const Filler& source) const {
    if (trigger.frame->type == EventType::accuse) {
        bool of_conflict = false;
        if (Filler accused = find_accused(trigger, source, of_conflict); of_conflict)
            return accused;
    }
    // "received a letter that allows it to import from Iran" is no visit of Iran's
    const bool received = trigger.frame->type == EventType::consult && trigger.frame->pos == FramePos::verb &&
                          trigger.frame->trigger.size() == 1;
    const Inside which = received ? Inside::owner : is_friendly(trigger) ? Inside::friendly : Inside::anyone;
    Filler filler = roles_.fill(trigger, trigger.frame->target, source.parties, which);
    if (filler.reach == Reach::role && !filler.parties.empty() && source.parties.size() > 1 &&
        !trigger.frame->symmetric) // "the two leaders said that Israelis and Palestinians deserve peace"
        if (Filler all = roles_.fill(trigger, trigger.frame->target, {}); all.reach == Reach::role)
            return all;
    if (filler.parties.empty())
        if (Filler site = find_site(trigger, source); !site.parties.empty())
            return site;
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
        if (Filler other = assume_target(trigger, source); !other.parties.empty() || names_another(trigger))
            return other;
    filler.parties = roles_.search().below(trigger.head, source.parties, which);
    filler.reach = Reach::clause;
    if (trigger.frame->type == EventType::consult)
        std::erase_if(filler.parties, [&](const auto& party) { return is_topic(trigger, party.code); });
    if (!is_cooperative(*trigger.frame->type)) // one speaks in organizations, and rarely ill of them
        std::erase_if(filler.parties,
                      [](const auto& party) { return party.code.kind() == ActorKind::organization; });
    return filler;
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

/// "..., allowing both peoples to live in peace": what comes of it, and nobody's concession.
bool ParticipantFinder::is_result(const Trigger& trigger) const {
    static constexpr std::array<std::string_view, 3> verbs{"allow", "enable", "permit"};
    const At begin = tree_->range(trigger.head).begin;
    return trigger.frame->trigger.size() == 1 && tree_->dep(trigger.head) == Dep::advcl &&
           std::find(verbs.begin(), verbs.end(), trigger.frame->trigger.front()) != verbs.end() &&
           tree_->word(trigger.head).form.ends_with("ing") && !tree_->has_child(trigger.head, Dep::mark) &&
           (tree_->word(begin).form == "," || (begin > 0 && tree_->word(begin - 1).form == ","));
}

std::optional<Participants> ParticipantFinder::find(const Trigger& trigger, const Clause& clause,
                                                    const char*& reason) const {
    if (is_result(trigger)) {
        reason = "what comes of the act above";
        return std::nullopt;
    }
    Participants found;
    found.symmetric = trigger.frame->symmetric;
    found.source = find_source(trigger, clause);
    const bool told = clause.modality == Modality::asserted || clause.modality == Modality::intended;
    if (found.source.parties.empty() && told && is_between_the_sides(trigger)) {
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
    if (found.source.parties.size() > 1 && is_reciprocal(trigger)) {
        found.symmetric = true;
        return found;
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
    if (found.target.parties.empty())
        found.target = assume_plaintiff(trigger, found.source, clause);
    if (found.target.parties.empty()) {
        reason = "no target";
        return std::nullopt;
    }
    return found;
}

} // namespace entente::coding
