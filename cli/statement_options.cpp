// SPDX-License-Identifier: Apache-2.0
#include "cli/statement_options.hpp"

#include "cli/command_line.hpp"
#include "cli/conllu_documents.hpp"
#include "cli/progress.hpp"
#include "graph/error.hpp"

#include <iostream>
#include <utility>

namespace entente::cli {

namespace {

ReadOptions read_options(const StatementOptions& options) {
    ReadOptions read;
    if (!options.from.empty() && options.from != "conllu") {
        read.format = parse_format(options.from);
        if (!read.format)
            throw UsageError("--from: expected text, markdown, html, json, ndjson or conllu, found " +
                             entente::quoted(options.from));
    }
    if (!options.date.empty()) {
        read.date = parse_date(options.date);
        if (!read.date)
            throw UsageError("--date: expected a day as YYYY-MM-DD, found " + entente::quoted(options.date));
    }
    read.publisher = options.publisher;
    return read;
}

/// An error's message names the place already.
void refuse(const NoticeHandler& on_notice, const InputError& error) {
    Notice notice;
    notice.severity = Severity::refused;
    notice.message = error.what();
    on_notice(notice);
}

/// Statements that were parsed elsewhere: one a document of a CoNLL-U file.
void extract_conllu(const Extractor& extractor, const std::string& file, const ReadOptions& read,
                    const NoticeHandler& on_notice, const std::function<void(CodedStatement&&)>& sink) {
    const auto on_bad = [&](const InputError& error) { refuse(on_notice, error); };
    read_conllu_documents(file, on_bad, [&](ud::Document&& document) {
        Statement statement;
        statement.id = document.id.empty() ? file : document.id;
        statement.publisher = read.publisher;
        statement.date = read.date;
        statement.text = std::move(document.text);
        sink(extractor.extract(std::move(statement), document.sentences));
    });
}

} // namespace

void add_statement_options(const Command& command, StatementOptions& options) {
    command.add_option("FILE", options.files, "Statements: files, folders, archives, or - for standard input")
        .required();
    command.add_option("--from", options.from,
                       "text, markdown, html, json, ndjson or conllu; else recognised");
    command.add_option("--date", options.date, "YYYY-MM-DD, for statements without a date");
    command.add_option("--publisher", options.publisher, "for statements that name no publisher");
    command.add_option("--actors", options.actors, "a file of further actors").type_name("FILE");
    command.add_option("--frames", options.frames, "a file of further frames").type_name("FILE");
    command.add_option("--context-terms", options.context_terms, "a file of further context terms")
        .type_name("FILE");
    command.add_option("--threads", options.threads, "how many to use; 0, the default, is one a core");
}

Extractor load_extractor(const StatementOptions& options) {
    Extractor::Options data;
    data.actors.assign(options.actors.begin(), options.actors.end());
    data.frames.assign(options.frames.begin(), options.frames.end());
    data.context_terms.assign(options.context_terms.begin(), options.context_terms.end());
    return Extractor::load(data);
}

void extract_files(const Extractor& extractor, const StatementOptions& options, Outcome& outcome,
                   const std::function<void(CodedStatement&&)>& sink) {
    const ReadOptions read = read_options(options);
    Progress progress("statements");
    std::uint64_t done = 0;
    const auto tell = [&](const Notice& notice) {
        progress.clear();
        std::cerr << "entente: " << to_string(notice) << '\n';
        if (notice.severity == Severity::refused)
            outcome.status = ExitStatus::some_refused;
    };
    const auto count = [&](CodedStatement&& coded) {
        for (const std::string& notice : coded.notices)
            tell(Notice{Severity::warning, Place{coded.statement.id, 0, 0}, notice});
        sink(std::move(coded));
        progress.show(++done);
    };
    ExtractionQueue queue(extractor, options.threads, count);
    for (const std::string& file : options.files) {
        try {
            if (options.from == "conllu")
                extract_conllu(extractor, file, read, tell, count);
            else
                read_statements(
                    file, read, [&](Statement&& statement) { queue.add(std::move(statement)); }, tell);
        } catch (const InputError& error) { // the other files are still good
            refuse(tell, error);
        }
    }
    queue.finish();
}

} // namespace entente::cli
