// SPDX-License-Identifier: Apache-2.0
#include "export/detail/diagram_heading.hpp"

#include "export/detail/html_label.hpp"

namespace entente::detail {

namespace {

/// Samples of the lines that the diagram has.
void add_legend(HtmlLabel& label, const Diagram& diagram) {
    std::set<plover::QuadClass> classes;
    bool doubtful = false;
    bool plain = false;
    for (const auto& edge : diagram.edges) {
        if (edge.line != DiagramLine::relation) {
            plain = true;
            continue;
        }
        classes.insert(plover::quad_class(edge.type));
        doubtful = doubtful || edge.modality != Modality::asserted;
    }
    const std::string_view gap = "      ";
    bool first = true;
    for (const auto quad_class : classes) {
        const auto& style = look(quad_class);
        const std::string_view sample =
            style.style == "dashed" ? "\xE2\x80\x93 \xE2\x80\x93 \xE2\x80\x93 " : "\xE2\x80\x94\xE2\x80\x94 ";
        label.text(first ? "" : gap, {.size = 11})
            .text(sample, {.size = 13, .color = style.line, .bold = true})
            .text(style.words, {.size = 11, .color = style.text});
        first = false;
    }
    if (doubtful)
        label.text(gap, {.size = 11})
            .text("\xC2\xB7 \xC2\xB7 \xC2\xB7 \xC2\xB7 ", {.size = 13, .color = faint, .bold = true})
            .text("not asserted", {.size = 11, .color = faint});
    if (plain)
        label.text(gap, {.size = 11})
            .text("\xE2\x80\x94\xE2\x80\x94 ", {.size = 13, .color = plain_line, .bold = true})
            .text("acts for, or about", {.size = 11, .color = faint});
    label.row();
}

/// Squares in the colours of the parts of the world, where nodes have them.
void add_world_legend(HtmlLabel& label, const std::set<World>& worlds) {
    bool first = true;
    for (const auto world : worlds) {
        label.text(first ? "" : "      ", {.size = 11})
            .text("\xE2\x96\xA0 ", {.size = 14, .color = look(world).strong, .bold = true})
            .text(look(world).words, {.size = 11, .color = faint});
        first = false;
    }
    if (!first)
        label.row();
}

} // namespace

std::string diagram_heading(const Diagram& diagram, const std::set<World>& worlds) {
    HtmlLabel label;
    for (const auto& line : wrapped(shortened(diagram.title, 200), 70))
        label.text(line, {.size = 22, .color = ink, .bold = true}).row();
    label.text(subtitle(diagram), {.size = 12, .color = faint}).row();
    if (!diagram.edges.empty())
        add_legend(label, diagram);
    add_world_legend(label, worlds);
    label.text(" ", {.size = 8}).row();
    return label.str();
}

} // namespace entente::detail
