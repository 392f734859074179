// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/row_outcome.hpp"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

using Names = std::map<std::string, std::uint64_t, std::less<>>;

// Names that were met once go first: what is asked for are the frequent ones.
void add_names(Names& to, const Names& from) {
    constexpr std::size_t most = 1'000'000;
    for (const auto& [name, count] : from)
        to[name] += count;
    if (to.size() > most)
        std::erase_if(to, [](const auto& entry) { return entry.second == 1; });
}

} // namespace

std::string_view to_string(RowOutcome outcome) noexcept {
    static constexpr std::array<std::string_view, row_outcome_count> texts = {
        "kept",
        "said by the row before, the other way round",
        "source or target empty",
        "source or target unknown",
        "within one party",
        "no event",
        "wrong number of columns",
        "impossible date",
        "unknown event code",
        "impossible value",
        "broken UTF-8",
        "quote without an end"};
    return texts[static_cast<std::size_t>(outcome)];
}

std::uint64_t RowCounts::total() const noexcept {
    return std::accumulate(rows.begin(), rows.end(), std::uint64_t{0});
}

std::uint64_t RowCounts::refused() const noexcept {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < row_outcome_count; ++i)
        sum += is_refused(static_cast<RowOutcome>(i)) ? rows[i] : 0;
    return sum;
}

void RowCounts::add(const RowCounts& other) {
    for (std::size_t i = 0; i < row_outcome_count; ++i)
        rows[i] += other.rows[i];
    add_names(unknown_actors, other.unknown_actors);
    add_names(unknown_codes, other.unknown_codes);
}

std::vector<std::pair<std::string, std::uint64_t>> most_frequent(const Names& names, std::size_t count) {
    std::vector<std::pair<std::string, std::uint64_t>> sorted(names.begin(), names.end());
    const auto is_before = [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    count = std::min(count, sorted.size());
    std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), sorted.end(),
                      is_before);
    sorted.resize(count);
    return sorted;
}

} // namespace entente
