// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_PARTITION_POINT_HPP
#define ENTENTE_GRAPH_DETAIL_PARTITION_POINT_HPP

#include <cstdint>

namespace entente::detail {

/// The first number in [begin, end) for which `is_before` is false, or `end`; it is true for none after that.
template<class Predicate>
std::uint32_t partition_point(std::uint32_t begin, std::uint32_t end, Predicate is_before) {
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (is_before(middle))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

} // namespace entente::detail

#endif
