// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_LEMMATIZER_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_LEMMATIZER_HPP

#include "ingest/text/detail/lemma_rule.hpp"
#include "ingest/text/detail/model_file.hpp"
#include "ingest/text/ud.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// Chooses a word's lemma: as the treebanks have it for the form with this tag, else by the likeliest rule
/// that makes a word of the language.
class Lemmatizer {
public:
    explicit Lemmatizer(const ModelFile& model);

    std::size_t rules() const noexcept { return rules_.size(); }

    /// `choices` are rules, the likeliest first; `knows` tells whether a word is one of the language.
    std::string lemma(const Word& word, std::span<const std::uint32_t> choices,
                      const std::function<bool(std::string_view)>& knows) const;

    /// The key of a form with a tag in the section "lexicon.keys".
    static std::uint64_t key(std::string_view form, Upos upos, std::string_view xpos);

private:
    ModelFile model_;
    std::vector<LemmaRule> rules_;
    std::span<const std::uint64_t> keys_;
    std::span<const std::uint16_t> rule_of_key_;
};

} // namespace entente::ud::detail

#endif
