// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/reference_resolver.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::actors::detail {

using ud::Upos;

/// "the latter", "the former": of the last two that were named together.
Referents ReferenceResolver::one_of_two(At at, bool second) const {
    if (tree_.dep(at) == Dep::amod || tree_.child_lemma(at, "the") == nowhere)
        return {};
    Referents two;
    for (At before = at; before-- > 0 && two.size() != 2;)
        if (parties_.has(before) && tree_.dep(before) != Dep::conj)
            two = subject_parties(before);
    if (two.size() != 2)
        two = discourse_.last_group;
    return two.size() == 2 ? as({two[second ? 1 : 0]}, Rule::pronoun) : Referents{};
}

/// The two that the sentence has named together as others than its subject: "extends this to Poland and
/// Hungary and works with both countries".
Referents ReferenceResolver::two_before(At at) const {
    for (At before = at; before-- > 0;) {
        if (!parties_.has(before) || tree_.dep(before) == Dep::conj || tree_.upos(before) == Upos::adj ||
            tree_.dep(before) == Dep::nsubj)
            continue;
        Referents two = subject_parties(before);
        const bool states = std::all_of(two.begin(), two.end(), [&](const Referent& one) {
            return one.code.kind() == ActorKind::country && !has_code(discourse_.narrator(), one.code);
        });
        if (two.size() == 2 && states)
            return two;
    }
    return {};
}

