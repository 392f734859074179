// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/detail/columns.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace entente::detail {

namespace {

std::string_view trimmed(std::string_view text) noexcept {
    while (text.starts_with(' ') || text.starts_with('\t'))
        text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string normalised(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text = trimmed(text);
    if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"'))
        text = text.substr(1, text.size() - 2);
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

Header::Header(std::span<const std::string_view> names) {
    for (const std::string_view name : names)
        names_.push_back(normalised(name));
}

std::size_t Header::find(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto found = std::find(names_.begin(), names_.end(), normalised(name));
        if (found != names_.end())
            return static_cast<std::size_t>(found - names_.begin());
    }
    return no_column;
}

std::size_t Header::require(std::initializer_list<std::string_view> names, const std::string& file) const {
    const std::size_t found = find(names);
    if (found == no_column)
        throw InputError({file, 1}, "expected a column " + quoted(*names.begin()) + " in the header");
    return found;
}

bool is_missing(std::string_view text) noexcept {
    static constexpr std::array<std::string_view, 10> words = {"",    "NA",   "N/A", "None", "NULL",
                                                               "---", "null", ".",   "NaN",  "nan"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::optional<long> parse_integer(std::string_view text) noexcept {
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Date> parse_table_date(std::string_view text) noexcept {
    if (const auto date = parse_date(text))
        return date;
    const std::size_t first = text.find('/');
    const std::size_t second = text.find('/', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return std::nullopt;
    const auto month = parse_integer(text.substr(0, first));
    const auto day = parse_integer(text.substr(first + 1, second - first - 1));
    const auto year = parse_integer(text.substr(second + 1));
    if (!month || !day || !year || *year < 1000 || *year > 9999 || *month < 1 || *day < 1 || *day > 31)
        return std::nullopt;
    const Date date{std::chrono::year{static_cast<int>(*year)},
                    std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

void refuse_date(const EventRow& row, std::string_view found, MappedRows& out) {
    out.refuse(row, RowOutcome::impossible_date, "expected a date, found " + quoted(found));
}

std::optional<int> read_year(const EventRow& row, std::size_t column, MappedRows& out) {
    const auto year = parse_integer(field(row, column));
    if (year && *year >= 1 && *year <= 9999)
        return static_cast<int>(*year);
    refuse_date(row, field(row, column), out);
    return std::nullopt;
}

std::optional<Dyad> read_dyad(const EventRow& row, std::size_t first, std::size_t second, const Date& day,
                              const CountryCodes& countries, MappedRows& out) {
    const auto first_state = countries.find(CountryScheme::cow, field(row, first), day);
    const auto second_state = countries.find(CountryScheme::cow, field(row, second), day);
    if (first_state && second_state)
        return Dyad{*first_state, *second_state};
    out.count_unknown_actor("COW " + std::string(field(row, first_state ? second : first)));
    return std::nullopt;
}

std::optional<DyadYear> read_dyad_year(const EventRow& row, std::size_t year, std::size_t first,
                                       std::size_t second, const CountryCodes& countries, MappedRows& out) {
    const auto found = read_year(row, year, out);
    if (!found)
        return std::nullopt;
    auto states = read_dyad(row, first, second, last_day(*found), countries, out);
    if (!states)
        return std::nullopt;
    return DyadYear{std::move(*states), *found};
}

bool read_count(const EventRow& row, std::size_t column, std::uint32_t& to, MappedRows& out) {
    const std::string_view text = field(row, column);
    to = 1;
    if (text.empty())
        return true;
    const auto count = parse_integer(text);
    if (!count || *count < 0 || *count > std::numeric_limits<std::uint32_t>::max()) {
        out.refuse(row, RowOutcome::impossible_value, "expected a count, found " + quoted(text));
        return false;
    }
    to = static_cast<std::uint32_t>(*count);
    return true;
}

bool has_columns(const EventRow& row, std::size_t expected, MappedRows& out) {
    if (row.fields.size() == expected)
        return true;
    out.refuse(row, RowOutcome::wrong_columns,
               "expected " + std::to_string(expected) + " columns, found " +
                   std::to_string(row.fields.size()));
    return false;
}

std::vector<std::string_view> list(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string sorted_list(std::string_view text) {
    if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"'))
        text = text.substr(1, text.size() - 2);
    auto parts = list(text, ',');
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string_view part : parts) {
        if (!out.empty() && !part.empty())
            out += ',';
        out += part;
    }
    return out;
}

Date first_day(int year) { return {std::chrono::year{year}, std::chrono::January, std::chrono::day{1}}; }
Date last_day(int year) { return {std::chrono::year{year}, std::chrono::December, std::chrono::day{31}}; }

} // namespace entente::detail
