// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/tree_moves.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::coding {

namespace {

/// The subjects of the verb that stand in front of it.
std::vector<At> subjects_before(const Tree& tree, At verb) {
    std::vector<At> subjects;
    for (const At child : tree.children(verb))
        if (tree.dep(child) == Dep::nsubj && child < verb)
            subjects.push_back(child);
    return subjects;
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
    const auto subjects = subjects_before(tree, verb);
    if (subjects.size() < 2)
        return;
    const At first = subjects.front();
    const At second = subjects.back();
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
    if (name == nowhere || !is_noun(tree, name))
        return;
    At verb = nowhere;
    for (At at = 0; at < tree.size(); ++at) {
        if (tree.dep(at) == Dep::acl && tree.head(at) == name && tree.subtype(at).empty() && verb == nowhere)
            verb = at;
        else if (at != name && is_predicate(tree, at) && verb == nowhere)
            return;
    }
    if (verb == nowhere || verb < name || tree.upos(verb) != ud::Upos::verb || has_to(tree, verb) ||
        tree.word(verb).form.ends_with("ing") || !prepositional(tree, verb, "by").empty())
        return;
    // What "forces deployed in the north" do is not told; "jets crossed the border and dropped bombs" are not
    // crossed.
    const auto verbs = conjuncts(tree, verb);
    const bool active =
        std::any_of(verbs.begin(), verbs.end(), [&](At one) { return tree.has_child(one, Dep::obj); });
    if (!active && !(tree.upos(name) == ud::Upos::propn && tree.has_child(verb, Dep::obl)))
        return;
    moves.push_back({verb, nowhere, "root"});
    moves.push_back({name, verb, "nsubj"});
}

/// "The United States on Monday reimposed sanctions", read as reimposed sanctions of some kind: a participle
/// between a noun's subject and the noun is the verb.
void make_verb(const Tree& tree, At noun, std::vector<Move>& moves) {
    const Dep dep = tree.dep(noun);
    const bool own_clause = dep == Dep::root || dep == Dep::ccomp || dep == Dep::parataxis || dep == Dep::obj;
    const At verb = tree.child(noun, Dep::amod);
    if (!own_clause || tree.upos(noun) != ud::Upos::noun || tree.has_child(noun, Dep::cop) ||
        verb == nowhere || verb > noun || tree.upos(verb) != ud::Upos::verb ||
        tree.word(verb).form.ends_with("ing"))
        return;
    At subject = dep == Dep::obj ? nowhere : tree.child(noun, Dep::nsubj);
    if (subject == nowhere) { // "Britain mobilized army reservists": no adjective stands behind a compound
        subject = tree.child(noun, Dep::compound);
        if (subject == nowhere || subject + 1 != verb || tree.upos(subject) != ud::Upos::propn)
            return;
    }
    // "a Geneva based company": what a company is, not what Geneva does
    static constexpr std::array<std::string_view, 12> states{"based", "backed",   "led",      "held",
                                                             "owned", "run",      "made",     "born",
                                                             "built", "occupied", "brokered", "sponsored"};
    if (subject > verb || std::find(states.begin(), states.end(), tree.word(verb).form) != states.end())
        return;
    const auto& words = tree.sentence().words;
    moves.push_back({verb, tree.head(noun), dep == Dep::obj ? "conj" : words[noun].deprel});
    moves.push_back({noun, verb, "obj"});
    moves.push_back({subject, verb, "nsubj"});
    for (const At child : tree.children(noun))
        if (child != subject && child != verb && (child < verb || tree.dep(child) == Dep::punct))
            moves.push_back({child, verb, tree.dep(child) == Dep::nmod ? "obl" : words[child].deprel});
}

/// "Egypt, Bahrain and Qatar severed relations", read as a list of four whose last is severed relations.
void make_verb_of_list(const Tree& tree, At noun, std::vector<Move>& moves) {
    const At verb = tree.child(noun, Dep::amod);
    const At first = tree.dep(noun) == Dep::conj ? first_conjunct(tree, noun) : nowhere;
    if (first == nowhere || tree.dep(first) != Dep::root || tree.upos(first) != ud::Upos::propn ||
        tree.upos(noun) != ud::Upos::noun || verb == nowhere || verb == 0 || verb > noun ||
        tree.upos(verb) != ud::Upos::verb || tree.word(verb).form.ends_with("ing") ||
        tree.upos(verb - 1) != ud::Upos::propn || tree.has_child(first, Dep::cop) ||
        tree.has_child(first, Dep::nsubj))
        return;
    const auto& words = tree.sentence().words;
    moves.push_back({verb, nowhere, "root"});
    moves.push_back({noun, verb, "obj"});
    moves.push_back({first, verb, "nsubj"});
    for (const At child : tree.children(noun)) {
        if (child == verb - 1)
            moves.push_back({child, first, "conj"});
        else if (child < verb)
            moves.push_back({child, verb - 1, words[child].deprel});
        else if (tree.dep(child) == Dep::acl)
            moves.push_back({child, verb, "advcl"});
    }
}

/// "Moscow vetoed a resolution", read as if the verb were a preposition between two nouns.
void make_verb_of_case(const Tree& tree, At verb, std::vector<Move>& moves) {
    const At object =
        tree.dep(verb) == Dep::case_ && tree.upos(verb) == ud::Upos::verb ? tree.head(verb) : nowhere;
    const At subject = object == nowhere ? nowhere : tree.head(object);
    if (subject == nowhere || tree.dep(subject) != Dep::root || !is_noun(tree, subject) || subject > verb ||
        verb > object || tree.word(verb).form.ends_with("ing"))
        return;
    moves.push_back({verb, nowhere, "root"});
    moves.push_back({subject, verb, "nsubj"});
    moves.push_back({object, verb, "obj"});
}

/// "Armenia calls on the community to act", read as calls of Armenia's: the verb in the present.
void make_present(const Tree& tree, At noun, std::vector<Move>& moves) {
    const At name = tree.child(noun, Dep::compound);
    const bool verb = tree.upos(noun) == ud::Upos::verb;
    if (tree.dep(noun) != Dep::root || (tree.upos(noun) != ud::Upos::noun && !verb) || name == nowhere ||
        name + 1 != noun || tree.upos(name) != ud::Upos::propn || !tree.word(noun).form.ends_with('s') ||
        tree.has_child(noun, Dep::cop) || tree.has_child(noun, Dep::nsubj) ||
        (!verb && (!tree.has_child(noun, Dep::nmod) || !tree.has_child(noun, Dep::advcl))))
        return;
    moves.push_back({noun, nowhere, "root", ud::Upos::verb});
    moves.push_back({name, noun, "nsubj"});
    for (const At child : tree.children(noun))
        if (tree.dep(child) == Dep::nmod && child > noun)
            moves.push_back({child, noun, "obl"});
}

/// "Qatar cut ties with Kenya", read as ties of some kind: a past tense that looks like a noun.
void make_past(const Tree& tree, At noun, std::vector<Move>& moves) {
    static constexpr std::array<std::string_view, 8> pasts{"cut",  "hit",   "shut", "put",
                                                           "quit", "split", "shed", "let"};
    const Dep dep = tree.dep(noun);
    if ((dep != Dep::root && dep != Dep::ccomp && dep != Dep::parataxis) || !is_noun(tree, noun) ||
        tree.has_child(noun, Dep::cop) || tree.has_child(noun, Dep::nsubj))
        return;
    for (const At verb : tree.children(noun)) {
        if (verb > noun || tree.dep(verb) != Dep::compound || verb == 0 ||
            std::find(pasts.begin(), pasts.end(), tree.word(verb).form) == pasts.end() ||
            tree.upos(verb - 1) != ud::Upos::propn)
            continue;
        At name = verb - 1;
        while (tree.head(name) != nowhere && tree.head(name) < verb)
            name = tree.head(name);
        const auto& words = tree.sentence().words;
        moves.push_back({verb, tree.head(noun), words[noun].deprel, ud::Upos::verb});
        moves.push_back({noun, verb, "obj"});
        moves.push_back({name, verb, "nsubj"});
        for (const At child : tree.children(noun))
            if (child != verb && child != name && (child < verb || tree.dep(child) == Dep::acl))
                moves.push_back({child, verb, tree.dep(child) == Dep::acl ? "advcl" : words[child].deprel});
        return;
    }
}

/// "Poland, which was cut off from gas, accused Moscow": the verb behind a relative clause, read as a part of
/// it.
void make_main_verb(const Tree& tree, At verb, std::vector<Move>& moves) {
    const Dep dep = tree.dep(verb);
    const At relative = tree.head(verb);
    if ((dep != Dep::advcl && dep != Dep::parataxis && dep != Dep::conj) || relative == nowhere ||
        relative > verb || tree.dep(relative) != Dep::acl || tree.upos(verb) != ud::Upos::verb ||
        tree.word(verb).form.ends_with("ing") || has_to(tree, verb) || tree.has_child(verb, Dep::nsubj) ||
        tree.has_child(verb, Dep::mark) || tree.has_child(verb, Dep::cc) ||
        !(tree.has_child(verb, Dep::obj) || tree.has_child(verb, Dep::ccomp) ||
          tree.has_child(verb, Dep::xcomp)))
        return;
    const At noun = tree.head(relative);
    const Dep place = tree.dep(noun);
    const At begin = tree.range(verb).begin;
    if ((place != Dep::root && place != Dep::ccomp && place != Dep::parataxis) || !is_noun(tree, noun) ||
        noun > relative || tree.has_child(noun, Dep::cop) || tree.has_child(noun, Dep::nsubj) ||
        (tree.word(begin).form != "," && (begin == 0 || tree.word(begin - 1).form != ",")))
        return;
    moves.push_back({verb, tree.head(noun), tree.sentence().words[noun].deprel});
    moves.push_back({noun, verb, "nsubj"});
}

/// "denied the charge and accused two pilots": what the second verb does it to, read as joined to the first
/// one's object.
void make_object(const Tree& tree, At verb, std::vector<Move>& moves) {
    if (tree.dep(verb) != Dep::conj || tree.upos(verb) != ud::Upos::verb || !tree.has_child(verb, Dep::cc) ||
        tree.has_child(verb, Dep::obj) || tree.has_child(verb, Dep::obl) ||
        tree.has_child(verb, Dep::ccomp) || tree.has_child(verb, Dep::xcomp) || is_passive(tree, verb))
        return;
    for (At noun = verb + 1; noun < tree.size(); ++noun) {
        if (tree.dep(noun) != Dep::conj || !is_noun(tree, noun) || tree.range(noun).begin != verb + 1)
            continue;
        const At joined = tree.head(noun);
        if (joined < verb && joined > tree.head(verb) && tree.is_below(joined, tree.head(verb)) &&
            !tree.has_child(noun, Dep::cc))
            moves.push_back({noun, verb, "obj"});
        return;
    }
}

/// Whether a comma opens the phrase, wherever the parser has hung it.
bool is_after_comma(const Tree& tree, At head) {
    const At begin = tree.range(head).begin;
    return tree.word(begin).form == "," || (begin > 0 && tree.word(begin - 1).form == ",");
}

/// "The United States, Japan and Australia condemned", read as two subjects: the second goes on the first.
void make_list(const Tree& tree, At verb, std::vector<Move>& moves) {
    const auto subjects = subjects_before(tree, verb);
    for (std::size_t at = 1; at < subjects.size(); ++at) {
        const At first = subjects.front();
        const At later = subjects[at];
        if (tree.upos(first) != ud::Upos::propn || tree.upos(later) != ud::Upos::propn ||
            !tree.has_child(later, Dep::conj) || !is_after_comma(tree, later) ||
            tree.range(first).end + 1 < tree.range(later).begin)
            continue;
        moves.push_back({later, first, "conj"});
        for (const At other : tree.children(later))
            if (tree.dep(other) == Dep::conj)
                moves.push_back({other, first, "conj"});
        return;
    }
}

/// "handed over 2,000 vials": read as more than 2,000.
void make_particle(const Tree& tree, At over, std::vector<Move>& moves) {
    if (over == 0 || tree.lemma(over) != "over" || tree.dep(over) != Dep::advmod ||
        tree.head(over) == nowhere || tree.upos(tree.head(over)) != ud::Upos::num ||
        tree.upos(over - 1) != ud::Upos::verb)
        return;
    const std::string& verb = tree.lemma(over - 1);
    if (verb == "hand" || verb == "turn" || verb == "take")
        moves.push_back({over, over - 1, "compound:prt"});
}

/// Whether the verb tells what somebody does or did, by its own form or by an auxiliary.
bool is_finite(const Tree& tree, At verb) {
    return tree.has_child(verb, Dep::aux) ||
           (tree.has_feature(verb, "VerbForm", "Fin") && !tree.has_feature(verb, "Mood", "Imp"));
}

/// Whether only auxiliaries, adverbs and punctuation stand between the two.
bool is_next_to(const Tree& tree, At end, At verb) {
    for (At at = end; at < verb; ++at)
        if (tree.dep(at) != Dep::punct && tree.dep(at) != Dep::aux && tree.dep(at) != Dep::advmod)
            return false;
    return true;
}

/// The coordinated noun right in front of the verb, behind "and"; nowhere where there is none.
At noun_before(const Tree& tree, At verb) {
    for (At at = verb; at-- > 0 && at + 12 > verb;) {
        if (tree.dep(at) != Dep::conj || !is_noun(tree, at) || tree.is_below(at, verb) ||
            !is_next_to(tree, tree.range(at).end, verb))
            continue;
        const At begin = tree.range(at).begin;
        const bool joined = tree.dep(begin) == Dep::cc || (begin > 0 && tree.dep(begin - 1) == Dep::cc);
        return joined ? at : nowhere;
    }
    return nowhere;
}

/// "At the invitation of Secretary Blinken, Minister Bustillo travelled", read as one apposition: the name
/// in front of a verb without subject is its subject.
void make_subject(const Tree& tree, At verb, std::vector<Move>& moves) {
    const Dep dep = tree.dep(verb);
    const bool own_clause =
        dep == Dep::root || dep == Dep::ccomp || dep == Dep::parataxis || dep == Dep::conj;
    if (tree.upos(verb) != ud::Upos::verb || !own_clause || tree.has_child(verb, Dep::nsubj) ||
        tree.has_child(verb, Dep::csubj) || tree.has_child(verb, Dep::expl) || !is_finite(tree, verb))
        return;
    if (dep == Dep::conj) {
        // "voiced support for Prague, and Poland expelled three diplomats"
        const At noun = noun_before(tree, verb);
        if (noun != nowhere)
            moves.push_back({noun, verb, is_passive(tree, verb) ? "nsubj:pass" : "nsubj"});
        return;
    }
    for (const At front : tree.children(verb)) {
        if (tree.dep(front) != Dep::obl || front > verb)
            continue;
        const auto range = tree.range(front);
        for (At at = range.begin; at < range.end; ++at) {
            const At begin = tree.range(at).begin;
            if (tree.dep(at) == Dep::appos && is_noun(tree, at) && begin > 0 &&
                tree.upos(begin) != ud::Upos::punct && tree.word(begin - 1).form == "," &&
                is_next_to(tree, tree.range(at).end, verb)) {
                moves.push_back({at, verb, is_passive(tree, verb) ? "nsubj:pass" : "nsubj"});
                return;
            }
        }
    }
}

/// "grateful for the supplies China has provided": the noun behind a preposition is no subject; the clause
/// that took it for one modifies it.
void make_relative(const Tree& tree, At verb, std::vector<Move>& moves) {
    const Dep dep = tree.dep(verb);
    const At above = tree.head(verb);
    if ((dep != Dep::advcl && dep != Dep::ccomp) || above == nowhere || tree.upos(verb) != ud::Upos::verb)
        return;
    const auto subjects = subjects_before(tree, verb);
    for (std::size_t at = 1; at < subjects.size(); ++at) {
        const At first = subjects.front();
        if (tree.range(first).end != tree.range(subjects[at]).begin || above >= tree.range(first).begin ||
            !tree.has_child(first, Dep::case_))
            continue;
        moves.push_back({first, above, "obl"});
        moves.push_back({verb, first, "acl:relcl"});
        return;
    }
}

} // namespace

std::vector<Move> mended_predicate(const Tree& tree) {
    std::vector<Move> moves;
    for (const auto mend :
         {make_auxiliary, make_clause, make_verb, make_verb_of_list, make_verb_of_case, make_present,
          make_past, make_main_verb, make_object, make_list, make_subject, make_relative, make_particle})
        for (At at = 0; at < tree.size() && moves.empty(); ++at)
            mend(tree, at, moves);
    if (moves.empty())
        make_predicate(tree, moves);
    return moves;
}

} // namespace entente::coding
