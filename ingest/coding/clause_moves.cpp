// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/tree_moves.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

bool governs(const FrameLexicon& lexicon, const std::string& lemma, FramePos pos) {
    const auto& frames = lexicon.find(lemma, pos);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
        return frame->trigger.size() == 1 &&
               (frame->content == Content::intend || frame->content == Content::request ||
                frame->content == Content::refuse);
    });
}

/// The object (or subject of a passive) of a verb that takes an infinitive and stands in front of one.
At infinitive_taker(const Tree& tree, const FrameLexicon& lexicon, At verb, At clause) {
    At taker = nowhere;
    for (const At child : tree.children(verb)) {
        const bool object =
            tree.dep(child) == Dep::obj || (tree.dep(child) == Dep::nsubj && tree.subtype(child) == "pass");
        if (object && child < clause && tree.upos(child) == ud::Upos::noun &&
            governs(lexicon, tree.lemma(child), FramePos::noun))
            taker = child;
    }
    return taker;
}

std::optional<Move> infinitive(const Tree& tree, const FrameLexicon& lexicon, At clause) {
    const Dep dep = tree.dep(clause);
    const At verb = tree.head(clause);
    if ((dep != Dep::advcl && dep != Dep::xcomp) || verb == nowhere || clause < verb ||
        tree.upos(verb) != ud::Upos::verb || !has_to(tree, clause) ||
        governs(lexicon, tree.lemma(verb), FramePos::verb))
        return std::nullopt;
    const At noun = infinitive_taker(tree, lexicon, verb, clause);
    return noun == nowhere ? std::nullopt : std::optional(Move{clause, noun, "acl"});
}

/// "the decision of the government to expel": the infinitive belongs to the nearest noun that takes one.
std::optional<Move> nearer_noun(const Tree& tree, const FrameLexicon& lexicon, At clause) {
    const At above = tree.head(clause);
    if (tree.dep(clause) != Dep::acl || above == nowhere || !tree.subtype(clause).empty() ||
        !has_to(tree, clause) || governs(lexicon, tree.lemma(above), FramePos::noun))
        return std::nullopt;
    for (At noun = clause; noun-- > above + 1;)
        if (tree.upos(noun) == ud::Upos::noun && tree.is_below(noun, above) && !tree.is_below(noun, clause) &&
            governs(lexicon, tree.lemma(noun), FramePos::noun))
            return Move{clause, noun, "acl"};
    return std::nullopt;
}

/// "the supplies China has provided", "initiatives the United States is undertaking": a clause with a subject
/// and without object or conjunction, right behind a noun, modifies it.
std::optional<Move> bare_relative(const Tree& tree, At clause) {
    static constexpr std::array<std::string_view, 10> told{
        "tell", "inform", "assure", "remind", "advise", "notify", "warn", "ask", "convince", "persuade"};
    const Dep dep = tree.dep(clause);
    const At above = tree.head(clause);
    const At begin = tree.range(clause).begin;
    if ((dep != Dep::advcl && dep != Dep::ccomp) || above == nowhere || begin == 0 ||
        tree.upos(clause) != ud::Upos::verb || tree.has_child(clause, Dep::obj) ||
        tree.has_child(clause, Dep::mark) || is_passive(tree, clause))
        return std::nullopt;
    const At subject = tree.child(clause, Dep::nsubj);
    const At noun = begin - 1;
    if (subject == nowhere || tree.range(subject).begin != begin || !is_noun(tree, noun) || noun < above ||
        !tree.is_below(noun, above) || tree.is_below(above, noun) ||
        std::find(told.begin(), told.end(), tree.lemma(above)) != told.end())
        return std::nullopt;
    return Move{clause, noun, "acl:relcl"};
}

/// "appreciation for Cambodia co-sponsoring resolutions": the noun in front of the participle does it.
std::optional<Move> participle(const Tree& tree, At clause) {
    const At above = tree.head(clause);
    const At begin = tree.range(clause).begin;
    // "Peru's generosity in hosting migrants": whose quality it is hosts them
    if (tree.dep(clause) == Dep::advcl && begin > 0 && above != nowhere && begin - 1 > above &&
        tree.word(clause).form.ends_with("ing") && tree.child_lemma(clause, "in") == begin &&
        tree.upos(begin - 1) == ud::Upos::noun && tree.child(begin - 1, Dep::nmod, "poss") != nowhere &&
        tree.is_below(begin - 1, above))
        return Move{clause, begin - 1, "acl"};
    if (tree.dep(clause) != Dep::advcl || begin == 0 || above == nowhere ||
        !tree.word(clause).form.ends_with("ing") || tree.has_child(clause, Dep::mark))
        return std::nullopt;
    const At noun = begin - 1;
    if (!is_noun(tree, noun) || noun < above || !tree.is_below(noun, above) || tree.is_below(noun, clause))
        return std::nullopt;
    // "the crisis of wildfires now destroying the forest"
    const bool deeper = (tree.dep(noun) == Dep::nmod || preposition(tree, noun) == "with") &&
                        tree.upos(noun) == ud::Upos::noun && tree.has_feature(noun, "Number", "Plur");
    if (!deeper && (begin != clause || preposition(tree, noun) != "for"))
        return std::nullopt;
    return Move{clause, noun, "acl"};
}

/// Whether the verb's form is that of an infinitive without "to", which an imperative has too.
bool is_bare(const Tree& tree, At verb) {
    return tree.has_feature(verb, "VerbForm", "Inf") || tree.has_feature(verb, "Mood", "Imp");
}

