// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/store_impl.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>

namespace entente::detail {

namespace {

std::int64_t scalar(const Connection& connection, const char* sql) {
    Query query(connection, sql);
    return query.step() ? query.integer(0) : 0;
}

constexpr const char* upsert_actor =
    "INSERT INTO actors(party, kind, name, wikidata, office, from_day, until_day) VALUES (?, ?, ?, ?, ?, ?, "
    "?)"
    " ON CONFLICT(party, kind, name, office) DO UPDATE SET wikidata = excluded.wikidata,"
    " from_day = coalesce(from_day, excluded.from_day), until_day = coalesce(until_day, excluded.until_day)"
    " WHERE (wikidata = '' AND excluded.wikidata <> '') OR (from_day IS NULL AND excluded.from_day IS NOT "
    "NULL)"
    " OR (until_day IS NULL AND excluded.until_day IS NOT NULL)";

constexpr const char* upsert_statement =
    "INSERT INTO statements(seq, id, title, publisher, url, day, language, digest, first_relation, "
    "end_relation, text)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT(seq) DO UPDATE SET title = excluded.title, publisher = excluded.publisher, url = "
    "excluded.url,"
    " day = excluded.day, language = excluded.language, digest = excluded.digest,"
    " first_relation = excluded.first_relation, end_relation = excluded.end_relation, text = excluded.text";

std::optional<std::int64_t> optional_day(const std::optional<Date>& date) {
    return date ? std::optional(day_of(*date)) : std::nullopt;
}

} // namespace

Writer::Writer(Connection& connection)
    : connection_(&connection), checkpointer_(connection), rows_(connection),
      parties_(connection, "parties", "code", [this] { settle(); }),
      terms_(connection, "terms", "text", [this] { settle(); }),
      topics_(connection, "topics", "name", [this] { settle(); }),
      insert_topic_(connection, "INSERT INTO relation_topics VALUES (?, ?, ?)"),
      insert_actor_(connection, upsert_actor),
      find_statement_(connection,
                      "SELECT seq, digest, first_relation, end_relation FROM statements WHERE id = ?"),
      write_statement_(connection, upsert_statement) {}

void Writer::begin() {
    settle();
    transaction_.emplace(*connection_);
    prepare_counters();
}

void Writer::prepare_counters() {
    next_relation_ = std::max(scalar(*connection_, "SELECT coalesce(max(seq), 0) + 1 FROM relations"),
                              scalar(*connection_, "SELECT value FROM meta WHERE key = 'removed_end'"));
    next_url_ = scalar(*connection_, "SELECT coalesce(max(id), 0) + 1 FROM urls");
    // Another process may have coded relations since the last transaction here.
    const std::int64_t removals = scalar(*connection_, "SELECT value FROM meta WHERE key = 'removals'");
    if (next_relation_ != seen_relation_ || removals != seen_removals_)
        has_ids_ = false;
    if (next_relation_ != rows_.added().end || removals != seen_removals_)
        rows_.added() = {};
    seen_removals_ = removals;
    added_ = removed_ = removals_ = actor_changes_ = 0;
}

void Writer::write_counters() {
    Query query(*connection_, "UPDATE meta SET value = value + ? WHERE key = ?");
    const auto raise = [&](std::string_view key, std::int64_t by) {
        if (by != 0)
            query.bind(1, by).bind(2, key).run();
    };
    raise("relations", added_ - removed_);
    raise("removals", removals_);
    raise("actors", actor_changes_);
}

void Writer::commit() {
    rows_.flush();
    write_counters();
    transaction_->commit();
    transaction_.reset();
    seen_relation_ = next_relation_;
    seen_removals_ += removals_;
}

void Writer::roll_back() noexcept {
    rows_.forget(); // waits for the thread that uses the connection
    transaction_.reset();
    forget();
}

void Writer::forget() {
    parties_.forget();
    terms_.forget();
    topics_.forget();
    urls_.clear();
    ids_.clear();
    has_ids_ = false;
    last_statement_.clear();
    last_statement_key_ = 0;
}

std::optional<Writer::StoredStatement> Writer::find_statement(std::string_view id) {
    settle();
    std::optional<StoredStatement> found;
    if (find_statement_.bind(1, id).step())
        found = StoredStatement{find_statement_.integer(0), std::string(find_statement_.blob(1)),
                                find_statement_.integer(2), find_statement_.integer(3)};
    find_statement_.reset();
    return found;
}

std::int64_t Writer::write_statement(std::optional<std::int64_t> seq, const Statement& statement,
                                     std::string_view digest, std::int64_t first_relation,
                                     std::int64_t end_relation) {
    settle();
    write_statement_.bind(1, seq)
        .bind(2, statement.id)
        .bind(3, statement.title)
        .bind(4, statement.publisher)
        .bind(5, statement.url)
        .bind(6, optional_day(statement.date))
        .bind(7, statement.language)
        .bind_blob(8, digest)
        .bind(9, first_relation)
        .bind(10, end_relation)
        .bind(11, statement.text)
        .run();
    return seq ? *seq : sqlite3_last_insert_rowid(connection_->get());
}

void Writer::remove_relations(std::int64_t first, std::int64_t end) {
    rows_.flush();
    rows_.added() = {};
    Query topics(*connection_, "DELETE FROM relation_topics WHERE relation >= ? AND relation < ?");
    topics.bind(1, first).bind(2, end).run();
    Query relations(*connection_, "DELETE FROM relations WHERE seq >= ? AND seq < ?");
    relations.bind(1, first).bind(2, end).run();
    removed_ += sqlite3_changes64(connection_->get()); // another program may have taken some away before
    removals_ = 1;
    Query(*connection_, "INSERT INTO removed_relations VALUES (?, ?, ?)")
        .bind(1, seen_removals_ + removals_)
        .bind(2, first)
        .bind(3, end)
        .run();
    // No key is given twice, or a snapshot would take a new relation for an old one.
    Query(*connection_, "INSERT INTO meta VALUES ('removed_end', ?1)"
                        " ON CONFLICT(key) DO UPDATE SET value = max(value, ?1)")
        .bind(1, end)
        .run();
}

void Writer::add_actor(const Actor& actor) {
    settle();
    insert_actor_.bind(1, actor.party.text())
        .bind(2, to_string(actor.kind))
        .bind(3, actor.name)
        .bind(4, actor.wikidata)
        .bind(5, actor.office)
        .bind(6, optional_day(actor.from))
        .bind(7, optional_day(actor.until))
        .run();
    actor_changes_ += sqlite3_changes(connection_->get());
}

void Writer::add_relation(const Relation& relation, const RelationId& id, std::int64_t statement) {
    BOOST_ASSERT_MSG(relation.source != relation.target || !relation.coding.dataset.empty(),
                     "a relation joins two different parties; only rows of event tables may stay within one");
    RelationRows::Row keys;
    keys.seq = next_relation_++;
    keys.source = parties_.key(relation.source.text());
    keys.target = parties_.key(relation.target.text());
    keys.statement = statement;
    if (relation.said_by)
        keys.said_by = parties_.key(relation.said_by->text());
    keys.source_actor = terms_.key(relation.source_actor);
    keys.target_actor = terms_.key(relation.target_actor);
    keys.predicate = terms_.key(relation.predicate);
    keys.dataset = terms_.key(relation.coding.dataset);
    keys.url = url_key(relation.coding.url);
    keys.source_sector = terms_.key(relation.coding.source_sector);
    keys.target_sector = terms_.key(relation.coding.target_sector);
    keys.has_topics = !relation.topics.empty();
    rows_.add(keys, relation, id);
    ++added_;
    if (keys.has_topics)
        add_topics(relation, keys.seq);
}

void Writer::add_topics(const Relation& relation, std::int64_t seq) {
    settle();
    std::int64_t place = 0;
    for (const std::string& topic : relation.topics) {
        if (!topic.empty())
            insert_topic_.bind(1, seq).bind(2, place++).bind(3, topics_.key(topic)).run();
    }
}

// Rows of one article stand near each other, so a URL that was not met for a while may be written again: the
// table asks for no more than that keys are unique.
std::int64_t Writer::url_key(std::string_view url) {
    if (url.empty())
        return 0;
    auto& place = urls_.at(url);
    if (place.key == 0) {
        place.key = next_url_++;
        rows_.add_url(place.key, url);
    }
    return place.key;
}

std::int64_t Writer::statement_key(std::string_view id) {
    if (id.empty())
        return 0;
    if (id != last_statement_) {
        const auto found = find_statement(id);
        last_statement_key_ = found ? found->seq : 0;
        last_statement_ = id;
    }
    return last_statement_key_;
}

bool Writer::is_new(const RelationId& id) {
    if (!has_ids_) {
        rows_.flush();
        read_ids();
        has_ids_ = true;
    }
    return ids_.insert(id);
}

// An identifier is put in its place some time after that was fetched, as nearly none is in the cache.
void Writer::read_ids() {
    constexpr std::size_t ahead = 16;
    std::array<RelationId, ahead> waiting{};
    std::size_t count = 0;
    ids_.clear();
    ids_.reserve(
        static_cast<std::size_t>(scalar(*connection_, "SELECT value FROM meta WHERE key = 'relations'")));
    for (Query query(*connection_, "SELECT id FROM relations WHERE dataset IS NOT NULL"); query.step();
         ++count) {
        RelationId& place = waiting[count % ahead];
        if (count >= ahead)
            ids_.insert(place);
        place = {0, read_digest<RelationId>(query.blob(0)).low};
        ids_.prefetch(place);
    }
    for (std::size_t i = 0; i < std::min(count, ahead); ++i)
        ids_.insert(waiting[i]);
}

std::optional<CollectedEdges> Writer::take_added(std::int64_t first, std::int64_t end,
                                                 std::int64_t removals) {
    settle();
    AddedRelations& added = rows_.added();
    if (is_open() || added.first != first || added.end != end || removals != seen_removals_)
        return std::nullopt;
    CollectedEdges edges = std::move(added.edges);
    added = {};
    return edges;
}

void Writer::set_note(std::string_view key, std::string_view text) {
    settle();
    const std::string full = "note:" + std::string(key);
    if (text.empty())
        Query(*connection_, "DELETE FROM meta WHERE key = ?").bind(1, full).run();
    else
        Query(*connection_, "INSERT OR REPLACE INTO meta VALUES (?, ?)").bind(1, full).bind(2, text).run();
}

} // namespace entente::detail
