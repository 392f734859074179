// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_TABLE_HPP
#define ENTENTE_CLI_TABLE_HPP

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The forms in which an answer can be had.
enum class TableFormat { table, csv, tsv, json, ndjson, markdown };

/// "table", "csv", "tsv", "json", "ndjson" or "markdown".
std::optional<TableFormat> parse_table_format(std::string_view text) noexcept;

/// A column: its title, and whether it holds numbers (which stand to the right, and bare in JSON).
struct Column {
    std::string title;
    bool is_number = false;
};

/// Rows of text under columns, UTF-8; an empty field is an absent value.
class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// One field a column.
    void add_row(std::vector<std::string> row);

    const std::vector<Column>& columns() const noexcept { return columns_; }
    const std::vector<std::vector<std::string>>& rows() const noexcept { return rows_; }

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// Writes the table. As TableFormat::table its columns are aligned, line feeds and control characters are
/// shown as blanks, and lines are cut to `width` columns of a terminal (0: not at all), the last column
/// first. CSV follows RFC 4180; the keys of JSON are the titles in lower case with `_` for blanks. Throws
/// OutputError where the stream takes no more.
void write_table(std::ostream& out, const Table& table, TableFormat format, std::size_t width);

/// The width of the terminal that standard output is, 0 where it is none.
std::size_t terminal_width();

/// How many columns of a terminal a UTF-8 text takes.
std::size_t shown_width(std::string_view text);

} // namespace entente::cli

#endif
