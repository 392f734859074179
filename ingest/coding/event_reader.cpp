// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/event_reader.hpp"

#include "ingest/coding/merging.hpp"
#include "ingest/coding/roles.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace entente::coding {

namespace {

using plover::EventType;

bool is_cooperative(EventType type) {
    const auto quad = plover::quad_class(type);
    return quad == plover::QuadClass::verbal_cooperation || quad == plover::QuadClass::material_cooperation;
}

/// What several do, they do with each other, where nobody else is named: they agreed, met, reaffirmed their
/// ties.
bool is_mutual(EventType type) {
    return type == EventType::agree || type == EventType::consult || type == EventType::cooperate ||
           type == EventType::support;
}

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

/// Whether a clause hangs on the trigger: "a commitment to respect ...".
bool governs_clause(const Tree& tree, const Trigger& trigger) {
    const auto has_clause = [&](At at) {
        for (const At child : tree.children(at)) {
            const Dep dep = tree.dep(child);
            const bool clause =
                dep == Dep::xcomp || dep == Dep::advcl || (dep == Dep::acl && tree.subtype(child).empty());
            if (clause && child > at &&
                (tree.upos(child) == ud::Upos::verb || tree.child_lemma(child, "to") != nowhere))
                return true;
        }
        return false;
    };
    return has_clause(trigger.head) || std::any_of(trigger.parts.begin(), trigger.parts.end(), has_clause);
}

class SentenceReader {
public:
    SentenceReader(const FrameLexicon& lexicon, const Tree& tree, const actors::SentenceParties& parties,
                   const Stage& stage)
        : lexicon_(lexicon), tree_(tree), parties_(parties), stage_(stage), roles_(tree, parties),
          part_of_(tree.size(), nullptr) {}

    Reading read() {
        Clause clause;
        clause.speaker = stage_.speaker;
        for (At at = 0; at < tree_.size(); ++at)
            if (tree_.head(at) == nowhere)
                visit(at, clause, 0);
        std::stable_sort(reading_.events.begin(), reading_.events.end(),
                         [](const Event& a, const Event& b) { return a.head < b.head; });
        merge_repeats(tree_, reading_.events);
        return std::move(reading_);
    }

private:
    struct Participants {
        Filler source;
        Filler target;
        bool symmetric = false;
    };

    void visit(At at, const Clause& outer, int depth);
    Parties speaker_of(const Trigger& trigger) const;
    bool read_obligation(At at, const Clause& clause);
    bool is_said_of_subject(At noun) const;
    static bool is_asked_for_others(const Clause& clause, const Participants& participants);
    void read_frame(const Trigger& trigger, const Clause& clause, std::size_t first_below);
    bool is_governed(At word, At head) const;
    bool is_covered(const Trigger& trigger, const Clause& clause, std::size_t first_below) const;
    Filler find_source(const Trigger& trigger, const Clause& clause) const;
    Filler assume_source(const Trigger& trigger, const Clause& clause) const;
    bool is_between_the_sides(const Trigger& trigger) const;
    Filler find_victim(const Trigger& trigger, const Filler& source) const;
    Filler find_target(const Trigger& trigger, const Filler& source) const;
    Filler find_thankful(const Trigger& trigger, const Filler& source) const;
    bool is_domestic(const Trigger& trigger, const Filler& source) const;
    bool is_heading() const;
    bool is_blamed(const Trigger& trigger) const;
    bool names_another(const Trigger& trigger) const;
    Filler assume_target(const Trigger& trigger, const Filler& source) const;
    std::optional<Participants> find_participants(const Trigger& trigger, const Clause& clause);
    bool is_act_ahead(const Trigger& trigger) const;
    bool is_shared_opinion(const Trigger& trigger) const;
    bool is_about_ties(const Trigger& trigger) const;
    void add_event(const Trigger& trigger, const Clause& clause, Participants participants);
    /// Whether both parties must stand in their roles: the frame says so, or the trigger only names a kind of
    /// what follows ("support network").
    bool is_weak(const Trigger& trigger) const {
        return trigger.frame->weak ||
               (trigger.frame->pos == FramePos::noun && tree_.dep(trigger.head) == Dep::compound);
    }
    void skip(const Trigger& trigger, const char* reason) { reading_.unread.push_back({trigger, reason}); }

