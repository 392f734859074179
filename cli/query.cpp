// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/query.hpp"
#include "cli/answer.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/query_parameter.hpp"
#include "graph/cypher/as_of_graph.hpp"
#include "graph/cypher/store_graph.hpp"
#include "graph/error.hpp"
#include "graph/snapshot.hpp"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <iostream>
#include <iterator>
#include <memory>

namespace entente::cli {

namespace {

struct QueryArguments {
    std::string graph;
    std::string query;
    std::vector<std::string> parameters;
    std::string as_of;
    std::string format = "table";
    bool explain = false;
    bool profile = false;
    double timeout = 60;
    std::uint64_t max_rows = 0;
    std::size_t max_memory = 1024;
};

std::atomic<bool> interrupted{false};

extern "C" void note_interrupt(int) { interrupted = true; }

/// The day in UTC.
Date today() { return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())}; }

cypher::Options options_of(const QueryArguments& arguments) {
    cypher::Options options;
    options.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(arguments.timeout * 1000));
    if (arguments.max_rows > 0)
        options.max_rows = arguments.max_rows;
    options.max_bytes = arguments.max_memory << 20;
    options.today = today();
    options.stop = &interrupted;
    return options;
}

void write_plan(std::ostream& out, const std::vector<cypher::PlanStep>& plan, bool has_rows) {
    for (const auto& step : plan) {
        out << std::string(2 * step.depth, ' ') << step.text;
        if (step.expected_rows >= 0)
            out << fmt::format("  (about {:.3g})", step.expected_rows);
        if (has_rows && step.expected_rows >= 0)
            out << "  " << step.rows << (step.rows == 1 ? " row" : " rows");
        out << '\n';
    }
}

void write_notes(const cypher::Summary& summary) {
    for (const auto& warning : summary.warnings)
        std::cerr << "entente: " << warning << '\n';
    if (summary.is_cut)
        std::cerr << "entente: there are more rows than the " << summary.rows << " that --max-rows allows\n";
}

void run_query(const QueryArguments& arguments, Outcome& outcome) {
    std::optional<cypher::Query> query;
    cypher::Parameters parameters;
    try {
        const std::string text = arguments.query == "-"
                                     ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                                     : arguments.query;
        query = cypher::Query::parse(text);
        parameters = parse_parameters(arguments.parameters);
    } catch (const InputError& error) {
        std::cerr << "entente: " << error.what() << '\n';
        outcome.status = ExitStatus::usage;
        return;
    }
    std::optional<std::int32_t> as_of;
    if (!arguments.as_of.empty())
        as_of = day_argument("--as-of", arguments.as_of);
    const Store store = Store::open(arguments.graph, Store::Mode::read_only);
    const cypher::StoreGraph now(open_graph(store), &store);
    const cypher::AsOfGraph then(now, as_of.value_or(0));
    const cypher::Graph& graph = as_of ? static_cast<const cypher::Graph&>(then) : now;
    const cypher::Options options = options_of(arguments);
    if (arguments.explain) {
        const auto summary = query->explain(graph, parameters, options);
        write_plan(std::cout, summary.plan, false);
        write_notes(summary);
        return;
    }
    std::signal(SIGINT, note_interrupt);
    const auto answer = make_answer(std::cout, graph, *parse_table_format(arguments.format));
    try {
        const auto summary = query->run(
            graph, parameters, options, [&](const auto& columns) { answer->begin(columns); },
            [&](std::span<const cypher::Value> row) { return answer->add(row), true; });
        answer->end();
        if (arguments.profile)
            write_plan(std::cerr, summary.plan, true);
        write_notes(summary);
    } catch (const cypher::Stopped&) {
        answer->end(); // the rows so far are good
        throw;
    }
}

} // namespace

void add_query(const Command& app, Outcome& outcome) {
    auto arguments = std::make_shared<QueryArguments>();
    const Command command = app.add_subcommand("query", "Asks a graph a question in openCypher.");
    command.add_option("-g,--graph", arguments->graph, "The graph file").required().type_name("FILE");
    command.add_option("query", arguments->query, "The question; - reads it from standard input").required();
    command
        .add_option("--param", arguments->parameters,
                    "A parameter, name=value, that stands for $name; repeatable")
        .type_name("NAME=VALUE")

        .one_at_a_time();
    command.add_option(
        "--as-of", arguments->as_of,
        "As the graph was at the end of this day (YYYY-MM-DD): later relations, those without a "
        "date and offices not held then are left out");
    command.add_option("--format", arguments->format, "table, csv, tsv, json, ndjson or markdown")
        .one_of({"table", "csv", "tsv", "json", "ndjson", "markdown"})
        .show_default();
    command.add_flag("--explain", arguments->explain, "Shows the plan and runs nothing");
    command.add_flag("--profile", arguments->profile,
                     "Shows the plan with the rows of each step, on standard error");
    command.add_option("--timeout", arguments->timeout, "Seconds that it may take; 0 for no limit")
        .show_default()
        .between(0.0, 1e6);
    command.add_option("--max-rows", arguments->max_rows, "Rows that it may give; 0 for no limit")
        .show_default();
    command
        .add_option("--max-memory", arguments->max_memory,
                    "MiB that sorting, grouping and searching may take")
        .show_default()
        .between(std::size_t{1}, std::size_t{1} << 30);
    command.footer("Example:\n  entente query -g relations.db 'MATCH (a:Country)-[r:SUPPORT]->(b:Country "
                   "{code: \"BEL\"})\n"
                   "    RETURN a.name, count(*) AS n ORDER BY n DESC LIMIT 10'");
    command.callback([arguments, &outcome] { run_query(*arguments, outcome); });
}

} // namespace entente::cli
