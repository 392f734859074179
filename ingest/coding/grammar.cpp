// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/grammar.hpp"

#include <algorithm>
#include <array>

namespace entente::coding {

namespace {

using ud::Upos;

constexpr int deepest = 12; // chains of shared subjects in real text are short; broken trees may loop

bool is_relative_pronoun(const Tree& tree, At at) {
    return tree.has_feature(at, "PronType", "Rel") || tree.lemma(at) == "which" || tree.lemma(at) == "who";
}

bool is_participle(const Tree& tree, At at) { return tree.has_feature(at, "VerbForm", "Part"); }

bool is_past_participle(const Tree& tree, At at) {
    return is_participle(tree, at) &&
           (tree.has_feature(at, "Tense", "Past") || tree.has_feature(at, "Voice", "Pass"));
}

/// "1.1.10 Cabinet has accepted ...": the number of a paragraph, which the parser may take for a subject.
bool is_numbering(const Tree& tree, At at) {
    const std::string& form = tree.word(at).form;
    return form.find_first_not_of("0123456789.()[]") == std::string::npos;
}

At own_subject(const Tree& tree, At predicate) {
    for (const At child : tree.children(predicate))
        if (tree.dep(child) == Dep::nsubj && !is_numbering(tree, child))
            return child;
    return nowhere;
}

At agent(const Tree& tree, At predicate) {
    const At marked = tree.child(predicate, Dep::obl, "agent");
    if (marked != nowhere)
        return marked;
    const auto by = prepositional(tree, predicate, "by");
    return by.empty() ? nowhere : by.front();
}

At subject(const Tree& tree, At predicate, int depth);

/// The subject of a noun's infinitive: "China's readiness to work", "expressed readiness to work".
At owner(const Tree& tree, At noun, int depth) {
    const At possessor = tree.child(noun, Dep::nmod, "poss");
    if (possessor != nowhere)
        return possessor;
    for (const std::string_view wanted : {"by", "of", "from"}) {
        const auto found = prepositional(tree, noun, wanted);
        if (!found.empty())
            return found.front();
    }
    const At governor = clause_of(tree, noun);
    return governor == nowhere || governor == noun ? nowhere : subject(tree, governor, depth + 1);
}

/// Whether the noun is whom one accuses, suspects or convicts of something.
bool is_accused(const Tree& tree, At noun) {
    const At verb = tree.head(noun);
    const bool object = tree.dep(noun) == Dep::obj || tree.subtype(noun) == "pass";
    return object && verb != nowhere &&
           (tree.lemma(verb) == "accuse" || tree.lemma(verb) == "suspect" || tree.lemma(verb) == "convict");
}

/// The subject that a clause without its own shares with a clause above it.
At shared_subject(const Tree& tree, At predicate, int depth) {
    const At above = tree.head(predicate);
    if (above == nowhere)
        return nowhere;
    switch (tree.dep(predicate)) {
    case Dep::conj:
        // "Kenya, Ghana, Mali and Peru signed": long lists are read as if the verb were one of them
        if (tree.dep(above) == Dep::root && !is_predicate(tree, above) && tree.upos(predicate) == Upos::verb)
            return above;
        if (is_passive(tree, above))
            return tree.child(above, Dep::nsubj, "pass");
        return subject(tree, above, depth + 1);
    case Dep::xcomp:
        if (const At object = logical_object(tree, above);
            object != nowhere && object != predicate && !is_passive(tree, above))
            return object;
        return is_passive(tree, above) ? tree.child(above, Dep::nsubj, "pass")
                                       : subject(tree, above, depth + 1);
    case Dep::advcl:
        // "thanked Slovakia for providing": whom one thanks or blames has done it
        if (tree.child_lemma(predicate, "for") != nowhere && !is_passive(tree, above)) {
            if (const At object = logical_object(tree, above); object != nowhere)
                return object;
            if (const auto to = prepositional(tree, above, "to"); !to.empty())
                return to.front();
        }
        [[fallthrough]];
    case Dep::ccomp:
    case Dep::parataxis:
        // "called on the President, held talks": finite, and without a subject or a conjunction of its own
        if (tree.has_feature(predicate, "VerbForm", "Fin") &&
            (tree.dep(predicate) != Dep::advcl || tree.has_child(predicate, Dep::mark)))
            return nowhere;
        return is_passive(tree, above) ? tree.child(above, Dep::nsubj, "pass")
                                       : subject(tree, above, depth + 1);
    case Dep::acl:
        if (tree.subtype(predicate) == "relcl")
            return antecedent(tree, predicate);
        if (is_accused(tree, above)) // "accused the government of imposing a blockade"
            return above;
        // "the importance of working together": who finds it important works
        return tree.has_feature(predicate, "VerbForm", "Inf") || tree.has_child(predicate, Dep::mark)
                   ? owner(tree, above, depth)
                   : above;
    default:
        return nowhere;
    }
}

At subject(const Tree& tree, At predicate, int depth) {
    if (depth > deepest)
        return nowhere;
    if (is_passive(tree, predicate))
        return agent(tree, predicate);
    const At own = own_subject(tree, predicate);
    if (own == nowhere)
        return shared_subject(tree, predicate, depth);
    return is_relative_pronoun(tree, own) && antecedent(tree, predicate) != nowhere
               ? antecedent(tree, predicate)
               : own;
}

At passive_object(const Tree& tree, At predicate) {
    const At own = tree.child(predicate, Dep::nsubj, "pass");
    if (own != nowhere)
        return is_relative_pronoun(tree, own) && antecedent(tree, predicate) != nowhere
                   ? antecedent(tree, predicate)
                   : own;
    const Dep dep = tree.dep(predicate);
    const At above = tree.head(predicate);
    if (above == nowhere)
        return nowhere;
    if (dep == Dep::acl || dep == Dep::amod)
        return above;
    return dep == Dep::conj && is_passive(tree, above) ? passive_object(tree, above) : nowhere;
}

} // namespace

bool is_passive(const Tree& tree, At predicate) {
    if (tree.child(predicate, Dep::aux, "pass") != nowhere ||
        tree.child(predicate, Dep::nsubj, "pass") != nowhere)
        return true;
    const Dep dep = tree.dep(predicate);
    if ((dep == Dep::acl && tree.subtype(predicate).empty()) || dep == Dep::amod)
        return is_past_participle(tree, predicate);
    return dep == Dep::conj && own_subject(tree, predicate) == nowhere &&
           is_past_participle(tree, predicate) && is_passive(tree, tree.head(predicate)) &&
           !tree.has_child(predicate, Dep::aux);
}

bool is_predicate(const Tree& tree, At at) {
    if (tree.upos(at) == Upos::verb)
        return tree.dep(at) != Dep::amod && tree.dep(at) != Dep::compound;
    return tree.has_child(at, Dep::cop) || own_subject(tree, at) != nowhere;
}

std::string_view preposition(const Tree& tree, At np) {
    for (const At child : tree.children(np))
        if (tree.dep(child) == Dep::case_ && tree.lemma(child) != "'s" && tree.lemma(child) != "'")
            return tree.lemma(child);
    return tree.dep(np) == Dep::conj ? preposition(tree, tree.head(np)) : std::string_view{};
}

std::vector<At> prepositional(const Tree& tree, At head, std::string_view wanted) {
    std::vector<At> found;
    for (const At child : tree.children(head))
        if ((tree.dep(child) == Dep::obl || tree.dep(child) == Dep::nmod || tree.dep(child) == Dep::advcl ||
             tree.dep(child) == Dep::acl) &&
            tree.subtype(child) != "poss" && preposition(tree, child) == wanted)
            found.push_back(child);
    return found;
}

At antecedent(const Tree& tree, At predicate) {
    for (At at = predicate; at != nowhere; at = tree.head(at)) {
        if (tree.dep(at) == Dep::acl && tree.subtype(at) == "relcl")
            return tree.head(at);
        if (tree.dep(at) != Dep::conj && tree.dep(at) != Dep::xcomp)
            return nowhere;
    }
    return nowhere;
}

At logical_subject(const Tree& tree, At predicate) { return subject(tree, predicate, 0); }

At logical_object(const Tree& tree, At predicate) {
    if (is_passive(tree, predicate))
        return passive_object(tree, predicate);
    const At own = tree.child(predicate, Dep::obj);
    if (own != nowhere)
        return is_relative_pronoun(tree, own) && antecedent(tree, predicate) != nowhere
                   ? antecedent(tree, predicate)
                   : own;
    if (const At asked = tree.child(predicate, Dep::iobj);
        asked != nowhere && tree.has_child(predicate, Dep::xcomp)) // "urged Ethiopia to help"
        return asked;
    for (const At child : tree.children(predicate)) // "supports and encourages Belgium"
        if (tree.dep(child) == Dep::conj && tree.upos(child) == Upos::verb &&
            own_subject(tree, child) == nowhere) {
            const At later = tree.child(child, Dep::obj);
            if (later != nowhere && tree.upos(predicate) == Upos::verb && child == predicate + 2)
                return later;
        }
    if (tree.dep(predicate) == Dep::acl &&
        tree.subtype(predicate) == "relcl") { // "the supplies China provided"
        const At who = own_subject(tree, predicate);
        if (who != nowhere && !is_relative_pronoun(tree, who))
            return tree.head(predicate);
    }
    return nowhere;
}

At clause_of(const Tree& tree, At at) {
    for (; at != nowhere; at = tree.head(at))
        if (is_predicate(tree, at))
            return at;
    return nowhere;
}

bool is_noun(const Tree& tree, At at) { return tree.upos(at) == Upos::noun || tree.upos(at) == Upos::propn; }

bool has_to(const Tree& tree, At clause) {
    for (const At child : tree.children(clause))
        if ((tree.dep(child) == Dep::mark || tree.dep(child) == Dep::case_) && tree.lemma(child) == "to")
            return true;
    return false;
}

bool is_negated(const Tree& tree, At at) {
    if (tree.dep(at) == Dep::obj && tree.head(at) != nowhere && tree.lemma(tree.head(at)) == "spare")
        return false; // "spares no effort to help" means that one does
    static constexpr std::array<std::string_view, 8> words{"not",     "n't", "never",   "no",
                                                           "neither", "nor", "without", "hardly"};
    for (const At child : tree.children(at)) {
        const Dep dep = tree.dep(child);
        if ((dep == Dep::advmod || dep == Dep::det || dep == Dep::aux || dep == Dep::mark ||
             dep == Dep::case_ || dep == Dep::cc) &&
            std::find(words.begin(), words.end(), tree.lemma(child)) != words.end() && child < at)
            return true;
    }
    return false;
}

} // namespace entente::coding