    const FrameLexicon& lexicon_;
    const Tree& tree_;
    const actors::SentenceParties& parties_;
    const Stage& stage_;
    RoleFinder roles_;
    /// The trigger that a word is a part of; its frame speaks for the word.
    std::vector<const Trigger*> part_of_;
    std::vector<std::unique_ptr<Trigger>> triggers_;
    Reading reading_;
};

constexpr int deepest = 200; // a tree deeper than any sentence; its lower clauses are not read

void SentenceReader::visit(At at, const Clause& outer, int depth) {
    if (depth > deepest)
        return;
    const Clause inner = with_auxiliaries(tree_, at, outer);
    const Trigger* trigger = part_of_[at];
    const bool own = trigger == nullptr;
    if (own)
        if (auto found = find_trigger(lexicon_, tree_, at)) {
            triggers_.push_back(std::make_unique<Trigger>(std::move(*found)));
            trigger = triggers_.back().get();
            for (const At part : trigger->parts)
                part_of_[part] = trigger;
        }
    const Content content = trigger != nullptr ? trigger->frame->content : Content::none;
    const Parties speaker =
        content == Content::say || content == Content::request ? speaker_of(*trigger) : Parties{};
    if (!speaker.empty() && content == Content::say)
        reading_.speaker = speaker;
    Clause governed = inner;
    const std::size_t first_below = reading_.events.size();
    if (read_obligation(at, inner))
        governed.absorbed = Absorbed::everything;
    for (const At child : tree_.children(at))
        visit(child, below(tree_, child, trigger, governed, outer, speaker), depth + 1);
    if (own && trigger != nullptr && governed.absorbed == inner.absorbed)
        read_frame(*trigger, inner, first_below);
}

Parties SentenceReader::speaker_of(const Trigger& trigger) const {
    return roles_.fill(trigger, trigger.frame->source, {}).parties;
}

/// "Russia must stop its aggression": whoever speaks asks it of Russia.
bool SentenceReader::read_obligation(At at, const Clause& clause) {
    if (clause.absorbed == Absorbed::everything || !is_predicate(tree_, at) || !is_obligation(tree_, at) ||
        antecedent(tree_, at) != nowhere)
        return false;
    const Parties& speaker = clause.speaker.empty() ? stage_.narrator : clause.speaker;
    const At subject =
        is_passive(tree_, at) ? tree_.child(at, Dep::nsubj, "pass") : logical_subject(tree_, at);
    if (speaker.empty() || subject == nowhere)
        return false;
    const Parties asked = without(roles_.search().of(subject), speaker);
    if (asked.empty())
        return false;
    Event event;
    event.head = event.clause = at;
    event.type = EventType::request;
    event.sources = speaker;
    event.targets = asked;
    event.source_reach = Reach::assumed;
    if (!clause.speaker.empty() && clause.speaker.size() == 1)
        event.said_by = clause.speaker.front().code;
    reading_.events.push_back(std::move(event));
    return true;
}

/// Whether the word stands below the trigger and not in something that is coordinated with it.
bool SentenceReader::is_governed(At word, At head) const {
    for (At at = word; at != head; at = tree_.head(at))
        if (at == nowhere || (tree_.head(at) == head && tree_.dep(at) == Dep::conj))
            return false;
    return true;
}

/// Whether what the frame says is already told by the frames around it.
bool SentenceReader::is_covered(const Trigger& trigger, const Clause& clause, std::size_t first_below) const {
    const Frame& frame = *trigger.frame;
    if (is_cooperative(*frame.type) &&
        (frame.content == Content::intend || frame.content == Content::attempt ||
         frame.content == Content::aspect))
        for (std::size_t at = first_below; at < reading_.events.size(); ++at)
            if (is_cooperative(reading_.events[at].type) &&
                is_governed(reading_.events[at].head, trigger.head) &&
                reading_.events[at].modality != Modality::asserted &&
                !(frame.type == EventType::agree && reading_.events[at].type == EventType::support))
                return true;
    if (clause.absorbed == Absorbed::cooperation && is_cooperative(*frame.type))
        return true;
    return false;
}

Filler SentenceReader::find_source(const Trigger& trigger, const Clause& clause) const {
    Filler filler;
    for (const Role& role : trigger.frame->source) {
        if (role.kind == Role::Kind::speaker) {
            filler.parties = clause.speaker.empty() ? stage_.narrator : clause.speaker;
            filler.reach = Reach::assumed;
        } else {
            filler = roles_.fill(trigger, {&role, 1}, {});
        }
        if (!filler.parties.empty())
            return filler;
    }
    return filler;
}

/// Whom an act is done to that others are helped against: "support Ukraine against Russia's aggression", "it
/// can defend itself against aggression".
Filler SentenceReader::find_victim(const Trigger& trigger, const Filler& source) const {
    const At verb = tree_.head(trigger.head);
    if (trigger.frame->pos != FramePos::noun || verb == nowhere || tree_.upos(verb) != ud::Upos::verb ||
        plover::quad_class(*trigger.frame->type) != plover::QuadClass::material_conflict ||
        preposition(tree_, trigger.head) != "against")
        return {};
    for (const At one : {logical_object(tree_, verb), logical_subject(tree_, verb)})
        if (one != nowhere)
            if (Parties found = without(roles_.search().of(one), source.parties); !found.empty())
                return {std::move(found), Reach::inside};
    return {};
}

Filler SentenceReader::find_target(const Trigger& trigger, const Filler& source) const {
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
bool SentenceReader::names_another(const Trigger& trigger) const {
    for (const Role& role : trigger.frame->target) {
        if (role.kind != Role::Kind::preposition || (role.preposition != "with" && role.preposition != "to"))
            continue;
        for (const At head : roles_.heads(trigger, role))
            if (tree_.upos(head) == ud::Upos::propn ||
                (role.preposition == "with" && tree_.upos(head) == ud::Upos::noun))
                return true;
    }
    return false;
}

/// A few words without a verb: the heading of what follows.
bool SentenceReader::is_heading() const {
    for (At at = 0; at < tree_.size(); ++at)
        if (is_predicate(tree_, at))
            return false;
    return true;
}

/// Whether one is said to have broken what the noun names: "breached its commitments".
bool SentenceReader::is_blamed(const Trigger& trigger) const {
    if (trigger.frame->pos != FramePos::noun || !is_cooperative(*trigger.frame->type))
        return false;
    for (At at = trigger.head; at != nowhere; at = tree_.head(at))
        if (at != trigger.head && is_predicate(tree_, at)) {
            const auto& frames = lexicon_.find(tree_.lemma(at), FramePos::verb);
            return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
                return frame->type == EventType::accuse && !frame->source.empty() &&
                       frame->source.front().kind == Role::Kind::speaker;
            });
        }
    return false;
}

