// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_MAINTENANCE_HPP
#define ENTENTE_GRAPH_MAINTENANCE_HPP

#include "graph/store.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace entente {

/// Looks at everything that a graph file and its snapshot hold, and hands each fault to `report` in words:
/// pages that are damaged, relations whose identifiers are not those of their content or whose statement is
/// not there, counts that are wrong, a snapshot that can't be used.
void check_graph(const Store& store, const std::function<void(const std::string&)>& report);

/// Writes the file anew without the room that removed relations left. Needs as much free disk as the file
/// takes.
void compact_graph(Store& store);

/// What became of statements that were put into a graph file.
struct StatementCounts {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;

    void add(Store::Put put) noexcept;
};

/// What merge_graph brought.
struct Merged {
    StatementCounts statements;
    /// Relations of event tables that were not there.
    std::uint64_t coded = 0;
};

/// Puts everything that `from` holds into `into`: statements with the same id are replaced where they differ,
/// relations of event tables are stored once.
Merged merge_graph(Store& into, const Store& from);

} // namespace entente

#endif
