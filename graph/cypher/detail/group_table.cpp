// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/group_table.hpp"

#include "graph/cypher/comparison.hpp"

#include <algorithm>

namespace entente::cypher::detail {

namespace {

std::size_t hash_row(std::span<const Value> row) noexcept {
    std::size_t result = row.size();
    for (const Value& value : row)
        result = (result ^ hash(value)) * 0x9E3779B97F4A7C15ULL;
    return result ^ (result >> 32);
}

} // namespace

GroupTable::Found GroupTable::add(std::span<const Value> row, Runtime& runtime) {
    const std::size_t hash = hash_row(row);
    std::size_t place = hash & (places_.size() - 1);
    for (; places_[place] != 0; place = (place + 1) & (places_.size() - 1)) {
        const std::size_t number = places_[place] - 1;
        if (hashes_[number] == hash &&
            std::equal(row.begin(), row.end(), values_.begin() + static_cast<std::ptrdiff_t>(number * width_),
                       is_equivalent))
            return {number, false};
    }
    std::size_t bytes = sizeof(std::size_t) + 2 * sizeof(std::uint32_t);
    for (const Value& value : row)
        bytes += value.byte_count();
    runtime.keep(bytes);
    values_.insert(values_.end(), row.begin(), row.end());
    hashes_.push_back(hash);
    places_[place] = static_cast<std::uint32_t>(hashes_.size());
    if (hashes_.size() * 2 > places_.size())
        grow();
    return {hashes_.size() - 1, true};
}

void GroupTable::grow() {
    places_.assign(places_.size() * 2, 0);
    for (std::size_t number = 0; number < hashes_.size(); ++number) {
        std::size_t place = hashes_[number] & (places_.size() - 1);
        while (places_[place] != 0)
            place = (place + 1) & (places_.size() - 1);
        places_[place] = static_cast<std::uint32_t>(number + 1);
    }
}

} // namespace entente::cypher::detail
