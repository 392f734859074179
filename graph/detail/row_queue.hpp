// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_ROW_QUEUE_HPP
#define ENTENTE_GRAPH_DETAIL_ROW_QUEUE_HPP

#include "graph/detail/relation_rows.hpp"
#include "graph/detail/row_image.hpp"
#include "graph/detail/sqlite.hpp"

#include <cstdint>
#include <future>

namespace entente::detail {

/// Relations that a writer added one after the other, for the next snapshot, which then need not read them.
struct AddedRelations {
    /// Parties and terms are keys of the file. No edge has an act or topics.
    CollectedEdges edges;
    /// Their keys are all those in [first, end).
    std::int64_t first = 0;
    std::int64_t end = 0;
};

/// Relations and URLs on their way into the graph file. Many are written at once, on another thread, while
/// the next ones are gathered; the connection is free for others only after settle().
class RowQueue {
public:
    explicit RowQueue(Connection& connection);
    RowQueue(const RowQueue&) = delete;
    RowQueue& operator=(const RowQueue&) = delete;
    ~RowQueue();

    void add(const RelationRows::Row& keys, const Relation& relation, const RelationId& id);
    void add_url(std::int64_t key, std::string_view url) { gathered_.urls.add(key, url); }
    /// Writes all that was gathered, before it returns.
    void flush();
    /// Waits until nothing is being written, and throws what went wrong.
    void settle();
    /// Forgets what is not written, after a transaction was rolled back.
    void forget() noexcept;

    /// What was written lately. It begins anew with a row that lacks the key after the last one's or that
    /// can't be held as it is, and when there is too much of it. To be asked for after settle().
    AddedRelations& added() noexcept { return added_; }

private:
    struct Rows {
        RelationRows relations;
        UrlRows urls;
    };

    bool is_full() const noexcept;
    void write();
    void remember(const RelationRows& rows);

    Connection* connection_;
    Rows gathered_;
    Rows on_the_way_;
    RowImage image_; // of the rows on the way
    AddedRelations added_;
    std::future<void> writing_;
};

} // namespace entente::detail

#endif
