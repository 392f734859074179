// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_STORE_HPP
#define ENTENTE_GRAPH_STORE_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The graph file: one SQLite database that holds statements, actors, relations and topics (graph/SCHEMA.md).
///
/// Readers work while one writer writes; what a call has written is on the disk when it returns, and after a
/// crash a statement and its relations are there whole or not at all. An object is used from one thread at a
/// time; several objects may have the same file open. Writers take turns: a call waits up to ten seconds for
/// another process's transaction to end, and then throws InputError that names the process.
///
/// Every member throws OutputError where the disk takes no more, and InputError where the file is damaged.
class Store {
public:
    enum class Mode { read_only, read_write };
    /// What put() did.
    enum class Put { added, unchanged, replaced };

    /// How much the file holds.
    struct Counts {
        std::uint64_t statements = 0;
        std::uint64_t relations = 0;
        std::uint64_t actors = 0;
        std::uint64_t topics = 0;
    };

    /// What tells one state of the file from another; equal as long as no relation and no actor came or went.
    struct Version {
        /// Differs between files, whatever they hold.
        std::uint64_t file = 0;
        /// Counts the transactions that took relations away.
        std::uint64_t removals = 0;
        /// The highest key in the relations table; keys of relations that are added later are higher.
        std::uint64_t last_relation = 0;
        /// Counts the changes to actors.
        std::uint64_t actors = 0;

        bool operator==(const Version&) const = default;
    };

    /// What opening a file of an older schema did to it.
    struct Upgrade {
        int from = 0;
        int to = 0;
        /// The file as it was.
        std::filesystem::path backup;
    };

    /// Opens a graph file; with Mode::read_write it is made where there is none, and one of an older schema
    /// is brought up to date, with a copy kept: see upgrade(). An older one can be read as it is.
    ///
    /// Throws InputError for a file that is not there, that is no Entente graph, is of a newer schema, or
    /// can't be written.
    static Store open(const std::filesystem::path& file, Mode mode);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// What was done to the file when it was opened; nothing for a file that was up to date.
    const std::optional<Upgrade>& upgrade() const noexcept;

    /// Writes a statement, its relations and the actors that they name in one transaction.
    ///
    /// A statement with the same id, text, metadata and relations is already there: nothing changes. One with
    /// the same id that differs in anything: it and its relations are replaced. Each relation's
    /// Evidence::statement must be the statement's id; equal relations are stored once. Actors are added to
    /// those that the file holds; a field that an actor there lacks is filled in.
    Put put(const Statement& statement, std::span<const Relation> relations, std::span<const Actor> actors);

    class Batch;
    /// Begins a transaction for rows of an event table; one at a time.
    Batch batch();

    using RelationVisitor = std::function<void(const Relation& relation, const RelationId& id)>;
    /// Hands every relation to `visit`, in the order of writing. Memory is bounded by the dictionaries.
    void for_each_relation(const RelationVisitor& visit) const;
    /// The relations with keys in [first, end): see Version::last_relation and relation keys of a graph view.
    void for_each_relation(std::uint64_t first, std::uint64_t end, const RelationVisitor& visit) const;
    /// Every statement, in the order of writing.
    void for_each_statement(const std::function<void(const Statement&)>& visit) const;
    /// Every actor, sorted by party, kind (in the order of ActorKind's names) and name.
    void for_each_actor(const std::function<void(const Actor&)>& visit) const;

    /// The statement with this id, with its text.
    std::optional<Statement> find_statement(std::string_view id) const;
    /// The same by a relation graph's statement key.
    std::optional<Statement> find_statement(std::uint64_t key) const;
    /// The relation with this key, which RelationGraph::relation_key gives, with its evidence.
    std::optional<Relation> find_relation(std::uint64_t key) const;

    Counts counts() const;
    Version version() const;

    /// Small texts that a writer leaves for the next one, such as how far a file has been read.
    std::optional<std::string> note(std::string_view key) const;

    const std::filesystem::path& file() const noexcept;

    /// How long a write waits for another process's transaction; ten seconds unless told otherwise.
    void set_patience(std::chrono::milliseconds patience);

    /// The inside of the library; not for users.
    struct Impl;
    Impl& impl() const noexcept { return *impl_; }

private:
    explicit Store(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

/// Many relations in one transaction, for event tables; each relation is stored once, by its identifier.
///
/// Nothing is in the file before commit(); what is not committed when the object goes is forgotten. After
/// commit() a new transaction begins with the next add. The store must outlive the batch, and is not written
/// to otherwise while a transaction is open. The identifiers of what was coded before stay in memory from the
/// first add on, 12 to 24 bytes a relation, and the last millions of relations until a snapshot has them.
class Store::Batch {
public:
    explicit Batch(Store& store);
    Batch(Batch&&) noexcept;
    Batch& operator=(Batch&&) = delete;
    ~Batch();

    /// The statement that stands for the table itself, to which relations refer by Evidence::statement. Its
    /// text is usually empty. One with the same id is left as it is.
    void add(const Statement& statement);
    void add(const Actor& actor);
    /// False where the graph has the relation.
    bool add(const Relation& relation) { return add(relation, relation_id(relation)); }
    /// The same where relation_id(relation) is known already; so that it can be found on another thread.
    bool add(const Relation& relation, const RelationId& id);

    /// The same for many, which is faster; returns how many the graph had not.
    std::size_t add(std::span<const Relation> relations, std::span<const RelationId> ids);

    /// See Store::note; an empty text removes the note.
    void set_note(std::string_view key, std::string_view text);

    /// Makes everything since the last commit durable.
    void commit();

private:
    Store::Impl* store_;
};

} // namespace entente

#endif
