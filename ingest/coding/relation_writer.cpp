// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/relation_writer.hpp"

#include "ingest/coding/event_date.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace entente::coding {

namespace {

/// More parties than any summit has; a list that is longer is not an event.
constexpr std::size_t most_parties = 80;

using Pair = std::pair<const actors::Referent*, const actors::Referent*>;

/// The one organization with which three states or more meet ("the foreign ministers of Central Asia and the
/// EU"): they act with it, not with each other. Null where there is no such organization.
const actors::Referent* bloc_among(const std::vector<actors::Referent>& parties) {
    const actors::Referent* bloc = nullptr;
    std::size_t states = 0;
    for (const actors::Referent& party : parties) {
        states += party.code.kind() == ActorKind::country ? 1 : 0;
        if (party.code.kind() != ActorKind::organization)
            continue;
        if (bloc != nullptr)
            return nullptr;
        bloc = &party;
    }
    return states >= 3 ? bloc : nullptr;
}

std::vector<Pair> pairs_of(const Event& event) {
    std::vector<Pair> pairs;
    const std::size_t sources = std::min(event.sources.size(), most_parties);
    const std::size_t targets = std::min(event.targets.size(), most_parties);
    const auto* bloc = targets == 0 ? bloc_among(event.sources) : nullptr;
    if (targets == 0)
        for (std::size_t a = 0; a < sources; ++a)
            for (std::size_t b = a + 1; b < sources; ++b)
                if (bloc == nullptr || bloc == &event.sources[a] || bloc == &event.sources[b])
                    pairs.emplace_back(&event.sources[a], &event.sources[b]);
    // "the two leaders will work together, and with France": with each other too
    if (targets > 0 && event.symmetric && event.frame != nullptr && event.frame->trigger.back() == "together")
        for (std::size_t a = 0; a < sources; ++a)
            for (std::size_t b = a + 1; b < sources; ++b)
                pairs.emplace_back(&event.sources[a], &event.sources[b]);
    for (std::size_t a = 0; a < sources; ++a)
        for (std::size_t b = 0; b < targets; ++b)
            pairs.emplace_back(&event.sources[a], &event.targets[b]);
    std::erase_if(pairs, [](const Pair& pair) { return pair.first->code == pair.second->code; });
    return pairs;
}

Span span_of(const Tree& tree, Tree::Range range) {
    while (range.end > range.begin + 1 && tree.upos(range.end - 1) == ud::Upos::punct)
        --range.end;
    while (range.begin + 1 < range.end && tree.upos(range.begin) == ud::Upos::punct)
        ++range.begin;
    return {tree.word(range.begin).span.begin, tree.word(range.end - 1).span.end};
}

/// The part of a bare word's worth of confidence that each way of finding a participant leaves.
double certainty(Reach reach) {
    switch (reach) {
    case Reach::role:
        return 1.0;
    case Reach::inside:
        return 0.85;
    case Reach::clause:
        return 0.6;
    case Reach::shared:
        return 0.8;
    case Reach::assumed:
        return 0.65;
    }
    return 0.5;
}

/// The share of relations of such certainty that annotators hold too; bench/README.md has the table.
double calibrated(double certainty) { return 0.44 + 0.48 * certainty; }

double certainty(const actors::Referent& referent) {
    switch (referent.rule) {
    case actors::Rule::pronoun:
    case actors::Rule::publisher:
        return 0.8;
    case actors::Rule::office:
    case actors::Rule::metonym:
    case actors::Rule::community:
    case actors::Rule::pair:
        return 0.9;
    default:
        return 1.0;
    }
}

} // namespace

Tree::Range evidence_range(const Tree& tree, const Event& event) {
    const At head = event.frame != nullptr && event.frame->pos == FramePos::noun &&
                            event.source_reach == Reach::role && event.target_reach <= Reach::inside &&
                            event.clause != nowhere && tree.child(event.head, Dep::nmod) != nowhere
                        ? event.head
                        : (event.clause == nowhere ? event.head : event.clause);
    Tree::Range range = tree.range(head);
    // Other clauses that follow are events of their own.
    for (const At child : tree.children(head)) {
        const Dep dep = tree.dep(child);
        const bool other_clause =
            (dep == Dep::conj && tree.upos(child) == ud::Upos::verb) || dep == Dep::parataxis;
        if (other_clause && child > event.head && tree.range(child).begin > event.head)
            range.end = std::min(range.end, tree.range(child).begin);
    }
    return range;
}

std::vector<Relation> write_relations(const Event& event, const SentencePlace& place) {
    const Tree::Range range = evidence_range(place.tree, event);
    Relation base;
    base.type = event.type;
    base.mode = event.mode;
    base.cameo = event.cameo;
    base.predicate = event.predicate.empty() ? std::string(plover::predicate(event.type)) : event.predicate;
    base.symmetric = event.symmetric;
    base.modality = event.modality;
    base.said_by = event.said_by;
    base.date = place.statement.date;
    const bool ahead = event.modality == Modality::intended || event.modality == Modality::requested;
    if (const auto date = find_date(place.tree, range.begin, range.end, place.statement.date, ahead)) {
        base.date = date->date;
        base.date_end = date->end;
        base.date_precision = date->precision;
    }
    base.evidence.statement = place.statement.id;
    base.evidence.sentence = place.number;
    base.evidence.span = span_of(place.tree, range);
    base.evidence.text = place.text.slice(base.evidence.span);
    base.act = Hasher()
                   .add(place.statement.id)
                   .add(base.evidence.span.begin)
                   .add(base.evidence.span.end)
                   .add(event.head)
                   .add(plover::to_string(event.type))
                   .digest<ActTag>();
    std::vector<Relation> relations;
    for (const auto& [source, target] : pairs_of(event)) {
        Relation relation = base;
        relation.source = source->code;
        relation.source_actor = source->actor;
        relation.target = target->code;
        relation.target_actor = target->actor;
        relation.confidence = calibrated(certainty(event.source_reach) * certainty(event.target_reach) *
                                         certainty(*source) * certainty(*target));
        relations.push_back(std::move(relation));
    }
    return relations;
}

} // namespace entente::coding
