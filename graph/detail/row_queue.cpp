// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/row_queue.hpp"

#include <utility>

namespace entente::detail {

namespace {

constexpr std::size_t rows_at_once = 8192;
constexpr std::size_t most_remembered = 5'000'000;
constexpr std::size_t most_text_at_once = std::size_t{16} << 20;

enum Table : std::size_t { relations, urls };

RowImage image_of(const Connection& connection) {
    std::vector<RowImage::Table> tables;
    for (const char* const name : {"relations", "urls"}) {
        Query query(connection, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?");
        query.bind(1, std::string_view(name)).step();
        tables.push_back({name, std::string(query.text(0))});
    }
    return RowImage(std::move(tables));
}

} // namespace

RowQueue::RowQueue(Connection& connection) : connection_(&connection), image_(image_of(connection)) {
    connection.execute("ATTACH ':memory:' AS waiting");
}

RowQueue::~RowQueue() {
    if (writing_.valid())
        writing_.wait();
}

void RowQueue::add(const RelationRows::Row& keys, const Relation& relation, const RelationId& id) {
    gathered_.relations.add(keys, relation, id);
    if (!is_full())
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

bool RowQueue::is_full() const noexcept {
    return gathered_.relations.size() >= rows_at_once ||
           gathered_.relations.text_size() + gathered_.urls.text_size() >= most_text_at_once;
}

// The rows are written as a database in memory, from which SQLite copies them.
void RowQueue::write() {
    RowRecord record;
    const auto write_rows = [&](Table table, const auto& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows.write(i, record);
            image_.add(table, rows.key(i), record);
        }
    };
    image_.clear();
    write_rows(relations, on_the_way_.relations);
    write_rows(urls, on_the_way_.urls);
    const std::span<unsigned char> image = image_.finish();
    const auto size = static_cast<sqlite3_int64>(image.size());
    // Not read-only, as BEGIN IMMEDIATE asks to write all databases; nothing ever writes this one.
    connection_->check(sqlite3_deserialize(connection_->get(), "waiting", image.data(), size, size, 0));
    connection_->execute("INSERT INTO main.urls SELECT * FROM waiting.urls");
    connection_->execute("INSERT INTO main.relations SELECT * FROM waiting.relations");
    remember(on_the_way_.relations);
    on_the_way_.relations.clear();
    on_the_way_.urls.clear();
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
