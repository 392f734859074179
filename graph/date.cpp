// SPDX-License-Identifier: Apache-2.0
#include "graph/date.hpp"

#include <charconv>

namespace entente {

namespace {

std::optional<int> number(std::string_view digits) noexcept {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-')
        return std::nullopt;
    return value;
}

void append_padded(std::string& out, unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
}

} // namespace

std::optional<Date> parse_date(std::string_view text) noexcept {
    const bool compact = text.size() == 8;
    const bool dashed = text.size() >= 10 && text[4] == '-' && text[7] == '-' &&
                        (text.size() == 10 || text[10] == 'T' || text[10] == ' ');
    if (!compact && !dashed)
        return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(compact ? 4 : 5, 2));
    const auto day = number(text.substr(compact ? 6 : 8, 2));
    if (!year || !month || !day || *year < 1)
        return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(const Date& date) {
    std::string out;
    append_padded(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(date.day()), 2);
    return out;
}

} // namespace entente
