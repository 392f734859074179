// SPDX-License-Identifier: Apache-2.0
#include "export/csv.hpp"

#include "export/detail/relation_fields.hpp"
#include "graph/error.hpp"

#include <ostream>
#include <set>

namespace entente {

namespace {

using detail::FieldType;

constexpr std::size_t block = std::size_t{1} << 16U;

/// Rows of RFC 4180: a field that holds a comma, a quote or a line end is quoted.
class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out) : out_(out) {}

    CsvWriter& field(std::string_view text) {
        if (!first_)
            buffer_ += ',';
        first_ = false;
        if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
            buffer_ += text;
            return *this;
        }
        buffer_ += '"';
        for (const char c : text)
            buffer_.append(c == '"' ? 2 : 1, c);
        buffer_ += '"';
        return *this;
    }
    void end_row() {
        buffer_ += '\n';
        first_ = true;
        if (buffer_.size() >= block)
            flush();
    }
    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
        out_.flush();
        if (!out_)
            throw OutputError("cannot write the table: the output takes no more");
    }

private:
    std::ostream& out_;
    std::string buffer_;
    bool first_ = true;
};

std::string_view neo4j_type(FieldType type) {
    switch (type) {
    case FieldType::integer:
        return ":long";
    case FieldType::real:
        return ":double";
    case FieldType::truth:
        return ":boolean";
    case FieldType::text:
    case FieldType::date:
        break;
    }
    return {};
}

/// "Country": how labels are written in openCypher.
std::string label_of(ActorKind kind) {
    std::string label(to_string(kind));
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

class PairWriter {
public:
    PairWriter(std::ostream& nodes, std::ostream& edges, CsvHeader header)
        : nodes_(nodes), edges_(edges), neo4j_(header == CsvHeader::neo4j) {
        using Columns = std::initializer_list<const char*>;
        const Columns gephi_nodes{"Id", "Label", "kind", "wikidata"};
        const Columns neo4j_nodes{"code:ID", "name", ":LABEL", "wikidata"};
        const Columns gephi_edges{"Source", "Target", "Type", "Label"};
        const Columns neo4j_edges{":START_ID", ":END_ID", ":TYPE"};
        for (const auto* const name : neo4j_ ? neo4j_nodes : gephi_nodes)
            nodes_.field(name);
        nodes_.end_row();
        for (const auto* const name : neo4j_ ? neo4j_edges : gephi_edges)
            edges_.field(name);
        for (const auto& field : detail::relation_fields())
            edges_.field(std::string(column(field.name)) + std::string(neo4j_ ? neo4j_type(field.type) : ""));
        edges_.end_row();
    }
    void node(const Actor& actor) {
        if (actor.kind == ActorKind::person || !written_.insert(actor.party).second)
            return;
        nodes_.field(actor.party.text())
            .field(actor.name.empty() ? actor.party.text() : actor.name)
            .field(neo4j_ ? label_of(actor.kind) : to_string(actor.kind))
            .field(actor.wikidata)
            .end_row();
    }
    void edge(const Relation& relation, const RelationId& id) {
        for (const auto& party : {relation.source, relation.target})
            if (!written_.contains(party))
                node({party, party.kind(), party.text(), {}, {}, {}, {}});
        edges_.field(relation.source.text()).field(relation.target.text());
        if (neo4j_)
            edges_.field(to_string(relation.type));
        else
            edges_.field("Directed").field(to_string(relation.type));
        for (const auto& field : detail::relation_fields()) {
            value_.clear();
            field.append(relation, id, value_);
            edges_.field(value_);
        }
        edges_.end_row();
    }
    void finish() {
        nodes_.flush();
        edges_.flush();
    }

private:
    // Gephi compares column names without case, and has an Id and a Type of its own.
    std::string_view column(std::string_view name) const {
        if (!neo4j_ && name == "id")
            return "relation";
        return !neo4j_ && name == "type" ? "event_type" : name;
    }

    CsvWriter nodes_;
    CsvWriter edges_;
    bool neo4j_;
    std::string value_;
    std::set<PartyCode> written_;
};

} // namespace

void write_csv(std::ostream& nodes, std::ostream& edges, const GraphSource& graph, CsvHeader header) {
    PairWriter writer(nodes, edges, header);
    graph.for_each_actor([&](const Actor& actor) { writer.node(actor); });
    graph.for_each_relation(
        [&](const Relation& relation, const RelationId& id) { writer.edge(relation, id); });
    writer.finish();
}

void write_events(std::ostream& out, const GraphSource& graph) {
    CsvWriter table(out);
    for (const auto* const name :
         {"event_id",     "date",       "year",       "source",     "source_actor", "target",
          "target_actor", "cameo_code", "cameo_root", "cameo_name", "goldstein",    "quad_class",
          "type",         "mode",       "predicate",  "modality",   "confidence",   "mentions",
          "sources",      "dataset",    "statement",  "sentence",   "text",         "url"})
        table.field(name);
    table.end_row();
    const auto number = [](double value) {
        std::string text;
        detail::append_number(value, text);
        return text;
    };
    graph.for_each_relation([&](const Relation& r, const RelationId& id) {
        std::string date;
        detail::append_date(r.date, r.date_precision, date);
        const auto code = cameo_code(r);
        table.field(to_hex(id)).field(date).field(date.substr(0, 4));
        table.field(r.source.text()).field(r.source_actor).field(r.target.text()).field(r.target_actor);
        table.field(code.text())
            .field(code.root().text())
            .field(code.name())
            .field(number(code.goldstein_score()));
        table.field(std::to_string(detail::quad_number(plover::quad_class(r.type))));
        table.field(to_string(r.type)).field(r.mode ? r.mode->name() : std::string_view());
        table.field(r.predicate).field(to_string(r.modality)).field(number(r.confidence));
        table.field(std::to_string(r.coding.mentions)).field(std::to_string(r.coding.sources));
        table.field(r.coding.dataset).field(r.evidence.statement).field(std::to_string(r.evidence.sentence));
        table.field(r.evidence.text).field(r.coding.url);
        table.end_row();
    });
    table.flush();
}

} // namespace entente
