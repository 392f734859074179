// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_MENTION_HPP
#define ENTENTE_INGEST_ACTORS_MENTION_HPP

#include "graph/party_code.hpp"
#include "ingest/text/tree.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::actors {

/// Why a mention stands for its party.
enum class Rule : std::uint8_t {
    name,       ///< the party's own name: "Belgium", "the European Union"
    demonym,    ///< "the Belgians", "Belgian"
    metonym,    ///< a capital or seat of power: "Brussels", "the Kremlin"
    body,       ///< a named body: "the Bundestag"
    leader,     ///< a holder of office that the gazetteer knows, at the statement's date
    person,     ///< a person whose party the statement itself told
    modifier,   ///< a title or role that a party modifies: "the Belgian government", "king of Belgium"
    apposition, ///< "..., president of Belgium"
    office,     ///< a title alone, resolved by who bears it in the statement: "the President"
    publisher,  ///< a body of the publisher: "Cabinet", "the Ministry"
    speaker,    ///< I, we, our: whoever speaks
    pronoun,    ///< he, she, it, they: the last fitting mention
    pair,       ///< the two sides of the statement: "both countries", "the two leaders"
    community   ///< "the international community", "other countries"
};

/// "leader", for people who read an explanation.
std::string_view to_string(Rule rule) noexcept;

/// The party that a word or phrase stands for, and why.
struct Referent {
    PartyCode code;
    /// The person or body named; empty where only the party is.
    std::string actor;
    Rule rule = Rule::name;

    bool operator==(const Referent&) const = default;
};

/// The parties that the words of one sentence stand for.
///
/// A noun phrase's parties stand at its head: those of the phrase itself, not of what modifies or is
/// coordinated with it ("the Belgian government": BEL at "government" and at "Belgian").
class SentenceParties {
public:
    explicit SentenceParties(std::size_t words) : by_word_(words), sites_(words) {}

    std::span<const Referent> at(ud::At word) const noexcept { return by_word_[word]; }
    bool has(ud::At word) const noexcept { return !by_word_[word].empty(); }
    void set(ud::At word, std::vector<Referent> parties) { by_word_[word] = std::move(parties); }
    /// The state in which the city lies that the word names; null for other words. It is no party to what the
    /// sentence tells unless force is used there.
    const Referent* site(ud::At word) const noexcept { return sites_[word] ? &*sites_[word] : nullptr; }
    void set_site(ud::At word, Referent state) { sites_[word] = std::move(state); }
    std::size_t size() const noexcept { return by_word_.size(); }

private:
    std::vector<std::vector<Referent>> by_word_;
    std::vector<std::optional<Referent>> sites_;
};

} // namespace entente::actors

#endif
