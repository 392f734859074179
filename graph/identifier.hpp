// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_IDENTIFIER_HPP
#define ENTENTE_GRAPH_IDENTIFIER_HPP

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// 128 bits that derive from content, so that equal input has equal identifiers on any machine.
///
/// `Tag` keeps relations and acts apart; it is never defined.
template<class Tag>
struct Digest {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Digest&) const = default;
};

using RelationId = Digest<struct RelationTag>;
using ActId = Digest<struct ActTag>;

/// 32 lower-case hexadecimal digits.
std::string to_hex(std::uint64_t high, std::uint64_t low);
template<class Tag>
std::string to_hex(const Digest<Tag>& id) {
    return to_hex(id.high, id.low);
}

/// The inverse of to_hex; nothing for any other text.
std::optional<Digest<struct AnyTag>> parse_hex(std::string_view text) noexcept;

/// Collects fields and digests them: XXH3, 128 bits, over each field's bytes and its length.
///
/// The order of the fields matters; ("ab", "c") and ("a", "bc") differ.
class Hasher {
public:
    Hasher& add(std::string_view field);
    Hasher& add(std::uint64_t number);

    template<class Tag>
    Digest<Tag> digest() const {
        const auto [high, low] = finish();
        return {high, low};
    }

private:
    struct Halves {
        std::uint64_t high;
        std::uint64_t low;
    };
    Halves finish() const noexcept;

    std::string bytes_;
};

} // namespace entente

template<class Tag>
struct std::hash<entente::Digest<Tag>> {
    std::size_t operator()(const entente::Digest<Tag>& id) const noexcept { return id.low ^ (id.high * 31); }
};

#endif
