// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_STORE_READ_HPP
#define ENTENTE_GRAPH_DETAIL_STORE_READ_HPP

#include "graph/detail/sqlite.hpp"
#include "graph/store.hpp"

#include <memory>
#include <utility>

namespace entente::detail {

void read_relations(Connection& connection, std::int64_t first, std::int64_t end,
                    const Store::RelationVisitor& visit);
void read_statements(Connection& connection, const std::function<void(const Statement&)>& visit);
void read_actors(Connection& connection, const std::function<void(const Actor&)>& visit);
std::optional<Statement> read_statement(Connection& connection, std::string_view id);
std::optional<Statement> read_statement(Connection& connection, std::int64_t key);

/// Reads single relations; keeps the dictionaries between calls.
class RelationFinder {
public:
    explicit RelationFinder(Connection& connection);
    ~RelationFinder();
    std::optional<Relation> find(std::int64_t key);

private:
    class Reader;
    using State = std::pair<std::int64_t, std::int64_t>;

    Connection& connection_;
    Query data_version_;
    std::unique_ptr<Reader> reader_;
};

/// 16 bytes, high half first.
template<class Digest>
Digest read_digest(std::string_view bytes) {
    Digest digest;
    for (std::size_t i = 0; i < bytes.size() && i < 16; ++i) {
        std::uint64_t& half = i < 8 ? digest.high : digest.low;
        half = half << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return digest;
}

/// All that is read while it lives is of one state of the file. Inside a transaction it changes nothing.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection& connection);
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;
    ~ReadTransaction();

private:
    Connection* connection_;
};

} // namespace entente::detail

#endif
