// SPDX-License-Identifier: Apache-2.0
#include "export/detail/draw_diagram.hpp"

#include "export/detail/diagram_heading.hpp"
#include "export/detail/html_label.hpp"
#include "export/detail/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>

namespace entente::detail {

namespace {

// Graphviz's dot places labels without overlaps, but its pictures grow with every edge.
constexpr std::size_t most_layered_nodes = 14;
constexpr std::size_t most_layered_edges = 70;
constexpr double thinnest = 1.4;
constexpr double thickest = 5;
constexpr std::size_t most_full_labels = 40;
constexpr std::size_t most_labels = 70;
constexpr std::size_t fewest_grouped_nodes = 6;

std::string decimal(double value) {
    std::array<char, 32> buffer{};
    const auto length = std::snprintf(buffer.data(), buffer.size(), "%.1f", value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

bool is_conflict(plover::QuadClass quad_class) {
    return quad_class == plover::QuadClass::verbal_conflict ||
           quad_class == plover::QuadClass::material_conflict;
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : std::string(separator)) + text;
    return all;
}

std::string type_words(const DiagramEdge& edge) {
    std::string words(to_string(edge.type));
    if (edge.types.size() > 1)
        words += ", " + std::string(to_string(edge.types[1]));
    if (edge.types.size() > 2)
        words += " \xE2\x80\xA6";
    if (edge.modality != Modality::asserted)
        words += " (" + std::string(to_string(edge.modality)) + ")";
    if (edge.count > 1)
        words += " \xC3\x97" + std::to_string(edge.count);
    return words;
}

/// How much a diagram writes on its edges: less, the more it has.
enum class Labels { full, types, none };

struct LabelStyle {
    Labels amount = Labels::full;
    /// The colour behind labels that lie on lines.
    std::string_view ground;
};

std::string edge_label(const DiagramEdge& edge, const LabelStyle& labels) {
    const bool in_full = labels.amount == Labels::full;
    const auto& style = look(plover::quad_class(edge.type));
    HtmlLabel label;
    label.text(type_words(edge), {.size = in_full ? 12 : 10, .color = style.text, .bold = true}).row();
    if (!in_full)
        return label.str(labels.ground);
    for (const auto& line : wrapped(shortened(edge.predicate, 80), 36))
        label.text(line, {.size = 12, .color = ink}).row();
    std::vector<std::string> topics;
    for (const auto& topic : edge.topics)
        topics.push_back(shortened(topic, 30));
    if (!topics.empty())
        for (const auto& line : wrapped(joined(topics, " \xC2\xB7 "), 44))
            label.text(line, {.size = 10, .color = faint, .italic = true}).row();
    return label.str(labels.ground);
}

/// The name, and below it the code, with its kind where it isn't a country.
std::string node_label(const DiagramNode& node, double share) {
    HtmlLabel label;
    const int size = 14 + static_cast<int>(std::lround(8 * std::sqrt(share)));
    for (const auto& line : wrapped(shortened(node.name, 80), 22))
        label.text(line, {.size = size, .color = ink, .bold = true}).row();
    std::string below;
    if (node.is_topic)
        below = "topic";
    else if (node.kind != ActorKind::country)
        below = look(node.kind).words;
    if (!node.is_topic && node.name != node.party.text())
        below += (below.empty() ? "" : " \xC2\xB7 ") + node.party.text();
    if (!below.empty())
        label.text(below, {.size = 10, .color = faint}).row();
    return label.str();
}

std::string tooltip(const Diagram& diagram, const DiagramEdge& edge) {
    auto text = diagram.nodes[edge.source].name + ' ' + edge.predicate + ' ' +
                diagram.nodes[edge.target].name + " (" + type_words(edge) + ')';
    for (const auto& evidence : edge.evidence) {
        text += '\n';
        if (evidence.date)
            text += to_string(*evidence.date) + ": ";
        text += shortened(evidence.text.empty() ? evidence.title : evidence.text, 240);
    }
    return attribute_escaped(text);
}

void set_defaults(Agraph_t* graph, const std::string& engine, std::size_t edges) {
    for (const auto& [name, value] : {std::pair{"bgcolor", "white"},
                                      {"charset", "UTF-8"},
                                      {"fontname", "Helvetica,Arial,sans-serif"},
                                      {"labelloc", "t"},
                                      {"outputorder", "edgesfirst"},
                                      {"pad", "0.3"}})
        set(graph, name, value);
    if (engine == "dot") {
        set(graph, "rankdir", "LR");
        set(graph, "nodesep", "0.35");
        // The more edges lie above each other, the further apart the ends must be for flat curves.
        set(graph, "ranksep", decimal(std::min(3.0, 0.8 + 0.1 * static_cast<double>(edges))));
    } else {
        set(graph, "overlap", "prism");
        set(graph, "overlap_scaling", "6");
        set(graph, "splines", "true");
        set(graph, "sep", "+34");
        set(graph, "nodesep", "0.32"); // between parallel edges
        set(graph, "start", "7");
    }
    for (const auto& [name, value] :
         {std::pair{"fontname", "Helvetica,Arial,sans-serif"}, {"margin", "0.25,0.16"}})
        set_default(graph, AGNODE, name, value);
    for (const auto& [name, value] :
         {std::pair{"fontname", "Helvetica,Arial,sans-serif"}, {"arrowsize", "0.8"}})
        set_default(graph, AGEDGE, name, value);
}

Agnode_t* draw_node(Agraph_t* graph, const DiagramNode& node, double share, bool by_world) {
    auto* const drawn = add_node(graph, node.id);
    const auto& style = node.is_topic ? topic_look() : look(node.kind);
    const auto world = by_world ? world_of(node.region) : std::nullopt;
    set_html(drawn, "label", node_label(node, share));
    set(drawn, "shape", std::string(style.shape));
    set(drawn, "style", std::string(style.style));
    set(drawn, "color", std::string(style.border));
    set(drawn, "fillcolor", std::string(world ? look(*world).fill : style.fill));
    set(drawn, "penwidth", "1.4");
    if (style.shape == "ellipse" || style.shape == "octagon")
        set(drawn, "margin", "0.04,0.04"); // what its corners cut off is room enough
    set(drawn, "tooltip",
        attribute_escaped(node.name + ": " + std::to_string(node.weight) +
                          (node.weight == 1 ? " relation" : " relations")));
    set(drawn, "name", attribute_escaped(node.name));
    set(drawn, "kind", node.is_topic ? "topic" : std::string(to_string(node.kind)));
    if (!node.region.empty())
        set(drawn, "region", attribute_escaped(node.region));
    set(drawn, "weight", std::to_string(node.weight));
    return drawn;
}

void set_data(Agedge_t* drawn, const DiagramEdge& edge) {
    set(drawn, "type", std::string(to_string(edge.type)));
    set(drawn, "quad_class", std::string(to_string(plover::quad_class(edge.type))));
    set(drawn, "modality", std::string(to_string(edge.modality)));
    set(drawn, "count", std::to_string(edge.count));
    set(drawn, "predicate", attribute_escaped(edge.predicate));
    set(drawn, "topics", attribute_escaped(joined(edge.topics, "; ")));
    if (edge.first)
        set(drawn, "first", to_string(*edge.first));
    if (edge.last)
        set(drawn, "last", to_string(*edge.last));
}

std::uint64_t heaviest_edge(const Diagram& diagram) {
    std::uint64_t most = 1;
    for (const auto& edge : diagram.edges)
        if (edge.line == DiagramLine::relation)
            most = std::max(most, edge.count);
    return most;
}

/// That a person acts for a party, or that relations are about a topic: thin, grey, without an arrow.
void draw_plain_edge(Agedge_t* drawn, const DiagramEdge& edge, std::size_t index, const LabelStyle& labels) {
    if (edge.line == DiagramLine::office && labels.amount != Labels::none) {
        HtmlLabel label;
        for (const auto& line : wrapped(shortened(edge.predicate, 60), 30))
            label.text(line, {.size = 10, .color = faint, .italic = true}).row();
        set_html(drawn, "label", label.str(labels.ground));
    }
    set(drawn, "id", "edge" + std::to_string(index));
    set(drawn, "color", std::string(plain_line));
    set(drawn, "penwidth", "1");
    set(drawn, "arrowhead", "none");
    set(drawn, "tooltip", attribute_escaped(edge.predicate));
    set(drawn, "line", edge.line == DiagramLine::office ? "office" : "about");
    set(drawn, "count", std::to_string(edge.count));
}

void draw_edge(Agedge_t* drawn, const Diagram& diagram, std::size_t index, const LabelStyle& labels) {
    const auto& edge = diagram.edges[index];
    if (edge.line != DiagramLine::relation)
        return draw_plain_edge(drawn, edge, index, labels);
    const auto quad_class = plover::quad_class(edge.type);
    const auto& style = look(quad_class);
    const std::string head = is_conflict(quad_class) ? "vee" : "normal";
    const auto text = tooltip(diagram, edge);
    if (labels.amount != Labels::none)
        set_html(drawn, "label", edge_label(edge, labels));
    set(drawn, "id", "edge" + std::to_string(index));
    set(drawn, "color", std::string(style.line));
    set(drawn, "style", edge.modality == Modality::asserted ? std::string(style.style) : "dotted");
    const auto share = static_cast<double>(edge.count) / static_cast<double>(heaviest_edge(diagram));
    set(drawn, "penwidth",
        decimal(thinnest + (thickest - thinnest) * std::sqrt(edge.count == 1 ? 0 : share)));
    set(drawn, "arrowhead", head);
    if (edge.symmetric) {
        set(drawn, "dir", "both");
        set(drawn, "arrowtail", head);
    }
    for (const auto* const name : {"tooltip", "edgetooltip", "labeltooltip"})
        set(drawn, name, text);
    if (!edge.evidence.empty() && !edge.evidence.front().url.empty()) {
        set(drawn, "URL", attribute_escaped(edge.evidence.front().url));
        set(drawn, "target", "_blank");
    }
    set_data(drawn, edge);
}

/// The parts of the world to tell apart: none in a small diagram, or where all nodes are of one.
std::set<World> worlds_of(const Diagram& diagram) {
    std::set<World> worlds;
    for (const auto& node : diagram.nodes)
        if (const auto world = world_of(node.region))
            worlds.insert(*world);
    if (diagram.nodes.size() < fewest_grouped_nodes || worlds.size() < 2)
        worlds.clear();
    return worlds;
}

/// Draws the parties of one part of the world nearer to each other: unseen edges, from each to its heaviest.
void pull_together(Agraph_t* graph, const Diagram& diagram, const std::vector<Agnode_t*>& nodes) {
    std::map<World, Agnode_t*> heaviest;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto world = world_of(diagram.nodes[i].region);
        if (!world)
            continue;
        const auto [hub, is_first] = heaviest.emplace(*world, nodes[i]);
        if (!is_first)
            set(add_edge(graph, hub->second, nodes[i], "near " + std::to_string(i)), "style", "invis");
    }
}

/// How long an edge should be, in inches: the more lie side by side, the longer, so that each has room for a
/// label.
std::vector<double> edge_lengths(const Diagram& diagram) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> parallel;
    const auto pair = [](const DiagramEdge& edge) { return std::minmax({edge.source, edge.target}); };
    for (const auto& edge : diagram.edges)
        ++parallel[pair(edge)];
    std::vector<double> lengths;
    for (const auto& edge : diagram.edges) {
        const double alone = edge.line == DiagramLine::office ? 1.3 : 1; // offices have long names
        lengths.push_back(alone + 0.16 * static_cast<double>(parallel[pair(edge)] - 1));
    }
    return lengths;
}

} // namespace

