// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/key_cache.hpp"

#define XXH_INLINE_ALL // most texts are short: a call costs more than their hash
#include <xxhash.h>

namespace entente::detail {

KeyCache::Place& KeyCache::at(std::string_view text) noexcept {
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    Place& place = places_[hash.low64 & (places_.size() - 1)];
    if (place.high != hash.high64 || place.low != hash.low64)
        place = {hash.high64, hash.low64, 0};
    return place;
}

} // namespace entente::detail
