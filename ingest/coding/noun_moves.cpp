// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/tree_moves.hpp"

#include <algorithm>

namespace entente::coding {

namespace {

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

/// "Together with Japan, the United States will help": they help together.
std::optional<Move> companion(const Tree& tree, At word) {
    const At verb = tree.head(word);
    const At begin = tree.range(word).begin;
    const At subject = verb == nowhere ? nowhere : tree.child(verb, Dep::nsubj);
    if (subject == nowhere || word > verb || begin == 0 || tree.is_below(word, subject) ||
        preposition(tree, word) != "with")
        return std::nullopt;
    const std::string& before = tree.lemma(tree.word(begin).form == "with" ? begin - 1 : begin);
    return before == "together" || before == "along" ? std::optional(Move{word, subject, "conj"})
                                                     : std::nullopt;
}

/// "the importance of working together, and with other partners": an oblique that "and" joins goes with the
/// verb in front of it.
std::optional<Move> later_oblique(const Tree& tree, At word) {
    const At verb = tree.head(word);
    At before = tree.range(word).begin;
    if (verb == nowhere || before <= verb || !tree.has_child(word, Dep::cc) ||
        preposition(tree, word).empty())
        return std::nullopt;
    while (before > verb + 1 &&
           (tree.upos(before - 1) == ud::Upos::punct || tree.upos(before - 1) == ud::Upos::adv))
        --before;
    const At nearest = before - 1;
    return nearest > verb && tree.upos(nearest) == ud::Upos::verb && tree.is_below(nearest, verb)
               ? std::optional(Move{word, nearest, "obl"})
               : std::nullopt;
}

/// "the importance of the Quad – Australia, Japan and India": the names behind the dash are the noun's.
std::optional<Move> member(const Tree& tree, At word) {
    const At begin = tree.range(word).begin;
    const At dash = tree.word(begin).form == "–" || tree.word(begin).form == "—" ? begin : begin - 1;
    if (tree.dep(word) != Dep::nmod || tree.upos(word) != ud::Upos::propn || begin == 0 || dash == 0 ||
        !preposition(tree, word).empty() || !tree.has_child(word, Dep::conj) ||
        (tree.word(dash).form != "–" && tree.word(dash).form != "—"))
        return std::nullopt;
    const At noun = dash - 1;
    return is_noun(tree, noun) && tree.head(noun) == tree.head(word) && !tree.is_below(noun, word)
               ? std::optional(Move{word, noun, "appos"})
               : std::nullopt;
}

bool has_title(const Tree& tree, At name) { return tree.child(name, Dep::nmod, "desc") != nowhere; }

/// "Minister Quispe of Peru and Minister Rojas of Bolivia": a person goes on the person before, not on his
/// state.
std::optional<Move> later_person(const Tree& tree, At word) {
    const At state = tree.head(word);
    const At person = state == nowhere ? nowhere : tree.head(state);
    if (person == nowhere || tree.upos(word) != ud::Upos::propn || !has_title(tree, word) ||
        tree.dep(state) != Dep::nmod || preposition(tree, state) != "of" || has_title(tree, state) ||
        tree.upos(person) != ud::Upos::propn)
        return std::nullopt;
    return Move{word, person, "conj"};
}

/// "welcomed by the US, the EU and Russia", read as one in apposition: three names are a list.
std::optional<Move> listed(const Tree& tree, At word) {
    const At first = tree.head(word);
    const At begin = tree.range(word).begin;
    const At last = tree.child(word, Dep::conj);
    if (first == nowhere || first > word || last == nowhere || !tree.has_child(last, Dep::cc) ||
        tree.upos(first) != ud::Upos::propn || tree.upos(word) != ud::Upos::propn ||
        tree.upos(last) != ud::Upos::propn || has_title(tree, first) || has_title(tree, word) ||
        tree.has_child(first, Dep::nmod) || tree.has_child(word, Dep::nmod))
        return std::nullopt;
    const bool comma = tree.word(begin).form == "," || (begin > 0 && tree.word(begin - 1).form == ",");
    return comma ? std::optional(Move{word, first, "conj"}) : std::nullopt;
}

} // namespace

std::vector<Move> whole_name(const Tree& tree, At word) {
    if (word == 0 || tree.upos(word) != ud::Upos::propn || !is_noun(tree, word - 1) ||
        tree.dep(word) != tree.dep(word - 1) || tree.head(word) != tree.head(word - 1) ||
        tree.head(word) == nowhere || tree.subtype(word) != tree.subtype(word - 1) ||
        tree.has_child(word, Dep::case_) ||
        (tree.dep(word) != Dep::obl && tree.dep(word) != Dep::obj && tree.dep(word) != Dep::nmod))
        return {};
    // "the terrorist group Hamas" likewise
    std::vector<Move> moves{{word, word - 1, tree.upos(word - 1) == ud::Upos::propn ? "flat" : "appos"}};
    for (const At child : tree.children(word))
        moves.push_back({child, word - 1, tree.sentence().words[child].deprel});
    return moves;
}

std::vector<Move> group_genitive(const Tree& tree, At word) {
    if (tree.upos(word) != ud::Upos::propn || tree.head(word) == nowhere || tree.dep(word) == Dep::conj)
        return {};
    for (const At noun : tree.children(word)) {
        const At owner = tree.dep(noun) == Dep::conj ? tree.child(noun, Dep::nmod, "poss") : nowhere;
        const At and_word = tree.child(noun, Dep::cc);
        if (owner == nowhere || and_word == nowhere || tree.upos(owner) != ud::Upos::propn ||
            tree.range(owner).begin != and_word + 1 || and_word < word)
            continue;
        const auto& words = tree.sentence().words;
        std::vector<Move> moves{{noun, tree.head(word), words[word].deprel},
                                {word, noun, "nmod:poss"},
                                {owner, word, "conj"},
                                {and_word, owner, "cc"}};
        for (const At child : tree.children(word))
            if (tree.dep(child) == Dep::case_)
                moves.push_back({child, noun, words[child].deprel});
        return moves;
    }
    return {};
}

std::optional<Move> better_noun(const Tree& tree, At word) {
    switch (tree.dep(word)) {
    case Dep::nmod:
        if (auto move = member(tree, word))
            return move;
        return possessor(tree, word);
    case Dep::nsubj:
        return fronted_subject(tree, word);
    case Dep::appos:
        return listed(tree, word);
    case Dep::conj:
        return later_person(tree, word);
    case Dep::obl:
        if (auto move = companion(tree, word))
            return move;
        return later_oblique(tree, word);
    default:
        return std::nullopt;
    }
}

} // namespace entente::coding
