// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_ID_SET_HPP
#define ENTENTE_GRAPH_DETAIL_ID_SET_HPP

#include "graph/identifier.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::detail {

/// A set of identifiers that keeps 64 bits of each: 8 bytes and room to spare.
///
/// Two of ten million different identifiers are taken for one with a chance of 3 in a million.
class IdSet {
public:
    IdSet() : slots_(1024) {}

    /// Whether it was not there.
    bool insert(const RelationId& id) {
        if (used_ * 4 >= slots_.size() * 3)
            rehash(slots_.size() * 2);
        return insert_key(id.low != 0 ? id.low : 1);
    }

    /// Brings the place of an identifier into the cache, for insert() soon after.
    void prefetch(const RelationId& id) const noexcept {
        __builtin_prefetch(&slots_[id.low & (slots_.size() - 1)], 1);
    }

    /// Makes room for `count` identifiers.
    void reserve(std::size_t count) {
        std::size_t size = slots_.size();
        while (count * 4 >= size * 3)
            size *= 2;
        if (size != slots_.size())
            rehash(size);
    }

    void clear() {
        slots_.assign(1024, 0);
        used_ = 0;
    }

private:
    bool insert_key(std::uint64_t key) {
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t slot = key & mask;; slot = (slot + 1) & mask) {
            if (slots_[slot] == key)
                return false;
            if (slots_[slot] == 0) {
                slots_[slot] = key;
                ++used_;
                return true;
            }
        }
    }

    void rehash(std::size_t size) {
        std::vector<std::uint64_t> old(size);
        old.swap(slots_);
        used_ = 0;
        for (const std::uint64_t key : old) {
            if (key != 0)
                insert_key(key);
        }
    }

    std::vector<std::uint64_t> slots_; // 0 is a free one
    std::size_t used_ = 0;
};

} // namespace entente::detail

#endif
