// SPDX-License-Identifier: Apache-2.0
#include "graph/maintenance.hpp"

#include "graph/detail/store_impl.hpp"
#include "graph/snapshot.hpp"

#include <vector>

namespace entente {

namespace {

// The relations of one statement, which lie together.
class Run {
public:
    Run(Store& into, const Store& from, Merged& merged) : into_(into), from_(from), merged_(merged) {}

    void add(const Relation& relation) {
        if (!relations_.empty() && relations_.front().evidence.statement != relation.evidence.statement)
            finish();
        relations_.push_back(relation);
    }

    void finish() {
        if (relations_.empty())
            return;
        if (const auto statement = from_.find_statement(relations_.front().evidence.statement))
            put(*statement);
        relations_.clear();
    }

    void put(const Statement& statement) { merged_.statements.add(into_.put(statement, relations_, {})); }

private:
    Store& into_;
    const Store& from_;
    Merged& merged_;
    std::vector<Relation> relations_;
};

void merge_tables(Store& into, const Store& from, Merged& merged) {
    Store::Batch batch = into.batch();
    std::string last;
    from.for_each_relation([&](const Relation& relation, const RelationId& id) {
        if (relation.coding.dataset.empty())
            return;
        if (relation.evidence.statement != last) {
            last = relation.evidence.statement;
            if (const auto statement = from.find_statement(last))
                batch.add(*statement);
        }
        merged.coded += batch.add(relation, id) ? 1 : 0;
    });
    from.for_each_actor([&](const Actor& actor) { batch.add(actor); });
    batch.commit();
}

} // namespace

void StatementCounts::add(Store::Put put) noexcept {
    switch (put) {
    case Store::Put::added:
        ++added;
        break;
    case Store::Put::replaced:
        ++replaced;
        break;
    case Store::Put::unchanged:
        ++unchanged;
        break;
    }
}

void check_graph(const Store& store, const std::function<void(const std::string&)>& report) {
    const detail::Connection& connection = store.impl().connection();
    detail::Query integrity(connection, "PRAGMA integrity_check");
    bool is_sound = true;
    while (integrity.step()) {
        if (integrity.text(0) != "ok") {
            is_sound = false;
            report(std::string(integrity.text(0)));
        }
    }
    if (!is_sound)
        return; // what follows would stumble over the same pages
    std::uint64_t count = 0;
    store.for_each_relation([&](const Relation& relation, const RelationId& id) {
        ++count;
        if (relation_id(relation) != id)
            report("relation " + to_hex(id) + " has another content than its identifier says");
    });
    if (count != store.counts().relations)
        report("there are " + std::to_string(count) + " relations, and the file says " +
               std::to_string(store.counts().relations));
    detail::Query strays(connection, "SELECT count(*) FROM relations WHERE statement IS NOT NULL"
                                     " AND statement NOT IN (SELECT seq FROM statements)");
    if (strays.step() && strays.integer(0) != 0)
        report(std::to_string(strays.integer(0)) + " relations refer to a statement that is not there");
    const std::string fault = snapshot_fault(store);
    if (!fault.empty())
        report("the snapshot can't be used: " + fault);
}

void compact_graph(Store& store) {
    detail::Connection& connection = store.impl().connection();
    connection.execute("DELETE FROM removed_relations"); // a snapshot that is behind is made anew
    connection.execute("VACUUM");
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Merged merge_graph(Store& into, const Store& from) {
    Merged merged;
    Run run(into, from, merged);
    from.for_each_relation([&](const Relation& relation, const RelationId&) {
        if (relation.coding.dataset.empty())
            run.add(relation);
    });
    run.finish();
    merge_tables(into, from, merged); // and the statements that stand for the tables, which are nobody's
    from.for_each_statement([&](const Statement& statement) {
        if (!into.find_statement(statement.id))
            run.put(statement); // one without relations
    });
    return merged;
}

} // namespace entente
