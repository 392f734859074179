// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include "cli/output_file.hpp"
#include "cli/party_argument.hpp"
#include "export/dot.hpp"
#include "export/store_source.hpp"
#include "graph/error.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <memory>

namespace entente::cli {

namespace {

struct DrawArguments {
    std::string graph;
    std::vector<std::string> between;
    std::string output;
    std::string format;
    std::string engine;
    std::string title;
    bool expand = false;
};

ImageFormat image_format(const DrawArguments& arguments) {
    auto name = arguments.format;
    if (name.empty()) {
        const auto dot = arguments.output.rfind('.');
        name = dot == std::string::npos ? "" : arguments.output.substr(dot + 1);
    }
    const auto format = parse_image_format(name);
    if (!format)
        throw CLI::ValidationError("cannot tell the format from " + entente::quoted(arguments.output) +
                                   ": name a file that ends in .svg, .png, .pdf or .dot, or give --format");
    return *format;
}

std::string party_name(const Gazetteer& gazetteer, const PartyCode& code) {
    const auto* party = gazetteer.party(code);
    return party == nullptr ? code.text() : std::string(party->name);
}

bool is_between(const Relation& relation, const PartyCode& a, const PartyCode& b) {
    return (relation.source == a && relation.target == b) || (relation.source == b && relation.target == a);
}

/// What to say of a pair without relations: the pair that shares a party with it and has the most.
std::string no_relations(const GraphSource& graph, const Gazetteer& gazetteer, const PartyCode& a,
                         const PartyCode& b) {
    std::map<std::pair<PartyCode, PartyCode>, std::uint64_t> pairs;
    graph.for_each_relation([&](const Relation& relation, const RelationId&) {
        for (const auto& party : {a, b}) {
            if (relation.source == party)
                ++pairs[{party, relation.target}];
            if (relation.target == party)
                ++pairs[{party, relation.source}];
        }
    });
    auto message =
        "the graph has no relations between " + party_name(gazetteer, a) + " and " + party_name(gazetteer, b);
    const auto most = std::ranges::max_element(
        pairs, [](const auto& left, const auto& right) { return left.second < right.second; });
    if (most == pairs.end())
        return message + ", nor of either with any other party";
    return message + "; there are " + std::to_string(most->second) + " between " +
           party_name(gazetteer, most->first.first) + " and " + party_name(gazetteer, most->first.second);
}

void draw(const DrawArguments& arguments) {
    const auto format = image_format(arguments);
    const auto gazetteer = Gazetteer::shipped();
    const auto store = Store::open(arguments.graph, Store::Mode::read_only);
    const StoreSource whole(store);
    DiagramOptions options{.title = arguments.title, .expand = arguments.expand};
    Diagram diagram;
    if (arguments.between.empty()) {
        if (options.title.empty())
            options.title = "Relations";
        diagram = make_diagram(whole, options);
        if (diagram.relations == 0)
            throw Error(arguments.graph + ": the graph has no relations to draw");
    } else {
        const auto a = party_argument(gazetteer, arguments.between[0]);
        const auto b = party_argument(gazetteer, arguments.between[1]);
        if (options.title.empty())
            options.title = party_name(gazetteer, a) + " and " + party_name(gazetteer, b);
        const FilteredSource pair(whole, [&](const Relation& r) { return is_between(r, a, b); });
        diagram = make_diagram(pair, options);
        if (diagram.relations == 0)
            throw Error(no_relations(whole, gazetteer, a, b));
    }
    OutputFile output(arguments.output);
    render_diagram(output.stream(), diagram, format, {.engine = arguments.engine});
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
    command->add_option("--between", arguments->between, "Two parties: what is between them")->expected(2);
    command->add_option("-o,--output", arguments->output,
                        "The picture: a name that ends in .svg, .png, .pdf or .dot");
    command->add_option("--format", arguments->format, "svg, png, pdf or dot, where the name doesn't say");
    command
        ->add_option("--engine", arguments->engine, "Graphviz's layout engine, chosen by size if not given")
        ->check(CLI::IsMember(layout_engines()));
    command->add_option("--title", arguments->title, "What stands above the diagram");
    command->add_flag("--expand", arguments->expand, "One edge a relation, instead of counts");
    command->footer("Example: entente draw -g relations.db --between China Belgium -o china-belgium.svg");
    command->callback([arguments] { draw(*arguments); });
}

} // namespace entente::cli
