// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/statement_options.hpp"
#include "cli/table.hpp"
#include "export/record.hpp"
#include "graph/error.hpp"
#include "graph/one_a_day.hpp"

#include <iostream>
#include <memory>
#include <string>

namespace entente::cli {

namespace {

struct Options {
    StatementOptions statements;
    std::string format = "table";
    double confidence = 0;
    bool one_a_day = false;
};

/// Writes relations as they come; those of a table and of Markdown at the end.
class RelationOutput {
public:
    RelationOutput(TableFormat format, NameOf name_of) : format_(format), name_of_(std::move(name_of)) {
        if (format_ == TableFormat::csv)
            write_csv_header(std::cout);
        else if (format_ == TableFormat::tsv)
            write_tsv_header(std::cout);
    }

    void add(const Relation& relation) {
        switch (format_) {
        case TableFormat::csv:
            return write_csv_record(std::cout, relation, name_of_);
        case TableFormat::tsv:
            return write_tsv_record(std::cout, relation, name_of_);
        case TableFormat::json:
            std::cout << (count_++ == 0 ? "[\n  " : ",\n  ") << to_record(relation, name_of_);
            return;
        case TableFormat::ndjson:
            std::cout << to_record(relation, name_of_) << '\n';
            return;
        case TableFormat::table:
        case TableFormat::markdown:
            return add_row(relation);
        }
    }

    void finish() {
        if (format_ == TableFormat::table || format_ == TableFormat::markdown)
            write_table(std::cout, table_, format_, terminal_width());
        else if (format_ == TableFormat::json)
            std::cout << (count_ == 0 ? "[\n]\n" : "\n]\n");
        std::cout.flush();
        if (!std::cout)
            throw OutputError("standard output takes no more");
    }

private:
    void add_row(const Relation& relation) {
        table_.add_row({relation.date ? to_string(*relation.date) : "", name_of_(relation.source),
                        std::string(plover::to_string(relation.type)), name_of_(relation.target),
                        std::string(to_string(relation.modality)), relation.evidence.text});
    }

    TableFormat format_;
    NameOf name_of_;
    std::size_t count_ = 0;
    Table table_{{{"DATE"}, {"SOURCE"}, {"TYPE"}, {"TARGET"}, {"MODALITY"}, {"EVIDENCE"}}};
};

void run(const Options& options, Outcome& outcome) {
    const Extractor extractor = load_extractor(options.statements);
    RelationOutput output(*parse_table_format(options.format), [&](const PartyCode& code) {
        const Party* party = extractor.gazetteer().party(code);
        return party == nullptr ? code.text() : std::string(party->name);
    });
    OneADay filter;
    extract_files(extractor, options.statements, outcome, [&](CodedStatement&& coded) {
        for (const Relation& relation : coded.relations)
            if (relation.confidence >= options.confidence &&
                (!options.one_a_day || filter.is_first(relation)))
                output.add(relation);
    });
    output.finish();
}

} // namespace

void add_extract(const Command& app, Outcome& outcome) {
    auto options = std::make_shared<Options>();
    const Command command = app.add_subcommand("extract", "Statements in, relations out; nothing is stored");
    add_statement_options(command, options->statements);
    command.add_option("--format", options->format, "table, csv, tsv, json, ndjson or markdown")
        .one_of({"table", "csv", "tsv", "json", "ndjson", "markdown"})
        .show_default();
    command.add_option("--confidence", options->confidence, "leave out relations below this, from 0 to 1")
        .between(0.0, 1.0);
    command.add_flag("--one-a-day", options->one_a_day,
                     "of relations of one code between two parties on one day, the first alone");
    command.footer("Example: entente extract --format ndjson examples/statements/*");
    command.callback([options, &outcome] { run(*options, outcome); });
}

} // namespace entente::cli
