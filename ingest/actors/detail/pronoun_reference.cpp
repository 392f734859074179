// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/reference_resolver.hpp"

#include <algorithm>
#include <array>

namespace entente::actors::detail {

using ud::Upos;

namespace {

constexpr std::array<std::string_view, 7> first_person{"I", "we", "my", "our", "us", "me", "ours"};
constexpr std::array<std::string_view, 5> third_person{"he", "she", "his", "her", "him"};
constexpr std::array<std::string_view, 4> third_plural{"they", "their", "them", "theirs"};
constexpr std::array<std::string_view, 2> third_neuter{"it", "its"};

/// The form in lower case, but "I" as it is.
std::string folded_pronoun(const Tree& tree, At at) {
    std::string form = tree.word(at).form;
    if (form != "I")
        std::transform(form.begin(), form.end(), form.begin(), [](unsigned char c) {
            return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        });
    return form;
}

} // namespace

bool is_first_person(const Tree& tree, At at) {
    return tree.upos(at) == Upos::pron && is_one_of(folded_pronoun(tree, at), first_person);
}

/// Who speaks at a word: the subject of the nearest verb of speech above it, whoever spoke before, or the
/// narrator.
Referents ReferenceResolver::speaker_at(At at) const {
    At below = at;
    for (At above = tree_.head(at); above != nowhere; below = above, above = tree_.head(above)) {
        const Dep dep = tree_.dep(below);
        if (is_speech_(tree_, above) && dep != Dep::nsubj && dep != Dep::obl && dep != Dep::conj) {
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

/// Whose "his" is in "welcomed President Lasso's leadership and his condemnation of the war": the person in
/// the object, where the verb is not one of speech.
Referents ReferenceResolver::one_praised(At at) const {
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

/// Whose "its" is in "the United Nations and its envoy": the one it is told together with.
Referents ReferenceResolver::owner_beside(At at) const {
    const At noun = tree_.head(at);
    if (noun == nowhere || tree_.dep(noun) != Dep::conj)
        return {};
    const At first = tree_.head(noun);
    return first == nowhere || !tree_.has_child(noun, Dep::cc) || first + 6 < at
               ? Referents{}
               : Referents{parties_.at(first).begin(), parties_.at(first).end()};
}

/// Whose "its" is in "Spain's cooperation, including its support": of the phrase that it stands in.
Referents ReferenceResolver::owner_above(At at) const {
    if (tree_.subtype(at) != "poss")
        return {};
    for (At above = tree_.head(at); above != nowhere && tree_.upos(above) != Upos::verb;
         above = tree_.head(above))
        if (const At owner = tree_.child(above, Dep::nmod, "poss");
            owner != nowhere && owner != at && owner < at && parties_.has(owner))
            return {parties_.at(owner).begin(), parties_.at(owner).end()};
    return {};
}

/// Whether "they" met the narrator's own: "Sullivan spoke with Grigoryan and Hajiyev. They discussed ...".
bool ReferenceResolver::met_narrator(const Referents& group) const {
    return discourse_.is_talk() && discourse_.narrator().size() == 1 && !discourse_.last_person.empty() &&
           discourse_.last_person.front().code == discourse_.narrator().front().code &&
           !has_code(group, discourse_.narrator().front().code);
}

/// The nearest fitting mention in front of a word, a subject before anything else.
Referents ReferenceResolver::last_before(At at, bool person, bool plural) const {
    Referents other;
    // "thanked France and Germany for their solidarity", whatever the phrase hangs on
    const bool in_reason = plural && tree_.head(at) != nowhere && case_lemma(tree_, tree_.head(at)) == "for";
    for (At before = at; before-- > 0;) {
        if (plural && is_others(before))
            break;
        if (!parties_.has(before) || tree_.upos(before) == Upos::adj ||
            (tree_.is_below(at, before) && !in_reason) || is_first_person(tree_, before))
            continue;
        auto here = subject_parties(before);
        if (is_person(before, here.front()) != person && !plural)
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

Referents ReferenceResolver::pronoun(At at) const {
    const std::string form = folded_pronoun(tree_, at);
    if (is_one_of(form, first_person)) {
        Referents speaker = speaker_at(at);
        // "China and Russia issued a statement. We urge ...": the text is still one state's
        if (speaker.size() > 1 && !discourse_.is_joint() && discourse_.narrator().size() == 1 &&
            has_code(speaker, discourse_.narrator().front().code))
            speaker = discourse_.narrator();
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
    if (tree_.subtype(at) == "poss")
        if (const Referents owner = owner_beside(at); !owner.empty())
            return as(owner, Rule::pronoun);
    if (is_one_of(form, third_plural)) {
        Referents found = last_before(at, false, true);
        if (found.empty() && !discourse_.others)
            found = discourse_.last_group.empty() ? discourse_.sides() : discourse_.last_group;
        if (found.size() > 1 && form == "they" && met_narrator(found))
            add_new(found, discourse_.narrator());
        return as(found, Rule::pronoun);
    }
    if (is_one_of(form, third_neuter) && tree_.dep(at) != Dep::expl) {
        Referents found = owner_above(at);
        if (found.empty())
            found = last_before(at, false, false);
        return as(found.empty() ? discourse_.last_body : found, Rule::pronoun);
    }
    if (form == "both" && tree_.dep(at) != Dep::det && tree_.dep(at) != Dep::cc)
        return as(discourse_.sides(), Rule::pair);
    return {};
}

} // namespace entente::actors::detail
