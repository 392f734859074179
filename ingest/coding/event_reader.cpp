// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/event_reader.hpp"

#include "ingest/coding/meaning.hpp"
#include "ingest/coding/merging.hpp"
#include "ingest/coding/participants.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace entente::coding {

namespace {

using plover::EventType;

class SentenceReader {
public:
    SentenceReader(const FrameLexicon& lexicon, const Tree& tree, const actors::SentenceParties& parties,
                   const Stage& stage)
        : lexicon_(lexicon), tree_(tree), stage_(stage), finder_(lexicon, tree, parties, stage),
          part_of_(tree.size(), nullptr) {}

    Reading read() {
        Clause clause;
        clause.speaker = stage_.speaker;
        for (At at = 0; at < tree_.size(); ++at)
            if (tree_.head(at) == nowhere)
                visit(at, clause, 0);
        add_judgements();
        std::stable_sort(reading_.events.begin(), reading_.events.end(),
                         [](const Event& a, const Event& b) { return a.head < b.head; });
        merge_repeats(tree_, reading_.events);
        return std::move(reading_);
    }

private:
    void visit(At at, const Clause& outer, int depth);
    Parties speaker_of(const Trigger& trigger) const;
    Parties asked_of(const Trigger& trigger, const Parties& asker) const;
    bool read_obligation(At at, const Clause& clause);
    bool is_said_of_subject(At noun) const;
    static bool is_asked_for_others(const Clause& clause, const Participants& participants);
    void read_frame(const Trigger& trigger, const Clause& clause, std::size_t first_below);
    bool is_governed(At word, At head) const;
    bool describes(const Event& event, const Trigger& trigger) const;
    const char* says_nothing(const Trigger& trigger, const Clause& clause, std::size_t first_below) const;
    const char* is_only_wanted(const Trigger& trigger, const Clause& clause,
                               const Participants& participants) const;
    bool is_own_body(const Trigger& trigger, const Parties& speaker) const;
    void judge(const Trigger& trigger, const Clause& clause);
    void add_judgements();
    bool is_covered(const Trigger& trigger, const Clause& clause, std::size_t first_below) const;
    void add_event(const Trigger& trigger, const Clause& clause, Participants participants);
    void skip(const Trigger& trigger, const char* reason) { reading_.unread.push_back({trigger, reason}); }

