// SPDX-License-Identifier: Apache-2.0
#include "cli/import_run.hpp"

#include "graph/error.hpp"
#include "ingest/statements/statement_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>

namespace entente::cli {

namespace {

constexpr std::size_t shown_rows = 10;

std::string side(const PartyCode& party, const std::string& actor, const std::string& sector) {
    std::string text = party.text();
    if (!actor.empty())
        text += " (" + actor + ')';
    if (!sector.empty())
        text += " [" + sector + ']';
    return text;
}

std::string mapped(const Relation& relation) {
    return fmt::format(
        "{}{}  {} {}{}{} {}", relation.date ? to_string(*relation.date) : "no date",
        relation.date_end ? ".." + to_string(*relation.date_end) : "",
        side(relation.source, relation.source_actor, relation.coding.source_sector), to_string(relation.type),
        relation.mode ? "/" + std::string(relation.mode->name()) : "", relation.symmetric ? " <->" : " ->",
        side(relation.target, relation.target_actor, relation.coding.target_sector));
}

// Shows the first rows of each table beside what they become, and counts all of them.
class Preview : public TableSink {
public:
    explicit Preview(const std::map<std::string, std::vector<std::string>>& lines) : lines_(&lines) {}

    TablePosition begin(const TableInfo& table) override {
        std::cout << fmt::format("{}: {}\n", table.name, table.dataset);
        shown_ = 0;
        return {};
    }

    void take(const TableInfo& table, MappedRows& rows, const TablePosition&, std::uint64_t) override {
        counts_.add(rows.counts());
        std::multimap<std::uint32_t, std::string> outcomes;
        const auto relations = rows.relations();
        for (std::size_t i = 0; i < std::min(relations.size(), shown_rows); ++i)
            outcomes.emplace(relations[i].evidence.sentence, mapped(relations[i]));
        const auto& rejected = rows.rejected();
        for (std::size_t i = 0; i < std::min(rejected.size(), shown_rows); ++i)
            outcomes.emplace(rejected[i].line, "refused because: " + rejected[i].reason);
        for (const LeftOutRow& row : rows.left_out())
            outcomes.emplace(row.line, (is_kept(row.outcome) ? "" : "left out because: ") + row.reason);
        for (const auto& [line, outcome] : outcomes) {
            if (shown_ == shown_rows)
                break;
            std::cout << fmt::format("{:>8}  {}\n          => {}\n", line, source_line(table, line), outcome);
            ++shown_;
        }
    }

    const RowCounts& counts() const { return counts_; }

private:
    std::string source_line(const TableInfo& table, std::uint32_t line) const {
        const auto found = lines_->find(table.name);
        if (found == lines_->end() || line == 0 || line > found->second.size())
            return "...";
        constexpr std::size_t longest = 160;
        std::string text = found->second[line - 1].substr(0, longest);
        std::replace(text.begin(), text.end(), '\t', '|');
        return text;
    }

    const std::map<std::string, std::vector<std::string>>* lines_;
    RowCounts counts_;
    std::size_t shown_ = 0;
};

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return lines;
}

} // namespace

bool preview_tables(const ImportArguments& arguments) {
    TableOptions options = table_options(arguments);
    options.most_left_out = shown_rows;
    const Gazetteer gazetteer = Gazetteer::shipped();
    const TableVocabulary vocabulary(gazetteer);
    std::map<std::string, std::vector<std::string>> lines;
    Preview preview(lines);
    bool is_clean = true;
    for (const std::string& file : all_files(arguments.files)) {
        for (const auto& [name, start] : first_lines(file))
            lines[name] = split_lines(start);
        read_tables(file, options, vocabulary, preview, [&](const Notice& notice) {
            std::cerr << "entente: " << to_string(notice) << '\n';
            is_clean = is_clean && notice.severity != Severity::refused;
        });
        lines.clear();
    }
    std::cout << '\n';
    print_counts(preview.counts());
    return is_clean && preview.counts().refused() == 0;
}

} // namespace entente::cli
