// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_KEY_CACHE_HPP
#define ENTENTE_GRAPH_DETAIL_KEY_CACHE_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::detail {

/// The keys of texts that were met lately: a fixed number of places, where a text that comes later takes the
/// place of an earlier one. Texts are known by 128 bits of their hash.
class KeyCache {
public:
    /// `places` is a power of two.
    explicit KeyCache(std::size_t places) : places_(places) {}

    struct Place {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        /// 0 where the place is another text's, or free; to be filled in then.
        std::int64_t key = 0;
    };

    /// The place of `text`, which is its own from now on.
    Place& at(std::string_view text) noexcept;

    void clear() noexcept { places_.assign(places_.size(), {}); }

private:
    std::vector<Place> places_;
};

} // namespace entente::detail

#endif
