// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_CHECKPOINTER_HPP
#define ENTENTE_GRAPH_DETAIL_CHECKPOINTER_HPP

#include "graph/detail/sqlite.hpp"

#include <future>

namespace entente::detail {

/// Copies what was committed from SQLite's log into the graph file, on another thread and with a connection
/// of its own, so that the writer goes on meanwhile. What stands in the log is as durable as what is in the
/// file.
class Checkpointer {
public:
    /// Takes the place of SQLite's own checkpoints. `connection` outlives this.
    explicit Checkpointer(Connection& connection);
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    /// Waits until a copy that goes on is done.
    ~Checkpointer();

private:
    static int after_commit(void* self, sqlite3* handle, const char* database, int pages);
    void start();

    Connection* connection_;
    std::future<void> running_;
};

} // namespace entente::detail

#endif
