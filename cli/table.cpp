// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include "graph/error.hpp"

#include <boost/assert.hpp>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <utf8proc.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ostream>
#include <utility>

namespace entente::cli {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 12; // a column is not cut below this

/// The bytes of the first code point of `text` and its width on a terminal.
std::pair<std::size_t, std::size_t> first_character(std::string_view text) {
    utf8proc_int32_t code_point = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    if (bytes <= 0)
        return {1, 1};
    return {static_cast<std::size_t>(bytes),
            static_cast<std::size_t>(std::max(utf8proc_charwidth(code_point), 0))};
}

/// The text on one line: control characters would move the cursor, and more, of whoever looks at it.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return line;
}

/// The text cut to a width, with an ellipsis where something was cut.
std::string cut(const std::string& text, std::size_t width) {
    if (shown_width(text) <= width)
        return text;
    std::size_t bytes = 0;
    std::size_t shown = 0;
    while (bytes < text.size()) {
        const auto [size, columns] = first_character(std::string_view(text).substr(bytes));
        if (shown + columns + 1 > width)
            break;
        bytes += size;
        shown += columns;
    }
    return text.substr(0, bytes) + "…";
}

std::vector<std::size_t> column_widths(const Table& table, std::size_t width) {
    std::vector<std::size_t> widths;
    for (const Column& column : table.columns())
        widths.push_back(shown_width(column.title));
    for (const auto& row : table.rows())
        for (std::size_t at = 0; at < row.size(); ++at)
            widths[at] = std::max(widths[at], shown_width(row[at]));
    std::size_t total = gap * (widths.size() - 1);
    for (const std::size_t one : widths)
        total += one;
    for (std::size_t at = widths.size(); width != 0 && total > width && at-- > 0;) {
        const std::size_t spare = widths[at] > narrowest ? widths[at] - narrowest : 0;
        const std::size_t less = std::min(spare, total - width);
        widths[at] -= less;
        total -= less;
    }
    return widths;
}

void write_line(std::ostream& out, const Table& table, const std::vector<std::string>& fields,
                const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const std::string text = cut(on_one_line(fields[at]), widths[at]);
        const std::string padding(widths[at] - std::min(widths[at], shown_width(text)), ' ');
        line += table.columns()[at].is_number ? padding + text : text + padding;
        line.append(gap, ' ');
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
}

std::vector<std::string> titles(const Table& table) {
    std::vector<std::string> all;
    for (const Column& column : table.columns())
        all.push_back(column.title);
    return all;
}

void write_aligned(std::ostream& out, const Table& table, std::size_t width) {
    const auto widths = column_widths(table, width);
    write_line(out, table, titles(table), widths);
    for (const auto& row : table.rows())
        write_line(out, table, row, widths);
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string tsv_field(const std::string& text) {
    std::string escaped;
    for (const char c : text)
        escaped += c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    return escaped;
}

std::string markdown_field(const std::string& text) {
    std::string escaped;
    for (const char c : on_one_line(text))
        escaped += c == '|' ? std::string("\\|") : std::string(1, c);
    return escaped;
}

template<class Field>
void write_separated(std::ostream& out, const std::vector<std::string>& row, std::string_view separator,
                     std::string_view end, Field field) {
    for (std::size_t at = 0; at < row.size(); ++at)
        out << (at == 0 ? std::string_view{} : separator) << field(row[at]);
    out << end;
}

void write_markdown(std::ostream& out, const Table& table) {
    out << "| ";
    write_separated(out, titles(table), " | ", " |\n|", markdown_field);
    for (const Column& column : table.columns())
        out << (column.is_number ? " ---: |" : " --- |");
    out << '\n';
    for (const auto& row : table.rows()) {
        out << "| ";
        write_separated(out, row, " | ", " |\n", markdown_field);
    }
}

std::string json_object(const Table& table, const std::vector<std::string>& row) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    for (std::size_t at = 0; at < row.size(); ++at) {
        std::string key = table.columns()[at].title;
        for (char& c : key)
            c = c == ' ' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
        if (row[at].empty())
            json.Null();
        else if (table.columns()[at].is_number)
            json.RawValue(row[at].data(), row[at].size(), rapidjson::kNumberType);
        else
            json.String(row[at].data(), static_cast<rapidjson::SizeType>(row[at].size()));
    }
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

void write_json(std::ostream& out, const Table& table) {
    out << '[';
    for (std::size_t at = 0; at < table.rows().size(); ++at)
        out << (at == 0 ? "\n" : ",\n") << "  " << json_object(table, table.rows()[at]);
    out << "\n]\n";
}

} // namespace

std::optional<TableFormat> parse_table_format(std::string_view text) noexcept {
    static constexpr std::array<std::string_view, 6> names{"table", "csv",    "tsv",
                                                           "json",  "ndjson", "markdown"};
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<TableFormat>(found - names.begin()));
}

void Table::add_row(std::vector<std::string> row) {
    BOOST_ASSERT_MSG(row.size() == columns_.size(), "a row has a field for each column");
    rows_.push_back(std::move(row));
}

void write_table(std::ostream& out, const Table& table, TableFormat format, std::size_t width) {
    switch (format) {
    case TableFormat::table:
        write_aligned(out, table, width);
        break;
    case TableFormat::csv:
        write_separated(out, titles(table), ",", "\r\n", csv_field);
        for (const auto& row : table.rows())
            write_separated(out, row, ",", "\r\n", csv_field);
        break;
    case TableFormat::tsv:
        write_separated(out, titles(table), "\t", "\n", tsv_field);
        for (const auto& row : table.rows())
            write_separated(out, row, "\t", "\n", tsv_field);
        break;
    case TableFormat::json:
        write_json(out, table);
        break;
    case TableFormat::ndjson:
        for (const auto& row : table.rows())
            out << json_object(table, row) << '\n';
        break;
    case TableFormat::markdown:
        write_markdown(out, table);
        break;
    }
    if (!out.flush())
        throw OutputError("the output takes no more");
}

std::size_t terminal_width() {
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

std::size_t shown_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [bytes, columns] = first_character(text.substr(at));
        at += bytes;
        width += columns;
    }
    return width;
}

} // namespace entente::cli
