// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/mention_finder.hpp"

#include "ingest/actors/detail/back_reference.hpp"
#include "ingest/actors/detail/sentence_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace entente::actors {

namespace {

using detail::At;
using detail::Dep;
using detail::nowhere;
using detail::SentenceNames;
using detail::Tree;
using ud::Upos;

constexpr int deepest = 8;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return out;
}

/// Resolves what stands for a party by itself or by its modifiers: names, persons, titles, roles.
class NounResolver {
public:
    NounResolver(const Gazetteer& gazetteer, const Tree& tree, Discourse& discourse, SentenceParties& parties)
        : tree_(tree), discourse_(discourse), parties_(parties), names_(gazetteer, tree, discourse) {}

    void resolve() {
        // Names first: titles and roles look at the names around them, wherever they stand.
        for (At at = 0; at < tree_.size(); ++at)
            if (const Name* name = names_.headed_by(at); name != nullptr && !is_person(at))
                set_name(at, *name);
        for (At at = 0; at < tree_.size(); ++at)
            if (is_person(at))
                set_person(at);
        for (At at = 0; at < tree_.size(); ++at)
            if (!parties_.has(at))
                set_role(at);
    }

private:
    bool is_person(At at) const;
    bool is_title(At at) const;
    const Role* role_at(At at) const;
    void set_name(At at, const Name& name);
    void set_person(At at);
    void set_role(At at);
    void set_armed_group(At at);
    Referents leaders_of(At at) const;
    Referents party_of_modifiers(At at, int depth) const;
    std::string title_of(At person) const;
    Referents party_of_title(At person) const;
    Referents country_before(At person) const;
    Referents state_of(At person) const;
    bool is_own_official(At person) const;
    bool may_hold(const Leader& leader, At person) const;

    const Tree& tree_;
    Discourse& discourse_;
    SentenceParties& parties_;
    SentenceNames names_;
};

const Role* NounResolver::role_at(At at) const {
    const Name* name = names_.headed_by(at);
    return name != nullptr ? name->role : nullptr;
}

bool NounResolver::is_title(At at) const {
    const Role* role = role_at(at);
    return role != nullptr && role->kind == RoleKind::person;
}

bool NounResolver::is_person(At at) const {
    if (tree_.upos(at) != Upos::propn || names_.is_inside(at))
        return false;
    const Name* name = names_.headed_by(at);
    if (name != nullptr && name->kind == NameKind::leader)
        return true;
    if (name != nullptr && name->kind != NameKind::role)
        return false;
    if (name != nullptr && is_title(at))
        return tree_.has_child(at, Dep::flat);
    for (const At child : tree_.children(at)) {
        if (tree_.dep(child) == Dep::nmod && tree_.subtype(child) == "desc" && is_title(child))
            return true;
        if ((tree_.dep(child) == Dep::compound || tree_.dep(child) == Dep::amod) && child < at &&
            is_title(child))
            return true;
    }
    return discourse_.person_named(tree_.word(at).form) != nullptr;
}

void NounResolver::set_name(At at, const Name& name) {
    if (name.party == nullptr)
        return;
    if (name.kind == NameKind::city) {
        parties_.set_site(at, {name.party->code, {}, Rule::name});
        return;
    }
    static constexpr auto rule_of = [](NameKind kind) {
        switch (kind) {
        case NameKind::noun:
        case NameKind::adjective:
            return Rule::demonym;
        case NameKind::metonym:
            return Rule::metonym;
        case NameKind::body:
            return Rule::body;
        case NameKind::leader:
            return Rule::leader;
        default:
            return Rule::name;
        }
    };
    std::string actor = name.kind == NameKind::body ? std::string(name.text) : std::string{};
    parties_.set(at, {{name.party->code, std::move(actor), rule_of(name.kind)}});
}

/// "of Belgium", "Belgian", "Belgium's", "for the Ministry of ...": the party that the modifiers of a role
/// name.
Referents NounResolver::party_of_modifiers(At at, int depth) const {
    if (depth > deepest)
        return {};
    static constexpr std::array<std::string_view, 4> belongs{"of", "for", "from", "to"};
    Referents found;
    const auto take = [&](At child) {
        for (const At one : ud::conjuncts(tree_, child)) {
            if (parties_.has(one))
                for (const Referent& party : parties_.at(one))
                    found.push_back(party);
            else if (const Referents deeper = party_of_modifiers(one, depth + 1); !deeper.empty())
                found.insert(found.end(), deeper.begin(), deeper.end());
        }
    };
    for (const At child : tree_.children(at)) {
        const Dep dep = tree_.dep(child);
        const bool named =
            (dep == Dep::amod || dep == Dep::compound || dep == Dep::flat) && parties_.has(child);
        const bool owns =
            dep == Dep::nmod && (tree_.subtype(child) == "poss" || !detail::is_preposed(tree_, child));
        if (named || owns)
            take(child);
    }
    for (const std::string_view preposition : belongs)
        for (const At child : tree_.children(at))
            if (found.empty() && tree_.dep(child) == Dep::nmod &&
                detail::case_lemma(tree_, child) == preposition)
                take(child);
    if (found.empty() && tree_.dep(at) == Dep::conj &&
        tree_.head(at) != nowhere) { // "Belgium's king and government"
        const At first = tree_.head(at);
        for (const At child : tree_.children(first))
            if ((tree_.dep(child) == Dep::amod || tree_.subtype(child) == "poss") && parties_.has(child))
                take(child);
    }
    // "the government and people of Belgium"
    const Role* role = role_at(at);
    if (found.empty() && role != nullptr && role->kind != RoleKind::person)
        for (const At child : tree_.children(at))
            if (found.empty() && tree_.dep(child) == Dep::conj && child > at)
                for (const At owner : tree_.children(child))
                    if (tree_.dep(owner) == Dep::nmod && detail::case_lemma(tree_, owner) == "of")
                        take(owner);
    return found;
}

