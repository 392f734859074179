// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_STORE_IMPL_HPP
#define ENTENTE_GRAPH_DETAIL_STORE_IMPL_HPP

#include "graph/detail/checkpointer.hpp"
#include "graph/detail/dictionary.hpp"
#include "graph/detail/id_set.hpp"
#include "graph/detail/row_queue.hpp"
#include "graph/detail/sqlite.hpp"
#include "graph/detail/store_read.hpp"
#include "graph/store.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente::detail {

/// What a writer needs and a reader does not: prepared statements, dictionaries, rows on their way.
class Writer {
public:
    explicit Writer(Connection& connection);

    void begin();
    void commit();
    void roll_back() noexcept;
    bool is_open() const noexcept { return transaction_.has_value(); }

    /// The key of the statement's row and its digest; nothing where there is none.
    struct StoredStatement {
        std::int64_t seq;
        std::string digest;
        std::int64_t first_relation;
        std::int64_t end_relation;
    };
    std::optional<StoredStatement> find_statement(std::string_view id);
    /// Inserts the statement, or replaces the one whose key is `seq`; returns its key.
    std::int64_t write_statement(std::optional<std::int64_t> seq, const Statement& statement,
                                 std::string_view digest, std::int64_t first_relation,
                                 std::int64_t end_relation);
    void remove_relations(std::int64_t first, std::int64_t end);

    void add_actor(const Actor& actor);
    /// Adds a row without asking whether the relation is there. `statement` is the key of the evidence's.
    void add_relation(const Relation& relation, const RelationId& id, std::int64_t statement);
    /// Waits until no other thread uses the connection.
    void settle() { rows_.settle(); }

    /// The key of the statement that a table's relations refer to; 0 where it is not there.
    std::int64_t statement_key(std::string_view id);
    void forget_statement() noexcept { last_statement_.clear(); }
    /// Whether no relation of an event table has this identifier; the first call reads those that the file
    /// has.
    bool is_new(const RelationId& id);
    /// Fetches what is_new will look at soon.
    void expect(const RelationId& id) const noexcept { ids_.prefetch(id); }

    void set_note(std::string_view key, std::string_view text);
    std::int64_t next_relation() const noexcept { return next_relation_; }

    /// The relations with keys in [first, end), if they are those that were added here last and the file has
    /// seen so many removals; they are handed out once.
    std::optional<CollectedEdges> take_added(std::int64_t first, std::int64_t end, std::int64_t removals);
    /// How many relations take_added() may hand out.
    std::size_t added_count() noexcept { return rows_.added().edges.relation_count; }

private:
    void prepare_counters();
    void write_counters();
    void read_ids();
    std::int64_t url_key(std::string_view url);
    void add_topics(const Relation& relation, std::int64_t seq);
    void forget();

    Connection* connection_;
    Checkpointer checkpointer_;
    std::optional<Transaction> transaction_;
    RowQueue rows_;

    Dictionary parties_;
    Dictionary terms_;
    Dictionary topics_;
    KeyCache urls_{std::size_t{1} << 16};

    Query insert_topic_;
    Query insert_actor_;
    Query find_statement_;
    Query write_statement_;

    IdSet ids_;
    bool has_ids_ = false;
    std::string last_statement_;
    std::int64_t last_statement_key_ = 0;
    std::int64_t next_relation_ = 1;
    std::int64_t next_url_ = 1;
    // Where the file stood at the end of the last transaction here.
    std::int64_t seen_relation_ = 0;
    std::int64_t seen_removals_ = 0;
    std::int64_t added_ = 0;
    std::int64_t removed_ = 0;
    std::int64_t removals_ = 0;
    std::int64_t actor_changes_ = 0;
};

/// The version of graph/data/schema.sql.
inline constexpr int schema_version = 3;

/// What brings a graph file from the version before to `version`.
struct Migration {
    int version;
    std::string_view sql;
};

/// Every step since version 1, in order; graph/data/migrations holds them.
std::span<const Migration> migrations();

/// Brings the file to the version of the last of `steps`: keeps a copy of it beside it, then takes all the
/// steps that it lacks in one transaction. Nothing where it lacks none, or where another process was faster.
/// Throws OutputError where the copy can't be written; the file is then as it was.
std::optional<Store::Upgrade> migrate(Connection& connection, std::span<const Migration> steps);

/// Opens the database and makes, upgrades or checks its schema. What was upgraded goes to `upgrade`.
Connection open_graph_file(const std::filesystem::path& file, Store::Mode mode,
                           std::optional<Store::Upgrade>& upgrade);

} // namespace entente::detail

namespace entente {

struct Store::Impl {
    Impl(const std::filesystem::path& file, Mode mode)
        : own_connection(detail::open_graph_file(file, mode, upgrade)) {
        if (mode == Mode::read_write)
            writer.emplace(own_connection);
    }

    /// The connection, when the writer's other thread has done with it.
    detail::Connection& connection() {
        if (writer)
            writer->settle();
        return own_connection;
    }

    Version version();

    std::optional<Upgrade> upgrade;
    detail::Connection own_connection;
    std::optional<detail::Writer> writer;
    std::unique_ptr<detail::RelationFinder> finder; // made when it is first asked
};

namespace detail {

/// Brings the snapshot beside the graph file up to date, if it can be written; in graph/snapshot.cpp.
void refresh_snapshot(Store::Impl& store);

} // namespace detail
} // namespace entente

#endif
