// SPDX-License-Identifier: Apache-2.0
#include "cli/base_option.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "export/csv.hpp"
#include "export/dot.hpp"
#include "export/graphml.hpp"
#include "export/jsonld.hpp"
#include "export/rdf.hpp"
#include "export/store_source.hpp"
#include "export/vocabulary.hpp"
#include "graph/error.hpp"

#include <algorithm>
#include <functional>
#include <memory>

namespace entente::cli {

namespace {

struct ExportArguments {
    std::string graph;
    std::string format;
    std::string output;
    JsonldOptions jsonld;
    bool star = false;
};

struct Format {
    std::string name;
    std::string description;
    /// Empty for what is the same for every graph.
    std::function<void(std::ostream&, const GraphSource&, const ExportArguments&)> write;
    std::function<void(std::ostream&)> write_fixed;
};

RdfOptions rdf_options(const ExportArguments& arguments) {
    return {.base = arguments.jsonld.base, .star = arguments.star};
}

/// The formats that are one stream; "csv" and "neo4j" are two.
const std::vector<Format>& formats() {
    using Out = std::ostream&;
    using Graph = const GraphSource&;
    using Arguments = const ExportArguments&;
    static const std::vector<Format> table{
        {"jsonld",
         "JSON-LD 1.1, one document",
         [](Out o, Graph g, Arguments a) { write_jsonld(o, g, a.jsonld); },
         {}},
        {"ndjsonld",
         "JSON-LD, an object a line",
         [](Out o, Graph g, Arguments a) { write_ndjsonld(o, g, a.jsonld); },
         {}},
        {"nquads", "N-Quads", [](Out o, Graph g, Arguments a) { write_nquads(o, g, rdf_options(a)); }, {}},
        {"trig", "TriG", [](Out o, Graph g, Arguments a) { write_trig(o, g, rdf_options(a)); }, {}},
        {"turtle", "Turtle", [](Out o, Graph g, Arguments a) { write_turtle(o, g, rdf_options(a)); }, {}},
        {"graphml", "GraphML", [](Out o, Graph g, Arguments) { write_graphml(o, g); }, {}},
        {"events", "an event table (CSV)", [](Out o, Graph g, Arguments) { write_events(o, g); }, {}},
        {"dot",
         "DOT, counted",
         [](Out o, Graph g, Arguments) { write_dot(o, make_diagram(g, {.title = "Relations"})); },
         {}},
        {"context", "the JSON-LD context", {}, write_jsonld_context},
        {"vocabulary", "the vocabulary (Turtle)", {}, write_vocabulary},
        {"shapes", "SHACL shapes (Turtle)", {}, write_shapes},
    };
    return table;
}

bool is_pair(const std::string& format) { return format == "csv" || format == "neo4j"; }

std::vector<std::string> format_names() {
    std::vector<std::string> names{"csv", "neo4j"};
    for (const auto& format : formats())
        names.push_back(format.name);
    return names;
}

std::string format_help() {
    std::string help = "csv (two tables: nodes and edges, for Gephi), neo4j (the same for neo4j-admin)";
    for (const auto& format : formats())
        help += ", " + format.name + " (" + format.description + ")";
    return help;
}

/// relations.csv becomes relations.nodes.csv and relations.edges.csv.
std::string with_part(std::string path, const std::string& part) {
    if (path.ends_with(".csv"))
        path.resize(path.size() - 4);
    return path + '.' + part + ".csv";
}

void export_pair(const ExportArguments& arguments, const GraphSource& graph) {
    if (arguments.output.empty() || arguments.output == "-")
        throw UsageError("--format " + arguments.format +
                         " writes two files: name them with -o, as -o relations.csv");
    OutputFile nodes(with_part(arguments.output, "nodes"));
    OutputFile edges(with_part(arguments.output, "edges"));
    write_csv(nodes.stream(), edges.stream(), graph,
              arguments.format == "csv" ? CsvHeader::gephi : CsvHeader::neo4j);
    nodes.commit();
    edges.commit();
}

void export_one(const ExportArguments& arguments, const Format& format, const GraphSource* graph) {
    OutputFile output(arguments.output);
    if (format.write_fixed)
        format.write_fixed(output.stream());
    else
        format.write(output.stream(), *graph, arguments);
    output.commit();
}

void run_export(const ExportArguments& arguments) {
    if (arguments.star && arguments.format != "nquads")
        throw UsageError("--star is for --format nquads");
    const auto format = std::ranges::find(formats(), arguments.format, &Format::name);
    if (format != formats().end() && format->write_fixed)
        return export_one(arguments, *format, nullptr);
    if (arguments.graph.empty())
        throw UsageError("--graph is required");
    const auto store = Store::open(arguments.graph, Store::Mode::read_only);
    const StoreSource graph(store);
    if (is_pair(arguments.format))
        export_pair(arguments, graph);
    else
        export_one(arguments, *format, &graph);
}

} // namespace

void add_export(const Command& app, Outcome&) {
    const Command command = app.add_subcommand("export", "Write the graph for other tools");
    auto arguments = std::make_shared<ExportArguments>();
    command.add_option("-g,--graph", arguments->graph, "The graph file");
    command.add_option("--format", arguments->format, format_help()).required().one_of(format_names());
    command.add_option("-o,--output", arguments->output, "The file to write; standard output if not given");
    add_base_option(command, arguments->jsonld.base);
    command.add_option("--context-url", arguments->jsonld.context_url,
                       "Where the JSON-LD context lies, instead of writing it into the output");
    command.add_flag("--star", arguments->star, "N-Quads: RDF-star annotations of the plain triples as well");
    command.footer("Example: entente export -g relations.db --format jsonld -o relations.jsonld");
    command.callback([arguments] { run_export(*arguments); });
}

} // namespace entente::cli
