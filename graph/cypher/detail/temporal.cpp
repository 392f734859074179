// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/temporal.hpp"

#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

namespace entente::cypher::detail {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

Value checked(sys_days day, ast::Position at) {
    static constexpr sys_days first{std::chrono::year{1} / 1 / 1};
    static constexpr sys_days last{std::chrono::year{9999} / 12 / 31};
    if (day < first || day > last)
        throw InputError(place(at), "dates run from year 1 to year 9999");
    return Value::date(static_cast<std::int32_t>(day.time_since_epoch().count()));
}

[[noreturn]] void too_large(ast::Position at) { throw InputError(place(at), "the duration is too large"); }

Value checked_duration(std::int64_t months, std::int64_t day_count, ast::Position at) {
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    if (months < -most || months > most || day_count < -most || day_count > most)
        too_large(at);
    return Value(Duration{static_cast<std::int32_t>(months), day_count});
}

sys_days monday_of(sys_days day) noexcept { return day - days{std::chrono::weekday{day}.iso_encoding() - 1}; }

/// Monday of the first ISO week: the one that has January 4.
sys_days first_monday(std::chrono::year year) noexcept { return monday_of(sys_days{year / 1 / 4}); }

sys_days add_months(sys_days day, std::int64_t months) noexcept {
    const Date date{day};
    const auto month = Date{date.year() / date.month() / 1} + std::chrono::months{months};
    const auto last =
        std::chrono::year_month_day_last{month.year(), std::chrono::month_day_last{month.month()}}.day();
    return sys_days{month.year() / month.month() / std::min(date.day(), last)};
}

std::chrono::year iso_year(sys_days day) noexcept {
    // Thursday decides which year a week is of.
    return Date{monday_of(day) + days{3}}.year();
}

} // namespace

Value plus(const Value& date, const Duration& duration, int sign, ast::Position at) {
    constexpr std::int64_t most_months = std::int64_t{12} * 10000;
    constexpr std::int64_t most_days = std::int64_t{366} * 10000;
    if (std::abs(std::int64_t{duration.months}) > most_months || std::abs(duration.days) > most_days)
        throw InputError(place(at), "dates run from year 1 to year 9999");
    return checked(add_months(sys_days{date.date()}, sign * std::int64_t{duration.months}) +
                       days{std::int64_t{sign} * duration.days},
                   at);
}

Value sum(const Duration& a, const Duration& b, int sign, ast::Position at) {
    return checked_duration(std::int64_t{a.months} + sign * std::int64_t{b.months}, a.days + sign * b.days,
                            at);
}

Value times(const Duration& duration, std::int64_t factor, ast::Position at) {
    std::int64_t months = 0;
    std::int64_t day_count = 0;
    if (__builtin_mul_overflow(std::int64_t{duration.months}, factor, &months) ||
        __builtin_mul_overflow(duration.days, factor, &day_count))
        too_large(at);
    return checked_duration(months, day_count, at);
}

