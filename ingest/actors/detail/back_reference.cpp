// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/back_reference.hpp"

#include "ingest/actors/detail/sentence_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::actors::detail {

namespace {

using ud::Upos;

template<std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool has_code(std::span<const Referent> referents, const PartyCode& code) {
    return std::any_of(referents.begin(), referents.end(), [&](const auto& one) { return one.code == code; });
}

void add_new(Referents& referents, std::span<const Referent> more) {
    for (const Referent& one : more)
        if (!has_code(referents, one.code))
            referents.push_back(one);
}

Referents as(Referents referents, Rule rule) {
    for (Referent& one : referents)
        one.rule = rule;
    return referents;
}

constexpr std::array<std::string_view, 7> first_person{"I", "we", "my", "our", "us", "me", "ours"};
constexpr std::array<std::string_view, 5> third_person{"he", "she", "his", "her", "him"};
constexpr std::array<std::string_view, 4> third_plural{"they", "their", "them", "theirs"};
constexpr std::array<std::string_view, 2> third_neuter{"it", "its"};

class BackReferences {
public:
    BackReferences(const Gazetteer& gazetteer, const Tree& tree, const IsSpeech& is_speech,
                   Discourse& discourse, SentenceParties& parties)
        : gazetteer_(gazetteer), tree_(tree), is_speech_(is_speech), discourse_(discourse),
          parties_(parties) {}

    void resolve() {
        Referents named;
        for (At at = 0; at < tree_.size(); ++at)
            add_new(named, parties_.at(at));
        discourse_.meet(named);
        for (At at = 0; at < tree_.size(); ++at)
            if (!parties_.has(at))
                if (Referents found = resolve_word(at); !found.empty())
                    parties_.set(at, std::move(found));
        remember();
    }

private:
    Referents resolve_word(At at) const;
    Referents pronoun(At at) const;
    Referents speaker_at(At at) const;
    Referents noun(At at) const;
    Referents pair(At at) const;
    Referents counterpart(At at) const;
    bool is_community(At at) const;
    Referents office(At at) const;
    Referents one_praised(At at) const;
    Referents one_of_two(At at, bool second) const;
    Referents last_before(At at, bool person, bool plural) const;
    Referents subject_parties(At at) const;
    void remember();

