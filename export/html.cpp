// SPDX-License-Identifier: Apache-2.0
#include "export/html.hpp"

#include "export/detail/html_label.hpp"
#include "export/detail/palette.hpp"
#include "graph/error.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <ostream>
#include <sstream>

namespace entente {

namespace data {

extern const std::string_view view_css;
extern const std::string_view view_html;
extern const std::string_view view_js;

} // namespace data

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, std::string_view key, std::string_view value) {
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put_date(Json& json, std::string_view key, const std::optional<Date>& date) {
    if (date)
        put(json, key, to_string(*date));
}

void put_evidence(Json& json, const DiagramEvidence& evidence) {
    json.StartObject();
    put_date(json, "date", evidence.date);
    put(json, "text", evidence.text);
    put(json, "title", evidence.title);
    put(json, "publisher", evidence.publisher);
    put(json, "url", evidence.url);
    json.Key("confidence");
    json.Double(evidence.confidence);
    json.EndObject();
}

void put_place(Json& json, std::size_t index) {
    json.Key("id");
    json.String(("edge" + std::to_string(index)).c_str());
}

/// A line that stands for no relation; it is there as long as what it starts from is.
void put_plain_edge(Json& json, const Diagram& diagram, std::size_t index) {
    json.StartObject();
    put_place(json, index);
    put(json, "source", diagram.nodes[diagram.edges[index].source].id);
    put(json, "target", diagram.nodes[diagram.edges[index].target].id);
    json.EndObject();
}

void put_edge(Json& json, const Diagram& diagram, std::size_t index) {
    const auto& edge = diagram.edges[index];
    json.StartObject();
    put_place(json, index);
    put(json, "source", diagram.nodes[edge.source].id);
    put(json, "target", diagram.nodes[edge.target].id);
    put(json, "sourceName", diagram.nodes[edge.source].name);
    put(json, "targetName", diagram.nodes[edge.target].name);
    put(json, "type", to_string(edge.type));
    put(json, "quadClass", to_string(plover::quad_class(edge.type)));
    put(json, "modality", to_string(edge.modality));
    put(json, "predicate", edge.predicate);
    json.Key("count");
    json.Uint64(edge.count);
    json.Key("topics");
    json.StartArray();
    for (const auto& topic : edge.topics)
        json.String(topic.data(), static_cast<rapidjson::SizeType>(topic.size()));
    json.EndArray();
    json.Key("contexts");
    json.StartArray();
    for (const auto context : edge.contexts.members())
        json.String(context.name().data(), static_cast<rapidjson::SizeType>(context.name().size()));
    json.EndArray();
    json.Key("evidence");
    json.StartArray();
    for (const auto& evidence : edge.evidence)
        put_evidence(json, evidence);
    json.EndArray();
    json.EndObject();
}

void put_looks(Json& json) {
    json.Key("looks");
    json.StartObject();
    for (std::size_t i = 0; i < plover::quad_class_count; ++i) {
        const auto quad_class = static_cast<plover::QuadClass>(i);
        const auto name = to_string(quad_class);
        json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
        json.StartObject();
        put(json, "line", detail::look(quad_class).line);
        put(json, "style", detail::look(quad_class).style);
        json.EndObject();
    }
    json.EndObject();
}

/// The diagram's data as JSON that no `</script>` and no `<!--` can end.
std::string data_of(const Diagram& diagram) {
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    put_looks(json);
    json.Key("edges");
    json.StartArray();
    for (std::size_t i = 0; i < diagram.edges.size(); ++i)
        if (diagram.edges[i].line == DiagramLine::relation)
            put_edge(json, diagram, i);
    json.EndArray();
    json.Key("lines");
    json.StartArray();
    for (std::size_t i = 0; i < diagram.edges.size(); ++i)
        if (diagram.edges[i].line != DiagramLine::relation)
            put_plain_edge(json, diagram, i);
    json.EndArray();
    json.EndObject();
    std::string safe;
    for (const char c : std::string_view(buffer.GetString(), buffer.GetSize()))
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    return safe;
}

/// The picture without its XML declaration, as HTML has it inside.
std::string svg_of(const Diagram& diagram, DotOptions options) {
    options.heading = false;
    std::ostringstream out;
    render_diagram(out, diagram, ImageFormat::svg, options);
    auto svg = std::move(out).str();
    return svg.substr(svg.find("<svg"));
}

} // namespace

void write_html(std::ostream& out, const Diagram& diagram, const DotOptions& options) {
    const std::array<std::pair<std::string_view, std::string>, 6> parts{{
        {"title", detail::markup_escaped(diagram.title)},
        {"subtitle", detail::markup_escaped(subtitle(diagram))},
        {"style", std::string(data::view_css)},
        {"script", std::string(data::view_js)},
        {"svg", svg_of(diagram, options)},
        {"data", data_of(diagram)},
    }};
    // The page is cut at the marks @name@ once; what is put in is not looked at.
    auto page = data::view_html;
    for (auto mark = page.find('@'); mark != std::string_view::npos; mark = page.find('@')) {
        const auto name = page.substr(mark + 1, page.find('@', mark + 1) - mark - 1);
        out << page.substr(0, mark);
        for (const auto& [part, text] : parts)
            if (part == name)
                out << text;
        page.remove_prefix(mark + name.size() + 2);
    }
    out << page;
    if (!out)
        throw OutputError("cannot write the diagram: the output takes no more");
}

} // namespace entente