namespace {

std::optional<std::int64_t> field(const Map& map, std::string_view name, ast::Position at) {
    const Value* value = find(map, name);
    if (value == nullptr)
        return std::nullopt;
    if (value->kind() != Kind::integer)
        wrong_kind(at, "an integer for " + std::string(name), *value);
    return value->integer();
}

void check_fields(const Map& map, std::initializer_list<std::string_view> names, const char* what,
                  ast::Position at) {
    for (const auto& [key, value] : map)
        if (std::find(names.begin(), names.end(), key) == names.end())
            throw InputError(place(at), std::string(what) + " has no " + quoted(key));
}

std::int64_t within(std::int64_t value, std::int64_t least, std::int64_t most, const char* what,
                    ast::Position at) {
    if (value < least || value > most)
        throw InputError(place(at),
                         std::string("a ") + what + " between " + std::to_string(least) + " and " +
                             std::to_string(most),
                         std::to_string(value));
    return value;
}

Value date_of_map(const Map& map, ast::Position at) {
    check_fields(
        map, {"date", "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"},
        "a date", at);
    Date base{std::chrono::year{0} / 1 / 1};
    const Value* given = find(map, "date");
    if (given != nullptr) {
        if (given->kind() != Kind::date)
            wrong_kind(at, "a date", *given);
        base = given->date();
    }
    const auto year = field(map, "year", at);
    if (!year && given == nullptr)
        throw InputError(place(at), "a date needs a year");
    const std::chrono::year y{static_cast<int>(year ? within(*year, 1, 9999, "year", at) : int{base.year()})};
    if (const auto week = field(map, "week", at)) {
        const auto day = field(map, "dayOfWeek", at)
                             .value_or(given ? std::chrono::weekday{sys_days{base}}.iso_encoding() : 1);
        const auto result = first_monday(y) + days{7 * (within(*week, 1, 53, "week", at) - 1) +
                                                   within(day, 1, 7, "day of the week", at) - 1};
        if (*week == 53 && iso_year(result) != y)
            throw InputError(place(at), "the year has 52 weeks");
        return checked(result, at);
    }
    if (const auto ordinal = field(map, "ordinalDay", at))
        return checked(sys_days{y / 1 / 1} +
                           days{within(*ordinal, 1, y.is_leap() ? 366 : 365, "day of the year", at) - 1},
                       at);
    if (const auto quarter = field(map, "quarter", at)) {
        const auto month = static_cast<unsigned>(3 * (within(*quarter, 1, 4, "quarter", at) - 1) + 1);
        const auto day = within(field(map, "dayOfQuarter", at).value_or(1), 1, 92, "day of the quarter", at);
        return checked(sys_days{y / std::chrono::month{month} / 1} + days{day - 1}, at);
    }
    const auto m = within(field(map, "month", at).value_or(unsigned{base.month()}), 1, 12, "month", at);
    const auto d = within(field(map, "day", at).value_or(unsigned{base.day()}), 1, 31, "day", at);
    const Date date{y, std::chrono::month{static_cast<unsigned>(m)},
                    std::chrono::day{static_cast<unsigned>(d)}};
    if (!date.ok())
        throw InputError(place(at), "a day of the calendar",
                         std::to_string(int{y}) + "-" + std::to_string(m) + "-" + std::to_string(d));
    return checked(sys_days{date}, at);
}

} // namespace

Value to_date(const Value& value, ast::Position at) {
    switch (value.kind()) {
    case Kind::null:
    case Kind::date:
        return value;
    case Kind::map:
        return date_of_map(value.map(), at);
    case Kind::string: {
        std::string text(value.text());
        if (text.size() == 4)
            text += "-01-01";
        else if (text.size() == 7)
            text += "-01";
        if (const auto date = parse_date(text))
            return Value(*date);
        throw InputError(place(at), "a date (YYYY-MM-DD)", value.text());
    }
    default:
        wrong_kind(at, "a string or a map of year, month and day", value);
    }
}

namespace {

Value duration_of_text(std::string_view text, ast::Position at) {
    std::int64_t months = 0;
    std::int64_t day_count = 0;
    const auto fail = [&] { throw InputError(place(at), "a duration such as P1Y2M3D", text); };
    std::string_view rest = text;
    const bool is_negative = rest.starts_with('-');
    rest.remove_prefix(is_negative ? 1 : 0);
    if (!rest.starts_with('P') || rest.size() < 3)
        fail();
    for (rest.remove_prefix(1); !rest.empty();) {
        std::int32_t number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc() || end == rest.data() + rest.size())
            fail();
        switch (*end) {
        case 'Y':
            months += 12 * std::int64_t{number};
            break;
        case 'M':
            months += number;
            break;
        case 'W':
            day_count += 7 * std::int64_t{number};
            break;
        case 'D':
            day_count += number;
            break;
        default:
            fail();
        }
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
    }
    return checked_duration(is_negative ? -months : months, is_negative ? -day_count : day_count, at);
}

} // namespace

Value to_duration(const Value& value, ast::Position at) {
    switch (value.kind()) {
    case Kind::null:
    case Kind::duration:
        return value;
    case Kind::string:
        return duration_of_text(value.text(), at);
    case Kind::map: {
        const Map& map = value.map();
        check_fields(map, {"years", "quarters", "months", "weeks", "days"}, "a duration", at);
        const auto number = [&](std::string_view name) {
            const std::int64_t amount = field(map, name, at).value_or(0);
            constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
            if (amount > most || amount < -most)
                too_large(at);
            return amount;
        };
        return checked_duration(12 * number("years") + 3 * number("quarters") + number("months"),
                                7 * number("weeks") + number("days"), at);
    }
    default:
        wrong_kind(at, "a string or a map of years, months and days", value);
    }
}

