// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_PAGER_HPP
#define ENTENTE_CLI_PAGER_HPP

#include "cli/table.hpp"

namespace entente::cli {

/// Writes a table to standard output. As TableFormat::table it is cut to the terminal's width, and shown by
/// $PAGER, or less, where it has more lines than the terminal. Throws OutputError where standard output takes
/// no more.
void show_table(const Table& table, TableFormat format);

} // namespace entente::cli

#endif
