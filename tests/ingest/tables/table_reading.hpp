// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_INGEST_TABLES_TABLE_READING_HPP
#define ENTENTE_TESTS_INGEST_TABLES_TABLE_READING_HPP

#include "ingest/tables/table_reader.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace entente::test {

/// Collects what tables say.
class Collector : public TableSink {
public:
    TablePosition begin(const TableInfo& table) override {
        tables.push_back(table);
        return {};
    }
    void take(const TableInfo&, MappedRows& rows, const TablePosition& after, std::uint64_t) override {
        relations.insert(relations.end(), rows.relations().begin(), rows.relations().end());
        ids.insert(ids.end(), rows.ids().begin(), rows.ids().end());
        rejected.insert(rejected.end(), rows.rejected().begin(), rows.rejected().end());
        left_out.insert(left_out.end(), rows.left_out().begin(), rows.left_out().end());
        counts.add(rows.counts());
        end = after;
    }

    std::vector<TableInfo> tables;
    std::vector<Relation> relations;
    std::vector<RelationId> ids;
    std::vector<RejectedRow> rejected;
    std::vector<LeftOutRow> left_out;
    RowCounts counts;
    TablePosition end;
    std::vector<std::string> notices;
};

inline const TableVocabulary& vocabulary() {
    static const Gazetteer gazetteer = Gazetteer::shipped();
    static const TableVocabulary words(gazetteer);
    return words;
}

inline Collector read_table(const std::string& text, const TableOptions& options = {}) {
    Collector collector;
    std::istringstream in(text);
    read_tables(in, "t", options, vocabulary(), collector,
                [&](const Notice& notice) { collector.notices.push_back(to_string(notice)); });
    return collector;
}

/// "CHN SUPPORT BEL 2020-04-02", with what else is there.
inline std::string shown(const Relation& relation) {
    std::string out = relation.source.text();
    if (!relation.source_actor.empty())
        out += "(" + relation.source_actor + ")";
    if (!relation.coding.source_sector.empty())
        out += "[" + relation.coding.source_sector + "]";
    out.append(" ").append(to_string(relation.type));
    if (relation.mode)
        out.append("/").append(relation.mode->name());
    out += relation.symmetric ? " = " : " ";
    out += relation.target.text();
    if (!relation.target_actor.empty())
        out += "(" + relation.target_actor + ")";
    if (!relation.coding.target_sector.empty())
        out += "[" + relation.coding.target_sector + "]";
    if (relation.date)
        out += " " + to_string(*relation.date);
    if (relation.date_end)
        out += ".." + to_string(*relation.date_end);
    return out;
}

inline std::vector<std::string> shown(const std::vector<Relation>& relations) {
    std::vector<std::string> out;
    for (const Relation& relation : relations)
        out.push_back(shown(relation));
    return out;
}

} // namespace entente::test

#endif
