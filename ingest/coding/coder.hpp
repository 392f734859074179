// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_CODER_HPP
#define ENTENTE_INGEST_CODING_CODER_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"
#include "ingest/actors/gazetteer.hpp"
#include "ingest/coding/context_lexicon.hpp"
#include "ingest/coding/event_reader.hpp"
#include "ingest/coding/frame_lexicon.hpp"
#include "ingest/coding/topic_aliases.hpp"
#include "ingest/text/ud.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// What one statement was read as.
struct CodedStatement {
    Statement statement;
    /// In the order of the text.
    std::vector<Relation> relations;
    /// The parties and persons that the relations name, each once, sorted by party and name.
    std::vector<Actor> actors;
    /// What was left out, and why, in words for the user; empty where all is well.
    std::vector<std::string> notices;
};

/// What the coder saw in one sentence; for explanations and tests.
struct SentenceView {
    const ud::Tree& tree;
    const actors::SentenceParties& parties;
    const coding::Stage& stage;
    const coding::Reading& reading;
};
using SentenceObserver = std::function<void(std::size_t sentence, const SentenceView&)>;

/// Reads relations from parsed statements: who did or said what towards whom.
///
/// What counts as a relation, and of which type, follows PLOVER (Open Event Data Alliance). Immutable; const
/// is safe from many threads. The lexicons must outlive it.
class Coder {
public:
    struct Lexicons {
        const Gazetteer& gazetteer;
        const coding::FrameLexicon& frames;
        const coding::ContextLexicon& contexts;
        const coding::TopicAliases& topics;
    };

    explicit Coder(const Lexicons& lexicons) : lexicons_(lexicons) {}

    /// `sentences` are those of statement.text, in its order, with spans in its code points. A text that is
    /// not English gives no relations and a notice. `observer` is called after each sentence.
    CodedStatement code(Statement statement, std::span<const ud::Sentence> sentences,
                        const SentenceObserver& observer = {}) const;

private:
    Lexicons lexicons_;
};

} // namespace entente

#endif
