// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/coder.hpp"

#include "ingest/actors/mention_finder.hpp"
#include "ingest/coding/attachment.hpp"
#include "ingest/coding/language.hpp"
#include "ingest/coding/relation_writer.hpp"
#include "ingest/text/code_points.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace entente {

namespace {

using coding::ContextScores;
using coding::Event;
using plover::EventType;

/// What a type is usually about, where the words do not say.
void add_usual_contexts(EventType type, ContextScores& scores) {
    const auto add = [&](std::string_view name, float weight) {
        if (const auto context = plover::Context::find(name))
            scores[context->index()] += weight;
    };
    switch (type) {
    case EventType::assault:
    case EventType::mobilize:
    case EventType::retreat:
        add("military", 3);
        break;
    case EventType::coerce:
        add("military", 1);
        break;
    case EventType::aid:
        add("humanitarian", 1);
        break;
    case EventType::sanction:
        add("economic", 1.5F);
        break;
    case EventType::cooperate:
        add("diplomatic", 0.8F);
        break;
    default:
        add("diplomatic", 2.5F);
        break;
    }
}

/// One statement on its way to relations.
class Work {
public:
    Work(const Coder::Lexicons& lexicons, CodedStatement& coded)
        : lexicons_(lexicons), coded_(coded), text_(coded.statement.text),
          discourse_(lexicons.gazetteer, coded.statement) {}

    void read(std::size_t index, const ud::Sentence& sentence, const SentenceObserver& observer);
    void finish();

private:
    coding::Stage stage() const;
    void write(const Event& event, const coding::SentencePlace& place);
    plover::ContextSet contexts(const Event& event, const coding::SentencePlace& place) const;
    bool is_speech(const ud::Tree& tree, ud::At at) const;
    bool tells_of_another(const ud::Tree& tree, const actors::SentenceParties& parties) const;
    ActId act_of(const Relation& relation);

