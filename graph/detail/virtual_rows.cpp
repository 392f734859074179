// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/virtual_rows.hpp"

#include <memory>

namespace entente::detail {

namespace {

struct Source {
    const char* declaration;
    const RowSource* rows;
};

struct Table : sqlite3_vtab {
    const RowSource* rows;
};

struct Cursor : sqlite3_vtab_cursor {
    std::size_t row;
};

const RowSource& rows_of(const sqlite3_vtab_cursor* cursor) {
    return *static_cast<Table*>(cursor->pVtab)->rows;
}

int connect(sqlite3* handle, void* aux, int, const char* const*, sqlite3_vtab** out, char**) {
    const auto& source = *static_cast<const Source*>(aux);
    const int code = sqlite3_declare_vtab(handle, source.declaration);
    if (code != SQLITE_OK)
        return code;
    auto table = std::make_unique<Table>();
    table->rows = source.rows;
    *out = table.release();
    return SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
    delete static_cast<Table*>(table);
    return SQLITE_OK;
}

int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
    info->estimatedCost = 1000;
    info->estimatedRows = 1000;
    return SQLITE_OK;
}

int open_cursor(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
    *out = std::make_unique<Cursor>().release();
    return SQLITE_OK;
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
    delete static_cast<Cursor*>(cursor);
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
    static_cast<Cursor*>(cursor)->row = 0;
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
    ++static_cast<Cursor*>(cursor)->row;
    return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* cursor) {
    return static_cast<Cursor*>(cursor)->row >= rows_of(cursor).size();
}

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int index) {
    rows_of(cursor).field(context, static_cast<Cursor*>(cursor)->row, index);
    return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* out) {
    *out = static_cast<sqlite3_int64>(static_cast<Cursor*>(cursor)->row);
    return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
    sqlite3_module module{};
    module.xConnect = connect;
    module.xBestIndex = best_index;
    module.xDisconnect = disconnect;
    module.xOpen = open_cursor;
    module.xClose = close_cursor;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = is_at_end;
    module.xColumn = column;
    module.xRowid = row_id;
    return module;
}

constexpr sqlite3_module row_module = make_module();

} // namespace

void add_virtual_rows(Connection& connection, const char* name, const char* declaration,
                      const RowSource& rows) {
    auto source = std::make_unique<Source>(Source{declaration, &rows});
    // SQLite calls the destructor even where it refuses the module.
    connection.check(sqlite3_create_module_v2(connection.get(), name, &row_module, source.release(),
                                              [](void* aux) { delete static_cast<Source*>(aux); }));
}

} // namespace entente::detail
