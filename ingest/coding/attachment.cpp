// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/attachment.hpp"

#include "ingest/coding/grammar.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace entente::coding {

namespace {

struct Move {
    At word;
    At head; // nowhere for the root
    std::string deprel;
};

bool has_to(const Tree& tree, At clause) {
    for (const At child : tree.children(clause))
        if ((tree.dep(child) == Dep::mark || tree.dep(child) == Dep::case_) && tree.lemma(child) == "to")
            return true;
    return false;
}

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

bool is_noun(const Tree& tree, At at) {
    return tree.upos(at) == ud::Upos::noun || tree.upos(at) == ud::Upos::propn;
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
    if (tree.dep(clause) != Dep::advcl || begin != clause || begin == 0 || above == nowhere ||
        !tree.word(clause).form.ends_with("ing") || tree.has_child(clause, Dep::mark))
        return std::nullopt;
    const At noun = begin - 1;
    if (!is_noun(tree, noun) || noun < above || !tree.is_below(noun, above) ||
        preposition(tree, noun) != "for")
        return std::nullopt;
    return Move{clause, noun, "acl"};
}

std::optional<Move> possessor(const Tree& tree, At word) {
    if (tree.dep(word) != Dep::nmod || tree.subtype(word) != "poss" || tree.head(word) == nowhere)
        return std::nullopt;
    const At adjective = first_conjunct(tree, tree.head(word));
    if (tree.upos(tree.head(word)) != ud::Upos::adj)
        return std::nullopt;
    At noun = tree.dep(adjective) == Dep::amod ? tree.head(adjective) : nowhere;
    for (const At child : tree.children(adjective)) // "Russia's unprovoked, illegal war", read as coordinated
        if (noun == nowhere && child > adjective && tree.dep(child) == Dep::conj && is_noun(tree, child))
            noun = child;
    if (noun == nowhere || noun < word || tree.is_below(noun, word))
        return std::nullopt;
    return Move{word, noun, "nmod:poss"};
}

/// "Youths threw stones, officials said": a verb has one subject, and the clause in front of it the other.
std::optional<Move> fronted_subject(const Tree& tree, At word) {
    const At verb = tree.head(word);
    if (tree.dep(word) != Dep::nsubj || verb == nowhere || word > verb)
        return std::nullopt;
    At clause = nowhere;
    bool another = false;
    for (const At child : tree.children(verb)) {
        if (tree.dep(child) == Dep::ccomp && child > word && child < verb &&
            tree.upos(child) == ud::Upos::verb)
            clause = child;
        another = another || (tree.dep(child) == Dep::nsubj && clause != nowhere && child > clause);
    }
    if (clause == nowhere || !another || tree.has_child(clause, Dep::nsubj))
        return std::nullopt;
    return Move{word, clause, is_passive(tree, clause) ? "nsubj:pass" : "nsubj"};
}

/// "agreed to maintain contacts and have meetings": a bare infinitive goes on the infinitive before it.
std::optional<Move> later_infinitive(const Tree& tree, At word) {
    const At verb = tree.head(word);
    if (verb == nowhere || tree.upos(word) != ud::Upos::verb || !tree.has_feature(word, "VerbForm", "Inf") ||
        tree.has_feature(verb, "VerbForm", "Inf") || tree.has_child(word, Dep::nsubj) ||
        tree.has_child(word, Dep::aux) || has_to(tree, word))
        return std::nullopt;
    At infinitive = nowhere;
    for (const At child : tree.children(verb))
        if (child < word && child > verb && tree.dep(child) == Dep::xcomp && has_to(tree, child))
            infinitive = child;
    return infinitive == nowhere ? std::nullopt : std::optional(Move{word, infinitive, "conj"});
}

/// "the supplies that China has delivered": `has` read as the verb is the auxiliary of the participle below
/// it.
void make_auxiliary(const Tree& tree, At have, std::vector<Move>& moves) {
    if (tree.lemma(have) != "have" || tree.upos(have) != ud::Upos::verb)
        return;
    const At participle = tree.child(have, Dep::xcomp);
    // The participle may bear the tag of the past tense, which looks the same.
    if (participle == nowhere || participle < have || tree.has_child(participle, Dep::nsubj) ||
        !tree.has_feature(participle, "Tense", "Past") || has_to(tree, participle))
        return;
    const auto& words = tree.sentence().words;
    moves.push_back({participle, tree.head(have), words[have].deprel});
    for (const At child : tree.children(have))
        if (child != participle)
            moves.push_back({child, participle, words[child].deprel});
    moves.push_back({have, participle, "aux"});
}

/// "Agents abused migrants, an organization charged": the past tense read as a participle of the first
/// subject.
void make_clause(const Tree& tree, At verb, std::vector<Move>& moves) {
    At first = nowhere;
    At second = nowhere;
    for (const At child : tree.children(verb))
        if (tree.dep(child) == Dep::nsubj && child < verb)
            (first == nowhere ? first : second) = child;
    if (second == nowhere)
        return;
    const At clause = tree.child(first, Dep::acl);
    if (clause == nowhere || !tree.subtype(clause).empty() || clause > second ||
        tree.upos(clause) != ud::Upos::verb || !tree.has_child(clause, Dep::obj) ||
        tree.word(clause).form.ends_with("ing") || has_to(tree, clause))
        return;
    moves.push_back({first, clause, "nsubj"});
    moves.push_back({clause, verb, "ccomp"});
}

/// "Minister Bakke called on the President", read as one name with a participle: the name is the subject.
void make_predicate(const Tree& tree, std::vector<Move>& moves) {
    const At name = tree.root();
    if (name == nowhere || tree.upos(name) != ud::Upos::propn)
        return;
    At verb = nowhere;
    for (At at = 0; at < tree.size(); ++at) {
        if (tree.dep(at) == Dep::acl && tree.head(at) == name && tree.subtype(at).empty() && verb == nowhere)
            verb = at;
        else if (at != name && is_predicate(tree, at) && verb == nowhere)
            return;
    }
    if (verb == nowhere || verb < name || tree.upos(verb) != ud::Upos::verb || has_to(tree, verb) ||
        tree.word(verb).form.ends_with("ing") || !prepositional(tree, verb, "by").empty() ||
        !(tree.has_child(verb, Dep::obj) || tree.has_child(verb, Dep::obl)))
        return;
    moves.push_back({verb, nowhere, "root"});
    moves.push_back({name, verb, "nsubj"});
}

std::optional<Move> better_place(const Tree& tree, const FrameLexicon& lexicon, At at) {
    switch (tree.dep(at)) {
    case Dep::nmod:
        return possessor(tree, at);
    case Dep::nsubj:
        return fronted_subject(tree, at);
    case Dep::acl:
        return nearer_noun(tree, lexicon, at);
    case Dep::xcomp:
        return infinitive(tree, lexicon, at);
    case Dep::conj:
        return later_infinitive(tree, at);
    case Dep::ccomp:
        return bare_relative(tree, at);
    case Dep::advcl:
        if (auto move = infinitive(tree, lexicon, at))
            return move;
        if (auto move = bare_relative(tree, at))
            return move;
        return participle(tree, at);
    default:
        return std::nullopt;
    }
}

/// Whether every word leads to a root: two moves, each sound by itself, may close a circle.
bool is_tree(const ud::Sentence& sentence) {
    std::vector<bool> sound(sentence.words.size(), false);
    for (std::size_t start = 0; start < sentence.words.size(); ++start) {
        std::size_t steps = 0;
        std::size_t at = start;
        while (!sound[at] && sentence.words[at].head != 0 && steps++ <= sentence.words.size())
            at = sentence.words[at].head - 1;
        if (steps > sentence.words.size())
            return false;
        for (at = start; !sound[at]; at = sentence.words[at].head - 1) {
            sound[at] = true;
            if (sentence.words[at].head == 0)
                break;
        }
    }
    return true;
}

} // namespace

std::optional<ud::Sentence> reattached(const ud::Sentence& sentence, const FrameLexicon& lexicon) {
    const Tree tree(sentence);
    std::vector<Move> moves;
    for (At at = 0; at < tree.size(); ++at)
        if (moves.empty())
            make_auxiliary(tree, at, moves);
    for (At at = 0; at < tree.size(); ++at)
        if (moves.empty())
            make_clause(tree, at, moves);
    if (moves.empty())
        make_predicate(tree, moves);
    if (moves.empty())
        for (At at = 0; at < tree.size(); ++at)
            if (const auto move = better_place(tree, lexicon, at))
                moves.push_back(*move);
    if (moves.empty())
        return std::nullopt;
    ud::Sentence changed = sentence;
    for (const Move& move : moves) {
        changed.words[move.word].head = move.head == nowhere ? 0 : move.head + 1;
        changed.words[move.word].deprel = move.deprel;
    }
    return is_tree(changed) ? std::optional(std::move(changed)) : std::nullopt;
}

} // namespace entente::coding
