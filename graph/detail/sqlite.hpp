// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_SQLITE_HPP
#define ENTENTE_GRAPH_DETAIL_SQLITE_HPP

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente::detail {

/// An open database. What SQLite reports becomes InputError (the file is wrong or held by another process) or
/// OutputError (the disk takes no more), each with the file's name in front.
class Connection {
public:
    /// `flags` as for sqlite3_open_v2. `uri_suffix` is for "?immutable=1".
    Connection(const std::filesystem::path& file, int flags, std::string_view uri_suffix = {});
    Connection(Connection&&) = default;

    const std::filesystem::path& file() const noexcept { return file_; }
    sqlite3* get() const noexcept { return handle_.get(); }

    /// Runs statements that return nothing.
    void execute(const char* sql);
    /// Throws for a code that is not SQLITE_OK, SQLITE_ROW or SQLITE_DONE.
    void check(int code) const;

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
    };

    std::filesystem::path file_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// One prepared statement. Parameters count from 1, columns from 0.
class Query {
public:
    Query(const Connection& connection, std::string_view sql);

    Query& bind(int parameter, std::int64_t value);
    /// The text must stay until the next reset().
    Query& bind(int parameter, std::string_view text);
    Query& bind(int parameter, std::optional<std::int64_t> value);
    Query& bind_blob(int parameter, std::string_view bytes);

    /// Whether there is a row.
    bool step();
    void reset() noexcept { sqlite3_reset(handle_.get()); }
    /// For statements without rows: steps and resets.
    void run();

    bool is_null(int column) const noexcept {
        return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const noexcept { return sqlite3_column_int64(handle_.get(), column); }
    double number(int column) const noexcept { return sqlite3_column_double(handle_.get(), column); }
    std::optional<std::int64_t> optional_integer(int column) const noexcept;
    /// Valid until the next step; empty for NULL.
    std::string_view text(int column) const noexcept;
    std::string_view blob(int column) const noexcept;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }
    };

    const Connection* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A transaction that is rolled back unless it is committed.
class Transaction {
public:
    /// Takes the write lock at once.
    explicit Transaction(Connection& connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    void commit();

private:
    Connection* connection_;
};

} // namespace entente::detail

#endif
