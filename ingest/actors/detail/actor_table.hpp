// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_ACTOR_TABLE_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_ACTOR_TABLE_HPP

#include "graph/error.hpp"
#include "ingest/actors/party.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// The rows of a tab-separated file of actors: `#` comments, a line that names the columns, rows.
///
/// Fields at the end of a row may be missing; they read as empty, as do columns that the file lacks.
class ActorTable {
public:
    /// `file` is the name that messages give; both must outlive the table.
    ActorTable(std::string_view text, const std::string& file);

    /// The columns that the file names, in its order; empty for a file without rows.
    const std::vector<std::string_view>& columns() const noexcept { return columns_; }

    /// Where a column's name stands in the file.
    Place column_place(std::size_t column) const;

    /// Goes to the next row. Throws InputError for one with more fields than columns, and can go on after it.
    bool next();

    /// The field of the row under a column, without white space around it.
    std::string_view field(std::string_view column) const noexcept;

    /// The field, which must not be empty.
    std::string_view required(std::string_view column) const;

    /// For `throw table.error(...)`: the field of that column is not what it should be.
    InputError error(std::string_view column, std::string_view expected) const;
    /// The same for a part of the field, such as one of several names.
    InputError error(std::string_view part, std::string_view expected, std::string_view found) const;

    /// The fields that a column's names make, split at `|`, without the empty ones.
    std::vector<std::string_view> list(std::string_view column) const;

    /// The two columns as a period whose ends are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty.
    Period period(std::string_view from, std::string_view until) const;

    /// A Wikidata identifier, `Q31`, or empty.
    std::string_view wikidata(std::string_view column) const;

private:
    bool next_line();
    std::optional<Date> end_of_period(std::string_view column, bool last) const;

    std::string_view rest_;
    const std::string& file_;
    std::string_view line_;
    std::size_t line_number_ = 0;
    std::size_t header_line_ = 0;
    std::string_view header_;
    std::vector<std::string_view> columns_;
    std::vector<std::string_view> fields_;
};

} // namespace entente::detail

#endif
