// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLE_FILE_HPP
#define ENTENTE_INGEST_TABLE_FILE_HPP

#include "graph/error.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The pieces of `text` between the separators, which may be empty; one piece for a text without any.
std::vector<std::string_view> split(std::string_view text, char separator);

/// One row of a tab-separated data file. Views the line, which lives for the call of the row handler.
class TableRow {
public:
    TableRow(std::string_view line, const std::string& file, std::size_t line_number);

    std::string_view operator[](std::size_t column) const { return fields_[column]; }
    std::size_t size() const noexcept { return fields_.size(); }
    std::size_t line() const noexcept { return line_; }

    /// The error for a field that is not what its column says.
    InputError error(std::size_t column, std::string_view expected, std::string_view found) const;
    /// Throws InputError unless the row has this many fields.
    void expect_columns(std::size_t count) const;

private:
    std::vector<std::string_view> fields_;
    const std::string* file_;
    std::size_t line_;
    std::string_view text_;
};

/// Reads a data file of Entente: rows of tab-separated fields, `#` in front of comments, empty lines ignored.
///
/// Hands each row to `on_row` in order. Throws InputError for a row without exactly `columns` fields (0: any
/// number). Used by every table under ingest/data/.
void read_table(std::istream& in, const std::string& file, std::size_t columns,
                const std::function<void(const TableRow&)>& on_row);

} // namespace entente

#endif
