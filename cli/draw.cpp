// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/draw_query.hpp"
#include "cli/draw_selection.hpp"
#include "cli/output_file.hpp"
#include "cli/party_argument.hpp"
#include "export/dot.hpp"
#include "export/html.hpp"
#include "export/store_source.hpp"
#include "export/timeline_plot.hpp"
#include "graph/error.hpp"
#include "graph/queries.hpp"
#include "graph/snapshot.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <set>

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
    bool persons = false;
    bool topics = false;
    bool timeline = false;
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
        throw UsageError("cannot tell the format from " + entente::quoted(arguments.output) +
                         ": name a file that ends in .svg, .png, .pdf, .dot or .html, or give --format");
    return format;
}

std::vector<RelationGraph::Edge> edges_between(const RelationGraph& view, const PartyCode& a,
                                               const PartyCode& b) {
    const auto from = view.find(a);
    const auto to = view.find(b);
    if (!from || !to)
        return {};
    RelationFilter everything;
    everything.modalities = RelationFilter::every_modality;
    return relations_between(view, *from, *to, everything);
}

/// Gives the selected relations to `use`. A pair is found in the view of the graph, without looking at the
/// rest; so is what a query asks for, whose nodes are added to `shown`. Other selections look through all.
void with_selected(const DrawSelection& selection, const Selected& selected, const Store& store,
                   const RelationGraph& view, const Gazetteer& gazetteer, std::set<std::string>& shown,
                   const std::function<void(const GraphSource&)>& use) {
    if (!selection.query.empty()) {
        auto picture = ask_for_picture(cypher::StoreGraph(view, &store), selection.query);
        shown = std::move(picture.nodes);
        const EdgeSource answer(store, view, std::move(picture.relations));
        return use(FilteredSource(answer, selected.test));
    }
    if (selection.between.empty() || selection.shared) {
        const ViewSource whole(store, view);
        return use(FilteredSource(whole, selected.test));
    }
    const EdgeSource pair(store, view,
                          edges_between(view, party_argument(gazetteer, selection.between[0]),
                                        party_argument(gazetteer, selection.between[1])));
    use(FilteredSource(pair, selected.test));
}

std::map<PartyCode, std::string> regions(const Gazetteer& gazetteer) {
    std::map<PartyCode, std::string> regions;
    for (const auto* const party : gazetteer.parties())
        if (!party->region.empty())
            regions.emplace(party->code, party->region);
    return regions;
}

void write_diagram(const DrawArguments& arguments, const Diagram& diagram,
                   std::optional<ImageFormat> format) {
    OutputFile output(arguments.output);
    if (format)
        render_diagram(output.stream(), diagram, *format, {.engine = arguments.engine});
    else
        write_html(output.stream(), diagram, {.engine = arguments.engine});
    output.commit();
    if (const auto rest = left_out(diagram); !rest.empty())
        std::cerr << "entente: " << rest << " did not fit into the picture\n";
}

void write_plot(const DrawArguments& arguments, const TimelinePlot& plot) {
    OutputFile output(arguments.output);
    write_timeline_svg(output.stream(), plot);
    output.commit();
}

void draw(const DrawArguments& arguments) {
    const auto format = image_format(arguments);
    if (arguments.timeline && format != ImageFormat::svg)
        throw UsageError("--timeline draws SVG: name a file that ends in .svg");
    const auto gazetteer = Gazetteer::shipped();
    const auto store = Store::open(arguments.graph, Store::Mode::read_only);
    const auto view = open_graph(store);
    const ViewSource whole(store, view);
    DiagramOptions options{.title = arguments.title, .expand = arguments.expand};
    options.persons = arguments.persons;
    options.topics = arguments.topics;
    options.regions = regions(gazetteer);
    if (!format) {
        options.evidence = evidence_in_html;
        options.most_unfolded_edges = options.most_edges; // its filters choose among types
    }
    const auto selected = select(arguments.selection, gazetteer, whole);
    if (options.title.empty())
        options.title = selected.title;
    const auto refuse_nothing = [&](std::uint64_t relations) {
        if (relations == 0)
            throw Error(arguments.graph + ": " +
                        why_nothing(arguments.selection, selected, gazetteer, whole));
    };
    with_selected(arguments.selection, selected, store, view, gazetteer, options.shown,
                  [&](const GraphSource& graph) {
                      if (arguments.timeline) {
                          const auto plot = make_timeline_plot(graph, options.title);
                          refuse_nothing(plot.relations);
                          return write_plot(arguments, plot);
                      }
                      const auto diagram = make_diagram(graph, options);
                      if (diagram.nodes.empty() || arguments.selection.query.empty())
                          refuse_nothing(diagram.relations);
                      write_diagram(arguments, diagram, format);
                  });
}

} // namespace

void add_draw(const Command& app, Outcome&) {
    const Command command = app.add_subcommand("draw", "Draw relations as a diagram");
    auto arguments = std::make_shared<DrawArguments>();
    command.add_option("-g,--graph", arguments->graph, "The graph file").required();
    add_selection_options(command, arguments->selection);
    command.add_option("-o,--output", arguments->output,
                       "The picture: a name that ends in .svg, .png, .pdf, .dot or .html");
    command.add_option("--format", arguments->format,
                       "svg, png, pdf, dot or html, where the name doesn't say");
    command.add_option("--engine", arguments->engine, "Graphviz's layout engine, chosen by size if not given")
        .one_of(layout_engines());
    command.add_option("--title", arguments->title, "What stands above the diagram");
    command.add_flag("--expand", arguments->expand, "One edge a relation, instead of counts");
    command.add_flag("--persons", arguments->persons, "Persons who act are nodes, too");
    command.add_flag("--topics", arguments->topics, "The most frequent topics are nodes, too");
    command.add_flag("--timeline", arguments->timeline, "Cooperation and conflict over time, as SVG");
    command.footer("Example: entente draw -g relations.db --between China Belgium -o china-belgium.svg");
    command.callback([arguments] { draw(*arguments); });
}

} // namespace entente::cli
