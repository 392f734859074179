// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/ud.hpp"

#include <algorithm>
#include <array>

namespace entente::ud {

namespace {

constexpr std::array<std::string_view, upos_count> upos_names{
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

} // namespace

std::string_view to_string(Upos upos) noexcept { return upos_names[static_cast<std::size_t>(upos)]; }

std::optional<Upos> parse_upos(std::string_view text) noexcept {
    const auto found = std::find(upos_names.begin(), upos_names.end(), text);
    if (found == upos_names.end())
        return std::nullopt;
    return static_cast<Upos>(found - upos_names.begin());
}

} // namespace entente::ud
