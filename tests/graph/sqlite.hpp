// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_GRAPH_SQLITE_HPP
#define ENTENTE_TESTS_GRAPH_SQLITE_HPP

#include <boost/test/unit_test.hpp>

#include <sqlite3.h>

#include <filesystem>

namespace entente::testing {

/// Changes a graph file as another program could, without the store.
inline void run_sql(const std::filesystem::path& file, const char* sql) {
    sqlite3* handle = nullptr;
    BOOST_REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    BOOST_REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

} // namespace entente::testing

#endif
