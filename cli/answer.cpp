// SPDX-License-Identifier: Apache-2.0
#include "cli/answer.hpp"

#include "cli/pager.hpp"
#include "graph/cypher/value_text.hpp"
#include "graph/error.hpp"

#include <ostream>

namespace entente::cli {

namespace {

void check(const std::ostream& out) {
    if (!out)
        throw OutputError("the answer can't be written: standard output takes no more");
}

class JsonAnswer final : public Answer {
public:
    JsonAnswer(std::ostream& out, const cypher::Graph& graph, bool is_lines)
        : out_(out), graph_(graph), is_lines_(is_lines) {}

    void begin(const std::vector<std::string>& columns) override {
        for (const auto& column : columns) {
            std::string key;
            cypher::append_json_string(key, column);
            keys_.push_back(key + ':');
        }
        if (!is_lines_)
            out_ << '[';
    }

    void add(std::span<const cypher::Value> row) override {
        line_ = is_lines_ ? "{" : has_rows_ ? ",\n{" : "\n{";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line_ += i > 0 ? "," : "";
            line_ += keys_[i];
            cypher::append_json(line_, row[i], graph_);
        }
        line_ += is_lines_ ? "}\n" : "}";
        has_rows_ = true;
        out_ << line_;
        check(out_);
    }

    void end() override {
        if (!is_lines_)
            out_ << (has_rows_ ? "\n]\n" : "]\n");
        out_.flush();
        check(out_);
    }

private:
    std::ostream& out_;
    const cypher::Graph& graph_;
    bool is_lines_;
    bool has_rows_ = false;
    std::vector<std::string> keys_;
    std::string line_;
};

class TableAnswer final : public Answer {
public:
    TableAnswer(const cypher::Graph& graph, TableFormat format) : graph_(graph), format_(format) {}

    void begin(const std::vector<std::string>& columns) override {
        for (const auto& column : columns)
            columns_.push_back({column, true});
        has_value_.assign(columns.size(), false);
    }

    void add(std::span<const cypher::Value> row) override {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < row.size(); ++i) {
            texts.push_back(cypher::to_text(row[i], graph_));
            has_value_[i] = has_value_[i] || !row[i].is_null();
            columns_[i].is_number = columns_[i].is_number && (row[i].is_null() || row[i].is_number());
        }
        rows_.push_back(std::move(texts));
    }

    void end() override {
        // A column without a value has no numbers either.
        for (std::size_t i = 0; i < columns_.size(); ++i)
            columns_[i].is_number = columns_[i].is_number && has_value_[i];
        Table table(columns_);
        for (auto& row : rows_)
            table.add_row(std::move(row));
        show_table(table, format_);
    }

private:
    const cypher::Graph& graph_;
    TableFormat format_;
    std::vector<Column> columns_;
    std::vector<bool> has_value_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace

std::unique_ptr<Answer> make_answer(std::ostream& out, const cypher::Graph& graph, TableFormat format) {
    if (format == TableFormat::json || format == TableFormat::ndjson)
        return std::make_unique<JsonAnswer>(out, graph, format == TableFormat::ndjson);
    return std::make_unique<TableAnswer>(graph, format);
}

} // namespace entente::cli
