// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/table.hpp"

#include <boost/assert.hpp>

#include <charconv>

namespace entente::detail {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::vector<std::string_view>> table_rows(std::string_view table) {
    std::vector<std::vector<std::string_view>> rows;
    for (const std::string_view line : split(table, '\n')) {
        if (!line.empty() && line.front() != '#')
            rows.push_back(split(line, '\t'));
    }
    return rows;
}

double table_number(std::string_view text) {
    double number = 0;
    [[maybe_unused]] const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    BOOST_ASSERT_MSG(result.ec == std::errc{}, "a number column of an embedded table holds numbers");
    return number;
}

} // namespace entente::detail
