// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/row_record.hpp"

#include <bit>

namespace entente::detail {

namespace {

constexpr unsigned char real_type = 7;

} // namespace

// SQLite keeps whole numbers of REAL columns as integers, and gives them back as what they are.
void RowRecord::add(double value) {
    if (value == 0.0 || value == 1.0)
        return add(static_cast<std::int64_t>(value));
    types_[type_size_++] = real_type;
    put(std::bit_cast<std::uint64_t>(value), 8);
}

} // namespace entente::detail