std::string engine_for(const Diagram& diagram, const std::string& wanted) {
    if (!wanted.empty())
        return wanted;
    const bool small =
        diagram.nodes.size() <= most_layered_nodes && diagram.edges.size() <= most_layered_edges;
    return small ? "dot" : "neato";
}

CgraphPtr draw_diagram(const Diagram& diagram, const DotOptions& options) {
    auto graph = make_cgraph("entente");
    const auto engine = engine_for(diagram, options.engine);
    const auto worlds = worlds_of(diagram);
    set_defaults(graph.get(), engine, diagram.edges.size());
    if (options.heading)
        set_html(graph.get(), "label", diagram_heading(diagram, worlds));
    else
        set(graph.get(), "bgcolor", "transparent");
    set(graph.get(), "tooltip", attribute_escaped(diagram.title));
    set(graph.get(), "layout", engine);
    const auto heaviest =
        diagram.nodes.empty() ? 1 : std::max<std::uint64_t>(1, diagram.nodes.front().weight);
    std::vector<Agnode_t*> nodes;
    for (const auto& node : diagram.nodes)
        nodes.push_back(draw_node(graph.get(), node,
                                  static_cast<double>(node.weight) / static_cast<double>(heaviest),
                                  !worlds.empty()));
    if (!worlds.empty() && engine != "dot")
        pull_together(graph.get(), diagram, nodes);
    const auto amount = diagram.edges.size() <= most_full_labels ? Labels::full
                        : diagram.edges.size() <= most_labels    ? Labels::types
                                                                 : Labels::none;
    const LabelStyle labels{amount, engine == "dot" ? "" : "#FFFFFFD8"};
    const auto lengths = edge_lengths(diagram);
    for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
        const auto& edge = diagram.edges[i];
        auto* const drawn = add_edge(graph.get(), nodes[edge.source], nodes[edge.target], std::to_string(i));
        draw_edge(drawn, diagram, i, labels);
        if (engine != "dot")
            set(drawn, "len", decimal(lengths[i]));
    }
    return graph;
}

} // namespace entente::detail
