// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/checkpointer.hpp"

#include "graph/error.hpp"

#include <chrono>
#include <exception>

namespace entente::detail {

namespace {

// How many pages the log has when they are worth a copy, and when the writer waits for it, as the log begins
// anew only while nobody writes.
constexpr int pages_to_copy = 1000;
constexpr int pages_to_wait_for = 16000;

} // namespace

Checkpointer::Checkpointer(Connection& connection) : connection_(&connection) {
    sqlite3_wal_hook(connection.get(), after_commit, this);
}

Checkpointer::~Checkpointer() {
    sqlite3_wal_hook(connection_->get(), nullptr, nullptr);
    if (running_.valid())
        running_.wait();
}

int Checkpointer::after_commit(void* self, sqlite3* handle, const char* database, int pages) {
    auto& checkpointer = *static_cast<Checkpointer*>(self);
    if (pages < pages_to_copy)
        return SQLITE_OK;
    // Where a copy fails, the log keeps what it has, and the next one tries again.
    if (pages >= pages_to_wait_for)
        sqlite3_wal_checkpoint_v2(handle, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    else
        checkpointer.start();
    return SQLITE_OK;
}

void Checkpointer::start() {
    if (running_.valid() && running_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    try {
        running_ = std::async(std::launch::async, [file = connection_->file()] {
            try {
                Connection(file, SQLITE_OPEN_READWRITE).execute("PRAGMA wal_checkpoint(PASSIVE)");
            } catch (const Error&) { // as above
            }
        });
    } catch (const std::exception&) { // no thread to be had: nothing may be thrown through SQLite
    }
}

} // namespace entente::detail
