// SPDX-License-Identifier: Apache-2.0
#if defined(__SSE2__)
#define RAPIDJSON_SSE2 // finds what to escape sixteen characters at a time
#endif

#include "export/jsonld.hpp"

#include "export/detail/describe.hpp"
#include "graph/error.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <ostream>

namespace entente {

namespace {

using namespace detail;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_string(Writer& json, std::string_view text) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_key(Writer& json, std::string_view key) {
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}

std::string_view coercion(Value value) {
    switch (value) {
    case Value::iri:
        return "@id";
    case Value::date:
        return "xsd:date";
    case Value::real:
        return "xsd:double";
    case Value::count:
        return "xsd:nonNegativeInteger";
    case Value::uri:
        return "xsd:anyURI";
    default:
        return {};
    }
}

void write_definition(Writer& json, std::string_view name, std::string_view compact, std::string_view type) {
    write_key(json, name);
    if (type.empty())
        return write_string(json, compact);
    json.StartObject();
    write_key(json, "@id");
    write_string(json, compact);
    write_key(json, "@type");
    write_string(json, type);
    json.EndObject();
}

void write_context(Writer& json) {
    json.StartObject();
    write_key(json, "@version");
    json.RawValue("1.1", 3, rapidjson::kNumberType);
    for (const auto& prefix : prefixes())
        write_definition(json, prefix.name, prefix.iri, {});
    for (const auto& term : terms())
        write_definition(json, term.name, term.compact, coercion(term.value));
    for (const auto type : plover::event_types()) {
        const auto name = property_name(type);
        write_definition(json, name, "ent:" + std::string(name), "@id");
    }
    json.EndObject();
}

/// What stands for the context: the object itself, or where it lies.
std::string context_value(const JsonldOptions& options) {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    if (options.context_url.empty())
        write_context(json);
    else
        write_string(json, options.context_url);
    return {buffer.GetString(), buffer.GetSize()};
}

/// Writes nodes as JSON objects into a buffer, which the caller frames and empties.
class JsonSink : public NodeSink {
public:
    /// `comma` goes between nodes.
    JsonSink(std::ostream& out, std::string_view comma) : out_(out), comma_(comma), json_(buffer_) {}

    void put(std::string_view text) { std::copy(text.begin(), text.end(), buffer_.Push(text.size())); }
    /// Opens an array of nodes that `text` ends in; the first of them has no comma before it.
    void open(std::string_view text) {
        put(text);
        first_ = true;
    }
    void close(std::string_view text) {
        put(text);
        first_ = false;
    }
    /// A comma, where something stands before.
    void separate() {
        if (!first_)
            put(comma_);
        first_ = false;
    }
    void put_string(std::string_view text) {
        json_.Reset(buffer_);
        write_string(json_, text);
    }
    void flush() {
        out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
        buffer_.Clear();
        if (!out_)
            throw OutputError("cannot write the JSON-LD: the output takes no more");
    }
    void flush_if_large() {
        if (buffer_.GetSize() >= block)
            flush();
    }

    void begin_node(std::string_view iri) override {
        separate();
        json_.Reset(buffer_);
        begin_child(iri);
    }
    void end_node() override { json_.EndObject(); }
    void begin_children(Term term) override {
        write_key(json_, info(term).name);
        json_.StartArray();
    }
    void end_children() override { json_.EndArray(); }
    void begin_child(std::string_view iri) override {
        json_.StartObject();
        write_key(json_, "@id");
        write_string(json_, iri);
    }
    void end_child() override { json_.EndObject(); }

