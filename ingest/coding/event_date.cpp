// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/event_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace entente::coding {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using ud::At;

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return text;
}

/// Reads one date expression at a time from the words of a clause.
class DateReader {
public:
    DateReader(const ud::Tree& tree, At end, const std::optional<Date>& published, bool ahead)
        : tree_(tree), end_(end), published_(published), ahead_(ahead) {}

    std::optional<EventDate> at(At at) const {
        if (const auto found = day_month(at))
            return found;
        if (const auto found = month_day(at))
            return found;
        return relative(at);
    }

private:
    std::string form(At at) const { return at < end_ ? lower(tree_.word(at).form) : std::string{}; }
    std::optional<int> number(At at, int low, int high) const;
    std::optional<std::chrono::month> month(At at) const;
    /// The year written at `at` (a comma may stand before it), else the one nearest to the day of
    /// publication.
    std::optional<Date> dated(std::chrono::month month, std::chrono::day day, At at) const;
    std::optional<EventDate> day_month(At at) const;
    std::optional<EventDate> month_day(At at) const;
    std::optional<EventDate> whole_month(std::chrono::month month, At after) const;
    std::optional<EventDate> period(Date first, At after, std::chrono::month month) const;
    std::optional<EventDate> relative(At at) const;
    std::optional<EventDate> weekday(At at) const;
    EventDate days_away(int count) const {
        return {Date{sys_days{*published_} + days{count}}, {}, DatePrecision::day};
    }
    EventDate span(sys_days first, sys_days last, DatePrecision precision) const {
        return {Date{first}, Date{last}, precision};
    }

    const ud::Tree& tree_;
    At end_;
    const std::optional<Date>& published_;
    bool ahead_;
};

std::optional<int> DateReader::number(At at, int low, int high) const {
    std::string text = form(at);
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
        if (text.size() > 2 && text.ends_with(ordinal) && high == 31)
            text.resize(text.size() - 2);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < low ||
        value > high)
        return std::nullopt;
    return value;
}

std::optional<std::chrono::month> DateReader::month(At at) const {
    std::string text = form(at);
    if (text.empty() || tree_.word(at).form.front() == text.front()) // "may" and "march" are words too
        return std::nullopt;
    if (text.size() > 3 && text.back() == '.')
        text.pop_back();
    for (unsigned index = 0; index < months.size(); ++index)
        if (text == months[index] ||
            (text.size() >= 3 && text.size() <= 4 && months[index].starts_with(text)))
            return tree_.upos(at) == ud::Upos::propn || tree_.upos(at) == ud::Upos::noun
                       ? std::optional(std::chrono::month{index + 1})
                       : std::nullopt;
    return std::nullopt;
}

std::optional<Date> DateReader::dated(std::chrono::month month, std::chrono::day day, At at) const {
    for (const At place : {at, at + 1}) {
        if (place == at + 1 && form(at) != "," && form(at) != "of")
            break;
        if (const auto year = number(place, 1000, 2999)) {
            const Date date{std::chrono::year{*year}, month, day};
            return date.ok() ? std::optional(date) : std::nullopt;
        }
    }
    if (!published_)
        return std::nullopt;
    // Of last, this and next year's, the nearest; for what lies ahead not long before, for the rest not long
    // after.
    const days grace{31};
    std::optional<Date> best;
    for (const int offset : {-1, 0, 1}) {
        const Date date{published_->year() + std::chrono::years{offset}, month, day};
        if (!date.ok())
            continue;
        const days away = sys_days{date} - sys_days{*published_};
        const bool fits = ahead_ ? away >= -grace : away <= grace;
        if (fits &&
            (!best || std::abs(away.count()) < std::abs((sys_days{*best} - sys_days{*published_}).count())))
            best = date;
    }
    return best;
}

/// "20 to 27 March", "March 20 to 27", "2-3 May": the last day, where `after` goes on with one.
std::optional<EventDate> DateReader::period(Date first, At after, std::chrono::month month) const {
    const std::string joint = form(after);
    if (joint != "to" && joint != "-" && joint != "–" && joint != "and" && joint != "until" &&
        joint != "through")
        return EventDate{first, {}, DatePrecision::day};
    const auto last = number(after + 1, 1, 31);
    if (!last)
        return EventDate{first, {}, DatePrecision::day};
    const auto end = dated(month, std::chrono::day{static_cast<unsigned>(*last)}, after + 2);
    const auto begin = dated(month, first.day(), after + 2);
    if (!begin || !end || *end <= *begin)
        return EventDate{first, {}, DatePrecision::day};
    return EventDate{*begin, end, DatePrecision::day};
}

