// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/lemmatizer.hpp"

#include "ingest/text/detail/base_form.hpp"
#include "ingest/text/detail/hash.hpp"
#include "ingest/text/detail/spelling.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace entente::ud::detail {

namespace {

// Shorter words are one slip away from too many others; longer ones are none, and would take long.
constexpr std::size_t shortest_misspelt = 5;
constexpr std::size_t longest_misspelt = 32;
constexpr Upos open_classes[] = {Upos::noun, Upos::verb, Upos::adj, Upos::adv};

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Whether a full stop joins parts of several letters, as in names of hosts, news groups and files
// (amazon.com), not in a.m. or e.g.
bool is_dotted(std::string_view form) {
    const auto dot = form.find('.');
    if (dot == form.npos || dot < 2 || dot + 2 >= form.size())
        return false;
    return is_small(form[dot - 2]) && is_small(form[dot - 1]) && is_small(form[dot + 1]) &&
           is_small(form[dot + 2]);
}

// Addresses and hashtags, which are their own lemmas.
bool is_address(std::string_view form) {
    return form.find('@') != form.npos || form.find("://") != form.npos || form.starts_with("www.") ||
           is_dotted(form) || (form.size() > 2 && form.front() == '#' && (form[1] < '0' || form[1] > '9'));
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Whether a form with this tag is its own lemma but for capitals.
bool is_uninflected(std::string_view xpos) {
    return xpos == "NN" || xpos == "JJ" || xpos == "RB" || xpos == "VB" || xpos == "VBP";
}

bool is_compared(std::string_view xpos) {
    return xpos == "JJR" || xpos == "JJS" || xpos == "RBR" || xpos == "RBS";
}

// Whether a word of this kind may take the rule.
bool fits(const LemmaRule& rule, const Word& word) {
    if (rule.letter_case == '=')
        return true;
    if (!is_capital(word.form.front()))
        return rule.letter_case != 'u' || word.upos == Upos::propn || word.upos == Upos::adj;
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
        if (const LemmaRule* rule = name.empty() ? nullptr : find(name, word))
            return detail::lemma_by(*rule, name);
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
    if (word.xpos == "NN" && !is_base(lower, word.upos))
        if (std::string singular = known_singular(lower); !singular.empty())
            return singular;
    for (const std::size_t kept : {std::size_t{2}, std::size_t{1}}) {
        std::string shorter = without_lengthening(lower, kept);
        if (shorter != lower && is_base(shorter, word.upos))
            return shorter;
    }
    std::string lemma = lemma_by_rules(word, choices, knows);
    std::string meant = word_meant(lemma, word, knows);
    return meant.empty() ? lemma : meant;
}

// The lemma of the word that a misspelt one stands for (surround for surounded); nothing for one that isn't.
std::string Lemmatizer::word_meant(const std::string& lemma, const Word& word,
                                   const std::function<bool(std::string_view)>& knows) const {
    const bool is_open =
        std::find(std::begin(open_classes), std::end(open_classes), word.upos) != std::end(open_classes);
    const bool is_word = std::any_of(std::begin(open_classes), std::end(open_classes),
                                     [&](Upos upos) { return is_base(lemma, upos); });
    if (!is_open || is_word || lemma.size() < shortest_misspelt || lemma.size() > longest_misspelt ||
        knows(word.form) || !std::all_of(word.form.begin(), word.form.end(), is_small))
        return {};
    return corrected_spelling(
        lemma, [&](std::string_view other) { return is_base(other, word.upos) && knows(other); });
}

// The noun whose plural the form is, for one that was taken for a singular; nothing where none is known.
std::string Lemmatizer::known_singular(const std::string& form) const {
    Word plural;
    plural.upos = Upos::noun;
    plural.xpos = "NNS";
    if (const LemmaRule* rule = find(form, plural))
        return detail::lemma_by(*rule, form);
    return first_base(base_forms(form, plural.xpos), plural.upos);
}

std::string Lemmatizer::first_base(const std::vector<std::string>& forms, Upos upos) const {
    const auto found =
        std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return is_base(form, upos); });
    return found == forms.end() ? std::string() : *found;
}

// The name that one in capitals or in small letters stands for: India for INDIA and india, but not Baker for
// baker; nothing for one that has both, nor for a pair of capitals, which is an abbreviation.
std::string Lemmatizer::as_name(std::string_view form) const {
    const bool has_small = std::any_of(form.begin(), form.end(), is_small);
    const bool has_capital = std::any_of(form.begin(), form.end(), is_capital);
    const auto is_common = [&](Upos upos) { return is_base(form, upos); };
    if (has_small == has_capital || (has_capital && form.size() < 3) ||
        (has_small && (is_common(Upos::noun) || is_common(Upos::adj) || is_common(Upos::verb))))
        return {};
    return detail::lemma_by({has_small ? 'u' : 't', 0, ""}, form);
}

std::string Lemmatizer::known_case(const std::string& form) const {
    const std::string lower = lower_case(form);
    const bool is_name = is_base(form, Upos::propn);
    const bool is_common =
        is_base(lower, Upos::noun) || is_base(lower, Upos::adj) || is_base(lower, Upos::verb);
    if (is_name == is_common)
        return {};
    return is_name ? form : lower;
}

std::string Lemmatizer::lemma_by_rules(const Word& word, std::span<const Choice> choices,
                                       const std::function<bool(std::string_view)>& knows) const {
    const std::string lower = lower_case(word.form);
    const std::vector<std::string> regular = base_forms(lower, word.xpos);
    if (std::string base = first_base(regular, word.upos); !base.empty())
        return base;
    if (!regular.empty()) {
        const auto base = std::find_if(regular.begin(), regular.end(), knows);
        return base == regular.end() ? regular.front() : *base;
    }
    if (is_compared(word.xpos))
        if (std::string base = first_base(positive_forms(lower), word.upos); !base.empty())
            return base;
    // A known word that has no ending to lose keeps all of its letters (cauliflower).
    const bool is_whole = (word.xpos == "NNS" || is_uninflected(word.xpos)) && is_base(lower, word.upos);
    std::string first;
    for (const Choice& choice : choices) {
        const LemmaRule& rule = rules_[choice.index];
        const bool only_changes_case = rule.letter_case != '=' && rule.strip == 0 && rule.ending.empty();
        if (!fits(rule, word) || (is_whole && rule.letter_case != '=' && !only_changes_case))
            continue;
        std::string lemma = detail::lemma_by(rule, word.form);
        // A rule that only changes the case can't make a word that is none.
        if (rule.letter_case == '=' || only_changes_case || knows(lemma))
            return first.empty() || knows(lemma) ? lemma : first;
        if (first.empty())
            first = std::move(lemma);
    }
    return first.empty() ? word.form : first;
}

} // namespace entente::ud::detail
