// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/runtime.hpp"

#include <string>

namespace entente::cypher::detail {

Runtime::Runtime(const Graph& graph, const Options& options, std::size_t slot_count)
    : graph_(&graph), options_(&options), slots_(slot_count),
      deadline_(std::chrono::steady_clock::now() + options.timeout) {}

void Runtime::check() const {
    if (options_->stop != nullptr && options_->stop->load(std::memory_order_relaxed))
        throw Stopped("the query was interrupted");
    if (options_->timeout.count() > 0 && std::chrono::steady_clock::now() > deadline_)
        throw Stopped("the query took longer than " + std::to_string(options_->timeout.count()) + " ms");
}

void Runtime::keep(std::size_t bytes) {
    kept_ += bytes;
    if (kept_ > options_->max_bytes)
        throw Error("the query needs more than " + std::to_string(options_->max_bytes >> 20) +
                    " MiB of memory: restrict it, or allow more");
}

} // namespace entente::cypher::detail
