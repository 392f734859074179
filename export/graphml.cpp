// SPDX-License-Identifier: Apache-2.0
#include "export/graphml.hpp"

#include "export/detail/relation_fields.hpp"
#include "graph/error.hpp"

#include <ostream>
#include <set>

namespace entente {

namespace {

using detail::FieldType;

constexpr std::size_t block = std::size_t{1} << 16U;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string_view graphml_type(FieldType type) {
    switch (type) {
    case FieldType::integer:
        return "long";
    case FieldType::real:
        return "double";
    case FieldType::truth:
        return "boolean";
    case FieldType::text:
    case FieldType::date:
        break;
    }
    return "string";
}

std::string_view escape(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\t':
    case '\n':
        return {};
    default:
        return static_cast<unsigned char>(c) < 0x20 ? replacement : std::string_view();
    }
}

class GraphmlWriter {
public:
    explicit GraphmlWriter(std::ostream& out) : out_(out) {}

    void head() {
        buffer_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        for (const std::string_view name : {"label", "kind", "wikidata"})
            key("node", name, name, FieldType::text);
        key("edge", "edgelabel", "label", FieldType::text);
        for (const auto& field : detail::relation_fields())
            key("edge", field.name, field.name, field.type);
        buffer_ += "<graph id=\"relations\" edgedefault=\"directed\">\n";
    }
    void node(const Actor& actor) {
        if (actor.kind == ActorKind::person || !written_.insert(actor.party).second)
            return;
        buffer_ += "<node id=\"" + actor.party.text() + "\">";
        data("label", actor.name.empty() ? actor.party.text() : actor.name);
        data("kind", to_string(actor.kind));
        data("wikidata", actor.wikidata);
        buffer_ += "</node>\n";
        flush_if_large();
    }
    void edge(const Relation& relation, const RelationId& id) {
        for (const auto& party : {relation.source, relation.target})
            if (!written_.contains(party))
                missing_.insert(party);
        buffer_ +=
            "<edge source=\"" + relation.source.text() + "\" target=\"" + relation.target.text() + "\">";
        data("edgelabel", to_string(relation.type));
        for (const auto& field : detail::relation_fields()) {
            value_.clear();
            field.append(relation, id, value_);
            data(field.name, value_);
        }
        buffer_ += "</edge>\n";
        flush_if_large();
    }
    void tail() {
        for (const auto& party : missing_)
            node({party, party.kind(), party.text(), {}, {}, {}, {}});
        buffer_ += "</graph>\n</graphml>\n";
        flush();
    }

private:
    // Gephi wants a key's name and identifier to be the same; "label" of nodes and edges cannot be.
    void key(std::string_view owner, std::string_view id, std::string_view name, FieldType type) {
        buffer_ += "<key id=\"" + std::string(id) + "\" for=\"" + std::string(owner) + "\" attr.name=\"" +
                   std::string(name) + "\" attr.type=\"" + std::string(graphml_type(type)) + "\"/>\n";
    }
    void data(std::string_view key, std::string_view value) {
        if (value.empty())
            return;
        buffer_ += "<data key=\"";
        buffer_ += key;
        buffer_ += "\">";
        std::size_t plain = 0;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const auto escaped = escape(value[i]);
            if (escaped.empty())
                continue;
            buffer_ += value.substr(plain, i - plain);
            buffer_ += escaped;
            plain = i + 1;
        }
        buffer_ += value.substr(plain);
        buffer_ += "</data>";
    }
    void flush_if_large() {
        if (buffer_.size() >= block)
            flush();
    }
    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
        if (!out_)
            throw OutputError("cannot write the GraphML: the output takes no more");
    }

    std::ostream& out_;
    std::string buffer_;
    std::string value_;
    std::set<PartyCode> written_;
    std::set<PartyCode> missing_;
};

} // namespace

void write_graphml(std::ostream& out, const GraphSource& graph) {
    GraphmlWriter writer(out);
    writer.head();
    graph.for_each_actor([&](const Actor& actor) { writer.node(actor); });
    graph.for_each_relation(
        [&](const Relation& relation, const RelationId& id) { writer.edge(relation, id); });
    writer.tail();
}

} // namespace entente
