// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/actor_table.hpp"

#include "ingest/actors/detail/line.hpp"

#include <algorithm>
#include <charconv>

namespace entente::detail {

namespace {

void split(std::string_view text, char separator, std::vector<std::string_view>& parts) {
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(trimmed(text.substr(0, end), " \r"));
        if (end == std::string_view::npos)
            return;
        text.remove_prefix(end + 1);
    }
}

std::optional<unsigned> number(std::string_view digits) noexcept {
    unsigned value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// The first or last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
std::optional<Date> day_of(std::string_view text, bool last) noexcept {
    if (text.size() != 4 && text.size() != 7)
        return text.size() == 10 ? parse_date(text) : std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = text.size() == 4 ? std::optional(last ? 12U : 1U) : number(text.substr(5));
    if (!year || *year == 0 || !month || (text.size() == 7 && text[4] != '-'))
        return std::nullopt;
    const std::chrono::year_month in{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month}};
    if (!in.ok())
        return std::nullopt;
    return last ? Date(in / std::chrono::last) : Date(in / std::chrono::day{1});
}

bool is_wikidata_item(std::string_view text) noexcept {
    return text.size() > 1 && text.size() < 12 && text[0] == 'Q' && text[1] != '0' &&
           std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

ActorTable::ActorTable(std::string_view text, const std::string& file) : rest_(text), file_(file) {
    if (rest_.starts_with("\xEF\xBB\xBF"))
        rest_.remove_prefix(3);
    if (!next_line())
        return;
    header_ = line_;
    header_line_ = line_number_;
    split(header_, '\t', columns_);
}

Place ActorTable::column_place(std::size_t column) const {
    return {file_, header_line_, column_of(header_, columns_[column])};
}

bool ActorTable::next_line() {
    while (!rest_.empty()) {
        const std::size_t end = rest_.find('\n');
        line_ = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        ++line_number_;
        if (!line_.starts_with('#') && !trimmed(line_).empty())
            return true;
    }
    return false;
}

bool ActorTable::next() {
    if (!next_line())
        return false;
    fields_.clear();
    split(line_, '\t', fields_);
    if (fields_.size() > columns_.size()) {
        const std::string_view extra = fields_[columns_.size()];
        throw InputError({file_, line_number_, column_of(line_, extra)},
                         "expected " + std::to_string(columns_.size()) + " columns, found " +
                             std::to_string(fields_.size()));
    }
    return true;
}

std::string_view ActorTable::field(std::string_view column) const noexcept {
    const auto found = std::ranges::find(columns_, column);
    const auto index = static_cast<std::size_t>(found - columns_.begin());
    return index < fields_.size() ? fields_[index] : line_.substr(line_.size());
}

std::string_view ActorTable::required(std::string_view column) const {
    const std::string_view text = field(column);
    if (text.empty())
        throw error(column, "a " + std::string(column));
    return text;
}

InputError ActorTable::error(std::string_view column, std::string_view expected) const {
    const std::string_view found = field(column);
    return error(found, expected, found);
}

InputError ActorTable::error(std::string_view part, std::string_view expected, std::string_view found) const {
    return InputError({file_, line_number_, column_of(line_, part)}, expected, found);
}

std::vector<std::string_view> ActorTable::list(std::string_view column) const {
    std::vector<std::string_view> parts;
    if (const std::string_view text = field(column); !text.empty())
        split(text, '|', parts);
    std::erase(parts, std::string_view{});
    return parts;
}

std::optional<Date> ActorTable::end_of_period(std::string_view column, bool last) const {
    const std::string_view text = field(column);
    if (text.empty())
        return std::nullopt;
    const auto day = day_of(text, last);
    if (!day)
        throw error(column, "a date as YYYY, YYYY-MM or YYYY-MM-DD");
    return day;
}

Period ActorTable::period(std::string_view from, std::string_view until) const {
    const Period period{end_of_period(from, false), end_of_period(until, true)};
    if (period.from && period.until && *period.until < *period.from)
        throw error(until, "a date not before " + std::string(field(from)));
    return period;
}

std::string_view ActorTable::wikidata(std::string_view column) const {
    const std::string_view text = field(column);
    if (!text.empty() && !is_wikidata_item(text))
        throw error(column, "a Wikidata identifier such as Q31");
    return text;
}

} // namespace entente::detail