std::string NounResolver::title_of(At person) const {
    std::string title;
    for (const At child : tree_.children(person)) {
        const bool before =
            child < person && (tree_.dep(child) == Dep::nmod || tree_.dep(child) == Dep::compound);
        const bool beside = tree_.dep(child) == Dep::appos;
        if ((before || beside) && is_title(child))
            title = std::string(role_at(child)->term);
    }
    if (title.empty() && is_title(person))
        title = std::string(role_at(person)->term);
    if (title.empty() && tree_.dep(person) == Dep::appos && is_title(tree_.head(person)))
        title = std::string(role_at(tree_.head(person))->term);
    return lower(title);
}

/// The party that a person's title, apposition or own modifiers name.
Referents NounResolver::party_of_title(At person) const {
    Referents found = party_of_modifiers(person, 0);
    for (const At child : tree_.children(person)) {
        const Dep dep = tree_.dep(child);
        if (found.empty() &&
            (dep == Dep::nmod || dep == Dep::compound || dep == Dep::appos || dep == Dep::flat) &&
            role_at(child) != nullptr)
            found = party_of_modifiers(child, 1);
    }
    if (found.empty() && tree_.dep(person) == Dep::appos && role_at(tree_.head(person)) != nullptr)
        found = party_of_modifiers(tree_.head(person), 1);
    return found;
}

/// Whether the person bears a title of government that names no state: a government's own, in its own words.
bool NounResolver::is_own_official(At person) const {
    static constexpr std::array<std::string_view, 4> own{"foreign_ministry", "ministry", "defence_ministry",
                                                         "deputy"};
    if (discourse_.narrator().front().code.kind() != ActorKind::country ||
        tree_.child(person, Dep::nmod, "poss") != nowhere)
        return false;
    for (const At child : tree_.children(person))
        if (child < person && is_title(child) && tree_.child(child, Dep::nmod, "poss") == nowhere &&
            std::find(own.begin(), own.end(), role_at(child)->sector) != own.end())
            return true;
    return false;
}

/// The state behind "of" that follows a person's name; empty where there is none.
Referents NounResolver::state_of(At person) const {
    for (const At child : tree_.children(person))
        if (child > person && tree_.dep(child) == Dep::nmod && detail::case_lemma(tree_, child) == "of" &&
            parties_.has(child) && parties_.at(child).front().code.kind() == ActorKind::country)
            return {parties_.at(child).begin(), parties_.at(child).end()};
    return {};
}

/// The country that the sentence named last before a title of state: "Rwandan rebels demanded the removal of
/// President Habyarimana".
Referents NounResolver::country_before(At person) const {
    for (const At child : tree_.children(person))
        if (is_title(child) &&
            (role_at(child)->sector == "head_of_state" || role_at(child)->sector == "head_of_government"))
            for (At at = person; at-- > 0;)
                if (parties_.has(at) && parties_.at(at).front().code.kind() == ActorKind::country)
                    return {parties_.at(at).begin(), parties_.at(at).end()};
    return {};
}

/// Whether the title in the text allows the office: no "Vice President Harris" and no "Governor Abbott" heads
/// a government.
bool NounResolver::may_hold(const Leader& leader, At person) const {
    for (const At child : tree_.children(person)) {
        const bool vice = tree_.lemma(child) == "Vice" || tree_.lemma(child) == "vice" ||
                          tree_.lemma(child) == "Deputy" || tree_.lemma(child) == "deputy";
        static constexpr std::array<std::string_view, 7> lower{
            "deputy", "local_government", "parliament", "judiciary", "academia", "business", "media"};
        const bool deputy =
            is_title(child) && std::find(lower.begin(), lower.end(), role_at(child)->sector) != lower.end();
        if ((vice || deputy) && child < person && leader.office != Office::other)
            return false;
    }
    return true;
}

