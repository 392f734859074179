// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_REFERENCE_RESOLVER_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_REFERENCE_RESOLVER_HPP

#include "ingest/actors/detail/back_reference.hpp"
#include "ingest/actors/detail/sentence_names.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace entente::actors::detail {

template<std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

inline bool has_code(std::span<const Referent> referents, const PartyCode& code) {
    return std::any_of(referents.begin(), referents.end(), [&](const auto& one) { return one.code == code; });
}

/// Adds the parties that the list has not, by code.
void add_new(Referents& referents, std::span<const Referent> more);

/// The same parties, resolved by this rule.
Referents as(Referents referents, Rule rule);

/// Whether the word is "I", "we", "our" or another pronoun of whoever speaks.
bool is_first_person(const Tree& tree, At at);

/// Resolves the words of one sentence that refer back; resolve_back_references says which.
class ReferenceResolver {
public:
    ReferenceResolver(const Gazetteer& gazetteer, const Tree& tree, const IsSpeech& is_speech,
                      Discourse& discourse, SentenceParties& parties)
        : gazetteer_(gazetteer), tree_(tree), is_speech_(is_speech), discourse_(discourse),
          parties_(parties) {}

    /// Sets the parties of the words that have none yet, and tells the discourse what may be referred to.
    void resolve();

private:
    Referents resolve_word(At at) const;
    void remember();

    // pronoun_reference.cpp
    Referents pronoun(At at) const;
    Referents speaker_at(At at) const;
    Referents one_praised(At at) const;
    Referents owner_beside(At at) const;
    Referents owner_above(At at) const;
    bool met_narrator(const Referents& group) const;
    Referents last_before(At at, bool person, bool plural) const;

    // noun_reference.cpp
    Referents noun(At at) const;
    Referents pair(At at) const;
    Referents two_before(At at) const;
    Referents counterpart(At at) const;
    Referents guest(At at) const;
    bool is_community(At at) const;
    Referents office(At at) const;
    Referents one_of_two(At at, bool second) const;

    bool is_person(At at, const Referent& referent) const;
    bool is_others(At at) const;
    Referents subject_parties(At at) const;

    const Gazetteer& gazetteer_;
    const Tree& tree_;
    const IsSpeech& is_speech_;
    Discourse& discourse_;
    SentenceParties& parties_;
};

} // namespace entente::actors::detail

#endif
