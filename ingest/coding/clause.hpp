// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_CLAUSE_HPP
#define ENTENTE_INGEST_CODING_CLAUSE_HPP

#include "graph/relation.hpp"
#include "ingest/coding/party_search.hpp"
#include "ingest/coding/trigger.hpp"

namespace entente::coding {

/// What of a clause is already told by the frame above it.
enum class Absorbed : std::uint8_t {
    nothing,
    cooperation, ///< what one talks about: "discussed cooperation in trade" is a talk only
    everything   ///< what one asks for or refuses: only third parties' acts named in it count
};

/// What the words above a clause, and its own auxiliaries, say of how it holds.
struct Clause {
    Modality modality = Modality::asserted;
    /// Still to come: cooperation in it is agreed, not done.
    bool ahead = false;
    /// `ahead` because someone undertakes it ("committed to"), not by a plain "will".
    bool undertaken = false;
    Absorbed absorbed = Absorbed::nothing;
    /// Who says it; empty where the narrator does.
    Parties speaker;
    /// Who asks for it, and of whom, where it is asked for.
    Parties asker;
    Parties asked;
};

/// The clause as its own auxiliaries ("will", "must", "may"), its mark ("if") and its negation change it.
Clause with_auxiliaries(const Tree& tree, At predicate, Clause clause);

/// Whether the clause lays an obligation on its subject: "must", "should", "needs to", "has to".
bool is_obligation(const Tree& tree, At predicate);

/// What holds in a child of a word. `trigger` is the frame that governs the child, null where there is none;
/// `inner` is the word's own clause, `outer` the one it stands in; `speaker` is the source of the trigger,
/// where it says or asks for what stands below.
Clause below(const Tree& tree, At child, const Trigger* trigger, const Clause& inner, const Clause& outer,
             const Parties& speaker);

} // namespace entente::coding

#endif