    const Gazetteer& gazetteer_;
    const Tree& tree_;
    const IsSpeech& is_speech_;
    Discourse& discourse_;
    SentenceParties& parties_;
};

/// The form in lower case, but "I" as it is.
std::string folded_pronoun(const Tree& tree, At at) {
    std::string form = tree.word(at).form;
    if (form != "I")
        std::transform(form.begin(), form.end(), form.begin(), [](unsigned char c) {
            return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        });
    return form;
}

bool is_first_person(const Tree& tree, At at) {
    return tree.upos(at) == Upos::pron && is_one_of(folded_pronoun(tree, at), first_person);
}

Referents BackReferences::resolve_word(At at) const {
    if (tree_.lemma(at) == "latter" || tree_.lemma(at) == "former")
        return one_of_two(at, tree_.lemma(at) == "latter");
    switch (tree_.upos(at)) {
    case Upos::pron:
    case Upos::det:
        return pronoun(at);
    case Upos::num: {
        const bool pair_alone =
            tree_.lemma(at) == "two" && (tree_.dep(at) == Dep::nsubj || tree_.dep(at) == Dep::obj);
        return pair_alone ? as(discourse_.sides(), Rule::pair) : Referents{};
    }
    case Upos::noun:
    case Upos::propn:
        return noun(at);
    default:
        return {};
    }
}

/// Who speaks at a word: the subject of the nearest verb of speech above it, whoever spoke before, or the
/// narrator.
Referents BackReferences::speaker_at(At at) const {
    At below = at;
    for (At above = tree_.head(at); above != nowhere; below = above, above = tree_.head(above)) {
        const Dep dep = tree_.dep(below);
        if (is_speech_(tree_, above) && dep != Dep::nsubj && dep != Dep::obl) {
            const At subject = tree_.child(above, Dep::nsubj);
            if (subject != nowhere && !tree_.is_below(at, subject) && parties_.has(subject))
                return {parties_.at(subject).begin(), parties_.at(subject).end()};
        }
        const At aside = tree_.child(above, Dep::parataxis); // "..., Xi said"
        if (aside != nowhere && aside != below && is_speech_(tree_, aside)) {
            const At subject = tree_.child(aside, Dep::nsubj);
            if (subject != nowhere && parties_.has(subject))
                return {parties_.at(subject).begin(), parties_.at(subject).end()};
        }
    }
    return discourse_.speaker.empty() ? discourse_.narrator() : discourse_.speaker;
}

/// "the latter", "the former": of the last two that were named together.
Referents BackReferences::one_of_two(At at, bool second) const {
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

/// Whose "his" is in "welcomed President Lasso's leadership and his condemnation of the war": the person in
/// the object, where the verb is not one of speech.
Referents BackReferences::one_praised(At at) const {
    if (tree_.subtype(at) != "poss")
        return {};
    At verb = tree_.head(at);
    while (verb != nowhere && tree_.upos(verb) != Upos::verb)
        verb = tree_.head(verb);
    const At object = verb == nowhere ? nowhere : tree_.child(verb, Dep::obj);
    if (object == nowhere || object > at)
        return {};
    for (At before = at; before-- > tree_.range(object).begin;) {
        const bool person = parties_.has(before) && tree_.upos(before) == Upos::propn &&
                            !parties_.at(before).front().actor.empty() &&
                            parties_.at(before).front().rule != Rule::body;
        const bool praised = tree_.subtype(before) == "poss" || !is_speech_(tree_, verb);
        if (person && praised && tree_.is_below(before, object) && !tree_.is_below(at, before))
            return {parties_.at(before).begin(), parties_.at(before).end()};
    }
    return {};
}

/// The nearest fitting mention in front of a word, a subject before anything else.
Referents BackReferences::last_before(At at, bool person, bool plural) const {
    Referents other;
    for (At before = at; before-- > 0;) {
        if (!parties_.has(before) || tree_.upos(before) == Upos::adj || tree_.is_below(at, before) ||
            is_first_person(tree_, before))
            continue;
        auto here = subject_parties(before);
        const bool is_person = !here.front().actor.empty() && here.front().rule != Rule::body;
        if (is_person != person && !plural)
            continue;
        const bool many = here.size() > 1 || (plural && tree_.upos(before) == Upos::noun &&
                                              tree_.has_feature(before, "Number", "Plur"));
        if (plural != many)
            continue;
        if (tree_.dep(before) == Dep::nsubj)
            return here;
        if (other.empty() && tree_.dep(before) != Dep::conj)
            other = std::move(here);
    }
    return other;
}

/// The parties of a word together with those coordinated with it.
Referents BackReferences::subject_parties(At at) const {
    Referents all;
    for (const At one : ud::conjuncts(tree_, at))
        add_new(all, parties_.at(one));
    return all;
}

Referents BackReferences::pronoun(At at) const {
    const std::string form = folded_pronoun(tree_, at);
    if (is_one_of(form, first_person)) {
        const Referents speaker = speaker_at(at);
        const bool both = discourse_.is_joint() && form != "I" && form != "my" && form != "me" &&
                          discourse_.speaker.empty() && !discourse_.sides().empty();
        return as(both ? discourse_.sides() : speaker, Rule::speaker);
    }
    if (is_one_of(form, third_person)) {
        Referents found = one_praised(at);
        if (found.empty())
            found = last_before(at, true, false);
        return as(found.empty() ? discourse_.last_person : found, Rule::pronoun);
    }
    if (is_one_of(form, third_plural)) {
        Referents found = last_before(at, false, true);
        if (found.empty())
            found = discourse_.last_group.empty() ? discourse_.sides() : discourse_.last_group;
        return as(found, Rule::pronoun);
    }
    if (is_one_of(form, third_neuter) && tree_.dep(at) != Dep::expl) {
        Referents found = last_before(at, false, false);
        return as(found.empty() ? discourse_.last_body : found, Rule::pronoun);
    }
    if (form == "both" && tree_.dep(at) != Dep::det && tree_.dep(at) != Dep::cc)
        return as(discourse_.sides(), Rule::pair);
    return {};
}

/// "the two sides", "both countries", "our two peoples", "the leaders".
Referents BackReferences::pair(At at) const {
    static constexpr std::array<std::string_view, 20> members{
        "side",      "leader",     "country",  "president",    "minister",   "party",  "nation",
        "people",    "government", "official", "delegation",   "head",       "state",  "counterpart",
        "secretary", "capital",    "ministry", "interlocutor", "chancellor", "premier"};
    static constexpr std::array<std::string_view, 5> sides_alone{"side", "leader", "party", "president",
                                                                 "minister"};
    if (!is_one_of(tree_.lemma(at), members) || discourse_.sides().empty() ||
        !(tree_.has_feature(at, "Number", "Plur") || tree_.lemma(at) == "people"))
        return {};
    bool two = false;
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
            two = two || tree_.lemma(at) == "country" || tree_.lemma(at) == "people" ||
                  tree_.lemma(at) == "nation";
    }
    if (!two && !(definite && !modified && is_one_of(tree_.lemma(at), sides_alone)))
        return {};
    Referents sides = discourse_.sides();
    if (two && sides.size() > 2) // the two with whom the narrator has talked
        std::erase_if(sides,
                      [&](const Referent& side) { return has_code(discourse_.narrator(), side.code); });
    return as(std::move(sides), Rule::pair);
}

/// "his Japanese counterpart" is resolved by its adjective; "his counterpart" is the other side.
Referents BackReferences::counterpart(At at) const {
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

bool BackReferences::is_community(At at) const {
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
Referents BackReferences::office(At at) const {
    static constexpr std::array<std::string_view, 14> own{
        "government", "cabinet",        "ministry",   "department",   "president", "minister", "secretary",
        "parliament", "administration", "delegation", "spokesperson", "spokesman", "premier",  "chancellor"};
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

Referents BackReferences::noun(At at) const {
    if (Referents found = pair(at); !found.empty())
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

void BackReferences::remember() {
    Referents person;
    Referents group;
    Referents body;
    // Later words overwrite earlier ones, and subjects all others.
    for (const bool subjects : {false, true})
        for (At at = 0; at < tree_.size(); ++at) {
            if (!parties_.has(at) || (subjects && tree_.dep(at) != Dep::nsubj))
                continue;
            if (tree_.dep(at) == Dep::conj || tree_.upos(at) == Upos::adj)
                continue;
            const Referents here = subject_parties(at);
            const bool is_person = !here.front().actor.empty() && here.front().rule != Rule::body;
            if (!is_person && is_first_person(tree_, at))
                continue; // nobody calls himself "it"
            (here.size() > 1 ? group : is_person ? person : body) = here;
        }
    if (!person.empty())
        discourse_.last_person = person;
    if (!group.empty())
        discourse_.last_group = group;
    if (!body.empty())
        discourse_.last_body = body;
}

} // namespace

void resolve_back_references(const Gazetteer& gazetteer, const ud::Tree& tree, const IsSpeech& is_speech,
                             Discourse& discourse, SentenceParties& parties) {
    BackReferences(gazetteer, tree, is_speech, discourse, parties).resolve();
}

} // namespace entente::actors::detail
