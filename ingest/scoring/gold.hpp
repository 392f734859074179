// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_SCORING_GOLD_HPP
#define ENTENTE_INGEST_SCORING_GOLD_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"

#include <string>
#include <vector>

namespace entente {

/// A statement in which a reader marked every relation; ingest/scoring/FORMAT.md describes the file.
struct AnnotatedStatement {
    Statement statement;
    std::vector<Relation> relations;

    bool operator==(const AnnotatedStatement&) const = default;
};

/// A sentence of which the type and the sources of one event are known, as in PLOVER's gold-standard records.
struct CodedSentence {
    std::string id;
    std::string text;
    plover::EventType type = plover::EventType::consult;
    /// Party codes, or only their first part: "IGO" stands for every organization.
    std::vector<std::string> sources;

    bool operator==(const CodedSentence&) const = default;
};

/// What an extractor is measured on.
struct Gold {
    std::vector<AnnotatedStatement> statements;
    std::vector<CodedSentence> sentences;
};

/// Adds what `path` holds: an annotated statement (.json), coded sentences one a line (.jsonl, .ndjson), or a
/// folder of annotated statements, which are read in the order of their names.
///
/// What has an identifier that `gold` has already takes the place of the earlier. Throws InputError for
/// whatever isn't as FORMAT.md says, and for evidence that isn't a part of its text: a figure over half the
/// gold would be wrong in silence.
void read_gold(const std::string& path, Gold& gold);

} // namespace entente

#endif
