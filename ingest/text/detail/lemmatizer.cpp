// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/lemmatizer.hpp"

#include "ingest/text/detail/base_form.hpp"
#include "ingest/text/detail/hash.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>

namespace entente::ud::detail {

namespace {

// Addresses and hashtags, which are their own lemmas.
bool is_address(std::string_view form) {
    return form.find('@') != form.npos || form.find("://") != form.npos || form.starts_with("www.") ||
           (form.size() > 2 && form.front() == '#' && (form[1] < '0' || form[1] > '9'));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Whether a word of this kind may take the rule.
bool fits(const LemmaRule& rule, const Word& word) {
    if (rule.letter_case == '=' || !is_capital(word.form.front()))
        return true;
    const bool lowers = rule.letter_case == 'l';
    if (word.upos == Upos::propn)
        return !lowers;
    // Of nouns and verbs even those of headings are written small (LNG is lng); adjectives may be of names.
    return lowers || (word.upos != Upos::verb && word.upos != Upos::adv && word.upos != Upos::aux);
}

// The word that one with lengthened letters stands for, with `kept` of three or more (so for sooooo).
std::string without_lengthening(std::string_view form, std::size_t kept) {
    std::string out;
    std::size_t run = 0;
    for (std::size_t i = 0; i < form.size();) {
        for (run = 1; i + run < form.size() && form[i + run] == form[i] && is_small(form[i]);)
            ++run;
        out.append(run > 2 ? kept : run, form[i]);
        i += run;
    }
    return out;
}

} // namespace

Lemmatizer::Lemmatizer(const ModelFile& model)
    : model_(model), keys_(model.section<std::uint64_t>("lexicon.keys")),
      rule_of_key_(model.section<std::uint16_t>("lexicon.rules", keys_.size())),
      bases_(model.section<std::uint64_t>("bases")) {
    for (const std::string& line : model.lines("lemmas"))
        rules_.push_back(parse_lemma_rule(line));
    network_rules_ = rules_.size();
    for (const std::string& line : model.lines("lemmas.more"))
        rules_.push_back(parse_lemma_rule(line));
    for (const std::uint16_t rule : rule_of_key_)
        if (rule >= rules_.size())
            model.fail("section lexicon.rules names a rule that is none");
}

std::uint64_t Lemmatizer::key(std::string_view form, Upos upos, std::string_view xpos) {
    return hash_of(form, hash_of(xpos, static_cast<std::uint64_t>(upos)));
}

std::uint64_t Lemmatizer::base_key(std::string_view lemma, Upos upos) { return key(lemma, upos, "base"); }

const LemmaRule* Lemmatizer::find(std::string_view form, const Word& word) const {
    const std::uint64_t wanted = key(form, word.upos, word.xpos);
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), wanted);
    if (found == keys_.end() || *found != wanted)
        return nullptr;
    return &rules_[rule_of_key_[static_cast<std::size_t>(found - keys_.begin())]];
}

bool Lemmatizer::is_base(std::string_view lemma, Upos upos) const {
    return std::binary_search(bases_.begin(), bases_.end(), base_key(lemma, upos));
}

std::string Lemmatizer::lemma(const Word& word, std::span<const Choice> choices,
                              const std::function<bool(std::string_view)>& knows) const {
    if (is_address(word.form))
        return word.form;
    if (const LemmaRule* rule = find(word.form, word))
        return detail::lemma_by(*rule, word.form);
    if (word.upos == Upos::propn) {
        const std::string name = as_name(word.form);
        return !name.empty() && is_base(name, word.upos) ? name : lemma_by_rules(word, choices, knows);
    }
    const std::string lower = lower_case(word.form);
    if (const LemmaRule* rule = find(lower, word); rule != nullptr && lower != word.form)
        return detail::lemma_by(*rule, lower);
    if (word.upos == Upos::verb && !is_base(lower, word.upos)) {
        // A past form that was taken for another one is still of its verb.
        Word past = word;
        for (const char* tag : {"VBD", "VBN"}) {
            past.xpos = tag;
            if (const LemmaRule* rule = find(lower, past))
                return detail::lemma_by(*rule, lower);
        }
    }
    for (const std::size_t kept : {2, 1}) {
        const std::string shorter = without_lengthening(lower, kept);
        if (shorter != lower && is_base(shorter, word.upos))
            return shorter;
    }
    return lemma_by_rules(word, choices, knows);
}

// The name that one in capitals or in small letters stands for: India for INDIA and india, but not Baker for
// baker; nothing for one that has both.
std::string Lemmatizer::as_name(std::string_view form) const {
    const bool has_small = std::any_of(form.begin(), form.end(), is_small);
    const bool has_capital = std::any_of(form.begin(), form.end(), is_capital);
    const auto is_common = [&](Upos upos) { return is_base(form, upos); };
    if (has_small == has_capital ||
        (has_small && (is_common(Upos::noun) || is_common(Upos::adj) || is_common(Upos::verb))))
        return {};
    return detail::lemma_by({has_small ? 'u' : 't', 0, ""}, form);
}

std::string Lemmatizer::lemma_by_rules(const Word& word, std::span<const Choice> choices,
                                       const std::function<bool(std::string_view)>& knows) const {
    const auto is_known_base = [&](const std::string& lemma) { return is_base(lemma, word.upos); };
    const std::vector<std::string> regular = base_forms(lower_case(word.form), word.xpos);
    if (!regular.empty()) {
        auto base = std::find_if(regular.begin(), regular.end(), is_known_base);
        if (base == regular.end())
            base = std::find_if(regular.begin(), regular.end(), knows);
        return base == regular.end() ? regular.front() : *base;
    }
    std::string first;
    for (const Choice& choice : choices) {
        const LemmaRule& rule = rules_[choice.index];
        if (!fits(rule, word))
            continue;
        std::string lemma = detail::lemma_by(rule, word.form);
        // A rule that only changes the case can't make a word that is none.
        if (rule.letter_case == '=' || (rule.strip == 0 && rule.ending.empty()) || knows(lemma))
            return first.empty() || knows(lemma) ? lemma : first;
        if (first.empty())
            first = std::move(lemma);
    }
    return first.empty() ? word.form : first;
}

} // namespace entente::ud::detail
