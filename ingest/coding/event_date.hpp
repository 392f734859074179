// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_EVENT_DATE_HPP
#define ENTENTE_INGEST_CODING_EVENT_DATE_HPP

#include "graph/date.hpp"
#include "graph/relation.hpp"
#include "ingest/text/tree.hpp"

#include <optional>

namespace entente::coding {

/// When something happens: a day, the first and last day of a period, and how finely it is known.
struct EventDate {
    Date date;
    std::optional<Date> end;
    DatePrecision precision = DatePrecision::day;

    bool operator==(const EventDate&) const = default;
};

/// The first date expression among the words [begin, end): "2 April 2020", "on April 2", "from March 20 to
/// 27, 2016", "in May 2013", "yesterday", "last week", "on Wednesday".
///
/// What lacks a year or is relative is read against `published` (the nearest such day, before it unless
/// `ahead`); where that is not known, nothing. Day names and "last", "next" follow the ISO 8601 week.
std::optional<EventDate> find_date(const ud::Tree& tree, ud::At begin, ud::At end,
                                   const std::optional<Date>& published, bool ahead);

} // namespace entente::coding

#endif
