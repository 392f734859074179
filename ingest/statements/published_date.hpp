// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_PUBLISHED_DATE_HPP
#define ENTENTE_INGEST_STATEMENTS_PUBLISHED_DATE_HPP

#include "graph/date.hpp"

#include <optional>
#include <string_view>

namespace entente {

/// A date as publishers write it: what parse_date reads, `2020/4/2`, `2 April 2020`, `April 2nd, 2020`,
/// `Thu, 02 Apr 2020 10:00:00 GMT`, with or without more words around.
///
/// Nothing for numbers whose order is anybody's guess (02/04/2020) and for days that no calendar has.
std::optional<Date> parse_published_date(std::string_view text) noexcept;

} // namespace entente

#endif
