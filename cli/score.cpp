// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/score.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>

namespace entente::cli {

namespace {

struct ScoreOptions {
    std::string predictions;
    std::vector<std::string> gold;
    std::string by = "type";
    bool misses = false;
};

using Row = std::pair<std::string, Tally>;

void print_row(std::string_view label, const Tally& tally) {
    std::cout << fmt::format("{:<44} {:6.3f} {:6.3f} {:6.3f}\n", label, precision(tally), recall(tally),
                             f1(tally));
}

void print_breakdown(std::vector<Row> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.second.gold > b.second.gold; });
    std::size_t width = 10;
    for (const Row& row : rows)
        width = std::max(width, row.first.size());
    for (const auto& [label, tally] : rows) {
        std::cout << fmt::format("  {:<{}} gold {:4}  predicted {:4}  P {:.2f}  R {:.2f}\n", label, width,
                                 tally.gold, tally.predicted, precision(tally), recall(tally));
    }
}

std::vector<Row> rows_by_type(const Score& score) {
    std::vector<Row> rows;
    for (const plover::EventType type : plover::event_types()) {
        const Tally& tally = score.by_type[static_cast<std::size_t>(type)];
        if (tally != Tally{})
            rows.emplace_back(to_string(type), tally);
    }
    return rows;
}

std::vector<Row> rows_by_party(const Score& score) {
    std::vector<Row> rows;
    for (const auto& [party, tally] : score.by_party)
        rows.emplace_back(party.text(), tally);
    return rows;
}

void print_statements(const Score& score, const ScoreOptions& options) {
    std::cout << fmt::format("{:<44} {:>6} {:>6} {:>6}\n", "", "P", "R", "F1");
    print_row("relation (source, type, target, evidence)", score.relations);
    print_row("relation set of a document", score.relation_sets);
    print_row("pair of actors of a document", score.pairs);
    print_row("contexts of matched relations", score.contexts);
    const Tally modality{score.relations.matched, score.relations.matched, score.right_modality};
    std::cout << fmt::format("{:<44} {:6.3f}\n", "modality right, of matched relations", recall(modality));
    std::cout << fmt::format("gold {}  predicted {}  matched {}\n", score.relations.gold,
                             score.relations.predicted, score.relations.matched);
    print_breakdown(options.by == "actor" ? rows_by_party(score) : rows_by_type(score));
}

void print_sentences(const SentenceScore& score) {
    const auto share = [&](std::size_t part) {
        return static_cast<double>(part) / static_cast<double>(score.sentences);
    };
    std::cout << fmt::format(
        "PLOVER records {}: coded at all {:.3f}, right type {:.3f}, right type and source {:.3f}, "
        "relations a record {:.2f}\n",
        score.sentences, share(score.coded), share(score.right_type), share(score.right_type_and_source),
        share(score.predicted));
}

void print_misses(const std::vector<Miss>& misses) {
    for (const Miss& miss : misses) {
        std::string text = miss.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        std::cout << fmt::format("{:<8} {}  {} {} {}  | {}\n",
                                 miss.kind == Miss::Kind::missed ? "MISSED" : "INVENTED", miss.statement,
                                 miss.relation.source.text(), to_string(miss.relation.type),
                                 miss.relation.target.text(), text);
    }
}

Predictions load_predictions(const std::string& path, Outcome& outcome) {
    const auto on_bad_line = [&](const InputError& error) {
        std::cerr << error.what() << '\n';
        outcome.status = ExitStatus::some_refused;
    };
    if (path == "-")
        return read_predictions(std::cin, "standard input", on_bad_line);
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw InputError({path}, std::generic_category().message(errno));
    return read_predictions(in, path, on_bad_line);
}

/// Says how many documents have predictions and no annotations.
void report_others(const Gold& gold, Predictions predictions) {
    for (const AnnotatedStatement& annotated : gold.statements)
        predictions.erase(annotated.statement.id);
    for (const CodedSentence& sentence : gold.sentences)
        predictions.erase(sentence.id);
    if (!predictions.empty()) {
        std::cerr << fmt::format("predictions for {} document{} without annotations are left out\n",
                                 predictions.size(), predictions.size() == 1 ? "" : "s");
    }
}

void run_score(const ScoreOptions& options, Outcome& outcome) {
    Gold gold;
    for (const std::string& path : options.gold)
        read_gold(path, gold);
    const Predictions predictions = load_predictions(options.predictions, outcome);
    report_others(gold, predictions);
    if (options.misses)
        return print_misses(find_misses(gold, predictions));
    const Score result = score(gold, predictions);
    if (result.relations.gold > 0)
        print_statements(result, options);
    if (result.sentences.sentences > 0)
        print_sentences(result.sentences);
}

} // namespace

void add_score(const Command& app, Outcome& outcome) {
    const auto options = std::make_shared<ScoreOptions>();
    const Command command = app.add_subcommand("score", "Precision and recall against annotated statements");
    command.add_option("predictions", options->predictions, "Relations as NDJSON, or - for standard input")
        .required();
    command
        .add_option("gold", options->gold,
                    "Annotated statements: a file (.json), a folder, or records (.jsonl)")
        .required();
    command.add_option("--by", options->by, "What to break the figures down by")
        .one_of({"type", "actor"})
        .show_default();
    command.add_flag("--misses", options->misses,
                     "List every relation missed or invented, with its evidence");
    command.footer(
        "Example:\n  entente extract --format ndjson annotated/*.json | entente score - annotated");
    command.callback([options, &outcome] { run_score(*options, outcome); });
}

} // namespace entente::cli
