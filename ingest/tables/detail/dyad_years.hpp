// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_DYAD_YEARS_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_DYAD_YEARS_HPP

#include "ingest/tables/detail/columns.hpp"
#include "ingest/tables/mapped_rows.hpp"

#include <map>
#include <string>

namespace entente::detail {

/// What holds between two states for whole years, collected year by year and given as periods.
class DyadYears {
public:
    struct Tie {
        PartyCode source;
        PartyCode target;
        /// What the relation says, in words: "is allied with (defense)".
        std::string predicate;
        /// The row's own identifier, of the tie and not of a year.
        std::string row;

        auto operator<=>(const Tie&) const = default;
    };

    void add(Tie tie, int year, std::uint32_t line) {
        auto& years = ties_[std::move(tie)];
        years.emplace(year, line);
    }

    /// One relation for each run of years, with `fill` for what the table's relations share. Some of them, as
    /// long as it says true; then none are left.
    template<class Fill>
    bool write(MappedRows& out, const Fill& fill);

private:
    std::map<Tie, std::map<int, std::uint32_t>> ties_;
};

template<class Fill>
bool DyadYears::write(MappedRows& out, const Fill& fill) {
    constexpr std::size_t ties_at_once = 10'000;
    for (std::size_t count = 0; count < ties_at_once && !ties_.empty(); ++count) {
        const auto& [tie, years] = *ties_.begin();
        for (auto at = years.begin(); at != years.end();) {
            const auto first = at;
            int last = at->first;
            for (++at; at != years.end() && at->first == last + 1; ++at)
                last = at->first;
            Relation& relation = out.begin({{}, first->second, {}});
            relation.source = tie.source;
            relation.target = tie.target;
            relation.predicate = tie.predicate;
            relation.coding.row = tie.row;
            relation.date = first_day(first->first);
            relation.date_end = last_day(last);
            relation.date_precision = DatePrecision::year;
            fill(relation);
            out.keep();
        }
        ties_.erase(ties_.begin());
    }
    return !ties_.empty();
}

} // namespace entente::detail

#endif
