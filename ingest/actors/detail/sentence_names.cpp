// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/sentence_names.hpp"

#include "ingest/actors/name_choice.hpp"

#include <algorithm>
#include <array>

namespace entente::actors::detail {

namespace {

using ud::Upos;

/// A capital stands for its government where it acts or is dealt with, not where something happens in it.
bool is_acting(const Tree& tree, At head) {
    const Dep dep = tree.dep(head);
    if (dep == Dep::nsubj || dep == Dep::obj || dep == Dep::iobj || dep == Dep::compound ||
        tree.subtype(head) == "poss")
        return true;
    if (dep == Dep::conj && tree.head(head) != nowhere)
        return is_acting(tree, tree.head(head));
    // whom one visits by coming there, and who acts there
    static constexpr std::array<std::string_view, 22> there{
        "arrive", "land",       "stop",   "gather",    "demonstrator", "protester", "protestor", "official",
        "leader", "government", "crowd",  "lawmaker",  "student",      "worker",    "farmer",    "mob",
        "police", "resident",   "rioter", "authority", "embassy",      "court"};
    if (case_lemma(tree, head) == "in" && tree.head(head) != nowhere &&
        std::find(there.begin(), there.end(), tree.lemma(tree.head(head))) != there.end())
        return true;
    static constexpr std::array<std::string_view, 10> towards{"from",   "to",      "with", "by",  "between",
                                                              "behind", "against", "on",   "for", "toward"};
    const auto preposition = case_lemma(tree, head);
    return std::find(towards.begin(), towards.end(), preposition) != towards.end();
}

bool has_title(const Tree& tree, At head) {
    for (const At child : tree.children(head))
        if (child < head && (tree.dep(child) == Dep::nmod || tree.dep(child) == Dep::compound) &&
            tree.upos(child) == Upos::propn)
            return true;
    return tree.dep(head) == Dep::flat || (tree.dep(head) == Dep::appos);
}

/// Whether the surname is told with an office below the state's: "Governor Moore", "Senators Cardin and
/// Shaheen".
bool is_local(const Tree& tree, At begin) {
    static constexpr std::array<std::string_view, 12> offices{
        "senator", "senators",    "governor",        "governors",     "representative", "mayor",
        "mayors",  "congressman", "representatives", "congresswoman", "judge",          "professor"};
    constexpr At longest_list = 16;
    for (At at = begin; at-- > 0 && at + longest_list > begin;) {
        std::string form = tree.word(at).form;
        std::transform(form.begin(), form.end(), form.begin(), [](unsigned char c) {
            return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        });
        if (std::find(offices.begin(), offices.end(), form) != offices.end())
            return true;
        if (tree.upos(at) != Upos::propn && form != "," && form != "and")
            return false;
    }
    return false;
}

bool is_among(const Name& name, std::span<const PartyCode> codes) {
    return name.party != nullptr && std::find(codes.begin(), codes.end(), name.party->code) != codes.end();
}

} // namespace

bool is_preposed(const Tree& tree, At word) {
    for (const At child : tree.children(word))
        if (tree.dep(child) == Dep::case_ && tree.upos(child) != Upos::part &&
            tree.upos(child) != Upos::punct)
            return true;
    return false;
}

std::string_view case_lemma(const Tree& tree, At word) {
    for (const At child : tree.children(word))
        if (tree.dep(child) == Dep::case_ && tree.upos(child) == Upos::adp)
            return tree.lemma(child);
    return {};
}

std::string person_name(const Tree& tree, At head) {
    At begin = head;
    At end = head + 1;
    for (const At child : tree.children(head))
        if (tree.dep(child) == Dep::flat ||
            (tree.dep(child) == Dep::compound && tree.upos(child) == Upos::propn)) {
            begin = std::min(begin, child);
            end = std::max(end, child + 1);
        }
    std::string name;
    for (At at = begin; at < end; ++at)
        if (tree.upos(at) == Upos::propn || tree.word(at).form == "-") {
            if (!name.empty() && tree.word(at - 1).space_after)
                name += ' ';
            name += tree.word(at).form;
        }
    return name;
}

/// Whether the other parts of a person's name are parts of the office holder's too: "Mohammed" in "Waleed
/// Mohammed al-Smani" is no king of that name. Spellings differ, so that a part counts by its first letters.
bool is_whole_name(const Tree& tree, At at, const Leader& leader, const std::vector<bool>& known) {
    const At head = tree.dep(at) == Dep::flat || tree.dep(at) == Dep::compound ? tree.head(at) : at;
    const auto is_part = [&](At part) {
        const Dep dep = tree.dep(part);
        return tree.upos(part) == Upos::propn && !known[part] &&
               (part == head || dep == Dep::flat || dep == Dep::compound);
    };
    const auto fits = [&](std::string_view part) {
        if (part.size() < 3 || part.find('.') != std::string_view::npos)
            return true; // an initial
        const std::string_view start = part.substr(0, 3);
        const auto in = [&](std::string_view name) { return name.find(start) != std::string_view::npos; };
        return in(leader.name) || std::any_of(leader.other_names.begin(), leader.other_names.end(), in);
    };
    if (head == nowhere)
        return true;
    if (head != at && is_part(head) && !fits(tree.word(head).form))
        return false;
    for (const At part : tree.children(head))
        if (part != at && is_part(part) && !fits(tree.word(part).form))
            return false;
    return true;
}

SentenceNames::SentenceNames(const Gazetteer& gazetteer, const Tree& tree, const Discourse& discourse)
    : tree_(&tree), by_head_(tree.size(), nullptr), inside_(tree.size(), false), length_(tree.size(), 0) {
    std::vector<std::string_view> tokens;
    tokens.reserve(tree.size());
    for (At at = 0; at < tree.size(); ++at)
        tokens.emplace_back(tree.word(at).form);
    std::vector<std::pair<At, NameMatch>> matches;
    std::vector<bool> known(tree.size(),
                            false); // words that are something else than a part of a person's name
    for (At at = 0; at < tree.size();) {
        const auto match =
            choose_name(gazetteer, tokens, at, discourse.date(), Surety::any, discourse.near());
        if (match)
            matches.emplace_back(at, *match);
        const At end = at + static_cast<At>(match ? match->length : 1);
        for (; at < end; ++at)
            known[at] = match && match->name->kind != NameKind::leader;
    }
    for (const auto& [at, match] : matches) {
        const Name& name = *match.name;
        const At end = at + static_cast<At>(match.length);
        if (!is_taken(name, at, end, discourse) ||
            (name.kind == NameKind::leader && !is_leader(name, at, end, known)))
            continue;
        const At head = head_of(at, end);
        by_head_[head] = &name;
        length_[head] = match.length;
        for (At inside = at; inside < end; ++inside)
            inside_[inside] = inside != head && name.kind != NameKind::role;
    }
}

/// Initials are no short name ("H. E."), and a short name no part of a longer one that is somebody else's.
bool SentenceNames::is_leader(const Name& name, At begin, At end, const std::vector<bool>& known) const {
    if (name.text.find(' ') != std::string_view::npos)
        return true;
    if (end - begin > 1 || tree_->word(begin).form.find('.') != std::string::npos)
        return false;
    // "Minister Lee White": the name goes on, and is another's
    if (end < tree_->size() && tree_->upos(end) == Upos::propn && !known[end] &&
        tree_->dep(end) == Dep::flat && name.leader != nullptr &&
        name.leader->name.find(tree_->word(end).form) == std::string::npos)
        return false;
    const bool joined = begin >= 2 && tree_->word(begin - 1).form == "-" && known[begin - 2];
    if (joined) // "the Houthi-Saleh insurgency"
        return false;
    return name.leader == nullptr || is_whole_name(*tree_, begin, *name.leader, known);
}

At SentenceNames::head_of(At begin, At end) const {
    for (At at = begin; at < end; ++at)
        if (tree_->head(at) == nowhere || tree_->head(at) < begin || tree_->head(at) >= end)
            if (tree_->dep(at) != Dep::case_ && tree_->dep(at) != Dep::punct && tree_->dep(at) != Dep::det)
                return at;
    return end - 1;
}

bool SentenceNames::is_taken(const Name& name, At begin, At end, const Discourse& discourse) const {
    const At head = head_of(begin, end);
    const Upos upos = tree_->upos(head);
    switch (name.kind) {
    case NameKind::role:
    case NameKind::place:
        return true;
    case NameKind::leader:
        if (upos != Upos::propn)
            return false;
        if (end - begin > 1)
            return true;
        if (is_local(*tree_, begin))
            return false;
        // A surname alone: someone whom the text has introduced, or who bears a title here.
        return has_title(*tree_, head) || (name.leader != nullptr && !name.ambiguous && discourse.date() &&
                                           is_within(name.leader->term, *discourse.date()));
    case NameKind::city: // and no part of somebody's name
        return upos == Upos::propn && tree_->dep(head) != Dep::flat && tree_->dep(head) != Dep::compound &&
               !tree_->has_child(head, Dep::flat);
    case NameKind::metonym:
        return upos == Upos::propn && is_acting(*tree_, head);
    case NameKind::body: {
        // "the Foreign Office" between Pakistan and Turkey is not Britain's
        const bool of_others = !discourse.sides().empty() && !is_among(name, discourse.near()) &&
                               !is_among(name, discourse.named());
        return !name.ambiguous || (is_acting(*tree_, head) && !of_others);
    }
    case NameKind::name: {
        const bool told = is_among(name, discourse.near());
        return !name.ambiguous || told || end - begin > 1 ||
               (upos == Upos::propn && (is_acting(*tree_, head) || case_lemma(*tree_, head) == "of"));
    }
    case NameKind::noun:
    case NameKind::adjective: // "speaks Korean"
        return tree_->dep(head) != Dep::obj || tree_->head(head) == nowhere ||
               tree_->lemma(tree_->head(head)) != "speak";
    }
    return true;
}

} // namespace entente::actors::detail
