// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/table_import.hpp"

#include "graph/error.hpp"

#include <charconv>
#include <sstream>

namespace entente {

namespace {

std::string note_key(const TableInfo& table) { return "import:" + table.statement; }

std::string to_note(const TableInfo& table, const TablePosition& position) {
    return table.fingerprint + ' ' + std::to_string(position.offset) + ' ' + std::to_string(position.line) +
           ' ' + (position.is_end ? "end " + std::to_string(table.file_size) : "open 0");
}

// Where an earlier import stopped, if it was one of the same table.
TablePosition parse_note(const TableInfo& table, const std::string& note) {
    std::istringstream in(note);
    std::string fingerprint;
    std::string state;
    std::uint64_t file_size = 0;
    TablePosition position;
    in >> fingerprint >> position.offset >> position.line >> state >> file_size;
    if (!in || fingerprint != table.fingerprint)
        return {};
    position.is_end = state == "end" && file_size == table.file_size; // else rows were added to the file
    return position;
}

Statement statement_of(const TableInfo& table) {
    Statement statement;
    statement.id = table.statement;
    statement.title = table.title;
    statement.publisher = table.dataset;
    return statement;
}

} // namespace

TableImport::TableImport(Store& store, const Gazetteer& gazetteer, ImportHandlers handlers)
    : store_(&store), gazetteer_(&gazetteer), handlers_(std::move(handlers)), batch_(store.batch()) {}

TablePosition TableImport::begin(const TableInfo& table) {
    ++report_.tables;
    const auto note = store_->note(note_key(table));
    const TablePosition position = note ? parse_note(table, *note) : TablePosition{};
    if (position.is_end) {
        ++report_.known_tables;
        return position;
    }
    batch_.add(statement_of(table));
    return position;
}

void TableImport::take(const TableInfo& table, MappedRows& rows, const TablePosition& after,
                       std::uint64_t file_bytes) {
    if (handlers_.is_strict && !rows.rejected().empty())
        refuse_first(table, rows);
    const auto relations = rows.relations();
    const auto ids = rows.ids();
    const auto added = batch_.add(relations, ids);
    report_.added += added;
    report_.repeated += relations.size() - added;
    for (const PartyCode& party : rows.parties())
        add_actor(party);
    if (handlers_.on_reject) {
        for (const RejectedRow& row : rows.rejected())
            handlers_.on_reject(table.name, row);
    }
    report_.rows.add(rows.counts());
    notes_[note_key(table)] = to_note(table, after);
    waiting_ += relations.size();
    if (waiting_ >= at_once_)
        commit();
    if (handlers_.on_progress)
        handlers_.on_progress(report_, file_bytes);
}

void TableImport::refuse_first(const TableInfo& table, const MappedRows& rows) {
    commit();
    const RejectedRow& row = rows.rejected().front();
    throw InputError({table.name, row.line}, row.reason);
}

void TableImport::add_actor(const PartyCode& party) {
    if (!parties_.insert(party).second)
        return;
    Actor actor;
    actor.party = party;
    actor.kind = party.kind();
    actor.name = party.text();
    if (const Party* known = gazetteer_->party(party)) {
        actor.kind = known->kind;
        actor.name = known->name;
        actor.wikidata = known->wikidata;
    }
    batch_.add(actor);
}

void TableImport::commit() {
    for (const auto& [key, note] : notes_)
        batch_.set_note(key, note);
    notes_.clear();
    batch_.commit();
    waiting_ = 0;
}

void TableImport::finish() { commit(); }

} // namespace entente