/// Towards whom a side of the statement speaks where the clause does not say: the other side.
Filler SentenceReader::assume_target(const Trigger& trigger, const Filler& source) const {
    if (stage_.sides.size() < 2 || is_weak(trigger) || is_heading() || is_blamed(trigger))
        return {};
    if (source.parties.size() != 1) { // several others speak to the narrator
        const Parties self = without(stage_.narrator, source.parties);
        return trigger.frame->symmetric || !has_code(stage_.sides, source.parties.front().code)
                   ? Filler{}
                   : Filler{self, Reach::assumed};
    }
    if (plover::quad_class(*trigger.frame->type) == plover::QuadClass::material_conflict)
        return {};
    if (!has_code(stage_.sides, source.parties.front().code) || names_another(trigger))
        return {};
    return {without(stage_.sides, source.parties), Reach::assumed};
}

/// "bilateral cooperation", "mutual trust": between the two sides of the statement.
bool SentenceReader::is_between_the_sides(const Trigger& trigger) const {
    if (trigger.frame->pos != FramePos::noun || !trigger.frame->symmetric || stage_.sides.size() != 2)
        return false;
    return tree_.child_lemma(trigger.head, "bilateral") != nowhere ||
           tree_.child_lemma(trigger.head, "mutual") != nowhere;
}

/// Who acts where an official text leaves it out ("Negotiations with Hungary have begun", "It is a pleasure
/// to welcome the Prime Minister"): whoever speaks, so long as the target stands in its role.
Filler SentenceReader::assume_source(const Trigger& trigger, const Clause& clause) const {
    const Parties& speaker = clause.speaker.empty() ? stage_.narrator : clause.speaker;
    if (speaker.size() != 1 || !is_cooperative(*trigger.frame->type))
        return {};
    const bool subjectless =
        trigger.frame->pos == FramePos::noun ||
        (logical_subject(tree_, trigger.head) == nowhere && tree_.dep(trigger.head) != Dep::acl);
    if (!subjectless)
        return {};
    const Filler target = roles_.fill(trigger, trigger.frame->target, speaker);
    if (target.parties.empty() || target.reach != Reach::role)
        return {};
    return {speaker, Reach::assumed};
}

/// "We thank France and Germany for their solidarity": towards whom others have shown it.
Filler SentenceReader::find_thankful(const Trigger& trigger, const Filler& source) const {
    if (trigger.frame->pos != FramePos::noun || trigger.frame->symmetric || is_weak(trigger) ||
        !is_cooperative(*trigger.frame->type) || preposition(tree_, trigger.head) != "for")
        return {};
    const At verb = clause_of(tree_, trigger.head);
    if (verb == nowhere || verb == trigger.head)
        return {};
    const At subject = logical_subject(tree_, verb);
    return subject == nowhere ? Filler{}
                              : Filler{without(roles_.search().of(subject), source.parties), Reach::shared};
}

