// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_SCORING_SCORE_HPP
#define ENTENTE_INGEST_SCORING_SCORE_HPP

#include "ingest/scoring/gold.hpp"
#include "ingest/scoring/predictions.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace entente {

/// How many there are, how many were found, and how many of these are right.
struct Tally {
    std::size_t gold = 0;
    std::size_t predicted = 0;
    std::size_t matched = 0;

    bool operator==(const Tally&) const = default;
};

/// Of what was found, the share that is right; 0 where nothing was found.
double precision(const Tally& tally) noexcept;
/// Of what there is, the share that was found; 0 where there is nothing.
double recall(const Tally& tally) noexcept;
/// The harmonic mean of both.
double f1(const Tally& tally) noexcept;

/// How well coded sentences were read.
struct SentenceScore {
    std::size_t sentences = 0;
    /// Relations predicted in all of them.
    std::size_t predicted = 0;
    /// Sentences with any relation, with one of the right type, and with one that has a right source too.
    std::size_t coded = 0;
    std::size_t right_type = 0;
    std::size_t right_type_and_source = 0;

    bool operator==(const SentenceScore&) const = default;
};

/// How well predictions meet the gold; the tallies run over all annotated statements together.
struct Score {
    /// Source, type, target and overlapping evidence, matched one to one.
    Tally relations;
    /// Sources, types and targets of a statement as a set: where it was said doesn't count.
    Tally relation_sets;
    /// Who had to do with whom in a statement.
    Tally pairs;
    /// The contexts of matched relations.
    Tally contexts;
    /// Matched relations of which the modality is right.
    std::size_t right_modality = 0;
    std::array<Tally, plover::event_type_count> by_type{};
    /// A relation counts for both of its parties.
    std::map<PartyCode, Tally> by_party;
    SentenceScore sentences;
};

/// Compares predictions with the gold. What was predicted for other statements is left out.
///
/// A symmetric relation matches either way round, and counts once where it is predicted both ways. Where
/// several predictions could match an annotation, the one with the longest common evidence does.
Score score(const Gold& gold, const Predictions& predictions);

/// A relation of the gold that nothing matched, or a prediction that matched nothing.
struct Miss {
    enum class Kind { missed, invented };

    Kind kind = Kind::missed;
    std::string statement;
    Relation relation;
    /// The statement's text at the relation's evidence.
    std::string text;

    bool operator==(const Miss&) const = default;
};

/// All of them, in the order of the gold; for each statement the missed ones first.
std::vector<Miss> find_misses(const Gold& gold, const Predictions& predictions);

} // namespace entente

#endif
