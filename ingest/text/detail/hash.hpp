// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_HASH_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_HASH_HPP

#include <cstdint>
#include <string_view>

namespace entente::ud::detail {

/// Spreads the bits of a number over all 64 (the finaliser of MurmurHash3).
constexpr std::uint64_t mixed(std::uint64_t key) noexcept {
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdu;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53u;
    return key ^ (key >> 33);
}

/// A hash of the text, the same on every machine since models hold it (FNV-1a, mixed). `kind` makes one
/// feature's hashes differ from another's.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t kind = 0) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325u ^ (kind * 0x9e3779b97f4a7c15u);
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return mixed(hash);
}

} // namespace entente::ud::detail

#endif