    void classes(std::initializer_list<Term> classes) override {
        write_key(json_, "@type");
        json_.StartArray();
        for (const auto term : classes)
            write_string(json_, info(term).name);
        json_.EndArray();
    }
    void link(Term term, std::string_view iri) override { literal(term, iri); }
    void links(Term term, std::span<const std::string> iris) override {
        begin_children(term);
        for (const auto& iri : iris)
            write_string(json_, iri);
        end_children();
    }
    void literal(Term term, std::string_view value) override {
        write_key(json_, info(term).name);
        write_string(json_, value);
    }
    void typed_literal(Term term, std::string_view value, std::string_view xsd_type) override {
        write_key(json_, info(term).name);
        json_.StartObject();
        write_key(json_, "@type");
        write_string(json_, "xsd:" + std::string(xsd_type));
        write_key(json_, "@value");
        write_string(json_, value);
        json_.EndObject();
    }
    void real(Term term, double value) override {
        write_key(json_, info(term).name);
        json_.Double(value);
    }
    void integer(Term term, std::uint64_t value) override {
        write_key(json_, info(term).name);
        json_.Uint64(value);
    }
    void truth(Term term) override {
        write_key(json_, info(term).name);
        json_.Bool(true);
    }
    void triple(std::string_view subject, plover::EventType property, std::string_view object) override {
        begin_node(subject);
        write_key(json_, property_name(property));
        write_string(json_, object);
        end_node();
    }

private:
    static constexpr std::size_t block = std::size_t{1} << 16U;
    std::ostream& out_;
    std::string_view comma_;
    rapidjson::StringBuffer buffer_;
    Writer json_;
    /// Whether the next node is the first of its array, before which no comma stands.
    bool first_ = true;
};

/// Opens an object that holds nodes: its context and the name of its graph, where it has one.
void open_graph(JsonSink& sink, std::string_view context, const std::string& iri) {
    sink.put("{");
    if (!context.empty()) {
        sink.put("\"@context\":");
        sink.put(context);
        sink.put(",");
    }
    if (!iri.empty()) {
        sink.put("\"@id\":");
        sink.put_string(iri);
        sink.put(",");
    }
    sink.open("\"@graph\":[");
}

void write_relations(JsonSink& sink, const GraphSource& graph, const Describer& describer) {
    std::string statement;
    bool any = false;
    graph.for_each_relation([&](const Relation& relation, const RelationId& id) {
        if (!any || relation.evidence.statement != statement) {
            if (any)
                sink.close("]}");
            sink.separate();
            statement = relation.evidence.statement;
            open_graph(sink, {}, statement.empty() ? "" : describer.statement_iri(statement));
            any = true;
        }
        describer.describe(relation, id, sink);
        sink.flush_if_large();
    });
    if (any)
        sink.close("]}");
}

} // namespace

void write_jsonld(std::ostream& out, const GraphSource& graph, const JsonldOptions& options) {
    const Describer describer(options.base, graph);
    JsonSink sink(out, ",\n");
    open_graph(sink, context_value(options), {});
    sink.open("\n");
    const auto describe = [&](const auto& value) {
        describer.describe(value, sink);
        sink.flush_if_large();
    };
    graph.for_each_actor(describe);
    graph.for_each_statement(describe);
    write_relations(sink, graph, describer);
    sink.put("\n]}\n");
    sink.flush();
}

void write_ndjsonld(std::ostream& out, const GraphSource& graph, const JsonldOptions& options) {
    const Describer describer(options.base, graph);
    const auto context = context_value(options);
    JsonSink sink(out, ",");
    const auto write_line = [&](const std::string& graph_iri, const auto&... value) {
        open_graph(sink, context, graph_iri);
        describer.describe(value..., sink);
        sink.close("]}\n");
        sink.flush_if_large();
    };
    graph.for_each_actor([&](const Actor& actor) { write_line({}, actor); });
    graph.for_each_statement([&](const Statement& statement) { write_line({}, statement); });
    graph.for_each_relation([&](const Relation& relation, const RelationId& id) {
        const auto& statement = relation.evidence.statement;
        write_line(statement.empty() ? "" : describer.statement_iri(statement), relation, id);
    });
    sink.flush();
}

void write_jsonld_context(std::ostream& out) {
    out << "{\"@context\":" << context_value({}) << "}\n";
    if (!out)
        throw OutputError("cannot write the JSON-LD context: the output takes no more");
}

} // namespace entente
