// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/score.hpp"

#include "ingest/text/code_points.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace entente {

namespace {

using Key = std::tuple<PartyCode, plover::EventType, PartyCode>;
using Pair = std::pair<PartyCode, PartyCode>;

bool is_turned(const Relation& relation) { return relation.symmetric && relation.target < relation.source; }

Key key_of(const Relation& relation) {
    return is_turned(relation) ? Key{relation.target, relation.type, relation.source}
                               : Key{relation.source, relation.type, relation.target};
}

Pair pair_of(const Relation& relation) { return std::minmax(relation.source, relation.target); }

bool is_same(const Relation& a, const Relation& b) {
    if (a.type != b.type)
        return false;
    if (a.source == b.source && a.target == b.target)
        return true;
    return (a.symmetric || b.symmetric) && a.source == b.target && a.target == b.source;
}

std::size_t overlap(const Span& a, const Span& b) {
    return is_overlapping(a, b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
}

/// One to one: which prediction stands for which annotation, and what is left over.
struct Matching {
    struct Match {
        std::size_t predicted;
        std::size_t gold;
    };
    std::vector<Match> matches;
    std::vector<bool> is_predicted_used;
    std::vector<bool> is_gold_used;
};

Matching match(const std::vector<Relation>& gold, const std::vector<Relation>& predicted) {
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> candidates; // overlap, predicted, gold
    for (std::size_t p = 0; p < predicted.size(); ++p) {
        for (std::size_t g = 0; g < gold.size(); ++g) {
            const std::size_t shared = overlap(predicted[p].evidence.span, gold[g].evidence.span);
            if (shared > 0 && is_same(predicted[p], gold[g]))
                candidates.emplace_back(shared, p, g);
        }
    }
    std::sort(candidates.rbegin(), candidates.rend());
    Matching matching{{}, std::vector<bool>(predicted.size()), std::vector<bool>(gold.size())};
    for (const auto& [shared, p, g] : candidates) {
        if (matching.is_predicted_used[p] || matching.is_gold_used[g])
            continue;
        matching.is_predicted_used[p] = matching.is_gold_used[g] = true;
        matching.matches.push_back({p, g});
    }
    return matching;
}

/// The predictions for a statement, without the second of two that say a symmetric relation both ways round.
std::vector<Relation> predictions_for(const std::string& id, const Predictions& predictions) {
    std::vector<Relation> kept;
    const auto found = predictions.find(id);
    if (found == predictions.end())
        return kept;
    std::set<std::pair<Key, Span>> seen;
    for (const Relation& relation : found->second) {
        if (!relation.symmetric || seen.emplace(key_of(relation), relation.evidence.span).second)
            kept.push_back(relation);
    }
    return kept;
}

std::set<Key> keys_of(const std::vector<Relation>& relations) {
    std::set<Key> keys;
    for (const Relation& relation : relations)
        keys.insert(key_of(relation));
    return keys;
}

/// The keys of predictions; where only one of prediction and annotation is symmetric, the annotation's key.
std::set<Key> keys_of_predicted(const std::vector<Relation>& predicted, const std::vector<Relation>& gold,
                                const std::set<Key>& gold_keys) {
    std::set<Key> keys = keys_of(predicted);
    for (const Relation& relation : predicted) {
        const auto same = std::find_if(gold.begin(), gold.end(), [&](const Relation& annotation) {
            return is_same(relation, annotation);
        });
        if (gold_keys.contains(key_of(relation)) || same == gold.end())
            continue;
        keys.erase(key_of(relation));
        keys.insert(key_of(*same));
    }
    return keys;
}

std::set<Pair> pairs_of(const std::vector<Relation>& relations) {
    std::set<Pair> pairs;
    for (const Relation& relation : relations)
        pairs.insert(pair_of(relation));
    return pairs;
}

template<class T>
void add_sets(Tally& tally, const std::set<T>& gold, const std::set<T>& predicted) {
    tally.gold += gold.size();
    tally.predicted += predicted.size();
    tally.matched += static_cast<std::size_t>(std::count_if(
        predicted.begin(), predicted.end(), [&](const T& item) { return gold.contains(item); }));
}

void count(Score& score, const Relation& relation, std::size_t Tally::*part) {
    ++(score.relations.*part);
    ++(score.by_type[static_cast<std::size_t>(relation.type)].*part);
    ++(score.by_party[relation.source].*part);
    ++(score.by_party[relation.target].*part);
}

void add_match(Score& score, const Relation& gold, const Relation& predicted) {
    count(score, gold, &Tally::matched);
    score.right_modality += gold.modality == predicted.modality;
    score.contexts.gold += gold.contexts.size();
    score.contexts.predicted += predicted.contexts.size();
    score.contexts.matched += plover::ContextSet(gold.contexts.bits() & predicted.contexts.bits()).size();
}

void add_statement(Score& score, const AnnotatedStatement& annotated, const Predictions& predictions) {
    const std::vector<Relation>& gold = annotated.relations;
    const std::vector<Relation> predicted = predictions_for(annotated.statement.id, predictions);
    for (const Relation& relation : gold)
        count(score, relation, &Tally::gold);
    for (const Relation& relation : predicted)
        count(score, relation, &Tally::predicted);
    for (const Matching::Match& found : match(gold, predicted).matches)
        add_match(score, gold[found.gold], predicted[found.predicted]);
    const std::set<Key> gold_keys = keys_of(gold);
    add_sets(score.relation_sets, gold_keys, keys_of_predicted(predicted, gold, gold_keys));
    add_sets(score.pairs, pairs_of(gold), pairs_of(predicted));
}

bool is_source(const CodedSentence& sentence, const PartyCode& party) {
    const std::string& code = party.text();
    return std::any_of(sentence.sources.begin(), sentence.sources.end(), [&](const std::string& source) {
        return source == code || source == code.substr(0, code.find(':'));
    });
}

bool has_right_source(const CodedSentence& sentence, const Relation& relation) {
    const auto is_target =
        std::find(sentence.sources.begin(), sentence.sources.end(), relation.target.text());
    return is_source(sentence, relation.source) ||
           (relation.symmetric && is_target != sentence.sources.end());
}

void add_sentence(SentenceScore& score, const CodedSentence& sentence, const Predictions& predictions) {
    const std::vector<Relation> predicted = predictions_for(sentence.id, predictions);
    const auto has_type = [&](const Relation& relation) { return relation.type == sentence.type; };
    ++score.sentences;
    score.predicted += predicted.size();
    score.coded += !predicted.empty();
    score.right_type += std::any_of(predicted.begin(), predicted.end(), has_type);
    score.right_type_and_source +=
        std::any_of(predicted.begin(), predicted.end(), [&](const Relation& relation) {
            return has_type(relation) && has_right_source(sentence, relation);
        });
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

double precision(const Tally& tally) noexcept { return share(tally.matched, tally.predicted); }

double recall(const Tally& tally) noexcept { return share(tally.matched, tally.gold); }

double f1(const Tally& tally) noexcept {
    const double p = precision(tally);
    const double r = recall(tally);
    return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Score score(const Gold& gold, const Predictions& predictions) {
    Score score;
    for (const AnnotatedStatement& annotated : gold.statements)
        add_statement(score, annotated, predictions);
    for (const CodedSentence& sentence : gold.sentences)
        add_sentence(score.sentences, sentence, predictions);
    return score;
}

std::vector<Miss> find_misses(const Gold& gold, const Predictions& predictions) {
    std::vector<Miss> misses;
    for (const AnnotatedStatement& annotated : gold.statements) {
        const Statement& statement = annotated.statement;
        const std::vector<Relation>& relations = annotated.relations;
        const std::vector<Relation> predicted = predictions_for(statement.id, predictions);
        const Matching matching = match(relations, predicted);
        const CodePoints text(statement.text);
        const auto add = [&](Miss::Kind kind, const std::vector<Relation>& all,
                             const std::vector<bool>& is_used) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (!is_used[i])
                    misses.push_back(
                        {kind, statement.id, all[i], std::string(text.slice(all[i].evidence.span))});
            }
        };
        add(Miss::Kind::missed, relations, matching.is_gold_used);
        add(Miss::Kind::invented, predicted, matching.is_predicted_used);
    }
    return misses;
}

} // namespace entente
