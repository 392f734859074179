// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_options.hpp"

#include "cli/command_line.hpp"
#include "cli/pager.hpp"
#include "cli/party_argument.hpp"
#include "graph/actor_index.hpp"
#include "graph/error.hpp"
#include "graph/snapshot.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

namespace {

EventTypeSet types_argument(const std::string& text) {
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (const auto type = plover::parse_event_type(upper))
        return {*type};
    if (upper == "COOPERATION")
        return EventTypeSet::cooperation();
    if (upper == "CONFLICT")
        return EventTypeSet::conflict();
    throw UsageError(
        "--type: expected an event type such as SUPPORT, \"cooperation\" or \"conflict\", found " +
        entente::quoted(text));
}

std::uint8_t modality_bit(const std::string& text) {
    if (text == "all")
        return RelationFilter::every_modality;
    const auto modality = parse_modality(text);
    if (!modality)
        throw UsageError(
            "--modality: expected asserted, intended, requested, negated, hypothetical or all, found " +
            entente::quoted(text));
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(*modality));
}

} // namespace

std::int32_t day_argument(const std::string& option, const std::string& text) {
    const auto date = parse_date(text);
    if (!date)
        throw UsageError(option + ": expected a date as YYYY-MM-DD, found " + entente::quoted(text));
    return static_cast<std::int32_t>(std::chrono::sys_days{*date}.time_since_epoch().count());
}

void add_graph_options(const Command& command, GraphOptions& options) {
    command.add_option("-g,--graph", options.graph, "The graph file").required();
    command.add_option("--from", options.from, "Only relations from this day on (YYYY-MM-DD)");
    command.add_option("--to", options.to, "Only relations up to this day (YYYY-MM-DD)");
    command.add_option("--as-of", options.as_of, "As the graph was at the end of this day: the same as --to");
    command.add_option("--type", options.types, "Only these event types, or \"cooperation\" or \"conflict\"")
        .delimiter(',')
        .one_at_a_time();
    command
        .add_option("--context", options.contexts,
                    "Only relations about one of these, such as health or economic")
        .delimiter(',')
        .one_at_a_time();
    command
        .add_option(
            "--modality", options.modalities,
            "Only these: asserted, intended, requested, negated, hypothetical; all but negated if not given")
        .delimiter(',')
        .one_at_a_time();
    command
        .add_option("--min-confidence", options.least_confidence, "Only relations at least so sure, 0 to 1")
        .between(0.0, 1.0);
    command.add_option("--format", options.format, "table, csv, tsv, json, ndjson or markdown")
        .one_of({"table", "csv", "tsv", "json", "ndjson", "markdown"});
}

void add_weight_option(const Command& command, GraphOptions& options) {
    command
        .add_option("--weight", options.weight,
                    "What parallel relations add up to: count, goldstein (their scores) or confidence")
        .one_of({"count", "goldstein", "confidence"});
}

RelationFilter filter_of(const GraphOptions& options) {
    RelationFilter filter;
    if (!options.from.empty())
        filter.first_day = day_argument("--from", options.from);
    if (!options.to.empty())
        filter.last_day = day_argument("--to", options.to);
    if (!options.as_of.empty())
        filter.last_day = std::min(filter.last_day, day_argument("--as-of", options.as_of));
    if (filter.first_day > filter.last_day)
        throw UsageError(options.as_of.empty() ? "--from is after --to" : "--from is after --to or --as-of");
    if (!options.types.empty()) {
        std::uint16_t bits = 0;
        for (const std::string& text : options.types)
            bits = static_cast<std::uint16_t>(bits | types_argument(text).bits());
        filter.types = EventTypeSet(bits);
    }
    for (const std::string& text : options.contexts) {
        const auto context = plover::Context::find(text);
        if (!context)
            throw UsageError("--context: expected a context such as health, found " + entente::quoted(text));
        filter.contexts.insert(*context);
    }
    if (!options.modalities.empty())
        filter.modalities = 0;
    for (const std::string& text : options.modalities)
        filter.modalities = static_cast<std::uint8_t>(filter.modalities | modality_bit(text));
    filter.least_confidence = options.least_confidence;
    return filter;
}

Weighting weighting_of(const GraphOptions& options) { return parse_weighting(options.weight).value(); }

OpenGraph::OpenGraph(const std::string& file)
    : store(Store::open(file, Store::Mode::read_only)), graph(open_graph(store)) {}

RelationGraph::Vertex party_of(const RelationGraph& graph, const std::string& text) {
    const ActorIndex index(graph);
    if (const auto vertex = index.find(text))
        return *vertex;
    // The gazetteer takes longer to load than the graph; it knows what the graph's own names don't.
    const Gazetteer gazetteer = Gazetteer::shipped();
    const auto near = index.nearest(text);
    if (gazetteer.find_party(text) == nullptr && !PartyCode::parse(text) && !near.empty()) {
        std::string message = "no party is called " + entente::quoted(text) + "; nearest in the graph: ";
        for (const auto& each : near)
            message += (&each == &near.front() ? "" : ", ") + each.name + " (" +
                       std::string(graph.code(each.vertex)) + ")";
        throw UsageError(message);
    }
    const PartyCode code = party_argument(gazetteer, text);
    if (const auto vertex = graph.find(code))
        return *vertex;
    throw Error("the graph has no relations of " + text + " (" + code.text() + ")");
}

std::pair<RelationGraph::Vertex, RelationGraph::Vertex> pair_of(const RelationGraph& graph,
                                                                const std::vector<std::string>& texts) {
    const auto a = party_of(graph, texts.at(0));
    const auto b = party_of(graph, texts.at(1));
    if (a == b)
        throw UsageError("expected two different parties, found " + std::string(graph.name(a)) + " twice");
    return {a, b};
}

void write_answer(const Table& table, const GraphOptions& options) {
    show_table(table, parse_table_format(options.format).value());
}

std::string decimal(double number, int decimals) {
    std::string text = fmt::format("{:.{}f}", number, decimals);
    if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos)
        text.erase(0, 1); // no "-0.0"
    return text;
}

} // namespace entente::cli