/// Whether the target stands in its role and is the source itself: "warned its citizens".
bool SentenceReader::is_domestic(const Trigger& trigger, const Filler& source) const {
    if (trigger.frame->symmetric || source.parties.size() > 1)
        return false;
    if (!roles_.fill(trigger, trigger.frame->target, source.parties).parties.empty())
        return false;
    const Filler target = roles_.fill(trigger, trigger.frame->target, {});
    const auto is_named = [](const actors::Referent& party) {
        return party.rule != actors::Rule::publisher && party.rule != actors::Rule::pronoun;
    };
    return target.reach == Reach::role && std::any_of(target.parties.begin(), target.parties.end(), is_named);
}

std::optional<SentenceReader::Participants> SentenceReader::find_participants(const Trigger& trigger,
                                                                              const Clause& clause) {
    Participants found;
    found.symmetric = trigger.frame->symmetric;
    found.source = find_source(trigger, clause);
    if (found.source.parties.empty() && is_between_the_sides(trigger)) {
        found.source = {stage_.sides, Reach::assumed};
        found.symmetric = true;
        return found;
    }
    if (found.source.parties.empty())
        found.source = assume_source(trigger, clause);
    if (found.source.parties.empty()) {
        skip(trigger, "no source");
        return std::nullopt;
    }
    if (is_domestic(trigger, found.source)) {
        skip(trigger, "inside one party");
        return std::nullopt;
    }
    found.target = find_target(trigger, found.source);
    if (!found.target.parties.empty())
        return found;
    if (Filler thankful = find_thankful(trigger, found.source); !thankful.parties.empty()) {
        found.target = std::move(thankful);
        return found;
    }
    if (found.source.parties.size() > 1 && (trigger.frame->symmetric || is_mutual(*trigger.frame->type))) {
        found.symmetric = true; // they agreed, met, reaffirmed: among themselves
        return found;
    }
    found.target = assume_target(trigger, found.source);
    if (found.target.parties.empty()) {
        skip(trigger, "no target");
        return std::nullopt;
    }
    return found;
}

/// Whether one is committed to an act: a clause, or talks, cooperation and help, stands behind the trigger.
bool SentenceReader::is_act_ahead(const Trigger& trigger) const {
    if (governs_clause(tree_, trigger))
        return true;
    const auto behind = roles_.heads(trigger, {Role::Kind::preposition, "to"});
    return std::any_of(behind.begin(), behind.end(), [&](At head) {
        const auto& frames = lexicon_.find(tree_.lemma(head), FramePos::noun);
        return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
            return frame->trigger.size() == 1 &&
                   (frame->type == EventType::consult || frame->type == EventType::cooperate ||
                    frame->type == EventType::aid);
        });
    });
}

/// "agreed that the region needs peace": what both hold, not what both will do.
bool SentenceReader::is_shared_opinion(const Trigger& trigger) const {
    if (trigger.frame->pos != FramePos::verb || trigger.frame->future)
        return false;
    const At clause = tree_.child(trigger.head, Dep::ccomp);
    if (clause == nowhere || tree_.child_lemma(clause, "that") == nowhere)
        return false;
    const At future = tree_.child_lemma(clause, "will");
    return future == nowhere && !is_obligation(tree_, clause);
}

