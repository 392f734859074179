// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/draw_selection.hpp"
#include "cli/output_file.hpp"
#include "export/dot.hpp"
#include "export/html.hpp"
#include "export/store_source.hpp"
#include "graph/error.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

/// Sentences an edge, among which the filters of the HTML view choose.
constexpr std::size_t evidence_in_html = 500;

struct DrawArguments {
    std::string graph;
    DrawSelection selection;
    std::string output;
    std::string format;
    std::string engine;
    std::string title;
    bool expand = false;
};

/// What the picture is: one of Graphviz's formats, or nothing for the HTML view.
std::optional<ImageFormat> image_format(const DrawArguments& arguments) {
    auto name = arguments.format;
    if (name.empty()) {
        const auto dot = arguments.output.rfind('.');
        name = dot == std::string::npos ? "" : arguments.output.substr(dot + 1);
    }
    if (name == "html")
        return std::nullopt;
    const auto format = parse_image_format(name);
    if (!format)
        throw CLI::ValidationError(
            "cannot tell the format from " + entente::quoted(arguments.output) +
            ": name a file that ends in .svg, .png, .pdf, .dot or .html, or give --format");
    return format;
}

void draw(const DrawArguments& arguments) {
    const auto format = image_format(arguments);
    const auto gazetteer = Gazetteer::shipped();
    const auto store = Store::open(arguments.graph, Store::Mode::read_only);
    const StoreSource whole(store);
    DiagramOptions options{.title = arguments.title, .expand = arguments.expand};
    if (!format)
        options.evidence = evidence_in_html;
    const auto selected = select(arguments.selection, gazetteer, whole);
    if (options.title.empty())
        options.title = selected.title;
    const auto diagram = make_diagram(FilteredSource(whole, selected.test), options);
    if (diagram.relations == 0)
        throw Error(arguments.graph + ": " + why_nothing(arguments.selection, selected, gazetteer, whole));
    OutputFile output(arguments.output);
    if (format)
        render_diagram(output.stream(), diagram, *format, {.engine = arguments.engine});
    else
        write_html(output.stream(), diagram, {.engine = arguments.engine});
    output.commit();
    if (diagram.relations_left_out > 0)
        std::cerr << "entente: " << diagram.relations_left_out << " relations and " << diagram.nodes_left_out
                  << " parties did not fit into the picture\n";
}

} // namespace

void add_draw(CLI::App& app, Outcome&) {
    auto* const command = app.add_subcommand("draw", "Draw relations as a diagram");
    auto arguments = std::make_shared<DrawArguments>();
    command->add_option("-g,--graph", arguments->graph, "The graph file")->required();
    add_selection_options(*command, arguments->selection);
    command->add_option("-o,--output", arguments->output,
                        "The picture: a name that ends in .svg, .png, .pdf, .dot or .html");
    command->add_option("--format", arguments->format,
                        "svg, png, pdf, dot or html, where the name doesn't say");
    command
        ->add_option("--engine", arguments->engine, "Graphviz's layout engine, chosen by size if not given")
        ->check(CLI::IsMember(layout_engines()));
    command->add_option("--title", arguments->title, "What stands above the diagram");
    command->add_flag("--expand", arguments->expand, "One edge a relation, instead of counts");
    command->footer("Example: entente draw -g relations.db --between China Belgium -o china-belgium.svg");
    command->callback([arguments] { draw(*arguments); });
}

} // namespace entente::cli
