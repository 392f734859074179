// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_RUNTIME_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_RUNTIME_HPP

#include "graph/cypher/graph.hpp"
#include "graph/cypher/options.hpp"
#include "graph/cypher/value.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace entente::cypher::detail {

/// One run of a query: the row that is being worked on, and the limits.
class Runtime {
public:
    Runtime(const Graph& graph, const Options& options, std::size_t slot_count);

    const Graph& graph() const noexcept { return *graph_; }
    const Options& options() const noexcept { return *options_; }

    /// The current row, a slot a variable.
    Value& operator[](std::uint32_t slot) noexcept { return slots_[slot]; }

    /// How many equal rows the current one stands for.
    std::uint64_t weight = 1;

    /// Called for each piece of work; now and then it looks at the clock and throws Stopped when time is up.
    void tick() {
        if ((++ticks_ & 1023U) == 0)
            check();
    }
    void check() const;

    /// Counts memory that is kept until the end; throws Error where that is more than the options allow.
    void keep(std::size_t bytes);
    void release(std::size_t bytes) noexcept { kept_ -= bytes; }

private:
    const Graph* graph_;
    const Options* options_;
    std::vector<Value> slots_;
    std::chrono::steady_clock::time_point deadline_;
    std::uint32_t ticks_ = 0;
    std::size_t kept_ = 0;
};

/// A compiled expression.
using Evaluator = std::function<Value(Runtime&)>;

} // namespace entente::cypher::detail

#endif
