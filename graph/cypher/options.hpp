// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_OPTIONS_HPP
#define ENTENTE_GRAPH_CYPHER_OPTIONS_HPP

#include "graph/date.hpp"
#include "graph/error.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

namespace entente::cypher {

/// What a run may take.
struct Options {
    /// Zero for no limit.
    std::chrono::milliseconds timeout{0};
    /// Rows of the answer; the run ends when there are more (Summary::is_cut).
    std::uint64_t max_rows = std::numeric_limits<std::uint64_t>::max();
    /// What sorting, grouping, DISTINCT and searches for paths may keep.
    std::size_t max_bytes = std::size_t{1} << 30;
    /// What date() gives; nothing where a query may not ask.
    std::optional<Date> today;
    /// The run ends soon after this becomes true; may be set from a signal handler. May be nullptr.
    const std::atomic<bool>* stop = nullptr;
};

/// A run that came to the end of its time, or was told to stop; the rows so far are good.
class Stopped : public Error {
public:
    using Error::Error;
};

} // namespace entente::cypher

#endif
