// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_COLUMNS_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_COLUMNS_HPP

#include "graph/country_codes.hpp"
#include "graph/date.hpp"
#include "graph/error.hpp"
#include "ingest/tables/mapped_rows.hpp"

#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// No column: a table that lacks it.
inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// The names of a header; capitals, blanks at the ends and a byte order mark do not count.
class Header {
public:
    explicit Header(std::span<const std::string_view> names);

    std::size_t size() const { return names_.size(); }
    /// no_column where the table has none of the names.
    std::size_t find(std::initializer_list<std::string_view> names) const;
    /// Throws InputError where the table has none of the names.
    std::size_t require(std::initializer_list<std::string_view> names, const std::string& file) const;

private:
    std::vector<std::string> names_;
};

/// In small letters, without blanks at the ends.
std::string normalised(std::string_view text);

/// The field; empty where the table lacks the column or the row is shorter.
inline std::string_view field(const EventRow& row, std::size_t column) {
    return column < row.fields.size() ? row.fields[column] : std::string_view{};
}

/// Whether a field says that there is nothing: empty, NA, None, NULL, `---`, `.`.
bool is_missing(std::string_view text) noexcept;

/// A whole number that is all of the text.
std::optional<long> parse_integer(std::string_view text) noexcept;

/// A day as tables write it: what parse_date reads, or `M/D/YYYY`.
std::optional<Date> parse_table_date(std::string_view text) noexcept;

/// Refuses the row for its date.
void refuse_date(const EventRow& row, std::string_view found, MappedRows& out);

/// The year, from 1 to 9999; none, and the row refused for its date, where the field is no such year.
std::optional<int> read_year(const EventRow& row, std::size_t column, MappedRows& out);

/// The states of a dyad.
struct Dyad {
    PartyCode first;
    PartyCode second;
};

/// The states with the Correlates of War numbers of the two fields on that day; none, and the row counted for
/// the number that is unknown, where there is no such state.
std::optional<Dyad> read_dyad(const EventRow& row, std::size_t first, std::size_t second, const Date& day,
                              const CountryCodes& countries, MappedRows& out);

/// The states of a dyad in a year.
struct DyadYear {
    Dyad states;
    int year = 0;
};

/// The states of the two fields on the last day of the year in a third; none, and the row refused or counted,
/// as read_year() and read_dyad() do.
std::optional<DyadYear> read_dyad_year(const EventRow& row, std::size_t year, std::size_t first,
                                       std::size_t second, const CountryCodes& countries, MappedRows& out);

/// Reads a count into `to`, 1 where the field is empty; false, and the row refused, where it is no number
/// above 0.
bool read_count(const EventRow& row, std::size_t column, std::uint32_t& to, MappedRows& out);

/// Refuses rows that have not as many fields as they should.
bool has_columns(const EventRow& row, std::size_t expected, MappedRows& out);

/// The parts between separators, without blanks around them.
std::vector<std::string_view> list(std::string_view text, char separator);

/// "GOV,MIL": a comma list in the order of the alphabet, quotes taken away.
std::string sorted_list(std::string_view text);

/// The first and the last day of a year.
Date first_day(int year);
Date last_day(int year);

} // namespace entente::detail

#endif
