// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/mention.hpp"

#include <array>

namespace entente::actors {

std::string_view to_string(Rule rule) noexcept {
    static constexpr std::array<std::string_view, 14> names{
        "name",       "demonym", "metonym",   "body",    "leader",  "person", "modifier",
        "apposition", "office",  "publisher", "speaker", "pronoun", "pair",   "community"};
    return names[static_cast<std::size_t>(rule)];
}

} // namespace entente::actors
