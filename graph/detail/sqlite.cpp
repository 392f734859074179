// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/sqlite.hpp"

#include "graph/error.hpp"

#include <sys/stat.h>

#include <cstring>
#include <fstream>
#include <sstream>

namespace entente::detail {

namespace {

constexpr int patience_in_milliseconds = 10'000;

std::string command_of(const std::string& process) {
    std::ifstream in("/proc/" + process + "/comm");
    std::string command;
    std::getline(in, command);
    return command;
}

// The process that holds SQLite's write lock: byte 120 of the shared-memory file. It is read from
// /proc/locks, as opening the file here would drop this process's own locks when it is closed again.
std::string lock_holder(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat((file.string() + "-shm").c_str(), &status) != 0)
        return {};
    const std::string inode = ':' + std::to_string(status.st_ino);
    std::ifstream in("/proc/locks");
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string number, kind, advice, mode, process, node, first;
        if (!(words >> number >> kind >> advice >> mode >> process >> node >> first))
            continue;
        if (kind == "POSIX" && mode == "WRITE" && first == "120" && node.ends_with(inode))
            return process;
    }
    return {};
}

std::string locked_message(const std::filesystem::path& file) {
    const std::string process = lock_holder(file);
    if (process.empty() || process == "0" || process == "-1")
        return "another process is writing to the graph file; try again when it is done";
    const std::string command = command_of(process);
    return "process " + process + (command.empty() ? "" : " (" + command + ")") +
           " is writing to the graph file; try again when it is done";
}

} // namespace

Connection::Connection(const std::filesystem::path& file, int flags, std::string_view uri_suffix)
    : file_(file) {
    std::string name = file.string();
    if (!uri_suffix.empty()) {
        std::string escaped = "file:";
        for (const char c : std::filesystem::absolute(file).string()) {
            static constexpr char digits[] = "0123456789abcdef";
            if (std::strchr("?#%", c) == nullptr)
                escaped += c;
            else
                (escaped += '%').append({digits[c >> 4], digits[c & 15]});
        }
        name = escaped.append(uri_suffix);
        flags |= SQLITE_OPEN_URI;
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    check(code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, patience_in_milliseconds);
}

void Connection::execute(const char* sql) { check(sqlite3_exec(get(), sql, nullptr, nullptr, nullptr)); }

void Connection::check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    const Place place{file_.string()};
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        throw InputError(place, "expected a graph file (an SQLite database), found another kind of file");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw InputError(place, locked_message(file_));
    case SQLITE_CORRUPT:
        throw InputError(place, "the graph file is damaged: " + std::string(sqlite3_errmsg(get())));
    case SQLITE_CANTOPEN: {
        const int error = get() != nullptr ? sqlite3_system_errno(get()) : 0;
        throw InputError(place,
                         "can't be opened" + (error != 0 ? ": " + std::string(std::strerror(error)) : ""));
    }
    case SQLITE_READONLY:
        throw InputError(place, "the graph file can't be written: it or its folder is read-only");
    case SQLITE_FULL:
        throw OutputError(place.file + ": the disk is full");
    case SQLITE_IOERR:
        throw OutputError(place.file + ": the graph file can't be read or written: " + sqlite3_errmsg(get()));
    case SQLITE_NOMEM:
        throw std::bad_alloc();
    default:
        throw OutputError(place.file + ": " + sqlite3_errmsg(get()));
    }
}

Query::Query(const Connection& connection, std::string_view sql) : connection_(&connection) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(connection.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    handle_.reset(handle);
    connection.check(code);
}

Query& Query::bind(int parameter, std::int64_t value) {
    connection_->check(sqlite3_bind_int64(handle_.get(), parameter, value));
    return *this;
}

Query& Query::bind(int parameter, std::string_view text) {
    const char* data = text.data() != nullptr ? text.data() : "";
    connection_->check(
        sqlite3_bind_text64(handle_.get(), parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Query& Query::bind(int parameter, std::optional<std::int64_t> value) {
    if (value)
        return bind(parameter, *value);
    connection_->check(sqlite3_bind_null(handle_.get(), parameter));
    return *this;
}

Query& Query::bind_blob(int parameter, std::string_view bytes) {
    const char* data = bytes.data() != nullptr ? bytes.data() : "";
    connection_->check(sqlite3_bind_blob64(handle_.get(), parameter, data, bytes.size(), SQLITE_STATIC));
    return *this;
}

bool Query::step() {
    const int code = sqlite3_step(handle_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        sqlite3_reset(handle_.get());
    connection_->check(code);
    return code == SQLITE_ROW;
}

void Query::run() {
    step();
    reset();
}

std::optional<std::int64_t> Query::optional_integer(int column) const noexcept {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::string_view Query::text(int column) const noexcept {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string_view Query::blob(int column) const noexcept {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

Transaction::Transaction(Connection& connection) : connection_(&connection) {
    connection_->execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (connection_ != nullptr)
        sqlite3_exec(connection_->get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    connection_->execute("COMMIT");
    connection_ = nullptr;
}

} // namespace entente::detail
