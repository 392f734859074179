// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/store_impl.hpp"

#include "graph/error.hpp"

#include <string>

namespace entente::data {
extern const std::string_view schema_sql;
}

namespace entente::detail {

namespace {

// "Ente", by which file(1) and this program know a graph file.
constexpr std::int64_t application_id = 0x456E7465;

std::int64_t pragma(const Connection& connection, const char* name) {
    Query query(connection, std::string("PRAGMA ") + name);
    return query.step() ? query.integer(0) : 0;
}

bool is_blank(const Connection& connection) {
    Query query(connection, "SELECT count(*) FROM sqlite_schema");
    query.step();
    return query.integer(0) == 0 && pragma(connection, "application_id") == 0;
}

void write_ontology(Connection& connection) {
    Query type(connection, "INSERT INTO event_types VALUES (?, ?, ?)");
    for (const plover::EventType event_type : plover::event_types())
        type.bind(1, static_cast<std::int64_t>(event_type))
            .bind(2, plover::to_string(event_type))
            .bind(3, plover::to_string(plover::quad_class(event_type)))
            .run();
    Query mode(connection, "INSERT INTO modes VALUES (?, ?, ?)");
    for (const plover::EventType event_type : plover::event_types()) {
        for (const plover::Mode each : plover::modes(event_type))
            mode.bind(1, std::int64_t{each.index()})
                .bind(2, static_cast<std::int64_t>(event_type))
                .bind(3, each.name())
                .run();
    }
    Query context(connection, "INSERT INTO contexts VALUES (?, ?)");
    for (const plover::Context each : plover::contexts())
        context.bind(1, std::int64_t{each.index()}).bind(2, each.name()).run();
}

void make_schema(Connection& connection) {
    connection.execute("PRAGMA page_size = 16384");
    connection.execute("PRAGMA journal_mode = WAL");
    Transaction transaction(connection);
    if (!is_blank(connection)) // another process was faster
        return;
    connection.execute(std::string(data::schema_sql).c_str());
    write_ontology(connection);
    connection.execute(
        "INSERT INTO meta VALUES ('file', random()), ('relations', 0), ('removals', 0), ('actors', 0)");
    connection.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    connection.execute(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
    transaction.commit();
}

void check_schema(const Connection& connection) {
    const Place place{connection.file().string()};
    if (pragma(connection, "application_id") != application_id)
        throw InputError(place, "expected an Entente graph, found another SQLite database");
    const std::int64_t version = pragma(connection, "user_version");
    if (version > schema_version)
        throw InputError(place, "the graph has schema version " + std::to_string(version) +
                                    ", this program knows versions up to " + std::to_string(schema_version) +
                                    "; use a newer one");
}

Connection open_to_read(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        throw InputError(Place{file.string()}, "there is no such graph file");
    Connection connection(file, SQLITE_OPEN_READONLY);
    try {
        pragma(connection, "application_id");
        return connection;
    } catch (const InputError&) {
        // In a folder that can't be written SQLite finds no place for its shared memory. Without a log beside
        // it the file is whole as it lies.
        if (std::filesystem::exists(file.string() + "-wal", error))
            throw;
        Connection frozen(file, SQLITE_OPEN_READONLY, "?immutable=1");
        pragma(frozen, "application_id");
        return frozen;
    }
}

} // namespace

Connection open_graph_file(const std::filesystem::path& file, Store::Mode mode,
                           std::optional<Store::Upgrade>& upgrade) {
    if (mode == Store::Mode::read_only) {
        Connection connection = open_to_read(file);
        if (is_blank(connection))
            throw InputError(Place{file.string()}, "expected an Entente graph, found an empty file");
        check_schema(connection);
        return connection;
    }
    Connection connection(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (is_blank(connection))
        make_schema(connection);
    check_schema(connection);
    if (sqlite3_db_readonly(connection.get(), "main") == 1)
        connection.check(SQLITE_READONLY);
    upgrade = migrate(connection, migrations());
    connection.execute("PRAGMA synchronous = FULL");
    // In KiB. Pages that a large transaction fills go to the log once, and not each time the cache is full.
    connection.execute("PRAGMA cache_size = -16000");
    return connection;
}

} // namespace entente::detail
