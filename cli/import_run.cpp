// SPDX-License-Identifier: Apache-2.0
#include "cli/import_run.hpp"

#include "cli/command_line.hpp"
#include "cli/import_progress.hpp"
#include "cli/open_store.hpp"
#include "cli/output_file.hpp"
#include "graph/error.hpp"
#include "graph/snapshot.hpp"
#include "ingest/statements/statement_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <iterator>
#include <memory>

namespace entente::cli {

namespace {

// A row on one line: its own line ends would make two.
void write_reject(std::ostream& out, const std::string& table, const RejectedRow& row) {
    out << table << '\t' << row.line << '\t' << row.reason << '\t';
    for (const char c : row.text) {
        if (c == '\n')
            out << "\\n";
        else if (c == '\r')
            out << "\\r";
        else
            out << c;
    }
    out << '\n';
}

void print_frequent(std::string_view title, const std::map<std::string, std::uint64_t, std::less<>>& names) {
    constexpr std::size_t shown = 10;
    if (names.empty())
        return;
    std::cout << fmt::format("\nmost frequent of {} {}\n", names.size(), title);
    for (const auto& [name, count] : most_frequent(names, shown)) {
        const std::string text = entente::quoted(name);
        std::cout << fmt::format("{:>12}  {}\n", count, text.substr(1, text.size() - 2));
    }
}

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw InputError({path}, "no such file, or not readable");
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TableOptions table_options(const ImportArguments& arguments) {
    TableOptions options;
    if (!arguments.from.empty()) {
        options.format = parse_table_format(arguments.from);
        if (!options.format || *options.format == TableFormat::mapped)
            throw UsageError("--from: expected a layout such as gdelt2 or icews, found " +
                             entente::quoted(arguments.from));
    }
    if (!arguments.mapping.empty()) {
        options.mapping = read_file(arguments.mapping);
        options.mapping_file = arguments.mapping;
    }
    options.keeps_domestic = arguments.domestic;
    options.threads = arguments.threads;
    return options;
}

std::vector<std::string> all_files(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        for (std::string& file : list_files(path))
            files.push_back(std::move(file));
    }
    return files;
}

std::vector<std::string> take_tables(std::vector<std::string>& paths) {
    std::vector<std::string> tables;
    std::vector<std::string> others;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-" ||
            !std::filesystem::exists(path, error)) { // whoever reads the rest says what is missing
            others.push_back(path);
            continue;
        }
        const auto files = list_files(path);
        const std::size_t before = tables.size();
        std::copy_if(files.begin(), files.end(), std::back_inserter(tables), is_table);
        if (tables.size() == before)
            others.push_back(path);
        else
            std::remove_copy_if(files.begin(), files.end(), std::back_inserter(others), is_table);
    }
    paths = std::move(others);
    return tables;
}

void print_counts(const RowCounts& counts) {
    std::cout << fmt::format("{:>12}  rows read\n", counts.total());
    for (std::size_t i = 0; i < row_outcome_count; ++i) {
        const auto outcome = static_cast<RowOutcome>(i);
        if (counts[outcome] == 0)
            continue;
        const std::string_view what = is_kept(outcome)      ? ""
                                      : is_refused(outcome) ? "refused: "
                                                            : "left out: ";
        const double share =
            100.0 * static_cast<double>(counts[outcome]) / static_cast<double>(counts.total());
        std::cout << fmt::format("{:>12}  {:5.1f} %  {}{}\n", counts[outcome], share, what,
                                 to_string(outcome));
    }
    print_frequent("unknown actors", counts.unknown_actors);
    print_frequent("unknown event codes", counts.unknown_codes);
}

bool import_tables(const ImportArguments& arguments) {
    const TableOptions options = table_options(arguments);
    const auto files = all_files(arguments.files);
    // A new graph file waits for the disk, and meanwhile names are made ready.
    auto opening = std::async(std::launch::async, [&] { return open_to_write(arguments.graph); });
    const Gazetteer gazetteer = Gazetteer::shipped();
    const TableVocabulary vocabulary(gazetteer);
    Store store = opening.get();
    std::unique_ptr<OutputFile> rejects;
    if (!arguments.rejects.empty())
        rejects = std::make_unique<OutputFile>(arguments.rejects);
    ImportProgressLine progress(files);
    ImportHandlers handlers;
    if (rejects) {
        handlers.on_reject = [&](const std::string& table, const RejectedRow& row) {
            write_reject(rejects->stream(), table, row);
        };
    }
    handlers.on_progress = [&](const ImportReport& report, std::uint64_t file_bytes) {
        progress.show(report.rows.total(), file_bytes);
    };
    handlers.is_strict = arguments.strict;
    TableImport import(store, gazetteer, handlers);
    bool is_clean = true;
    for (const std::string& file : files) {
        read_tables(file, options, vocabulary, import, [&](const Notice& notice) {
            progress.clear();
            std::cerr << "entente: " << to_string(notice) << '\n';
            is_clean = is_clean && notice.severity != Severity::refused;
        });
        progress.next_file();
    }
    import.finish();
    progress.clear();
    static_cast<void>(open_graph(store)); // makes the snapshot, so that the first question needs not wait
    if (rejects)
        rejects->commit();
    const ImportReport& report = import.report();
    print_counts(report.rows);
    std::cout << fmt::format("\n{:>12}  relations added\n{:>12}  relations that the graph had\n",
                             report.added, report.repeated);
    if (report.known_tables != 0)
        std::cout << fmt::format("{:>12}  tables read before\n", report.known_tables);
    return is_clean && report.rows.refused() == 0;
}

} // namespace entente::cli
