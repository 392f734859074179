// SPDX-License-Identifier: Apache-2.0
#include "graph/identifier.hpp"

#include <xxhash.h>

#include <charconv>

namespace entente {

namespace {

void append_hex(std::string& out, std::uint64_t half) {
    static constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        out += digits[(half >> shift) & 15U];
}

std::optional<std::uint64_t> parse_half(std::string_view text) noexcept {
    std::uint64_t half = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), half, 16);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return half;
}

} // namespace

std::string to_hex(std::uint64_t high, std::uint64_t low) {
    std::string out;
    out.reserve(32);
    append_hex(out, high);
    append_hex(out, low);
    return out;
}

std::optional<Digest<AnyTag>> parse_hex(std::string_view text) noexcept {
    if (text.size() != 32)
        return std::nullopt;
    const auto high = parse_half(text.substr(0, 16));
    const auto low = parse_half(text.substr(16));
    if (!high || !low)
        return std::nullopt;
    return Digest<AnyTag>{*high, *low};
}

Hasher& Hasher::add(std::string_view field) {
    add(static_cast<std::uint64_t>(field.size()));
    bytes_.append(field);
    return *this;
}

Hasher& Hasher::add(std::uint64_t number) {
    constexpr std::size_t usual = 480; // what a relation takes: one allocation instead of six
    if (bytes_.capacity() < usual)
        bytes_.reserve(usual);
    char bytes[8];
    for (unsigned i = 0; i < 8; ++i) // little end first, whatever the machine
        bytes[i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
    bytes_.append(bytes, sizeof bytes);
    return *this;
}

Hasher::Halves Hasher::finish() const noexcept {
    const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
    return {hash.high64, hash.low64};
}

} // namespace entente