    const FrameLexicon& lexicon_;
    const Tree& tree_;
    const Stage& stage_;
    ParticipantFinder finder_;
    /// The trigger that a word is a part of; its frame speaks for the word.
    std::vector<const Trigger*> part_of_;
    std::vector<std::unique_ptr<Trigger>> triggers_;
    /// What is told of acts inside another party, as long as nothing else accuses it.
    std::vector<Event> judgements_;
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
    // "thanked him for his assurances" is not the speech of whoever assured
    if (!speaker.empty() && content == Content::say && tree_.upos(at) == ud::Upos::verb)
        reading_.speaker = speaker;
    Clause governed = inner;
    const std::size_t first_below = reading_.events.size();
    if (read_obligation(at, inner))
        governed.absorbed = Absorbed::everything;
    const Parties asked = content == Content::request ? asked_of(*trigger, speaker) : Parties{};
    const bool own_body = content == Content::request && is_own_body(*trigger, speaker);
    for (const At child : tree_.children(at)) {
        Clause clause = below(tree_, child, trigger, governed, outer, speaker);
        if (own_body && clause.absorbed == Absorbed::everything && governed.absorbed != clause.absorbed) {
            clause = inner; // "I have directed my administration to provide": what it is to do, we will do
            clause.modality = clause.modality == Modality::asserted ? Modality::intended : clause.modality;
            clause.ahead = clause.undertaken = true;
        }
        if (!asked.empty() && clause.absorbed == Absorbed::everything)
            clause.asked = asked;
        visit(child, clause, depth + 1);
    }
    if (own && trigger != nullptr && governed.absorbed == inner.absorbed)
        read_frame(*trigger, inner, first_below);
}

Parties SentenceReader::speaker_of(const Trigger& trigger) const {
    return finder_.roles().fill(trigger, trigger.frame->source, {}).parties;
}

Parties SentenceReader::asked_of(const Trigger& trigger, const Parties& asker) const {
    return finder_.roles().fill(trigger, trigger.frame->target, asker).parties;
}

/// Whether one tells one's own government what to do.
bool SentenceReader::is_own_body(const Trigger& trigger, const Parties& speaker) const {
    const Filler target = finder_.roles().fill(trigger, trigger.frame->target, {});
    return !speaker.empty() && target.reach == Reach::role && !target.parties.empty() &&
           without(target.parties, speaker).empty();
}

/// "a wave of repression by the regime against its people": whoever tells it of another accuses it.
void SentenceReader::judge(const Trigger& trigger, const Clause& clause) {
    const auto quad = plover::quad_class(*trigger.frame->type);
    const Parties& speaker = clause.speaker.empty() ? stage_.narrator : clause.speaker;
    if (quad != plover::QuadClass::material_conflict || clause.modality != Modality::asserted ||
        speaker.size() != 1)
        return;
    Filler source = finder_.roles().fill(trigger, trigger.frame->source, {});
    if (source.parties.size() != 1 || source.parties.front().code.kind() != ActorKind::country ||
        has_code(speaker, source.parties.front().code))
        return;
    Event event;
    event.head = trigger.head;
    event.clause = clause_of(tree_, trigger.head);
    event.type = EventType::accuse;
    event.predicate = "condemns the conduct of";
    event.sources = speaker;
    event.source_reach = Reach::assumed;
    event.targets = std::move(source.parties);
    event.target_reach = source.reach;
    if (!clause.speaker.empty())
        event.said_by = clause.speaker.front().code;
    judgements_.push_back(std::move(event));
}

void SentenceReader::add_judgements() {
    for (Event& judgement : judgements_) {
        const auto accuses = [&](const Event& event) {
            return !is_cooperative(event.type) && has_code(event.targets, judgement.targets.front().code);
        };
        if (std::none_of(reading_.events.begin(), reading_.events.end(), accuses))
            reading_.events.push_back(std::move(judgement));
    }
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
    const Parties asked = without(finder_.roles().search().of(subject), speaker);
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

/// "our steadfast commitment": an adjective says of the trigger how it is, not what it is for.
bool SentenceReader::describes(const Event& event, const Trigger& trigger) const {
    return event.frame != nullptr && event.frame->pos == FramePos::adjective &&
           tree_.dep(event.head) == Dep::amod && tree_.head(event.head) == trigger.head;
}

/// Whether what the frame says is already told by the frames around it.
bool SentenceReader::is_covered(const Trigger& trigger, const Clause& clause, std::size_t first_below) const {
    const Frame& frame = *trigger.frame;
    if (is_cooperative(*frame.type) &&
        (frame.content == Content::intend || frame.content == Content::attempt ||
         frame.content == Content::aspect))
        for (std::size_t at = first_below; at < reading_.events.size(); ++at)
            if (is_cooperative(reading_.events[at].type) && !describes(reading_.events[at], trigger) &&
                is_governed(reading_.events[at].head, trigger.head) &&
                reading_.events[at].modality != Modality::asserted &&
                !(frame.type == EventType::agree && reading_.events[at].type == EventType::support))
                return true;
    if (clause.absorbed == Absorbed::cooperation && is_cooperative(*frame.type))
        return true;
    return false;
}

void SentenceReader::add_event(const Trigger& trigger, const Clause& clause, Participants participants) {
    const Frame& frame = *trigger.frame;
    Event event;
    event.frame = &frame;
    event.head = trigger.head;
    event.clause = clause_of(tree_, trigger.head);
    event.symmetric = participants.symmetric;
    settle_meaning(tree_, lexicon_, finder_.roles(), trigger, clause, event);
    event.sources = std::move(participants.source.parties);
    event.targets = std::move(participants.target.parties);
    event.source_reach = participants.source.reach;
    event.target_reach = participants.target.reach;
    if (clause.speaker.size() == 1)
        event.said_by = clause.speaker.front().code;
    for (const Role& role : frame.topic)
        for (const At head : finder_.roles().heads(trigger, role))
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

/// Why the frame says nothing here, whoever its parties are; null where it may say something.
const char* SentenceReader::says_nothing(const Trigger& trigger, const Clause& clause,
                                         std::size_t first_below) const {
    const Frame& frame = *trigger.frame;
    const bool noun = frame.pos == FramePos::noun;
    if (is_covered(trigger, clause, first_below))
        return "told by the frames around it";
    if (noun && frame.target.size() == 1 && frame.target.front().kind == Role::Kind::subject &&
        !is_said_of_subject(trigger.head))
        return "not said of anyone";
    if (noun && tree_.dep(trigger.head) == Dep::compound &&
        (frame.symmetric || tree_.upos(trigger.head) == ud::Upos::propn))
        return "only a kind of something"; // "trade issues", "the Defense Cooperation Agreement"
    if (noun && frame.symmetric && preposition(tree_, trigger.head) == "under")
        return "under what both have agreed before"; // "under the deal, both will ..."
    if (frame.mode && frame.mode->name() == "phone" && frame.pos == FramePos::verb)
        if (const At named = tree_.child(trigger.head, Dep::xcomp);
            named != nowhere && tree_.upos(named) != ud::Upos::verb)
            return "says what somebody is"; // "called them friends"
    if (frame.content == Content::request && frame.pos == FramePos::verb && is_passive(tree_, trigger.head) &&
        !governs_clause(tree_, trigger))
        return "nothing is asked for"; // "encouraged by the news"
    return nullptr;
}

/// Why what stands below a request or refusal is told with it alone; null where it is an act of its own.
const char* SentenceReader::is_only_wanted(const Trigger& trigger, const Clause& clause,
                                           const Participants& participants) const {
    const Frame& frame = *trigger.frame;
    if (clause.absorbed != Absorbed::everything)
        return nullptr;
    const bool explicit_roles =
        participants.source.reach == Reach::role && participants.target.reach <= Reach::inside;
    if ((frame.pos != FramePos::noun || !explicit_roles) &&
        !(explicit_roles && is_asked_for_others(clause, participants)))
        return "asked for or refused by the frame above";
    const bool of_asker = frame.pos == FramePos::noun && !clause.asker.empty() &&
                          without(participants.source.parties, clause.asker).empty();
    const std::array possessor{Role{Role::Kind::possessor, {}}};
    if (of_asker && frame.type != EventType::accuse &&
        finder_.roles().fill(trigger, possessor, {}).parties.empty())
        return "asked for, not given"; // "Chad appealed to France for help"
    return nullptr;
}

void SentenceReader::read_frame(const Trigger& trigger, const Clause& clause, std::size_t first_below) {
    const Frame& frame = *trigger.frame;
    if (!frame.type || frame.internal)
        return;
    if (const char* reason = says_nothing(trigger, clause, first_below)) {
        skip(trigger, reason);
        return;
    }
    const char* reason = "";
    auto participants = finder_.find(trigger, clause, reason);
    if (!participants) {
        if (reason == std::string_view("inside one party"))
            judge(trigger, clause);
        skip(trigger, reason);
        return;
    }
    if (const char* wanted = is_only_wanted(trigger, clause, *participants)) {
        skip(trigger, wanted);
        return;
    }
    Clause own = clause;
    // Of a war that one will help against, or asks to end, nothing lies ahead.
    if (frame.pos == FramePos::noun &&
        (clause.absorbed == Absorbed::everything ||
         (clause.modality == Modality::intended &&
          plover::quad_class(*frame.type) == plover::QuadClass::material_conflict)))
        own.modality = Modality::asserted;
    add_event(trigger, own, std::move(*participants));
}

} // namespace

Reading read_events(const FrameLexicon& lexicon, const Tree& tree, const actors::SentenceParties& parties,
                    const Stage& stage) {
    return SentenceReader(lexicon, tree, parties, stage).read();
}

} // namespace entente::coding
