// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/row_queue.hpp"

#include <utility>

namespace entente::detail {

namespace {

constexpr std::size_t rows_at_once = 8192;
constexpr std::size_t most_remembered = 5'000'000;
constexpr std::size_t most_insertions = 32;
constexpr const char* relations_table = "waiting_relations";
constexpr const char* urls_table = "waiting_urls";

// Tables that must be there before a statement that reads them is prepared.
Connection& with_virtual_rows(Connection& connection, const RelationRows& rows, const UrlRows& urls) {
    add_virtual_rows(connection, relations_table, RelationRows::declaration, rows);
    add_virtual_rows(connection, urls_table, UrlRows::declaration, urls);
    return connection;
}

} // namespace

RowQueue::RowQueue(Connection& connection)
    : connection_(&with_virtual_rows(connection, on_the_way_.relations, on_the_way_.urls)),
      insert_urls_(connection, std::string("INSERT INTO urls SELECT * FROM ") + urls_table) {}

RowQueue::~RowQueue() {
    if (writing_.valid())
        writing_.wait();
}

void RowQueue::add(const RelationRows::Row& keys, const Relation& relation, const RelationId& id) {
    gathered_.relations.add(keys, relation, id);
    if (gathered_.relations.size() < rows_at_once)
        return;
    settle();
    std::swap(gathered_, on_the_way_);
    writing_ = std::async(std::launch::async, [this] { write(); });
}

void RowQueue::flush() {
    settle();
    if (gathered_.relations.size() == 0)
        return;
    std::swap(gathered_, on_the_way_);
    write();
}

void RowQueue::settle() {
    if (writing_.valid())
        writing_.get();
}

void RowQueue::forget() noexcept {
    if (writing_.valid())
        writing_.wait();
    writing_ = {};
    for (Rows* const rows : {&gathered_, &on_the_way_}) {
        rows->relations.clear();
        rows->urls.clear();
    }
    added_ = {};
}

void RowQueue::write() {
    insert_urls_.run();
    insertion(on_the_way_.relations.varying()).run();
    remember(on_the_way_.relations);
    on_the_way_.relations.clear();
    on_the_way_.urls.clear();
}

Query& RowQueue::insertion(std::uint32_t varying) {
    const auto found = insertions_.find(varying);
    if (found != insertions_.end())
        return found->second;
    if (insertions_.size() >= most_insertions)
        insertions_.clear();
    return insertions_
        .emplace(varying, Query(*connection_, RelationRows::insertion(relations_table, varying)))
        .first->second;
}

void RowQueue::remember(const RelationRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int64_t key = rows.key(i);
        if (key != added_.end || added_.edges.relation_count >= most_remembered) {
            added_ = {};
            added_.first = key;
        }
        if (rows.has_lists(i)) {
            added_ = {};
            continue;
        }
        added_.edges.add(rows.edge(i));
        added_.end = key + 1;
    }
}

} // namespace entente::detail
