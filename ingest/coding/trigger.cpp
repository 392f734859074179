// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/trigger.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

using ud::Upos;

std::optional<FramePos> frame_pos(const Tree& tree, At at) {
    switch (tree.upos(at)) {
    case Upos::verb:
        return FramePos::verb;
    case Upos::noun:
    case Upos::propn:
        return FramePos::noun;
    case Upos::adj:
        return FramePos::adjective;
    default:
        return std::nullopt;
    }
}

bool is_part(Dep dep) {
    switch (dep) {
    case Dep::obj:
    case Dep::obl:
    case Dep::nmod:
    case Dep::xcomp:
    case Dep::amod:
    case Dep::compound:
    case Dep::advmod:
    case Dep::nsubj:
    case Dep::iobj:
    case Dep::advcl:
    case Dep::conj:
    case Dep::flat:
    case Dep::fixed:
    case Dep::mark:
        return true;
    default:
        return false;
    }
}

/// A trigger's stand-in for an amount of money: "announce <money>" for "announced $20 million".
constexpr std::string_view money = "<money>";

bool is_money(const Tree& tree, At at) {
    static constexpr std::array<std::string_view, 12> units{
        "$", "€", "£", "¥", "dollar", "euro", "pound", "yen", "yuan", "renminbi", "krona", "krone"};
    return std::find(units.begin(), units.end(), tree.lemma(at)) != units.end() ||
           tree.lemma(at).ends_with('$');
}

/// Whether the word has this lemma: capitals apart ("Minister"), and plurals that the reader leaves as they
/// are
/// ("supplies").
bool is_word(const Tree& tree, At at, std::string_view lemma) {
    const std::string& found = tree.lemma(at);
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
    if (found.size() == lemma.size())
        return std::equal(found.begin(), found.end(), lemma.begin(), same);
    if (found.size() < lemma.size() || lemma.size() < 3 || !found.ends_with('s') ||
        tree.upos(at) != Upos::noun)
        return false;
    const std::string_view stem = lemma.ends_with('y') ? lemma.substr(0, lemma.size() - 1) : lemma;
    return std::equal(stem.begin(), stem.end(), found.begin()) &&
           found.substr(stem.size()) == (lemma.ends_with('y') ? "ies" : "s");
}

/// The noun that a participle or relative clause modifies, where it is the clause's object: "the sanctions
/// and controls imposed on Russia", "the support that China has offered".
At object_above(const Tree& tree, At verb, std::string_view lemma) {
    if (tree.dep(verb) != Dep::acl || tree.upos(verb) != Upos::verb)
        return nowhere;
    const At object = logical_object(tree, verb);
    if (object == nowhere || tree.head(verb) != object)
        return nowhere;
    if (is_word(tree, object, lemma))
        return object;
    for (At before = object; tree.dep(before) == Dep::conj;) {
        before = tree.head(before);
        if (is_word(tree, before, lemma))
            return before;
    }
    return nowhere;
}

/// Whether the dependent (or one that is coordinated with it) is the wanted word.
At find_word(const Tree& tree, At above, std::string_view lemma) {
    for (const At child : tree.children(above)) {
        if (!is_part(tree.dep(child)) || (tree.dep(child) == Dep::mark && child < above))
            continue;
        const bool clause = tree.dep(child) == Dep::advcl ||
                            (tree.dep(child) == Dep::xcomp && tree.child_lemma(child, "to") != nowhere &&
                             tree.has_child(above, Dep::obj)); // what the object is for
        if (clause && tree.upos(child) == Upos::verb)
            continue;
        if (preposition(tree, child) == "by" && lemma != "by")
            continue; // "welcomed the visit by the President" welcomes no president
        // The plain subject of a verb is never part of its phrase; that of a passive ("support was
        // expressed") is.
        if (tree.dep(child) == Dep::nsubj && tree.subtype(child) != "pass")
            continue;
        if (is_word(tree, child, lemma) ||
            (lemma == money && tree.dep(child) == Dep::obj && is_money(tree, child)))
            return child;
        if (tree.dep(child) == Dep::obj || tree.dep(child) == Dep::nsubj)
            for (const At other : conjuncts(tree, child))
                if (is_word(tree, other, lemma))
                    return other;
    }
    return object_above(tree, above, lemma);
}

/// The dependent whose case is the wanted preposition.
At find_governed(const Tree& tree, At above, std::string_view lemma) {
    for (const At child : tree.children(above))
        if ((tree.dep(child) == Dep::obl || tree.dep(child) == Dep::nmod || tree.dep(child) == Dep::advcl ||
             tree.dep(child) == Dep::acl || tree.dep(child) == Dep::xcomp) &&
            preposition(tree, child) == lemma)
            return child;
    return nowhere;
}

bool match_part(const Tree& tree, std::string_view lemma, Trigger& trigger) {
    const auto try_above = [&](At above) {
        if (const At word = find_word(tree, above, lemma); word != nowhere) {
            trigger.parts.push_back(word);
            return true;
        }
        if (const At governed = find_governed(tree, above, lemma); governed != nowhere) {
            trigger.bound = governed;
            trigger.parts.push_back(nowhere);
            return true;
        }
        return false;
    };
    if (try_above(trigger.head))
        return true;
    for (auto part = trigger.parts.rbegin(); part != trigger.parts.rend(); ++part)
        if (*part != nowhere && try_above(*part))
            return true;
    return trigger.bound != nowhere && try_above(trigger.bound);
}

} // namespace

std::optional<Trigger> find_trigger(const FrameLexicon& lexicon, const Tree& tree, At head) {
    const auto pos = frame_pos(tree, head);
    if (!pos)
        return std::nullopt;
    const auto try_frames = [&](FramePos kind) -> std::optional<Trigger> {
        for (const Frame* frame : lexicon.find(tree.lemma(head), kind)) {
            Trigger trigger{frame, head, {}, nowhere};
            if (std::all_of(frame->trigger.begin() + 1, frame->trigger.end(),
                            [&](const std::string& lemma) { return match_part(tree, lemma, trigger); })) {
                std::erase(trigger.parts, nowhere);
                return trigger;
            }
        }
        return std::nullopt;
    };
    if (auto found = try_frames(*pos))
        return found;
    // Taggers waver between participle and adjective ("concerned", "committed").
    const bool participle = *pos == FramePos::verb && tree.has_feature(head, "VerbForm", "Part");
    return participle ? try_frames(FramePos::adjective) : std::nullopt;
}

} // namespace entente::coding
