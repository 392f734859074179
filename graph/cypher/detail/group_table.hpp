// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_GROUP_TABLE_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_GROUP_TABLE_HPP

#include "graph/cypher/detail/runtime.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace entente::cypher::detail {

/// Rows of values, each once, numbered in the order in which they came; equivalent values are the same.
class GroupTable {
public:
    explicit GroupTable(std::size_t width) : width_(width) {}

    struct Found {
        std::size_t number;
        bool is_new;
    };
    /// What is kept counts towards the runtime's memory.
    Found add(std::span<const Value> row, Runtime& runtime);

    std::size_t size() const noexcept { return hashes_.size(); }
    std::span<const Value> row(std::size_t number) const {
        return {values_.data() + number * width_, width_};
    }

private:
    void grow();

    std::size_t width_;
    std::vector<Value> values_;
    std::vector<std::size_t> hashes_;
    /// Numbers and 1; 0 is free. Its size is a power of two.
    std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(16);
};

} // namespace entente::cypher::detail

#endif
