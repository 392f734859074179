// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/actor_names.hpp"

#include "ingest/table_file.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>
#include <mutex>

namespace entente {

namespace data {
extern const std::string_view table_names_tsv;
}

namespace {

std::string_view trimmed(std::string_view text) noexcept {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

// "Police (India)": the role, and the country in the last brackets.
struct Role {
    std::string_view role;
    std::string_view country;
};
std::optional<Role> split_role(std::string_view name) {
    const std::size_t open = name.rfind(" (");
    if (open == std::string_view::npos || !name.ends_with(')'))
        return std::nullopt;
    return Role{name.substr(0, open), name.substr(open + 2, name.size() - open - 3)};
}

// "Sergey Viktorovich Lavrov" is "Sergey Lavrov" elsewhere.
std::string without_middle_names(std::string_view name) {
    const std::size_t first = name.find(' ');
    const std::size_t last = name.rfind(' ');
    if (first == last)
        return {};
    return std::string(name.substr(0, first)).append(name.substr(last));
}

// "Korea, Republic of" is "Republic of Korea" elsewhere.
std::string with_comma_turned(std::string_view name) {
    const std::size_t comma = name.find(", ");
    if (comma == std::string_view::npos)
        return {};
    return std::string(name.substr(comma + 2)).append(" ").append(name.substr(0, comma));
}

// What a state's bodies are called; companies and parties with a country in their names are nobody's.
bool is_state_body_name(std::string_view text) {
    static constexpr std::array<std::string_view, 12> bodies = {
        "Armed Forces", "Defence Forces", "Defense Forces", "Military",   "Army",     "Navy",
        "Air Force",    "Police",         "Government",     "Parliament", "Ministry", "Government Forces"};
    return std::find(bodies.begin(), bodies.end(), text) != bodies.end();
}

// "Saudi Arabian Defence Forces": the country's words in front. "Armed Forces of the Russian Federation":
// behind.
std::optional<Role> split_body(std::string_view name) {
    const std::size_t of = name.find(" of ");
    if (of != std::string_view::npos && is_state_body_name(name.substr(0, of))) {
        std::string_view country = name.substr(of + 4);
        if (country.starts_with("the "))
            country.remove_prefix(4);
        return Role{name.substr(0, of), country};
    }
    for (std::size_t blank = name.find(' '); blank != std::string_view::npos;
         blank = name.find(' ', blank + 1)) {
        if (is_state_body_name(name.substr(blank + 1)))
            return Role{name.substr(blank + 1), name.substr(0, blank)};
    }
    return std::nullopt;
}

bool is_own_name(const Party& party, std::string_view name) {
    return party.name == name || party.code.text() == name || name.find(", ") != std::string_view::npos ||
           std::find(party.other_names.begin(), party.other_names.end(), name) != party.other_names.end();
}

} // namespace

ActorNames::ActorNames(const Gazetteer& gazetteer) : gazetteer_(&gazetteer) {
    for (const std::string_view line : split(data::table_names_tsv, '\n')) {
        if (line.empty() || line.front() == '#' || line.starts_with("name\t"))
            continue;
        const auto fields = split(line, '\t');
        BOOST_ASSERT_MSG(find_party(fields.at(1)) != nullptr || !leaders_named(fields.at(1)).empty(),
                         "the embedded table names parties and persons that the gazetteer has");
        table_names_.emplace(fields.at(0), TableName{fields.at(1), fields.at(2)});
    }
}

const PartyCode* ActorNames::find_party(std::string_view name) const {
    name = trimmed(name);
    static const PartyCode international = *PartyCode::parse("INT");
    if (name.empty())
        return nullptr;
    if (name == "International")
        return &international;
    const Party* party = gazetteer_->find_party(name);
    if (party == nullptr) {
        const std::string turned = with_comma_turned(name);
        party = turned.empty() ? nullptr : gazetteer_->find_party(turned);
    }
    if (party == nullptr && name.find(", ") != std::string_view::npos)
        party = gazetteer_->find_party(name.substr(0, name.find(", ")));
    return party ? &party->code : nullptr;
}

std::vector<const Leader*> ActorNames::leaders_named(std::string_view name) const {
    auto leaders = gazetteer_->leaders_named(name);
    if (leaders.empty()) {
        const std::string shorter = without_middle_names(name);
        if (!shorter.empty())
            leaders = gazetteer_->leaders_named(shorter);
    }
    return leaders;
}

ActorNames::Meaning ActorNames::make_meaning(std::string_view name) const {
    Meaning meaning;
    meaning.name = name;
    if (const auto role = split_role(name)) {
        meaning.party = find_party(role->country);
        meaning.is_role = true;
        return meaning;
    }
    // Montenegro is a country before it is a prime minister.
    meaning.party = find_party(name);
    meaning.is_own_name = meaning.party != nullptr && is_own_name(*gazetteer_->party(*meaning.party), name);
    if (meaning.is_own_name)
        return meaning;
    const auto known = table_names_.find(name);
    const bool is_alias = known != table_names_.end() && known->second.sector.empty();
    meaning.leaders = leaders_named(is_alias ? known->second.means : name);
    if (!meaning.leaders.empty()) // in office or not, it is nobody else
        meaning.party = nullptr;
    const bool stands_by_name = known != table_names_.end() && (!is_alias || meaning.leaders.empty());
    if (stands_by_name && meaning.party == nullptr) {
        meaning.party = find_party(known->second.means);
        meaning.sector = known->second.sector;
    }
    if (const auto body = split_body(name); body && meaning.party == nullptr && meaning.leaders.empty())
        meaning.party = find_party(body->country);
    return meaning;
}

const ActorNames::Meaning& ActorNames::meaning(std::string_view name) const {
    {
        const std::shared_lock lock(mutex_);
        const auto found = meanings_.find(name);
        if (found != meanings_.end())
            return found->second;
    }
    Meaning made = make_meaning(name);
    const std::unique_lock lock(mutex_);
    return meanings_.emplace(std::string(name), std::move(made)).first->second;
}

std::optional<NamedActor> ActorNames::find(std::string_view name, std::optional<Date> day) const {
    const Meaning& meant = meaning(trimmed(name));
    for (const Leader* leader : meant.leaders) {
        const bool is_in_office = day ? is_within(leader->term, *day) : leader == meant.leaders.back();
        if (is_in_office)
            return NamedActor{&leader->party->code, meant.name};
    }
    if (meant.party == nullptr)
        return std::nullopt;
    NamedActor actor{meant.party};
    if (meant.is_role)
        actor.sector = std::string_view(meant.name).substr(0, meant.name.rfind(" ("));
    else if (!meant.is_own_name)
        actor.actor = meant.name;
    if (!meant.sector.empty())
        actor.sector = meant.sector;
    return actor;
}

} // namespace entente
