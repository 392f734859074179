// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_LEMMATIZER_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_LEMMATIZER_HPP

#include "ingest/text/detail/lemma_rule.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/detail/network.hpp"
#include "ingest/text/ud.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// Chooses a word's lemma: as the lexicon has it for the form with this tag, else the first that is a known
/// lemma of that part of speech among what the network's rules and regular inflection offer, else the
/// likeliest.
class Lemmatizer {
public:
    /// Reads the sections "lemmas" (the network's rules), "lemmas.more" (rules that only the lexicon has),
    /// "lexicon.keys" (sorted), "lexicon.rules" and "bases" (keys of lemmas, sorted).
    explicit Lemmatizer(const ModelFile& model);

    /// How many rules the network chooses among.
    std::size_t rules() const noexcept { return network_rules_; }

    /// `choices` are rules, the likeliest first; `knows` tells whether a word is one of the language.
    std::string lemma(const Word& word, std::span<const Choice> choices,
                      const std::function<bool(std::string_view)>& knows) const;

    /// What a rule of the network makes of the form.
    std::string lemma_by(const Choice& rule, std::string_view form) const {
        return detail::lemma_by(rules_[rule.index], form);
    }

    /// The form as a name has it, or in small letters, where it is known as a name alone, or as a common word
    /// alone; nothing where it is known as both or as neither.
    std::string known_case(const std::string& form) const;

    /// The key of a form with a tag in the section "lexicon.keys".
    static std::uint64_t key(std::string_view form, Upos upos, std::string_view xpos);
    /// The key of a lemma in the section "bases".
    static std::uint64_t base_key(std::string_view lemma, Upos upos);

private:
    const LemmaRule* find(std::string_view form, const Word& word) const;
    bool is_base(std::string_view lemma, Upos upos) const;
    std::string first_base(const std::vector<std::string>& forms, Upos upos) const;
    std::string known_singular(const std::string& form) const;
    std::string word_meant(const std::string& lemma, const Word& word,
                           const std::function<bool(std::string_view)>& knows) const;
    std::string as_name(std::string_view form) const;
    std::string lemma_by_rules(const Word& word, std::span<const Choice> choices,
                               const std::function<bool(std::string_view)>& knows) const;

    ModelFile model_;
    std::size_t network_rules_ = 0;
    std::vector<LemmaRule> rules_;
    std::span<const std::uint64_t> keys_;
    std::span<const std::uint16_t> rule_of_key_;
    std::span<const std::uint64_t> bases_;
};

} // namespace entente::ud::detail

#endif
