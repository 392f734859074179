// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_PARTY_CODE_HPP
#define ENTENTE_GRAPH_PARTY_CODE_HPP

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The kinds of actor that a graph holds.
enum class ActorKind { country, organization, group, person, community };

/// "country", "organization", "group", "person" or "community".
std::string_view to_string(ActorKind kind) noexcept;
std::optional<ActorKind> parse_actor_kind(std::string_view text) noexcept;

/// Who a relation runs between: ISO 3166-1 alpha-3 (`BEL`; also `XKX` Kosovo, and the alpha-3 of former
/// states), `IGO:` or `NSA:` and a name in capitals, digits, `_` and `-` (`IGO:EU`), or `INT`, the
/// international community.
class PartyCode {
public:
    /// The empty code, which names nobody; no relation holds it.
    PartyCode() = default;

    /// The code as text, `BEL`.
    const std::string& text() const noexcept { return text_; }
    bool empty() const noexcept { return text_.empty(); }

    /// country, organization (IGO:), group (NSA:) or community (INT).
    ActorKind kind() const noexcept;

    auto operator<=>(const PartyCode&) const = default;

    /// Nothing where `text` has not the form of a code; whether such a country exists is not asked.
    static std::optional<PartyCode> parse(std::string_view text);

private:
    explicit PartyCode(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

/// PartyCode::parse, in the form of the other parsers.
inline std::optional<PartyCode> parse_party_code(std::string_view text) { return PartyCode::parse(text); }

} // namespace entente

template<>
struct std::hash<entente::PartyCode> {
    std::size_t operator()(const entente::PartyCode& code) const noexcept {
        return std::hash<std::string>{}(code.text());
    }
};

#endif