/// Whether the clause that one agrees on speaks of the ties themselves: "that the alliance is stronger than
/// ever".
bool SentenceReader::is_about_ties(const Trigger& trigger) const {
    static constexpr std::array<std::string_view, 7> ties{
        "alliance", "friendship", "partnership", "relation", "relationship", "tie", "bond"};
    const At clause = tree_.child(trigger.head, Dep::ccomp);
    const At subject = clause == nowhere ? nowhere : tree_.child(clause, Dep::nsubj);
    if (subject == nowhere)
        return false;
    std::string lemma = tree_.lemma(subject);
    std::transform(lemma.begin(), lemma.end(), lemma.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return std::find(ties.begin(), ties.end(), lemma) != ties.end();
}

void SentenceReader::add_event(const Trigger& trigger, const Clause& clause, Participants participants) {
    const Frame& frame = *trigger.frame;
    Event event;
    event.frame = &frame;
    event.head = trigger.head;
    event.clause = clause_of(tree_, trigger.head);
    event.type = *frame.type;
    event.mode = frame.mode;
    event.cameo = frame.cameo;
    event.modality = clause.modality;
    event.symmetric = participants.symmetric;
    event.predicate = frame.predicate;
    if (event.type == EventType::sanction && (clause.ahead || clause.modality == Modality::hypothetical) &&
        frame.trigger.back() == "cost") {
        event.type = EventType::threaten; // costs that nobody has named yet
        event.cameo = std::nullopt;
        event.predicate = "threatens to impose costs on";
    }
    // "will carry forward their friendship": they agree on it
    const bool ties = frame.pos == FramePos::noun && frame.symmetric && !clause.undertaken;
    const bool help = frame.pos == FramePos::verb && frame.trigger.front() == "support"; // help still to come
    if (event.type == EventType::request && frame.trigger.back() == "on" && frame.trigger.front() == "call" &&
        !governs_clause(tree_, trigger) && roles_.heads(trigger, {Role::Kind::preposition, "for"}).empty()) {
        event.type = EventType::consult; // "called on the President" and asked for nothing
        event.mode = plover::Mode::find(EventType::consult, "visit");
        event.cameo = std::nullopt;
        event.predicate = "calls on";
    }
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
    if (event.type == EventType::support && frame.content == Content::intend && is_act_ahead(trigger)) {
        event.type = EventType::agree; // committed to an act, not to a partner
        event.cameo = std::nullopt;
    }
    const bool opinion = event.type == EventType::agree && is_shared_opinion(trigger);
    if (opinion && is_about_ties(trigger))
        event.type = EventType::support;
    if (event.type == EventType::agree && event.modality == Modality::asserted && !opinion)
        event.modality = Modality::intended;
    event.sources = std::move(participants.source.parties);
    event.targets = std::move(participants.target.parties);
    event.source_reach = participants.source.reach;
    event.target_reach = participants.target.reach;
    if (clause.speaker.size() == 1)
        event.said_by = clause.speaker.front().code;
    for (const Role& role : frame.topic)
        for (const At head : roles_.heads(trigger, role))
            event.topics.push_back(head);
    reading_.events.push_back(std::move(event));
}

/// "urges Beijing to help Nepal": what is asked for is done to a third party.
bool SentenceReader::is_asked_for_others(const Clause& clause, const Participants& participants) {
    const auto is_asker = [&](const actors::Referent& party) { return has_code(clause.asker, party.code); };
    return clause.modality == Modality::requested && !clause.asker.empty() && !participants.symmetric &&
           std::none_of(participants.target.parties.begin(), participants.target.parties.end(), is_asker) &&
           std::none_of(participants.source.parties.begin(), participants.source.parties.end(), is_asker);
}

/// "is a friend of ours", "is one of our partners", "we have a friend in": the noun says what the subject is.
bool SentenceReader::is_said_of_subject(At noun) const {
    const At above = tree_.head(noun);
    return is_predicate(tree_, noun) || tree_.dep(noun) == Dep::xcomp ||
           (tree_.dep(noun) == Dep::nmod && above != nowhere && tree_.lemma(above) == "one");
}

void SentenceReader::read_frame(const Trigger& trigger, const Clause& clause, std::size_t first_below) {
    const Frame& frame = *trigger.frame;
    if (!frame.type || frame.internal)
        return;
    if (is_covered(trigger, clause, first_below)) {
        skip(trigger, "told by the frames around it");
        return;
    }
    if (frame.pos == FramePos::noun && frame.target.size() == 1 &&
        frame.target.front().kind == Role::Kind::subject && !is_said_of_subject(trigger.head)) {
        skip(trigger, "not said of anyone");
        return;
    }
    if (frame.content == Content::request && frame.pos == FramePos::verb && is_passive(tree_, trigger.head) &&
        !governs_clause(tree_, trigger)) {
        skip(trigger, "nothing is asked for"); // "encouraged by the news"
        return;
    }
    auto participants = find_participants(trigger, clause);
    if (!participants)
        return;
    const bool explicit_roles =
        participants->source.reach == Reach::role && participants->target.reach <= Reach::inside;
    if (clause.absorbed == Absorbed::everything && (frame.pos != FramePos::noun || !explicit_roles) &&
        !(explicit_roles && is_asked_for_others(clause, *participants))) {
        skip(trigger, "asked for or refused by the frame above");
        return;
    }
    Clause own = clause;
    if (frame.pos == FramePos::noun && clause.absorbed == Absorbed::everything)
        own.modality = Modality::asserted;
    add_event(trigger, own, std::move(*participants));
}

} // namespace

Reading read_events(const FrameLexicon& lexicon, const Tree& tree, const actors::SentenceParties& parties,
                    const Stage& stage) {
    return SentenceReader(lexicon, tree, parties, stage).read();
}

} // namespace entente::coding