void NounResolver::set_person(At at) {
    Person person;
    person.name = detail::person_name(tree_, at);
    person.title = title_of(at);
    Rule rule = Rule::modifier;
    const Name* name = names_.headed_by(at);
    const Leader* leader = name != nullptr ? name->leader : nullptr;
    if (leader != nullptr && !may_hold(*leader, at))
        leader = nullptr;
    if (const Referents told = party_of_title(at); !told.empty()) {
        // who chairs an organization acts for his state: "ASEAN Chair Hun Sen of Cambodia"
        // and "Security Council Secretary Grigoryan of Armenia" not for another state's council
        const Referents own = state_of(at);
        const auto state = std::find_if(told.begin(), told.end(), [&](const Referent& one) {
            return one.code.kind() == ActorKind::country && (own.empty() || one.code == own.front().code);
        });
        const bool known_state = state == told.end() && leader != nullptr && leader->party != nullptr &&
                                 leader->party->kind == ActorKind::country;
        person.party = known_state ? leader->party->code : (state == told.end() ? told.begin() : state)->code;
    } else if (const Person* known = discourse_.person_named(tree_.word(at).form)) {
        person.party = known->party;
        person.name = known->name;
        rule = Rule::person;
    } else if (leader != nullptr && leader->party != nullptr) {
        person.party = leader->party->code;
        rule = Rule::leader;
    } else if (const Referents near = country_before(at); !person.title.empty() && near.size() == 1) {
        person.party = near.front().code;
        rule = Rule::office;
    } else if (discourse_.narrator().size() == 1 && is_own_official(at)) {
        person.party = discourse_.narrator().front().code;
        rule = Rule::publisher;
    } else {
        return;
    }
    if (leader != nullptr && leader->party != nullptr && leader->party->code == person.party) {
        person.name = std::string(leader->name);
        person.gender = leader->gender;
    }
    if (!person.title.empty() || rule != Rule::person)
        discourse_.introduce(person);
    if (const Person* known = discourse_.person_named(tree_.word(at).form); known != nullptr)
        person.name = known->name;
    parties_.set(at, {{person.party, person.name, rule}});
    for (const At child : tree_.children(at)) // the title is the same person
        if ((tree_.dep(child) == Dep::appos || tree_.subtype(child) == "desc") && is_title(child))
            parties_.set(child, {{person.party, person.name, rule}});
    if (tree_.dep(at) == Dep::appos && is_title(tree_.head(at)) && !parties_.has(tree_.head(at)))
        parties_.set(tree_.head(at), {{person.party, person.name, rule}});
}

void NounResolver::set_role(At at) {
    if (const Referents leaders = leaders_of(at); !leaders.empty()) {
        parties_.set(at, leaders);
        return;
    }
    const Role* role = role_at(at);
    if (role != nullptr && role->sector == "armed_group")
        set_armed_group(at);
    if (role == nullptr || !role->acts_for)
        return;
    Referents found = party_of_modifiers(at, 0);
    if (found.empty())
        return;
    for (Referent& party : found)
        party.rule = Rule::modifier;
    if (role->kind == RoleKind::person && found.size() == 1)
        discourse_.introduce_title(lower(role->term), found.front().code);
    parties_.set(at, std::move(found));
}

/// Who leads a force: "the Saudi-led coalition".
Referents NounResolver::leaders_of(At at) const {
    if (tree_.upos(at) != Upos::noun)
        return {};
    for (const At led : tree_.children(at))
        if (led < at && tree_.dep(led) == Dep::amod && tree_.word(led).form == "led")
            for (const At leader : tree_.children(led))
                if (parties_.has(leader) && leader + 2 >= led)
                    return {{parties_.at(leader).front().code, {}, Rule::modifier}};
    return {};
}

/// "Taliban militants" are the Taliban, "Rwandan rebels" a group that no list has.
void NounResolver::set_armed_group(At at) {
    Referents found;
    for (const Referent& party : party_of_modifiers(at, 0))
        if (party.code.kind() == ActorKind::group)
            found.push_back({party.code, {}, Rule::modifier});
    for (const At child : tree_.children(at)) // "the terrorist group Hamas"
        if (found.empty() && child > at && !detail::is_preposed(tree_, child) && parties_.has(child) &&
            parties_.at(child).front().code.kind() == ActorKind::group)
            found.push_back({parties_.at(child).front().code, {}, Rule::modifier});
    if (found.empty()) {
        std::string name;
        for (const At child : tree_.children(at))
            if (child < at && (tree_.dep(child) == Dep::amod || tree_.dep(child) == Dep::compound))
                name += tree_.word(child).form + ' ';
        found.push_back({*parse_party_code("NSA:OTHER"), name + tree_.word(at).form, Rule::body});
    }
    parties_.set(at, std::move(found));
}

} // namespace

SentenceParties find_mentions(const Gazetteer& gazetteer, const ud::Tree& tree, const IsSpeech& is_speech,
                              Discourse& discourse) {
    SentenceParties parties(tree.size());
    NounResolver(gazetteer, tree, discourse, parties).resolve();
    detail::resolve_back_references(gazetteer, tree, is_speech, discourse, parties);
    return parties;
}

} // namespace entente::actors
