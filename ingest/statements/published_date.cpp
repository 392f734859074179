// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/published_date.hpp"

#include <array>
#include <charconv>

namespace entente {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::optional<unsigned> parse_month(std::string_view word) noexcept {
    static constexpr std::array<std::string_view, 12> names = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    for (unsigned month = 0; month < names.size(); ++month) {
        const std::string_view name = names[month];
        const bool is_short = word.size() == 3 || (word.size() == 4 && name == "september");
        if (word.size() != name.size() && !is_short)
            continue;
        bool is_same = true;
        for (std::size_t i = 0; i < word.size(); ++i)
            is_same = is_same && lower(word[i]) == name[i];
        if (is_same)
            return month + 1;
    }
    return std::nullopt;
}

std::optional<Date> make_date(unsigned year, unsigned month, unsigned day) noexcept {
    const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                    std::chrono::day{day}};
    return year >= 1 && date.ok() ? std::optional(date) : std::nullopt;
}

std::string_view take(std::string_view& text, bool (*belongs)(char) noexcept) noexcept {
    std::size_t size = 0;
    while (size < text.size() && belongs(text[size]))
        ++size;
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(size);
    return taken;
}

unsigned number(std::string_view digits) noexcept {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// "2020/4/2", "2020-4-2", "2020.4.2" at the start of the text.
std::optional<Date> parse_year_first(std::string_view text) noexcept {
    const std::string_view year = take(text, is_digit);
    if (year.size() != 4 || text.empty() ||
        std::string_view("/-.").find(text.front()) == std::string_view::npos)
        return std::nullopt;
    const char separator = text.front();
    text.remove_prefix(1);
    const std::string_view month = take(text, is_digit);
    if (month.empty() || month.size() > 2 || text.empty() || text.front() != separator)
        return std::nullopt;
    text.remove_prefix(1);
    const std::string_view day = take(text, is_digit);
    if (day.empty() || day.size() > 2)
        return std::nullopt;
    return make_date(number(year), number(month), number(day));
}

// The first month's name, the number of one or two digits next to it, and the first year after that.
std::optional<Date> parse_month_name(std::string_view text) noexcept {
    std::optional<unsigned> month;
    unsigned day = 0;
    while (!text.empty()) {
        if (is_digit(text.front())) {
            const std::string_view digits = take(text, is_digit);
            const bool is_time = !text.empty() && text.front() == ':';
            if (month && day != 0 && digits.size() == 4)
                return make_date(number(digits), *month, day);
            if (is_time || (month && day != 0))
                continue;
            day = digits.size() <= 2 ? number(digits) : 0;
        } else if (is_letter(text.front())) {
            const std::string_view word = take(text, is_letter);
            if (!month)
                month = parse_month(word);
        } else {
            text.remove_prefix(1);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Date> parse_published_date(std::string_view text) noexcept {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t'))
        text.remove_suffix(1);
    if (const auto date = parse_date(text))
        return date;
    if (const auto date = parse_year_first(text))
        return date;
    return parse_month_name(text.substr(0, 200)); // whoever writes more is not writing a date
}

} // namespace entente