std::optional<std::int64_t> component(const Date& date, std::string_view name) noexcept {
    const sys_days day{date};
    const unsigned month{date.month()};
    if (name == "year")
        return int{date.year()};
    if (name == "month")
        return month;
    if (name == "day")
        return unsigned{date.day()};
    if (name == "quarter")
        return (month - 1) / 3 + 1;
    if (name == "week")
        return (monday_of(day) - first_monday(iso_year(day))).count() / 7 + 1;
    if (name == "weekYear")
        return int{iso_year(day)};
    if (name == "dayOfWeek" || name == "weekDay")
        return std::chrono::weekday{day}.iso_encoding();
    if (name == "ordinalDay")
        return (day - sys_days{date.year() / 1 / 1}).count() + 1;
    if (name == "dayOfQuarter")
        return (day - sys_days{date.year() / std::chrono::month{(month - 1) / 3 * 3 + 1} / 1}).count() + 1;
    return std::nullopt;
}

std::optional<std::int64_t> component(const Duration& duration, std::string_view name) noexcept {
    if (name == "years")
        return duration.months / 12;
    if (name == "quarters")
        return duration.months / 3;
    if (name == "quartersOfYear")
        return duration.months % 12 / 3;
    if (name == "months")
        return duration.months;
    if (name == "monthsOfYear")
        return duration.months % 12;
    if (name == "weeks")
        return duration.days / 7;
    if (name == "days")
        return duration.days;
    if (name == "daysOfWeek")
        return duration.days % 7;
    return std::nullopt;
}

Value truncate(const Value& unit, const Value& value, ast::Position at) {
    if (unit.is_null() || value.is_null())
        return {};
    if (unit.kind() != Kind::string)
        wrong_kind(at, "a unit such as 'month'", unit);
    if (value.kind() != Kind::date)
        wrong_kind(at, "a date", value);
    const Date date = value.date();
    const int year{date.year()};
    const auto first_of = [&](int y, unsigned m) {
        return checked(sys_days{std::chrono::year{y} / std::chrono::month{m} / 1}, at);
    };
    const unsigned month{date.month()};
    const std::string_view name = unit.text();
    if (name == "day")
        return value;
    if (name == "week")
        return checked(monday_of(sys_days{date}), at);
    if (name == "month")
        return first_of(year, month);
    if (name == "quarter")
        return first_of(year, (month - 1) / 3 * 3 + 1);
    if (name == "year")
        return first_of(year, 1);
    if (name == "decade")
        return first_of(year / 10 * 10, 1);
    if (name == "century")
        return first_of(year / 100 * 100, 1);
    throw InputError(place(at), "day, week, month, quarter, year, decade or century", name);
}

Value between(const Value& a, const Value& b, Measure measure, ast::Position at) {
    if (a.is_null() || b.is_null())
        return {};
    if (a.kind() != Kind::date || b.kind() != Kind::date)
        wrong_kind(at, "a date", a.kind() != Kind::date ? a : b);
    const sys_days first{a.date()};
    const sys_days last{b.date()};
    if (measure == Measure::days)
        return Value(Duration{0, (last - first).count()});
    std::int64_t months = (int{b.date().year()} - int{a.date().year()}) * 12 +
                          static_cast<int>(unsigned{b.date().month()}) -
                          static_cast<int>(unsigned{a.date().month()});
    // A month counts when it is full, whichever way time runs.
    if (last >= first && add_months(first, months) > last)
        --months;
    else if (last < first && add_months(first, months) < last)
        ++months;
    const auto rest = measure == Measure::months ? days{0} : last - add_months(first, months);
    return Value(Duration{static_cast<std::int32_t>(months), rest.count()});
}

std::string to_string(const Duration& duration) {
    std::string text = "P";
    const auto append = [&](std::int64_t number, char unit) {
        if (number != 0)
            text += std::to_string(number) + unit;
    };
    append(duration.months / 12, 'Y');
    append(duration.months % 12, 'M');
    append(duration.days, 'D');
    return text.size() == 1 ? "P0D" : text;
}

} // namespace entente::cypher::detail
