// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_PANEL_HPP
#define ENTENTE_EXPORT_PANEL_HPP

#include "export/graph_source.hpp"
#include "graph/country_codes.hpp"
#include "graph/date.hpp"

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The lengths of time over which a panel counts. Weeks are those of ISO 8601.
enum class PanelPeriod { day, week, month, quarter, year };

/// "day", "week", "month", "quarter" or "year".
std::string_view to_string(PanelPeriod period) noexcept;
std::optional<PanelPeriod> parse_panel_period(std::string_view text) noexcept;

struct PanelOptions {
    PanelPeriod by = PanelPeriod::month;
    /// One row for each direction of a pair; otherwise one a pair, the parties in the order of their codes.
    bool is_directed = true;
    /// How parties are written; without it, by our codes (ISO 3166-1 alpha-3, `IGO:EU`). Parties without a
    /// code in the scheme at the time have an empty field.
    std::optional<CountryScheme> codes{};
    /// A row for every pair that has any relation and every period between the first and the last of the
    /// graph.
    bool has_zero_rows = false;
    /// Of relations of one CAMEO code between two parties on one day, count the first alone
    /// (graph/one_a_day.hpp).
    bool one_a_day = false;
    char separator = ',';
    /// Relations before and after are left out.
    std::optional<Date> since{};
    std::optional<Date> until{};
};

/// What a panel could not say.
struct PanelReport {
    std::uint64_t rows = 0;
    std::uint64_t undated = 0;
    /// Parties without a code in the scheme, and in how many rows.
    std::map<std::string, std::uint64_t> without_code;
};

/// Writes a table of pairs by period, with a header: period, source, target, one count for each event type,
/// one for each quad class (by CAMEO code), events, acts, goldstein_sum and goldstein_mean.
///
/// Periods are `2020-04-02`, `2020-W14`, `2020-04`, `2020-Q2`, `2020`. An act with several relations of one
/// pair counts as one act; a relation that belongs to none is an act of its own. What is negated or
/// hypothetical, undated, or within one party, is not counted. A symmetric relation counts in both directions
/// of a directed panel. A relation that holds for a time counts in every period of it; one without an end, in
/// its first. Sorted by period, source and target of our codes. Memory grows with the cells that are not
/// zero. Throws OutputError where the stream takes no more.
PanelReport write_panel(std::ostream& out, const GraphSource& graph, const PanelOptions& options);

} // namespace entente

#endif
