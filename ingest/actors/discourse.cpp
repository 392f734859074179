// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/discourse.hpp"

#include "ingest/actors/name_choice.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

namespace entente::actors {

namespace {

bool has_code(const Referents& referents, const PartyCode& code) {
    return std::any_of(referents.begin(), referents.end(), [&](const auto& one) { return one.code == code; });
}

/// Words between white space, without the punctuation around them and without a possessive ending.
std::vector<std::string_view> plain_tokens(std::string_view text) {
    std::vector<std::string_view> tokens;
    const auto is_letter = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && (is_letter(text[end]) ||
                                     (text[end] == '.' && end + 1 < text.size() && is_letter(text[end + 1]))))
            ++end;
        const std::string_view token = text.substr(at, end - at);
        const std::size_t apostrophe = token.find("’");
        if (apostrophe != std::string_view::npos && apostrophe > 0) { // names lie in front of it or around it
            tokens.push_back(token.substr(0, apostrophe));
            tokens.push_back(token.substr(apostrophe));
        } else {
            tokens.push_back(token);
        }
        at = end;
    }
    return tokens;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return out;
}

/// Monarchs go by a name that many bear: "Elizabeth II" is meant where a title stands before it.
bool is_given_name(const Name& name) {
    if (name.leader == nullptr)
        return false;
    const std::string_view full = name.leader->name;
    const std::size_t space = full.find(' ');
    return space == std::string_view::npos ||
           full.substr(space + 1).find_first_not_of("IVX") == std::string_view::npos;
}

bool has_word(std::string_view text, std::string_view word) {
    const std::string folded = lower(text);
    return folded.find(word) != std::string::npos;
}

} // namespace

Referents parties_in(const Gazetteer& gazetteer, std::string_view text, const std::optional<Date>& date) {
    Referents found;
    const auto tokens = plain_tokens(text);
    bool after_title = false;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto match = choose_name(gazetteer, tokens, at, date, Surety::full_names);
        const std::size_t next = at + (match ? match->length : 1);
        // "Chairman Abdullah of Afghanistan" is no king of that name, and "H. E." nobody's
        const bool surname = match && match->name->kind == NameKind::leader &&
                             match->name->text.find(' ') == std::string_view::npos;
        const bool other = surname && (match->length > 1 || (next < tokens.size() && tokens[next] == "of") ||
                                       (is_given_name(*match->name) && !after_title));
        // capitals of headlines make many an abbreviation: "FACT SHEET"
        const bool doubtful = match && match->name->ambiguous && match->name->party != nullptr &&
                              match->name->party->kind != ActorKind::country;
        if (match && !other && !doubtful && match->name->party != nullptr &&
            match->name->kind != NameKind::role && match->name->kind != NameKind::city &&
            !has_code(found, match->name->party->code))
            found.push_back({match->name->party->code, {}, Rule::name});
        after_title = match && match->name->kind == NameKind::role;
        at = next;
    }
    return found;
}

Discourse::Discourse(const Gazetteer& gazetteer, const Statement& statement) : date_(statement.date) {
    const Publisher* publisher =
        statement.publisher.empty() ? nullptr : gazetteer.find_publisher(statement.publisher);
    if (publisher == nullptr && !statement.url.empty())
        publisher = gazetteer.find_publisher(statement.url);
    if (publisher != nullptr && publisher->party != nullptr)
        narrator_.push_back({publisher->party->code, {}, Rule::publisher});
    else if (publisher == nullptr)
        if (const Referents named = parties_in(gazetteer, statement.publisher, date_); !named.empty())
            narrator_.push_back({named.front().code, {}, Rule::publisher});
    title_parties_ = parties_in(gazetteer, statement.title, date_);
    settle_speaker(statement);
    for (const std::string_view talk :
         {"call", "meeting", "talks", "summit", "visit", "trilateral", "readout"})
        is_talk_ = is_talk_ || has_word(statement.title, talk);
    joint_ = has_word(statement.title, "joint ") || has_word(statement.title, "communiqu") ||
             has_word(statement.title, "declaration");
    for (const Referents* known : std::initializer_list<const Referents*>{&narrator_, &title_parties_})
        for (const Referent& party : *known)
            near_.push_back(party.code);
    meet({});
}

