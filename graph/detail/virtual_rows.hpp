// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_VIRTUAL_ROWS_HPP
#define ENTENTE_GRAPH_DETAIL_VIRTUAL_ROWS_HPP

#include "graph/detail/sqlite.hpp"

#include <cstddef>

namespace entente::detail {

/// Rows in memory that SQL can read as a table. `INSERT INTO t SELECT * FROM name` writes them about twice as
/// fast as a statement a row does: one program runs over all of them.
class RowSource {
public:
    virtual std::size_t size() const = 0;
    /// Gives one field to SQLite, which may hold on to texts until the source is changed.
    virtual void field(sqlite3_context* context, std::size_t row, int column) const = 0;

protected:
    ~RowSource() = default;
};

/// Makes `rows` readable as the table `name` with the columns of `declaration` ("CREATE TABLE x(a, b)").
/// `rows` and `declaration` must outlive the connection.
void add_virtual_rows(Connection& connection, const char* name, const char* declaration,
                      const RowSource& rows);

} // namespace entente::detail

#endif
