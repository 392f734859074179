// SPDX-License-Identifier: Apache-2.0
#include "export/record.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>
#include <ostream>
#include <vector>

namespace entente {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void key(Json& json, std::string_view name) {
    json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void value(Json& json, std::string_view text) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void field(Json& json, std::string_view name, std::string_view text) {
    key(json, name);
    value(json, text);
}

/// Null where the text is empty.
void known(Json& json, std::string_view name, std::string_view text) {
    key(json, name);
    if (text.empty())
        json.Null();
    else
        value(json, text);
}

void number(Json& json, std::string_view name, std::uint64_t count) {
    key(json, name);
    json.Uint64(count);
}

void strings(Json& json, std::string_view name, const std::vector<std::string>& texts) {
    key(json, name);
    json.StartArray();
    for (const std::string& text : texts)
        value(json, text);
    json.EndArray();
}

std::vector<std::string> context_names(const Relation& relation) {
    std::vector<std::string> names;
    for (const plover::Context context : relation.contexts.members())
        names.emplace_back(context.name());
    return names;
}

std::string_view precision_name(DatePrecision precision) {
    static constexpr std::array<std::string_view, 3> names{"day", "month", "year"};
    return names[static_cast<std::size_t>(precision)];
}

double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

void write_evidence(Json& json, const Relation& relation) {
    field(json, "id", relation_urn(relation_id(relation)));
    field(json, "document", relation.evidence.statement);
    number(json, "sentence", relation.evidence.sentence);
    number(json, "start", relation.evidence.span.begin);
    number(json, "end", relation.evidence.span.end);
    field(json, "text", relation.evidence.text);
}

void write_parties(Json& json, const Relation& relation, const NameOf& name_of) {
    field(json, "source", relation.source.text());
    field(json, "source_name", name_of(relation.source));
    known(json, "source_actor", relation.source_actor);
    field(json, "target", relation.target.text());
    field(json, "target_name", name_of(relation.target));
    known(json, "target_actor", relation.target_actor);
}

void write_act(Json& json, const Relation& relation) {
    field(json, "type", plover::to_string(relation.type));
    known(json, "mode", relation.mode ? relation.mode->name() : std::string_view{});
    field(json, "predicate", relation.predicate);
    field(json, "cameo", cameo_code(relation).text());
    key(json, "goldstein");
    json.Double(goldstein_score(relation));
    key(json, "symmetric");
    json.Bool(relation.symmetric);
    field(json, "modality", to_string(relation.modality));
    known(json, "said_by",
          relation.said_by ? std::string_view(relation.said_by->text()) : std::string_view{});
    field(json, "act", to_hex(relation.act));
    strings(json, "contexts", context_names(relation));
    strings(json, "topics", relation.topics);
    known(json, "date", relation.date ? to_string(*relation.date) : std::string{});
    known(json, "date_end", relation.date_end ? to_string(*relation.date_end) : std::string{});
    field(json, "date_precision", precision_name(relation.date_precision));
    key(json, "confidence");
    json.Double(rounded(relation.confidence));
}

void write_coding(Json& json, const Coding& coding) {
    field(json, "dataset", coding.dataset);
    known(json, "row", coding.row);
    known(json, "url", coding.url);
    number(json, "mentions", coding.mentions);
    number(json, "sources", coding.sources);
    known(json, "source_sector", coding.source_sector);
    known(json, "target_sector", coding.target_sector);
}

void write_quoted(std::ostream& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    for (const char c : text) {
        if (c == '"')
            out << '"';
        out << c;
    }
    out << '"';
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : "; ") + text;
    return all;
}

// Line feeds, tabs and backslashes as they are written in C.
void write_escaped(std::ostream& out, std::string_view text) {
    for (const char c : text) {
        if (c == '\t')
            out << "\\t";
        else if (c == '\n')
            out << "\\n";
        else if (c == '\\')
            out << "\\\\";
        else
            out << c;
    }
}

constexpr std::string_view column_names[] = {
    "id",           "document",    "sentence",     "start",     "end",       "date",     "date_end",
    "source",       "source_name", "source_actor", "type",      "mode",      "target",   "target_name",
    "target_actor", "predicate",   "cameo",        "goldstein", "symmetric", "modality", "said_by",
    "contexts",     "topics",      "confidence",   "act",       "text"};

std::vector<std::string> fields_of(const Relation& relation, const NameOf& name_of) {
    return {
        relation_urn(relation_id(relation)),
        relation.evidence.statement,
        std::to_string(relation.evidence.sentence),
        std::to_string(relation.evidence.span.begin),
        std::to_string(relation.evidence.span.end),
        relation.date ? to_string(*relation.date) : std::string{},
        relation.date_end ? to_string(*relation.date_end) : std::string{},
        relation.source.text(),
        name_of(relation.source),
        relation.source_actor,
        std::string(plover::to_string(relation.type)),
        std::string(relation.mode ? relation.mode->name() : std::string_view{}),
        relation.target.text(),
        name_of(relation.target),
        relation.target_actor,
        relation.predicate,
        std::string(cameo_code(relation).text()),
        std::to_string(goldstein_score(relation)),
        relation.symmetric ? "true" : "false",
        std::string(to_string(relation.modality)),
        relation.said_by ? relation.said_by->text() : std::string{},
        joined(context_names(relation)),
        joined(relation.topics),
        std::to_string(rounded(relation.confidence)),
        to_hex(relation.act),
        relation.evidence.text,
    };
}

template<class Fields, class Write>
void write_row(std::ostream& out, const Fields& fields, char separator, std::string_view end, Write write) {
    bool first = true;
    for (const auto& text : fields) {
        if (!first)
            out << separator;
        first = false;
        write(out, text);
    }
    out << end;
}

} // namespace

std::string to_record(const Relation& relation, const NameOf& name_of) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    write_evidence(json, relation);
    write_parties(json, relation, name_of);
    write_act(json, relation);
    if (!relation.coding.dataset.empty())
        write_coding(json, relation.coding);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

void write_csv_header(std::ostream& out) { write_row(out, column_names, ',', "\r\n", write_quoted); }

void write_csv_record(std::ostream& out, const Relation& relation, const NameOf& name_of) {
    write_row(out, fields_of(relation, name_of), ',', "\r\n", write_quoted);
}

void write_tsv_header(std::ostream& out) { write_row(out, column_names, '\t', "\n", write_escaped); }

void write_tsv_record(std::ostream& out, const Relation& relation, const NameOf& name_of) {
    write_row(out, fields_of(relation, name_of), '\t', "\n", write_escaped);
}

} // namespace entente