/// An organization that publishes under the name of one state gives that state the floor: "Kuwait - General
/// Debate".
void Discourse::settle_speaker(const Statement& statement) {
    if (narrator_.size() != 1 || narrator_.front().code.kind() != ActorKind::organization)
        return;
    Referents states;
    for (const Referent& party : title_parties_)
        if (party.code.kind() == ActorKind::country)
            states.push_back({party.code, {}, Rule::publisher});
    static constexpr std::array<std::string_view, 5> forms{"debate", "statement by the state",
                                                           "statement by the kingdom",
                                                           "statement by the republic", "address by"};
    const bool speech = std::any_of(forms.begin(), forms.end(),
                                    [&](std::string_view form) { return has_word(statement.title, form); });
    if (states.size() == 1 && speech) {
        narrator_ = states;
        speech_ = true;
    }
}

void Discourse::meet(const Referents& parties) {
    for (const Referent& party : parties)
        if (std::find(named_.begin(), named_.end(), party.code) == named_.end())
            named_.push_back(party.code);
    if (sides_.size() >= 2 || (speech_ && !parties.empty()))
        return;
    sides_ = narrator_;
    const auto add = [&](const Referents& known, std::size_t most) {
        for (const Referent& party : known)
            if (sides_.size() < most && !has_code(sides_, party.code) &&
                party.code.kind() != ActorKind::community)
                sides_.push_back({party.code, {}, Rule::pair});
    };
    add(title_parties_, is_talk_ ? 3 : 2); // "calls with Armenia and Azerbaijan"
    if (narrator_.empty())                 // an official text names in its title whom it speaks to
        add(parties, 2);
    if (sides_.size() < 2)
        sides_.clear();
}

void Discourse::introduce(const Person& person) {
    const auto known = std::find_if(persons_.begin(), persons_.end(), [&](const Person& other) {
        return other.party == person.party && (other.name.find(person.name) != std::string::npos ||
                                               person.name.find(other.name) != std::string::npos);
    });
    Person merged = person;
    if (known != persons_.end()) {
        if (known->name.size() > merged.name.size())
            merged.name = known->name;
        if (merged.title.empty())
            merged.title = known->title;
        if (merged.gender == Gender::unknown)
            merged.gender = known->gender;
        persons_.erase(known);
    }
    persons_.push_back(std::move(merged));
}

const Person* Discourse::person_named(std::string_view word) const {
    const auto has_it = [&](const Person& person) {
        const std::size_t at = person.name.find(word);
        if (at == std::string::npos || word.size() < 2)
            return false;
        const std::size_t end = at + word.size();
        return (at == 0 || person.name[at - 1] == ' ' || person.name[at - 1] == '-') &&
               (end == person.name.size() || person.name[end] == ' ' || person.name[end] == '-');
    };
    const auto found = std::find_if(persons_.rbegin(), persons_.rend(), has_it);
    return found == persons_.rend() ? nullptr : &*found;
}

std::optional<PartyCode> Discourse::party_titled(std::string_view title) const {
    const auto found =
        std::find_if(titles_.rbegin(), titles_.rend(), [&](const auto& one) { return one.first == title; });
    return found == titles_.rend() ? std::nullopt : std::optional(found->second);
}

const Person* Discourse::person_titled(std::string_view title) const {
    const auto bears = [&](const Person& person) { return person.title.ends_with(title); };
    const auto own = std::find_if(persons_.rbegin(), persons_.rend(), [&](const Person& person) {
        return bears(person) && has_code(narrator_, person.party);
    });
    if (own != persons_.rend())
        return &*own;
    const auto found = std::find_if(persons_.rbegin(), persons_.rend(), bears);
    return found == persons_.rend() ? nullptr : &*found;
}

} // namespace entente::actors
