// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/lemmatizer.hpp"

#include "ingest/text/detail/hash.hpp"

#include <algorithm>

namespace entente::ud::detail {

namespace {

bool is_address(std::string_view form) {
    return form.find('@') != form.npos || form.find("://") != form.npos || form.starts_with("www.");
}

bool is_capitalised(std::string_view form) { return form.front() >= 'A' && form.front() <= 'Z'; }

// Whether a word of this kind may take the rule.
bool fits(const LemmaRule& rule, const Word& word) {
    if (rule.letter_case == '=' || !is_capitalised(word.form))
        return true;
    const bool lowers = rule.letter_case == 'l';
    if (word.upos == Upos::propn)
        return !lowers;
    return lowers || (word.upos != Upos::verb && word.upos != Upos::adv && word.upos != Upos::aux);
}

} // namespace

Lemmatizer::Lemmatizer(const ModelFile& model)
    : model_(model), keys_(model.section<std::uint64_t>("lexicon.keys")),
      rule_of_key_(model.section<std::uint16_t>("lexicon.rules", keys_.size())) {
    for (const std::string& line : model.lines("lemmas"))
        rules_.push_back(parse_lemma_rule(line));
    for (const std::uint16_t rule : rule_of_key_)
        if (rule >= rules_.size())
            model.fail("section lexicon.rules names a rule that is none");
}

std::uint64_t Lemmatizer::key(std::string_view form, Upos upos, std::string_view xpos) {
    return hash_of(form, hash_of(xpos, static_cast<std::uint64_t>(upos)));
}

std::string Lemmatizer::lemma(const Word& word, std::span<const std::uint32_t> choices,
                              const std::function<bool(std::string_view)>& knows) const {
    if (is_address(word.form))
        return word.form;
    const std::uint64_t wanted = key(word.form, word.upos, word.xpos);
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), wanted);
    if (found != keys_.end() && *found == wanted)
        return lemma_by(rules_[rule_of_key_[static_cast<std::size_t>(found - keys_.begin())]], word.form);
    std::string first;
    for (const std::uint32_t choice : choices) {
        const LemmaRule& rule = rules_[choice];
        if (!fits(rule, word))
            continue;
        std::string lemma = lemma_by(rule, word.form);
        // A rule that only changes the case can't make a word that is none.
        if (rule.letter_case == '=' || (rule.strip == 0 && rule.ending.empty()) || knows(lemma))
            return first.empty() || knows(lemma) ? lemma : first;
        if (first.empty())
            first = std::move(lemma);
    }
    return first.empty() ? word.form : first;
}

} // namespace entente::ud::detail
