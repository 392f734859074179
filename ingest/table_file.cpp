// SPDX-License-Identifier: Apache-2.0
#include "ingest/table_file.hpp"

#include <algorithm>
#include <istream>

namespace entente {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        pieces.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos)
            return pieces;
        begin = end + 1;
    }
}

TableRow::TableRow(std::string_view line, const std::string& file, std::size_t line_number)
    : fields_(split(line, '\t')), file_(&file), line_(line_number), text_(line) {}

InputError TableRow::error(std::size_t column, std::string_view expected, std::string_view found) const {
    const auto before = text_.substr(0, static_cast<std::size_t>(fields_[column].data() - text_.data()));
    const auto code_points = std::count_if(
        before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return InputError({*file_, line_, static_cast<std::size_t>(code_points) + 1}, expected, found);
}

void TableRow::expect_columns(std::size_t count) const {
    if (size() != count)
        throw InputError({*file_, line_, 1},
                         "expected " + std::to_string(count) + " columns, found " + std::to_string(size()));
}

void read_table(std::istream& in, const std::string& file, std::size_t columns,
                const std::function<void(const TableRow&)>& on_row) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.empty() || line.front() == '#')
            continue;
        const TableRow row(line, file, number);
        if (columns != 0)
            row.expect_columns(columns);
        on_row(row);
    }
}

} // namespace entente
