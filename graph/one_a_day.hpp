// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_ONE_A_DAY_HPP
#define ENTENTE_GRAPH_ONE_A_DAY_HPP

#include "graph/relation.hpp"

#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace entente {

/// The one-a-day filter of event data (G. King and W. Lowe 2003; P. Schrodt's TABARI and PETRARCH): of the
/// relations between the same two parties, of the same CAMEO code, on the same day, the first counts.
///
/// It remembers what it has seen: some 80 bytes for each day, pair and code.
class OneADay {
public:
    /// Whether no such relation was asked about before. Relations without a date always count.
    bool is_first(const Relation& relation) {
        if (!relation.date)
            return true;
        PartyCode source = relation.source;
        PartyCode target = relation.target;
        if (relation.symmetric && target < source)
            std::swap(source, target);
        return seen_.emplace(*relation.date, source, target, cameo_code(relation).text()).second;
    }

private:
    std::set<std::tuple<Date, PartyCode, PartyCode, std::string>> seen_;
};

} // namespace entente

#endif
