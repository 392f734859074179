// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_ROW_OUTCOME_HPP
#define ENTENTE_INGEST_TABLES_ROW_OUTCOME_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What became of a row.
enum class RowOutcome : std::uint8_t {
    /// It gave a relation, or took part in one that several rows give together.
    kept,
    /// Said by the row before it already, the other way round.
    mirrored,
    // Left out: nothing is wrong with the row, but it gives no relation.
    no_actor,
    unknown_actor,
    within_one_party,
    no_event,
    // Refused: the row is not what its table's layout says.
    wrong_columns,
    impossible_date,
    unknown_code,
    impossible_value,
    bad_utf8,
    open_quote
};
inline constexpr std::size_t row_outcome_count = 12;

/// "source or target empty", "wrong number of columns", for messages.
std::string_view to_string(RowOutcome outcome) noexcept;

/// Whether the row is broken, as against left out.
constexpr bool is_refused(RowOutcome outcome) noexcept { return outcome >= RowOutcome::wrong_columns; }
constexpr bool is_kept(RowOutcome outcome) noexcept {
    return outcome == RowOutcome::kept || outcome == RowOutcome::mirrored;
}

/// A row that was refused.
struct RejectedRow {
    std::uint32_t line = 0;
    RowOutcome outcome = RowOutcome::wrong_columns;
    /// "expected 61 columns, found 12".
    std::string reason;
    /// The row as it stands in the file.
    std::string text;
};

/// A row with which nothing is wrong and that gave no relation of its own.
struct LeftOutRow {
    std::uint32_t line = 0;
    RowOutcome outcome = RowOutcome::no_actor;
    /// `source or target unknown: "Nobody"`.
    std::string reason;
};

/// How many rows became what, and which names and codes have no meaning here.
struct RowCounts {
    std::array<std::uint64_t, row_outcome_count> rows{};
    /// By name, how many rows each kept out. Bounded: rare ones are forgotten in tables of very many.
    std::map<std::string, std::uint64_t, std::less<>> unknown_actors;
    std::map<std::string, std::uint64_t, std::less<>> unknown_codes;

    std::uint64_t& operator[](RowOutcome outcome) { return rows[static_cast<std::size_t>(outcome)]; }
    std::uint64_t operator[](RowOutcome outcome) const { return rows[static_cast<std::size_t>(outcome)]; }

    std::uint64_t total() const noexcept;
    std::uint64_t refused() const noexcept;
    void add(const RowCounts& other);
};

/// The `count` most frequent of the names, most frequent first, then by name.
std::vector<std::pair<std::string, std::uint64_t>>
most_frequent(const std::map<std::string, std::uint64_t, std::less<>>& names, std::size_t count);

} // namespace entente

#endif
