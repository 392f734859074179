// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_LEMMA_RULE_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_LEMMA_RULE_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::ud::detail {

/// How a form becomes its lemma: change its case, take bytes from its end, add an ending; or replace it
/// whole.
struct LemmaRule {
    /// `k` keeps the case, `l` makes it lower, `t` makes all but the first letter lower; `=` replaces the
    /// form.
    char letter_case = 'k';
    std::size_t strip = 0;
    std::string ending;

    bool operator==(const LemmaRule&) const = default;
};

/// The rule that changes least: made to hold for many words ("l1" for Talks to talk and Ships to ship).
LemmaRule find_lemma_rule(std::string_view form, std::string_view lemma);

/// The lemma; the form in lower case where the rule would strip all of it.
std::string lemma_by(const LemmaRule& rule, std::string_view form);

/// "l2y" for flies; "=be" for was. Throws nothing; text that is no rule gives the rule that keeps the form.
LemmaRule parse_lemma_rule(std::string_view text);
std::string to_string(const LemmaRule& rule);

} // namespace entente::ud::detail

#endif
