// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/merging.hpp"

#include "ingest/coding/party_search.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace entente::coding {

namespace {

using plover::EventType;

std::set<PartyCode> parties_of(const Event& event) {
    std::set<PartyCode> all;
    for (const auto* side : {&event.sources, &event.targets})
        for (const actors::Referent& party : *side)
            all.insert(party.code);
    return all;
}

bool has_codes(const Parties& some, const Parties& others) {
    return without(some, others).empty() && without(others, some).empty();
}

bool is_cooperative(const Event& event) {
    const auto quad = plover::quad_class(event.type);
    return quad == plover::QuadClass::verbal_cooperation || quad == plover::QuadClass::material_cooperation;
}

bool has_mark(const Tree& tree, At clause, std::string_view lemma) {
    for (const At child : tree.children(clause))
        if (tree.dep(child) == Dep::mark && tree.lemma(child) == lemma)
            return true;
    return false;
}

bool is_object_of(const Tree& tree, At noun, At verb) {
    while (tree.dep(noun) == Dep::nmod && tree.head(noun) != nowhere)
        noun = tree.head(noun);
    return tree.dep(noun) == Dep::obj && tree.head(noun) == verb;
}

/// Whether `clause` says what `above` is done for: "... to enhance cooperation", "... by promoting
/// investment".
bool is_purpose_of(const Tree& tree, At clause, At above) {
    if (clause == above || !tree.is_below(clause, above))
        return false;
    bool adverbial = false;
    bool to = false;
    for (At at = clause; at != above; at = tree.head(at)) {
        const Dep dep = tree.dep(at);
        // "signed a memorandum to enhance cooperation"
        const bool of_object =
            dep == Dep::acl && tree.subtype(at).empty() && is_object_of(tree, tree.head(at), above);
        if (dep == Dep::ccomp || (dep == Dep::acl && !of_object) || (adverbial && to && dep == Dep::conj))
            return false;
        adverbial = adverbial || dep == Dep::advcl || of_object;
        to = to || has_mark(tree, at, "to") || (dep == Dep::advcl && has_mark(tree, at, "by"));
    }
    return adverbial && to;
}

bool are_coordinated(const Tree& tree, At a, At b) {
    return a != b && first_conjunct(tree, a) == first_conjunct(tree, b);
}

/// "our steadfast commitment": an adjective in front of its noun.
bool is_attribute(const Tree& tree, const Event& event) {
    return event.frame != nullptr && event.frame->pos == FramePos::adjective &&
           tree.dep(event.head) == Dep::amod;
}

bool has_own_object(const Tree& tree, const Event& event) { return tree.has_child(event.clause, Dep::obj); }

/// Whether `one` need not be told beside `other`.
bool repeats(const Tree& tree, const Event& one, const Event& other) {
    if (one.clause == nowhere || other.clause == nowhere || parties_of(one) != parties_of(other))
        return false;
    if (is_cooperative(one) && is_cooperative(other) && !is_attribute(tree, other) &&
        is_purpose_of(tree, one.clause, other.clause))
        return true;
    if (is_attribute(tree, one) && is_cooperative(one) && is_cooperative(other) &&
        (tree.head(one.head) == other.head ||
         (other.clause != one.clause && tree.is_below(other.clause, tree.head(one.head)))))
        return true; // "our steadfast commitment to partner in"
    if (one.type == other.type && one.type == EventType::support && tree.dep(one.clause) == Dep::ccomp &&
        tree.head(one.clause) == other.clause)
        return true; // "agreed that their alliance is strong"
    if (one.type == EventType::support && other.type == EventType::agree && one.symmetric &&
        other.symmetric && tree.dep(one.clause) == Dep::ccomp && tree.head(one.clause) == other.clause)
        return true; // "agreed that the strong partnership will continue"
    if (one.type == EventType::support && other.type == EventType::agree && one.symmetric &&
        one.frame != nullptr && one.frame->pos == FramePos::noun && other.frame != nullptr &&
        other.frame->pos == FramePos::verb && is_object_of(tree, one.head, other.head))
        return true; // "plans to accelerate the implementation of the agreement"
    if (other.frame != nullptr && other.frame->pos == FramePos::verb &&
        other.frame->trigger.front() == "sign" && one.frame != nullptr && one.frame->pos == FramePos::noun &&
        is_cooperative(one) && tree.is_below(one.head, other.head))
        return true; // "signed a memorandum on cooperation"
    if (one.type == EventType::support && other.type == EventType::agree && one.frame != nullptr &&
        one.frame->pos == FramePos::verb && tree.dep(other.head) == Dep::obj &&
        tree.head(other.head) == one.head)
        return true; // "recognized the importance of joint efforts"
    if (one.type == other.type && one.type == EventType::agree && one.symmetric &&
        one.clause > other.clause && has_to(tree, one.clause) && has_to(tree, other.clause) &&
        are_coordinated(tree, one.clause, other.clause))
        return true; // "pledged to expand cooperation and to work together"
    if (one.type == other.type && are_coordinated(tree, one.clause, other.clause) &&
        one.clause > other.clause && !is_cooperative(one) && has_codes(one.sources, other.sources) &&
        has_codes(one.targets, other.targets) && !tree.has_child(one.clause, Dep::nsubj))
        return true; // "condemns and is concerned about", "repel the attack and deliver blows"
    if (one.type != other.type || !are_coordinated(tree, one.clause, other.clause))
        return false;
    if (one.type == EventType::consult)
        return one.clause > other.clause && (one.targets.empty() || one.target_reach >= Reach::clause);
    return one.clause < other.clause && !has_own_object(tree, one) && has_own_object(tree, other) &&
           one.source_reach == Reach::role;
}

} // namespace

void merge_repeats(const Tree& tree, std::vector<Event>& events) {
    std::vector<bool> repeated(events.size(), false);
    for (std::size_t one = 0; one < events.size(); ++one)
        for (std::size_t other = 0; other < events.size() && !repeated[one]; ++other)
            repeated[one] = one != other && !repeated[other] && repeats(tree, events[one], events[other]);
    std::size_t at = 0;
    std::erase_if(events, [&](const Event&) { return repeated[at++]; });
}

} // namespace entente::coding
