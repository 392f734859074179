// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/lemma_rule.hpp"

#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <optional>

namespace entente::ud::detail {

namespace {

std::string with_case(char letter_case, std::string_view form) {
    if (form.empty() || letter_case == 'k')
        return std::string(form);
    if (letter_case == 'l')
        return lower_case(form);
    if (letter_case == 'c') {
        std::string number(form);
        std::erase(number, ',');
        return number;
    }
    const std::size_t first = first_code_point(form).bytes;
    if (letter_case == 'u' && form.front() >= 'a' && form.front() <= 'z')
        return static_cast<char>(form.front() - 32) + lower_case(form.substr(1));
    return std::string(form.substr(0, first)) + lower_case(form.substr(first));
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::optional<LemmaRule> rule_for_case(char letter_case, std::string_view form, std::string_view lemma) {
    const std::string base = with_case(letter_case, form);
    const auto differ = std::mismatch(base.begin(), base.end(), lemma.begin(), lemma.end());
    auto shared = static_cast<std::size_t>(differ.first - base.begin());
    while (shared > 0 && shared < lemma.size() && is_continuation(lemma[shared]))
        --shared;
    if (shared == 0)
        return std::nullopt;
    return LemmaRule{letter_case, base.size() - shared, std::string(lemma.substr(shared))};
}

} // namespace

LemmaRule find_lemma_rule(std::string_view form, std::string_view lemma) {
    std::optional<LemmaRule> best;
    // Lower case is tried first: most words have no capital, and a rule that lowers holds for all of them.
    for (const char letter_case : {'l', 'k', 't', 'u', 'c'}) {
        auto rule = rule_for_case(letter_case, form, lemma);
        if (rule && (!best || rule->strip + rule->ending.size() < best->strip + best->ending.size()))
            best = std::move(rule);
    }
    return best ? *best : LemmaRule{'=', 0, std::string(lemma)};
}

std::string lemma_by(const LemmaRule& rule, std::string_view form) {
    if (rule.letter_case == '=')
        return rule.ending;
    std::string lemma = with_case(rule.letter_case, form);
    if (rule.strip >= lemma.size() || is_continuation(lemma[lemma.size() - rule.strip]))
        return rule.strip == 0 ? lemma + rule.ending : lower_case(form);
    lemma.resize(lemma.size() - rule.strip);
    return lemma + rule.ending;
}

LemmaRule parse_lemma_rule(std::string_view text) {
    LemmaRule rule;
    if (text.empty())
        return rule;
    rule.letter_case = text.front();
    text.remove_prefix(1);
    if (rule.letter_case != '=' && !text.empty() && text.front() >= '0' && text.front() <= '9') {
        rule.strip = static_cast<std::size_t>(text.front() - '0');
        text.remove_prefix(1);
    }
    rule.ending = text;
    return rule;
}

std::string to_string(const LemmaRule& rule) {
    std::string text(1, rule.letter_case);
    if (rule.letter_case != '=')
        text += static_cast<char>('0' + std::min<std::size_t>(rule.strip, 9));
    return text + rule.ending;
}

} // namespace entente::ud::detail
