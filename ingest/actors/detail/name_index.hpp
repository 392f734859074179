// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_NAME_INDEX_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_NAME_INDEX_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// Finds names, which are numbered by the caller, at a place of a token sequence. Keys lie sorted, so that
/// each token that is read on narrows a range of them; most tokens end the search at once.
class NameIndex {
public:
    struct Entry {
        std::string_view key;
        std::string_view capitals;
        std::uint32_t number = 0;
    };
    struct Found {
        std::uint32_t number = 0;
        std::size_t length = 0;
    };

    /// Numbers must be added in rising order; call `sort` before any search.
    void add(std::string_view name, std::uint32_t number);
    void sort();

    /// Appends what starts at token `at`, shortest first, by number for equal lengths.
    void find(std::span<const std::string_view> tokens, std::size_t at, std::vector<Found>& found) const;

    /// The entries of exactly this key (see Folded), whatever their capitals.
    std::span<const Entry> equal(std::string_view key) const;

    std::span<const Entry> entries() const noexcept { return entries_; }

private:
    std::string_view keep(std::string_view text);

    std::vector<Entry> entries_;
    std::array<std::uint32_t, 257> first_{};
    std::deque<std::string> blocks_;
};

} // namespace entente::detail

#endif
