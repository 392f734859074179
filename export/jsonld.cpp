// SPDX-License-Identifier: Apache-2.0
#include "export/jsonld.hpp"

#include "export/detail/json_sink.hpp"

#include <ostream>

namespace entente {

namespace {

using namespace detail;
using Writer = JsonWriter;

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

} // namespace

std::string detail::context_value(const std::string& url) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    if (url.empty())
        write_context(json);
    else
        write_string(json, url);
    return {buffer.GetString(), buffer.GetSize()};
}

namespace {

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
    open_graph(sink, context_value(options.context_url), {});
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
    const auto context = context_value(options.context_url);
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
