// SPDX-License-Identifier: Apache-2.0
#include "graph/party_code.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kind_names{"country", "organization", "group", "person",
                                                     "community"};
constexpr std::size_t longest_name = 60;

bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_name_character(char c) noexcept {
    return is_capital(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

} // namespace

std::string_view to_string(ActorKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<ActorKind> parse_actor_kind(std::string_view text) noexcept {
    const auto found = std::find(kind_names.begin(), kind_names.end(), text);
    if (found == kind_names.end())
        return std::nullopt;
    return static_cast<ActorKind>(found - kind_names.begin());
}

ActorKind PartyCode::kind() const noexcept {
    if (text_.starts_with("IGO:"))
        return ActorKind::organization;
    if (text_.starts_with("NSA:"))
        return ActorKind::group;
    return text_ == "INT" ? ActorKind::community : ActorKind::country;
}

std::optional<PartyCode> PartyCode::parse(std::string_view text) {
    const bool country = text.size() == 3 && std::all_of(text.begin(), text.end(), is_capital);
    const bool body = (text.starts_with("IGO:") || text.starts_with("NSA:")) && text.size() > 4 &&
                      text.size() <= 4 + longest_name &&
                      std::all_of(text.begin() + 4, text.end(), is_name_character);
    if (!country && !body)
        return std::nullopt;
    return PartyCode(std::string(text));
}

} // namespace entente
