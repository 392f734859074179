// SPDX-License-Identifier: Apache-2.0
#include "export/panel.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "export/store_source.hpp"
#include "graph/error.hpp"

#include <iostream>
#include <memory>

namespace entente::cli {

namespace {

struct PanelArguments {
    std::string graph;
    std::string by = "month";
    std::string codes;
    std::string format = "csv";
    std::string since;
    std::string until;
    std::string output;
    bool undirected = false;
    bool zeros = false;
    bool one_a_day = false;
};

std::optional<Date> day_argument(const std::string& option, const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const auto day = parse_date(text);
    if (!day)
        throw UsageError(option + ": expected a day such as 2020-04-02, found " + entente::quoted(text));
    return day;
}

PanelOptions panel_options(const PanelArguments& arguments) {
    PanelOptions options;
    options.by = *parse_panel_period(arguments.by);
    options.is_directed = !arguments.undirected;
    if (!arguments.codes.empty())
        options.codes = parse_country_scheme(arguments.codes);
    options.has_zero_rows = arguments.zeros;
    options.one_a_day = arguments.one_a_day;
    options.separator = arguments.format == "tsv" ? '\t' : ',';
    options.since = day_argument("--since", arguments.since);
    options.until = day_argument("--until", arguments.until);
    return options;
}

void warn(const PanelReport& report, const std::string& codes) {
    if (report.undated != 0)
        std::cerr << "entente: " << report.undated << " relations without a date are not in the panel\n";
    for (const auto& [party, rows] : report.without_code)
        std::cerr << "entente: warning: " << party << " has no " << codes << " code at that time, in " << rows
                  << (rows == 1 ? " row\n" : " rows\n");
}

void write(const PanelArguments& arguments) {
    const PanelOptions options = panel_options(arguments);
    const auto store = Store::open(arguments.graph, Store::Mode::read_only);
    OutputFile output(arguments.output);
    const PanelReport report = write_panel(output.stream(), StoreSource(store), options);
    output.commit();
    warn(report, arguments.codes);
}

} // namespace

void add_panel(const Command& app, Outcome&) {
    const Command command =
        app.add_subcommand("panel", "Count relations by pair and period, for R, Python and Stata");
    auto arguments = std::make_shared<PanelArguments>();
    command.add_option("-g,--graph", arguments->graph, "The graph file").required();
    command.add_option("--by", arguments->by, "day, week, month, quarter or year")
        .one_of({"day", "week", "month", "quarter", "year"});
    command
        .add_option("--codes", arguments->codes, "How countries are written: iso3, cow, gw, cameo, fips ...")
        .one_of({"iso3", "iso2", "cow", "cow_abbreviation", "gw", "fips", "cameo"});
    command.add_flag("--undirected", arguments->undirected, "One row a pair, whoever acts");
    command.add_flag("--zeros", arguments->zeros, "Rows for periods without relations too");
    command.add_flag("--one-a-day", arguments->one_a_day,
                     "Of relations of one code between two parties on one day, count one");
    command.add_option("--since", arguments->since, "The first day");
    command.add_option("--until", arguments->until, "The last day");
    command.add_option("--format", arguments->format, "csv or tsv").one_of({"csv", "tsv"});
    command.add_option("-o,--output", arguments->output, "A file, instead of standard output");
    command.footer("Example: entente panel -g relations.db --by month --codes cow -o panel.csv");
    command.callback([arguments] { write(*arguments); });
}

} // namespace entente::cli
