// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_GRAMMAR_HPP
#define ENTENTE_INGEST_CODING_GRAMMAR_HPP

#include "ingest/text/tree.hpp"

#include <string_view>
#include <vector>

/// Questions about English clauses, answered on Universal Dependencies trees.
namespace entente::coding {

using ud::At;
using ud::conjuncts;
using ud::Dep;
using ud::first_conjunct;
using ud::nowhere;
using ud::Tree;

/// Whether the clause of this predicate is passive: a passive auxiliary or subject, or a past participle that
/// modifies a noun.
bool is_passive(const Tree& tree, At predicate);

/// Whether the word heads a clause: a verb, or an adjective or noun with a copula or a subject.
bool is_predicate(const Tree& tree, At at);

/// The lemma of the preposition (case) in front of a noun phrase, "because of" as one; empty where there is
/// none. A conjunct without a preposition has its first conjunct's.
std::string_view preposition(const Tree& tree, At np);

/// The obl and nmod children of `head` that stand behind this preposition.
std::vector<At> prepositional(const Tree& tree, At head, std::string_view wanted);

/// Who does what the predicate says: its nsubj, the by-agent of a passive, the antecedent of a relative
/// pronoun, or the subject that a coordinated, controlled or participial clause shares. Nowhere where there
/// is none.
At logical_subject(const Tree& tree, At predicate);

/// To whom or what it is done: obj, the subject of a passive, the antecedent that a relative clause leaves
/// out.
At logical_object(const Tree& tree, At predicate);

/// The noun that a relative clause modifies; nowhere for other clauses.
At antecedent(const Tree& tree, At predicate);

/// The predicate of the clause that the word stands in, the word itself where it is one.
At clause_of(const Tree& tree, At at);

/// Whether the word is a common or a proper noun.
bool is_noun(const Tree& tree, At at);

/// Whether "to" marks the clause.
bool has_to(const Tree& tree, At clause);

/// Whether "not", "never", "no" or the like denies the word.
bool is_negated(const Tree& tree, At at);

} // namespace entente::coding

#endif
