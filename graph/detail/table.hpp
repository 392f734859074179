// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_TABLE_HPP
#define ENTENTE_GRAPH_DETAIL_TABLE_HPP

#include <string_view>
#include <vector>

namespace entente::detail {

/// The rows of an embedded tab-separated table, split into fields; lines that begin with `#` and empty lines
/// are left out. The fields view `table`.
std::vector<std::vector<std::string_view>> table_rows(std::string_view table);

/// The parts of `text` between `separator`s, empty ones included; at least one.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The number that is the whole of `text`, which comes from an embedded table and so is one.
double table_number(std::string_view text);

} // namespace entente::detail

#endif
