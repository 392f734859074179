// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_STORE_READ_HPP
#define ENTENTE_GRAPH_DETAIL_STORE_READ_HPP

#include "graph/detail/sqlite.hpp"
#include "graph/store.hpp"

namespace entente::detail {

void read_relations(Connection& connection, std::int64_t first, std::int64_t end,
                    const Store::RelationVisitor& visit);
void read_statements(Connection& connection, const std::function<void(const Statement&)>& visit);
void read_actors(Connection& connection, const std::function<void(const Actor&)>& visit);
std::optional<Statement> read_statement(Connection& connection, std::string_view id);

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
