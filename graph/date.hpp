// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DATE_HPP
#define ENTENTE_GRAPH_DATE_HPP

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A day of the proleptic Gregorian calendar, without a time zone.
using Date = std::chrono::year_month_day;

/// Reads `YYYY-MM-DD`, or the date in front of an RFC 3339 time (`2020-04-02T10:00:00Z`), or `YYYYMMDD`.
///
/// Nothing for any other text and for days that no calendar has (2021-02-29). Years run from 1 to 9999.
std::optional<Date> parse_date(std::string_view text) noexcept;

/// The day as `YYYY-MM-DD`.
std::string to_string(const Date& date);

} // namespace entente

#endif
