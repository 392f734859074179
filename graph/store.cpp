// SPDX-License-Identifier: Apache-2.0
#include "graph/store.hpp"

#include "graph/detail/store_impl.hpp"
#include "graph/detail/store_read.hpp"

#include <boost/assert.hpp>

#include <cmath>
#include <limits>
#include <utility>

namespace entente {

namespace {

// How many relations wait in memory for the next snapshot: 45 bytes each.
constexpr std::size_t most_added = 2'000'000;
constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max();

std::uint64_t scalar(const detail::Connection& connection, const char* sql) {
    detail::Query query(connection, sql);
    return query.step() ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

/// What tells whether a statement and its relations are the ones that the file has.
std::string content_digest(const Statement& statement, std::span<const Relation> relations,
                           std::span<const RelationId> ids) {
    Hasher hasher;
    hasher.add(statement.title).add(statement.publisher).add(statement.url).add(statement.language);
    hasher.add(statement.date ? to_string(*statement.date) : std::string()).add(statement.text);
    for (std::size_t i = 0; i < relations.size(); ++i) {
        hasher.add(ids[i].high).add(ids[i].low).add(relations[i].contexts.bits());
        // As finely as an export has it, so that what was exported and read back counts as the same.
        hasher.add(static_cast<std::uint64_t>(std::llround(relations[i].confidence * 1e6)));
        for (const std::string& topic : relations[i].topics)
            hasher.add(topic);
    }
    const auto digest = hasher.digest<struct StatementTag>();
    std::string bytes(16, '\0');
    detail::write_digest(digest.high, digest.low, reinterpret_cast<unsigned char*>(bytes.data()));
    return bytes;
}

detail::Writer& writer_of(Store::Impl& impl) {
    BOOST_ASSERT_MSG(impl.writer.has_value(), "a store that is written to is open for reading and writing");
    return *impl.writer;
}

/// Rolls an open transaction back when the scope is left by an exception.
class WriteGuard {
public:
    explicit WriteGuard(detail::Writer& writer) : writer_(writer) { writer_.begin(); }
    WriteGuard(const WriteGuard&) = delete;
    WriteGuard& operator=(const WriteGuard&) = delete;
    ~WriteGuard() {
        if (writer_.is_open())
            writer_.roll_back();
    }

private:
    detail::Writer& writer_;
};

} // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const std::optional<Store::Upgrade>& Store::upgrade() const noexcept { return impl_->upgrade; }

Store Store::open(const std::filesystem::path& file, Mode mode) {
    return Store(std::make_unique<Impl>(file, mode));
}

Store::Put Store::put(const Statement& statement, std::span<const Relation> relations,
                      std::span<const Actor> actors) {
    detail::Writer& writer = writer_of(*impl_);
    std::vector<RelationId> ids;
    for (const Relation& relation : relations)
        ids.push_back(relation_id(relation));
    const std::string digest = content_digest(statement, relations, ids);
    const auto is_there = [&](const auto& found) { return found && found->digest == digest; };
    if (is_there(writer.find_statement(statement.id)))
        return Put::unchanged;

    const WriteGuard guard(writer);
    const auto old = writer.find_statement(statement.id);
    if (is_there(old))
        return Put::unchanged;
    if (old)
        writer.remove_relations(old->first_relation, old->end_relation);
    const std::int64_t first = writer.next_relation();
    const auto seq_before = old ? std::optional(old->seq) : std::nullopt;
    const std::int64_t seq = writer.write_statement(seq_before, statement, digest, first, first);
    detail::IdSet seen;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        BOOST_ASSERT_MSG(relations[i].evidence.statement == statement.id,
                         "evidence is in the relation's statement");
        if (seen.insert(ids[i]))
            writer.add_relation(relations[i], ids[i], seq);
    }
    writer.write_statement(seq, statement, digest, first, writer.next_relation());
    for (const Actor& actor : actors)
        writer.add_actor(actor);
    writer.commit();
    return old ? Put::replaced : Put::added;
}

Store::Batch Store::batch() { return Batch(*this); }

void Store::for_each_relation(const RelationVisitor& visit) const {
    detail::read_relations(impl_->connection(), 0, endless, visit);
}

void Store::for_each_relation(std::uint64_t first, std::uint64_t end, const RelationVisitor& visit) const {
    detail::read_relations(impl_->connection(), static_cast<std::int64_t>(first),
                           static_cast<std::int64_t>(end), visit);
}

void Store::for_each_statement(const std::function<void(const Statement&)>& visit) const {
    detail::read_statements(impl_->connection(), visit);
}

void Store::for_each_actor(const std::function<void(const Actor&)>& visit) const {
    detail::read_actors(impl_->connection(), visit);
}

std::optional<Statement> Store::find_statement(std::string_view id) const {
    return detail::read_statement(impl_->connection(), id);
}

std::optional<Statement> Store::find_statement(std::uint64_t key) const {
    return detail::read_statement(impl_->connection(), static_cast<std::int64_t>(key));
}

std::optional<Relation> Store::find_relation(std::uint64_t key) const {
    if (!impl_->finder)
        impl_->finder = std::make_unique<detail::RelationFinder>(impl_->connection());
    return impl_->finder->find(static_cast<std::int64_t>(key));
}

Store::Counts Store::counts() const {
    const detail::ReadTransaction transaction(impl_->connection());
    const auto& connection = impl_->connection();
    return {scalar(connection, "SELECT count(*) FROM statements"),
            scalar(connection, "SELECT value FROM meta WHERE key = 'relations'"),
            scalar(connection, "SELECT count(*) FROM actors"),
            scalar(connection, "SELECT count(*) FROM topics")};
}

Store::Version Store::version() const { return impl_->version(); }

Store::Version Store::Impl::version() {
    const detail::Connection& file = connection();
    const detail::ReadTransaction transaction(connection());
    return {scalar(file, "SELECT value FROM meta WHERE key = 'file'"),
            scalar(file, "SELECT value FROM meta WHERE key = 'removals'"),
            scalar(file, "SELECT max(seq) FROM relations"),
            scalar(file, "SELECT value FROM meta WHERE key = 'actors'")};
}

std::optional<std::string> Store::note(std::string_view key) const {
    const std::string full = "note:" + std::string(key);
    detail::Query query(impl_->connection(), "SELECT value FROM meta WHERE key = ?");
    if (!query.bind(1, full).step())
        return std::nullopt;
    return std::string(query.text(0));
}

const std::filesystem::path& Store::file() const noexcept { return impl_->own_connection.file(); }

void Store::set_patience(std::chrono::milliseconds patience) {
    sqlite3_busy_timeout(impl_->connection().get(), static_cast<int>(patience.count()));
}

Store::Batch::Batch(Store& store) : store_(store.impl_.get()) {}

Store::Batch::Batch(Batch&& other) noexcept : store_(std::exchange(other.store_, nullptr)) {}

Store::Batch::~Batch() {
    if (store_ != nullptr && store_->writer->is_open())
        store_->writer->roll_back();
}

namespace {

detail::Writer& open_writer(Store::Impl& impl) {
    detail::Writer& writer = writer_of(impl);
    if (!writer.is_open())
        writer.begin();
    return writer;
}

} // namespace

void Store::Batch::add(const Statement& statement) {
    detail::Writer& writer = open_writer(*store_);
    if (writer.statement_key(statement.id) == 0) {
        writer.write_statement(std::nullopt, statement, {}, 0, 0);
        writer.forget_statement();
    }
}

void Store::Batch::add(const Actor& actor) { open_writer(*store_).add_actor(actor); }

bool Store::Batch::add(const Relation& relation, const RelationId& id) {
    detail::Writer& writer = open_writer(*store_);
    if (!writer.is_new(id))
        return false;
    const std::int64_t statement = writer.statement_key(relation.evidence.statement);
    BOOST_ASSERT_MSG(statement != 0 || relation.evidence.statement.empty(),
                     "the table's statement is added first");
    writer.add_relation(relation, id, statement);
    return true;
}

std::size_t Store::Batch::add(std::span<const Relation> relations, std::span<const RelationId> ids) {
    constexpr std::size_t ahead = 16;
    const detail::Writer& writer = open_writer(*store_);
    std::size_t added = 0;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        if (i + ahead < ids.size())
            writer.expect(ids[i + ahead]);
        if (add(relations[i], ids[i]))
            ++added;
    }
    return added;
}

void Store::Batch::set_note(std::string_view key, std::string_view text) {
    open_writer(*store_).set_note(key, text);
}

void Store::Batch::commit() {
    detail::Writer& writer = open_writer(*store_);
    try {
        writer.commit();
    } catch (...) {
        writer.roll_back();
        throw;
    }
    if (writer.added_count() >= most_added)
        detail::refresh_snapshot(*store_);
}

} // namespace entente