/// "agreed to maintain contacts and have meetings", "call on him to allow it, release all": a bare infinitive
/// goes on the infinitive before it.
std::optional<Move> later_infinitive(const Tree& tree, const FrameLexicon& lexicon, At word) {
    const At verb = tree.head(word);
    if (verb == nowhere || tree.upos(word) != ud::Upos::verb || !is_bare(tree, word) ||
        tree.has_feature(verb, "VerbForm", "Inf") || tree.has_child(word, Dep::nsubj) ||
        tree.has_child(word, Dep::aux) || has_to(tree, word))
        return std::nullopt;
    At infinitive = nowhere;
    for (const At child : tree.children(verb)) {
        const bool complement =
            tree.dep(child) == Dep::xcomp ||
            (tree.dep(child) == Dep::advcl && governs(lexicon, tree.lemma(verb), FramePos::verb));
        if (child < word && child > verb && complement && has_to(tree, child))
            infinitive = child;
    }
    return infinitive == nowhere ? std::nullopt : std::optional(Move{word, infinitive, "conj"});
}

/// "agreed to hold talks and expressed concern": a past tense goes on the finite verb, not on an infinitive
/// or participle.
std::optional<Move> later_finite(const Tree& tree, At word) {
    At verb = tree.head(word);
    if (verb == nowhere || tree.dep(word) != Dep::conj || tree.upos(word) != ud::Upos::verb ||
        !tree.has_feature(word, "Tense", "Past") ||
        (!tree.has_feature(word, "VerbForm", "Fin") && !tree.has_feature(verb, "VerbForm", "Inf")) ||
        tree.has_child(word, Dep::nsubj) || tree.upos(verb) != ud::Upos::verb ||
        tree.has_feature(verb, "VerbForm", "Fin") || tree.has_child(verb, Dep::aux))
        return std::nullopt;
    while (verb != nowhere &&
           (tree.upos(verb) != ud::Upos::verb || !tree.has_feature(verb, "VerbForm", "Fin")))
        verb = tree.head(verb);
    return verb == nowhere ? std::nullopt : std::optional(Move{word, verb, "conj"});
}

/// "denied the charge and accused the pilots": a verb with an object of its own is not joined to a noun.
std::optional<Move> later_verb(const Tree& tree, At word) {
    const At noun = tree.head(word);
    if (noun == nowhere || tree.dep(noun) != Dep::obj || tree.upos(noun) != ud::Upos::noun ||
        tree.upos(word) != ud::Upos::verb || !tree.has_feature(word, "Tense", "Past") ||
        !tree.has_child(word, Dep::cc) || !tree.has_child(word, Dep::obj) ||
        tree.has_child(word, Dep::nsubj) || tree.upos(tree.head(noun)) != ud::Upos::verb)
        return std::nullopt;
    return Move{word, tree.head(noun), "conj"};
}

/// Whether the word has a frame of speech or will.
bool is_of_person(const FrameLexicon& lexicon, const std::string& lemma) {
    const auto& frames = lexicon.find(lemma, FramePos::verb);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
        return frame->trigger.size() == 1 &&
               (frame->content == Content::say || frame->content == Content::intend ||
                frame->content == Content::request);
    });
}

/// Whether the noun means no being: relations, cooperation, a visit.
bool is_abstract(const Tree& tree, At noun) {
    static constexpr std::array<std::string_view, 8> endings{"tion", "sion", "ment", "ship",
                                                             "ness", "ity",  "ance", "ence"};
    static constexpr std::array<std::string_view, 14> words{
        "tie",  "trade", "volume", "visit",    "talk",  "meeting",  "dialogue",
        "bond", "peace", "war",    "turnover", "level", "progress", "exchange"};
    const std::string& lemma = tree.lemma(noun);
    return tree.upos(noun) == ud::Upos::noun &&
           (std::any_of(endings.begin(), endings.end(),
                        [&](std::string_view ending) { return lemma.ends_with(ending); }) ||
            std::find(words.begin(), words.end(), lemma) != words.end());
}

/// "noted that relations were developing and agreed to meet": relations agree to nothing, who noted does.
std::optional<Move> later_speech(const Tree& tree, const FrameLexicon& lexicon, At word) {
    const At told = tree.head(word);
    const At verb = told == nowhere ? nowhere : tree.head(told);
    if (verb == nowhere || tree.dep(told) != Dep::ccomp || tree.upos(word) != ud::Upos::verb ||
        tree.upos(verb) != ud::Upos::verb || !tree.has_feature(word, "Tense", "Past") ||
        !tree.has_feature(verb, "Tense", "Past") || tree.has_child(word, Dep::nsubj) ||
        tree.has_child(word, Dep::aux) || !is_of_person(lexicon, tree.lemma(word)))
        return std::nullopt;
    const At subject = tree.child(told, Dep::nsubj);
    return subject != nowhere && is_abstract(tree, subject) ? std::optional(Move{word, verb, "conj"})
                                                            : std::nullopt;
}

} // namespace

std::optional<Move> better_clause(const Tree& tree, const FrameLexicon& lexicon, At clause) {
    switch (tree.dep(clause)) {
    case Dep::acl:
        return nearer_noun(tree, lexicon, clause);
    case Dep::xcomp:
        return infinitive(tree, lexicon, clause);
    case Dep::conj:
        if (auto move = later_finite(tree, clause))
            return move;
        if (auto move = later_verb(tree, clause))
            return move;
        if (auto move = later_speech(tree, lexicon, clause))
            return move;
        return later_infinitive(tree, lexicon, clause);
    case Dep::parataxis:
        return later_infinitive(tree, lexicon, clause);
    case Dep::ccomp:
        return bare_relative(tree, clause);
    case Dep::advcl:
        if (auto move = infinitive(tree, lexicon, clause))
            return move;
        if (auto move = bare_relative(tree, clause))
            return move;
        return participle(tree, clause);
    default:
        return std::nullopt;
    }
}

} // namespace entente::coding