    const Coder::Lexicons& lexicons_;
    CodedStatement& coded_;
    CodePoints text_;
    actors::Discourse discourse_;
    /// What the relations of a sentence are, so that two frames of one clause do not tell the same twice.
    std::set<std::tuple<std::uint32_t, ud::At, EventType, PartyCode, PartyCode>> told_;
    std::set<RelationId> ids_;
    std::map<std::tuple<PartyCode, PartyCode, std::optional<Date>>, ActId> talks_;
};

bool Work::is_speech(const ud::Tree& tree, ud::At at) const {
    if (tree.upos(at) != ud::Upos::verb)
        return false;
    const auto& frames = lexicons_.frames.find(tree.lemma(at), coding::FramePos::verb);
    return std::any_of(frames.begin(), frames.end(), [](const coding::Frame* frame) {
        return frame->content == coding::Content::say || frame->content == coding::Content::believe ||
               frame->content == coding::Content::light;
    });
}

coding::Stage Work::stage() const { return {discourse_.narrator(), discourse_.speaker, discourse_.sides()}; }

/// News tells who said what sentence by sentence; only an open quotation goes on.
bool leaves_quotation_open(const ud::Sentence& sentence) {
    int open = 0;
    for (const ud::Word& word : sentence.words)
        if (word.form == "\"")
            open = open > 0 ? open - 1 : open + 1;
        else if (word.form == "“" || word.form == "``")
            ++open;
        else if ((word.form == "”" || word.form == "''") && open > 0)
            --open;
    return open > 0;
}

void Work::read(std::size_t index, const ud::Sentence& sentence, const SentenceObserver& observer) {
    if (sentence.words.empty())
        return;
    if (sentence.starts_paragraph)
        discourse_.speaker.clear();
    const auto changed = coding::reattached(sentence, lexicons_.frames);
    const ud::Tree tree(changed ? *changed : sentence);
    const auto parties = actors::find_mentions(
        lexicons_.gazetteer, tree, [this](const ud::Tree& t, ud::At at) { return is_speech(t, at); },
        discourse_);
    if (tells_of_another(tree, parties))
        discourse_.speaker.clear();
    const coding::Stage here = stage();
    const coding::Reading reading = coding::read_events(lexicons_.frames, tree, parties, here);
    const coding::SentencePlace place{coded_.statement, text_, tree, parties,
                                      static_cast<std::uint32_t>(index + 1)};
    for (const Event& event : reading.events)
        write(event, place);
    if (!discourse_.narrator().empty() ? !reading.speaker.empty() && !discourse_.is_speech()
                                       : leaves_quotation_open(sentence))
        discourse_.speaker = reading.speaker;
    if (observer)
        observer(index, {tree, parties, here, reading});
}

/// Whether the sentence tells what several did together ("The two sides agreed") or what another says, not
/// what whoever spoke before goes on to say.
bool Work::tells_of_another(const ud::Tree& tree, const actors::SentenceParties& parties) const {
    const ud::At root = tree.root();
    const ud::At subject = root == ud::nowhere ? ud::nowhere : tree.child(root, ud::Dep::nsubj);
    if (subject == ud::nowhere || discourse_.speaker.empty() || !parties.has(subject) ||
        tree.has_child(root, ud::Dep::aux))
        return false;
    return parties.at(subject).size() > 1 ||
           (is_speech(tree, root) && parties.at(subject).front().code != discourse_.speaker.front().code);
}

plover::ContextSet Work::contexts(const Event& event, const coding::SentencePlace& place) const {
    ContextScores scores{};
    const auto range = coding::evidence_range(place.tree, event);
    lexicons_.contexts.score(place.tree, range.begin, range.end, 1.0F, scores);
    add_usual_contexts(event.type, scores);
    return coding::best_contexts(scores, 1.0F);
}

void Work::write(const Event& event, const coding::SentencePlace& place) {
    const plover::ContextSet contexts_here = contexts(event, place);
    const std::vector<std::string> topics = lexicons_.topics.topics(place.tree, place.parties, event.topics);
    for (Relation& relation : coding::write_relations(event, place)) {
        PartyCode a = relation.source;
        PartyCode b = relation.target;
        if (relation.symmetric && b < a)
            std::swap(a, b);
        if (!told_.emplace(place.number, event.clause, relation.type, a, b).second)
            continue;
        relation.act = act_of(relation);
        relation.contexts = contexts_here;
        relation.topics = topics;
        if (ids_.insert(relation_id(relation)).second)
            coded_.relations.push_back(std::move(relation));
    }
}

/// A talk that a statement tells of again ("the two leaders also discussed trade") is the same act, so that
/// counting acts does not double it.
ActId Work::act_of(const Relation& relation) {
    if (relation.type != EventType::consult || relation.modality != Modality::asserted)
        return relation.act;
    PartyCode a = relation.source;
    PartyCode b = relation.target;
    if (b < a)
        std::swap(a, b);
    return talks_.try_emplace(std::tuple(a, b, relation.date), relation.act).first->second;
}

/// The nodes that the relations name.
void Work::finish() {
    std::map<std::pair<PartyCode, std::string>, Actor> actors;
    const auto add = [&](const PartyCode& code, const std::string& person) {
        const Party* party = lexicons_.gazetteer.party(code);
        Actor node;
        node.party = code;
        node.kind = code.kind();
        node.name = party != nullptr ? std::string(party->name) : code.text();
        node.wikidata = party != nullptr ? std::string(party->wikidata) : std::string{};
        actors.emplace(std::pair(code, std::string{}), node);
        if (person.empty())
            return;
        node.kind = ActorKind::person;
        node.name = person;
        node.wikidata.clear();
        const auto leaders = lexicons_.gazetteer.leaders_named(person, coded_.statement.date);
        for (const Leader* leader : leaders)
            if (leader->party != nullptr && leader->party->code == code) {
                node.wikidata = leader->wikidata;
                node.office = leader->title;
                node.from = leader->term.from;
                node.until = leader->term.until;
            }
        actors.emplace(std::pair(code, person), node);
    };
    for (const Relation& relation : coded_.relations) {
        add(relation.source, relation.source_actor);
        add(relation.target, relation.target_actor);
        if (relation.said_by)
            add(*relation.said_by, {});
    }
    for (auto& [key, actor] : actors)
        coded_.actors.push_back(std::move(actor));
}

} // namespace

CodedStatement Coder::code(Statement statement, std::span<const ud::Sentence> sentences,
                           const SentenceObserver& observer) const {
    CodedStatement coded;
    coded.statement = std::move(statement);
    if (!coding::is_english(sentences)) {
        coded.notices.emplace_back("the text is not English; no relations were read from it");
        return coded;
    }
    Work work(lexicons_, coded);
    for (std::size_t index = 0; index < sentences.size(); ++index)
        work.read(index, sentences[index], observer);
    work.finish();
    return coded;
}

} // namespace entente
