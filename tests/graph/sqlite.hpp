// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_GRAPH_SQLITE_HPP
#define ENTENTE_TESTS_GRAPH_SQLITE_HPP

#include <boost/test/unit_test.hpp>

#include <sqlite3.h>

#include <filesystem>
#include <string_view>

namespace entente::testing {

/// Changes a graph file as another program could, without the store.
inline void run_sql(const std::filesystem::path& file, const char* sql) {
    sqlite3* handle = nullptr;
    BOOST_REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    BOOST_REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

/// Whether SQLite finds the file sound.
inline bool is_sound(const std::filesystem::path& file) {
    sqlite3* handle = nullptr;
    BOOST_REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    sqlite3_stmt* check = nullptr;
    BOOST_REQUIRE(sqlite3_prepare_v2(handle, "PRAGMA integrity_check", -1, &check, nullptr) == SQLITE_OK);
    const bool is_row = sqlite3_step(check) == SQLITE_ROW;
    const bool sound =
        is_row && std::string_view("ok") == reinterpret_cast<const char*>(sqlite3_column_text(check, 0));
    sqlite3_finalize(check);
    sqlite3_close(handle);
    return sound;
}

} // namespace entente::testing

#endif
