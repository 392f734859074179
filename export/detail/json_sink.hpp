// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_JSON_SINK_HPP
#define ENTENTE_EXPORT_DETAIL_JSON_SINK_HPP

#if defined(__SSE2__) && !defined(RAPIDJSON_SSE2)
#define RAPIDJSON_SSE2 // finds what to escape sixteen characters at a time
#endif

#include "export/detail/describe.hpp"
#include "graph/error.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <ostream>

namespace entente::detail {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

inline void write_string(JsonWriter& json, std::string_view text) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

inline void write_key(JsonWriter& json, std::string_view key) {
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
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
    JsonWriter json_;
    /// Whether the next node is the first of its array, before which no comma stands.
    bool first_ = true;
};

/// Opens an object that holds nodes: its context and the name of its graph, where it has one.
inline void open_graph(JsonSink& sink, std::string_view context, const std::string& iri) {
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

/// What stands for the context in a document: the object itself, or, where `url` isn't empty, where it lies.
std::string context_value(const std::string& url);

} // namespace entente::detail

#endif