std::optional<EventDate> DateReader::day_month(At at) const {
    const auto day = number(at, 1, 31);
    if (!day)
        return std::nullopt;
    const std::string joint = form(at + 1);
    const auto last = joint == "to" || joint == "-" || joint == "–" ? number(at + 2, 1, 31) : std::nullopt;
    const At place = last ? at + 3 : form(at + 1) == "of" ? at + 2 : at + 1;
    const auto named = month(place);
    if (!named)
        return std::nullopt;
    const auto first = dated(*named, std::chrono::day{static_cast<unsigned>(*day)}, place + 1);
    if (!first)
        return std::nullopt;
    EventDate found{*first, {}, DatePrecision::day};
    if (last)
        found.end = dated(*named, std::chrono::day{static_cast<unsigned>(*last)}, place + 1);
    return found;
}

std::optional<EventDate> DateReader::whole_month(std::chrono::month named, At after) const {
    const auto first = dated(named, std::chrono::day{1}, after);
    if (!first)
        return std::nullopt;
    const Date last{std::chrono::year_month_day_last{first->year(), std::chrono::month_day_last{named}}};
    return EventDate{*first, last, DatePrecision::month};
}

std::optional<EventDate> DateReader::month_day(At at) const {
    const auto named = month(at);
    if (!named)
        return std::nullopt;
    const auto day = number(at + 1, 1, 31);
    if (!day) {
        const std::string before = at > 0 ? lower(tree_.word(at - 1).form) : std::string{};
        return before == "in" || number(at + 1, 1000, 2999) ? whole_month(*named, at + 1) : std::nullopt;
    }
    const auto first = dated(*named, std::chrono::day{static_cast<unsigned>(*day)}, at + 2);
    if (first)
        return period(*first, at + 2, *named);
    // "March 20 to 27, 2016": the year stands behind the last day
    const Date guess{std::chrono::year{2000}, *named, std::chrono::day{static_cast<unsigned>(*day)}};
    const auto found = guess.ok() ? period(guess, at + 2, *named) : std::nullopt;
    return found && found->end ? found : std::nullopt;
}

std::optional<EventDate> DateReader::weekday(At at) const {
    const auto found = std::find(weekdays.begin(), weekdays.end(), form(at));
    if (found == weekdays.end())
        return std::nullopt;
    const auto wanted = static_cast<unsigned>(found - weekdays.begin());
    const unsigned today = std::chrono::weekday{sys_days{*published_}}.c_encoding();
    const int back = static_cast<int>((today + 7 - wanted) % 7);
    return days_away(ahead_ ? (7 - back) % 7 : -back);
}

std::optional<EventDate> DateReader::relative(At at) const {
    if (!published_)
        return std::nullopt;
    const std::string word = form(at);
    if (word == "today")
        return days_away(0);
    if (word == "yesterday")
        return days_away(-1);
    if (word == "tomorrow")
        return days_away(1);
    if (const auto found = weekday(at))
        return found;
    const int shift = word == "last" ? -1 : word == "next" ? 1 : word == "this" ? 0 : 2;
    if (shift == 2)
        return std::nullopt;
    const std::string unit = form(at + 1);
    const sys_days day{*published_};
    if (unit == "week") {
        const unsigned from_monday = std::chrono::weekday{day}.iso_encoding() - 1;
        const sys_days monday = day - days{from_monday} + days{7 * shift};
        return span(monday, monday + days{6}, DatePrecision::day);
    }
    if (unit == "month") {
        const auto which =
            std::chrono::year_month{published_->year(), published_->month()} + std::chrono::months{shift};
        return span(sys_days{which / 1}, sys_days{which / std::chrono::last}, DatePrecision::month);
    }
    if (unit == "year") {
        const auto year = published_->year() + std::chrono::years{shift};
        return span(sys_days{year / 1 / 1}, sys_days{year / 12 / 31}, DatePrecision::year);
    }
    return std::nullopt;
}

} // namespace

std::optional<EventDate> find_date(const ud::Tree& tree, At begin, At end,
                                   const std::optional<Date>& published, bool ahead) {
    const DateReader reader(tree, end, published, ahead);
    for (At at = begin; at < end; ++at)
        if (auto found = reader.at(at))
            return found;
    return std::nullopt;
}

} // namespace entente::coding
