// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DISCOURSE_HPP
#define ENTENTE_INGEST_ACTORS_DISCOURSE_HPP

#include "graph/statement.hpp"
#include "ingest/actors/gazetteer.hpp"
#include "ingest/actors/mention.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::actors {

using Referents = std::vector<Referent>;

/// A person whom a statement has named, with what it told of them.
struct Person {
    /// The fullest form so far: "Xi Jinping".
    std::string name;
    PartyCode party;
    /// Lower-case title words, "prime minister"; empty where none was given.
    std::string title;
    Gender gender = Gender::unknown;
};

/// What a statement has told so far, as far as later words refer back to it.
///
/// Made anew for each statement and changed sentence by sentence, in the order of the text.
class Discourse {
public:
    /// Starts from the metadata: who publishes, and between which two sides the title says it is.
    Discourse(const Gazetteer& gazetteer, const Statement& statement);

    const std::optional<Date>& date() const noexcept { return date_; }

    /// The state or body whose own words the text is; empty for news and for unknown publishers.
    const Referents& narrator() const noexcept { return narrator_; }
    /// The two parties between whom the statement is, or the three of a talk; empty while there are no two.
    const Referents& sides() const noexcept { return sides_; }
    /// Whether the title tells of a talk: a call, a meeting, a visit.
    bool is_talk() const noexcept { return is_talk_; }
    /// Whether the text is a speech, whose "we" is the narrator's whoever else is quoted.
    bool is_speech() const noexcept { return speech_; }
    /// Whether both sides publish the text together: "we" are both.
    bool is_joint() const noexcept { return joint_; }

    /// The parties that the title and the publisher name: whom a doubtful name means before any other.
    std::span<const PartyCode> near() const noexcept { return near_; }

    /// The parties that the sentences so far have named.
    std::span<const PartyCode> named() const noexcept { return named_; }

    /// Remembers who is named, and completes the sides from the first sentences, in the order of the text.
    void meet(const Referents& parties);

    /// Remembers a person; a fuller name or a title replaces what was known.
    void introduce(const Person& person);
    /// The person of whose name this is a part (the last one introduced counts); null where there is none.
    const Person* person_named(std::string_view word) const;
    /// Remembers that a title was said of a party's holder who has no name: "the Ambassador of Germany".
    void introduce_title(std::string title, const PartyCode& party) {
        titles_.emplace_back(std::move(title), party);
    }
    /// The party of whose holder the title was said last; nothing where it was of none.
    std::optional<PartyCode> party_titled(std::string_view title) const;
    /// The last person with this title; null where there is none. A narrator's own one comes first.
    const Person* person_titled(std::string_view title) const;

    // What pronouns of the next sentence refer to: the subjects and other mentions of this one.
    Referents last_person;
    Referents last_group;
    /// How many sentences ago `last_group` was named.
    int group_age = 0;
    /// Whether people of no known party were a subject since then: "they" means them.
    bool others = false;
    Referents last_body;
    /// The two states that the last sentence named; empty where it named more or fewer.
    Referents last_two;
    /// Who speaks, where direct or reported speech goes on; empty where the narrator does.
    Referents speaker;

private:
    void settle_speaker(const Statement& statement);

    std::optional<Date> date_;
    Referents narrator_;
    Referents sides_;
    Referents title_parties_;
    std::vector<PartyCode> near_;
    std::vector<Person> persons_;
    std::vector<std::pair<std::string, PartyCode>> titles_;
    /// The text is a speech to many: whom it names first is no other side.
    std::vector<PartyCode> named_;
    bool speech_ = false;
    bool joint_ = false;
    /// The title says that it tells of a talk, whose parties may be three.
    bool is_talk_ = false;
};

/// The parties named in a short text such as a title, in its order; office holders count at `date`.
Referents parties_in(const Gazetteer& gazetteer, std::string_view text, const std::optional<Date>& date);

} // namespace entente::actors

#endif
