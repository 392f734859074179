// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/output_file.hpp"
#include "export/dot.hpp"
#include "export/jsonld.hpp"
#include "export/rdf.hpp"
#include "export/store_source.hpp"
#include "graph/error.hpp"

#include <CLI/CLI.hpp>

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

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names{"jsonld", "ndjsonld", "context", "nquads",
                                                "trig",   "turtle",   "dot"};
    return names;
}

void write_format(std::ostream& out, const GraphSource& graph, const ExportArguments& arguments) {
    const RdfOptions rdf{.base = arguments.jsonld.base, .star = arguments.star};
    if (arguments.format == "jsonld")
        write_jsonld(out, graph, arguments.jsonld);
    else if (arguments.format == "ndjsonld")
        write_ndjsonld(out, graph, arguments.jsonld);
    else if (arguments.format == "nquads")
        write_nquads(out, graph, rdf);
    else if (arguments.format == "trig")
        write_trig(out, graph, rdf);
    else if (arguments.format == "turtle")
        write_turtle(out, graph, rdf);
    else
        write_dot(out, make_diagram(graph, {.title = "Relations"}));
}

void check_base(const std::string& base) {
    const bool plain = std::ranges::all_of(base, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 &&
               std::string_view("<>\"{}|\\^`").find(c) == std::string::npos;
    });
    const bool absolute =
        base.starts_with("http://") || base.starts_with("https://") || base.starts_with("urn:");
    if (!plain || !absolute || !(base.ends_with('/') || base.ends_with(':') || base.ends_with('#')))
        throw CLI::ValidationError(
            "--base: expected an http, https or urn identifier that ends in '/', '#' or ':', "
            "found " +
            entente::quoted(base));
}

void run_export(const ExportArguments& arguments) {
    check_base(arguments.jsonld.base);
    if (arguments.star && arguments.format != "nquads")
        throw CLI::ValidationError("--star is for --format nquads");
    OutputFile output(arguments.output);
    if (arguments.format == "context") {
        write_jsonld_context(output.stream());
    } else {
        if (arguments.graph.empty())
            throw CLI::RequiredError("--graph");
        const auto store = Store::open(arguments.graph, Store::Mode::read_only);
        write_format(output.stream(), StoreSource(store), arguments);
    }
    output.commit();
}

} // namespace

void add_export(CLI::App& app, Outcome&) {
    auto* const command = app.add_subcommand("export", "Write the graph for other tools");
    auto arguments = std::make_shared<ExportArguments>();
    command->add_option("-g,--graph", arguments->graph, "The graph file");
    command
        ->add_option(
            "--format", arguments->format,
            "jsonld, ndjsonld (an object a line), context (the JSON-LD context), nquads, trig, turtle, dot")
        ->required()
        ->check(CLI::IsMember(format_names()));
    command->add_option("-o,--output", arguments->output, "The file to write; standard output if not given");
    command->add_option("--base", arguments->jsonld.base, "What identifiers begin with")
        ->capture_default_str();
    command->add_option("--context-url", arguments->jsonld.context_url,
                        "Where the JSON-LD context lies, instead of writing it into the output");
    command->add_flag("--star", arguments->star,
                      "N-Quads: RDF-star annotations of the plain triples as well");
    command->footer("Example: entente export -g relations.db --format jsonld -o relations.jsonld");
    command->callback([arguments] { run_export(*arguments); });
}

} // namespace entente::cli