/// "the two sides", "both countries", "our two peoples", "the leaders".
Referents ReferenceResolver::pair(At at) const {
    static constexpr std::array<std::string_view, 20> members{
        "side",      "leader",     "country",  "president",    "minister",   "party",  "nation",
        "people",    "government", "official", "delegation",   "head",       "state",  "counterpart",
        "secretary", "capital",    "ministry", "interlocutor", "chancellor", "premier"};
    static constexpr std::array<std::string_view, 6> sides_alone{"side",      "leader",   "party",
                                                                 "president", "minister", "interlocutor"};
    static constexpr std::array<std::string_view, 6> of_a_state{"minister", "president",  "country",
                                                                "nation",   "government", "premier"};
    std::string member = tree_.lemma(at);
    std::transform(member.begin(), member.end(), member.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    if (!is_one_of(member, members) ||
        !(tree_.has_feature(at, "Number", "Plur") || tree_.lemma(at) == "people"))
        return {};
    bool two = false;
    bool shared = false; // "our two peoples", "our countries"
    bool definite = false;
    bool modified = false;
    for (const At child : tree_.children(at)) {
        const std::string_view lemma = tree_.lemma(child);
        two = two || lemma == "two" || lemma == "both";
        definite = definite || lemma == "the";
        modified = modified || tree_.dep(child) == Dep::nmod || tree_.dep(child) == Dep::acl ||
                   (tree_.dep(child) == Dep::amod && lemma != "respective");
        if (tree_.subtype(child) == "poss" &&
            (lemma == "our" || lemma == "their" || lemma == "we" || lemma == "they"))
            shared = shared || tree_.lemma(at) == "country" || tree_.lemma(at) == "people" ||
                     tree_.lemma(at) == "nation";
    }
    const bool counted = two && !shared;
    two = two || shared;
    if (!two && !(definite && !modified && is_one_of(member, sides_alone)))
        return {};
    if (two)
        if (Referents named = two_before(at); !named.empty())
            return as(std::move(named), Rule::pair);
    if (two && discourse_.sides().empty())
        return as(discourse_.last_two, Rule::pair);
    // "met in the margins of the SCO. India and Russia ... The two ministers": nobody is minister of an
    // organization
    const bool of_states =
        std::all_of(discourse_.sides().begin(), discourse_.sides().end(),
                    [](const Referent& side) { return side.code.kind() == ActorKind::country; });
    if (counted && !of_states && discourse_.last_two.size() == 2 && is_one_of(member, of_a_state))
        return as(discourse_.last_two, Rule::pair);
    Referents sides = discourse_.sides();
    if (two && sides.size() > 2) // the two with whom the narrator has talked
        std::erase_if(sides,
                      [&](const Referent& side) { return has_code(discourse_.narrator(), side.code); });
    return as(std::move(sides), Rule::pair);
}

/// "his Japanese counterpart" is resolved by its adjective; "his counterpart" is the other side.
Referents ReferenceResolver::counterpart(At at) const {
    if (tree_.lemma(at) != "counterpart" || discourse_.sides().size() != 2)
        return {};
    const At owner = tree_.child(at, Dep::nmod, "poss");
    if (owner == nowhere)
        return {};
    Referents known(parties_.at(owner).begin(), parties_.at(owner).end());
    if (known.empty())
        known = pronoun(owner);
    if (known.size() != 1 || !has_code(discourse_.sides(), known.front().code))
        return {};
    Referents other;
    for (const Referent& side : discourse_.sides())
        if (side.code != known.front().code)
            other.push_back({side.code, {}, Rule::pair});
    return other;
}

bool ReferenceResolver::is_community(At at) const {
    static constexpr std::array<std::string_view, 9> many{"other",   "all",        "many", "several", "every",
                                                          "various", "developing", "more", "most"};
    const std::string_view lemma = tree_.lemma(at);
    if (lemma == "community")
        return tree_.child_lemma(at, "international") != nowhere ||
               tree_.child_lemma(at, "global") != nowhere || tree_.child_lemma(at, "world") != nowhere;
    if (lemma == "humanity" || lemma == "mankind" || lemma == "humankind")
        return true;
    if (lemma == "world")
        return tree_.has_child(at, Dep::det) && !tree_.has_child(at, Dep::amod) &&
               !tree_.has_child(at, Dep::nmod) &&
               (case_lemma(tree_, at) == "to" || case_lemma(tree_, at) == "with" ||
                case_lemma(tree_, at).empty());
    if (lemma != "country" && lemma != "nation" && lemma != "state")
        return false;
    if (!tree_.has_feature(at, "Number", "Plur"))
        return false;
    for (const At child : tree_.children(at)) {
        if (is_one_of(tree_.lemma(child), many))
            return true;
        if (tree_.dep(child) == Dep::nummod && tree_.lemma(child) != "two" && tree_.lemma(child) != "three")
            return true;
    }
    return false;
}

/// A title or body alone: whoever bears it in the statement, else the publisher's own.
Referents ReferenceResolver::office(At at) const {
    static constexpr std::array<std::string_view, 15> own{
        "official",   "government",   "cabinet",   "ministry",   "department",
        "president",  "minister",     "secretary", "parliament", "administration",
        "delegation", "spokesperson", "spokesman", "premier",    "chancellor"};
    const std::string_view lemma = tree_.lemma(at);
    for (const At child : tree_.children(at)) {
        const Dep dep = tree_.dep(child);
        const bool names_another = (dep == Dep::nmod && tree_.subtype(child) != "desc") || dep == Dep::acl;
        if (names_another || tree_.lemma(child) == "a" || tree_.lemma(child) == "any")
            return {};
    }
    std::string title = std::string(lemma);
    for (const At child : tree_.children(at))
        if (tree_.dep(child) == Dep::amod || tree_.dep(child) == Dep::compound)
            title.insert(0, tree_.lemma(child) + ' ');
    std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    if (const Person* person = discourse_.person_titled(title))
        return {{person->party, person->name, Rule::office}};
    if (const auto party = discourse_.party_titled(title); party && tree_.child_lemma(at, "the") != nowhere)
        return {{*party, {}, Rule::office}};
    if (title == "secretary - general" || title == "secretary general") {
        const Referents& body = discourse_.narrator().empty() ? discourse_.last_body : discourse_.narrator();
        const bool one = body.size() == 1 && body.front().code.kind() == ActorKind::organization;
        return one ? as(body, Rule::office) : Referents{};
    }
    std::string folded(lemma);
    if (!folded.empty() && folded.front() >= 'A' && folded.front() <= 'Z')
        folded.front() = static_cast<char>(folded.front() - 'A' + 'a');
    const char first = tree_.word(at).form.empty() ? '\0' : tree_.word(at).form.front();
    const bool capital = first >= 'A' && first <= 'Z'; // "Cabinet has decided"
    const bool definite = tree_.child_lemma(at, "the") != nowhere || tree_.upos(at) == Upos::propn || capital;
    if (definite && folded == "government" && tree_.dep(at) != Dep::nsubj && discourse_.is_talk() &&
        discourse_.sides().size() == 2 && !discourse_.narrator().empty() &&
        has_code(discourse_.sides(), discourse_.narrator().front().code)) {
        // of a talk one tells what "the government" over there has done; one's own is an administration
        Referents other = as(discourse_.sides(), Rule::pair);
        std::erase_if(other,
                      [&](const Referent& side) { return has_code(discourse_.narrator(), side.code); });
        return other;
    }
    if (definite && is_one_of(folded, own) && !tree_.has_feature(at, "Number", "Plur"))
        return as(discourse_.narrator(), Rule::publisher);
    return {};
}

/// "the guest", "the visiting dignitary": of two who talk, the one who is not the narrator.
Referents ReferenceResolver::guest(At at) const {
    static constexpr std::array<std::string_view, 3> guests{"guest", "visitor", "dignitary"};
    if (!is_one_of(tree_.lemma(at), guests) || tree_.child_lemma(at, "the") == nowhere ||
        !discourse_.is_talk() || discourse_.sides().size() != 2 || discourse_.narrator().size() != 1)
        return {};
    Referents other = as(discourse_.sides(), Rule::pair);
    std::erase_if(other,
                  [&](const Referent& side) { return side.code == discourse_.narrator().front().code; });
    return other.size() == 1 ? other : Referents{};
}

Referents ReferenceResolver::noun(At at) const {
    if (Referents found = pair(at); !found.empty())
        return found;
    if (Referents found = guest(at); !found.empty())
        return found;
    if (Referents found = counterpart(at); !found.empty())
        return found;
    if (is_community(at))
        return {{*parse_party_code("INT"), {}, Rule::community}};
    // "its government", "our people", "their forces": a role whose owner is a pronoun
    const At owner = tree_.child(at, Dep::nmod, "poss");
    if (owner != nowhere && tree_.upos(owner) == Upos::pron) {
        std::vector<NameMatch> matches;
        const std::string_view token = tree_.word(at).form;
        gazetteer_.find_all({&token, 1}, 0, matches);
        const bool role = std::any_of(matches.begin(), matches.end(), [](const NameMatch& match) {
            return match.name->role != nullptr && match.name->role->acts_for;
        });
        if (role)
            return as(parties_.has(owner) ? Referents{parties_.at(owner).begin(), parties_.at(owner).end()}
                                          : pronoun(owner),
                      Rule::modifier);
    }
    return office(at);
}

} // namespace entente::actors::detail
