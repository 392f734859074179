// SPDX-License-Identifier: Apache-2.0
#include "cli/import_graph.hpp"

#include "cli/open_store.hpp"
#include "graph/error.hpp"
#include "graph/store.hpp"
#include "ingest/rdf/graph_reader.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iostream>
#include <vector>

namespace entente::cli {

namespace {

constexpr std::size_t rows_a_commit = 20000;

/// Puts what is read into the graph file: what was read from a text statement by statement, which leaves an
/// equal one as it is, and the rows of event tables in batches, which leave equal rows out.
class Import {
public:
    explicit Import(Store& store) : store_(store) {}

    void read(const std::string& file) {
        std::ifstream in(file, std::ios::binary);
        if (!in)
            throw InputError({file}, "no such file, or not readable");
        const GraphSink sink{[this](const Actor& actor) { actors_.push_back(actor); },
                             [this](const Statement& statement) { waiting_.push_back(statement); },
                             [this](const Relation& relation) { take(relation); }};
        const NoticeHandler on_notice = [this](const Notice& notice) {
            ++refused_;
            std::cerr << to_string(notice) << '\n';
        };
        if (file.ends_with(".nq"))
            read_graph_nquads(in, file, sink, on_notice);
        else
            read_graph_jsonld(in, file, sink, on_notice);
        finish_statement();
        while (!waiting_.empty())
            put_first({});
    }
    void finish() const {
        std::cerr << store_.counts().relations - before_ << " relations were new";
        if (refused_ > 0)
            std::cerr << ", " << refused_ << " entries refused";
        std::cerr << '\n';
    }
    bool is_clean() const { return refused_ == 0; }

private:
    void take(const Relation& relation) {
        if (relation.evidence.statement != current_) {
            finish_statement();
            current_ = relation.evidence.statement;
        }
        relations_.push_back(relation);
        // A table's rows need not wait for each other.
        if (!relation.coding.dataset.empty() && relations_.size() >= rows_a_commit)
            add_rows();
    }
    void finish_statement() {
        if (relations_.empty())
            return;
        const bool coded =
            std::ranges::any_of(relations_, [](const Relation& r) { return !r.coding.dataset.empty(); });
        const bool waits = std::ranges::find(waiting_, current_, &Statement::id) != waiting_.end();
        if (coded || current_.empty() || (!waits && store_.find_statement(current_)))
            return add_rows();
        while (!waiting_.empty() && waiting_.front().id != current_)
            put_first({});
        if (waiting_.empty())
            waiting_.push_back(bare_statement());
        put_first(std::move(relations_));
        relations_.clear();
    }
    /// What stands for a statement that the input names and does not describe.
    Statement bare_statement() const {
        Statement statement;
        statement.id = current_;
        return statement;
    }
    /// Statements go in by the order in which they were read, those without relations too.
    void put_first(std::vector<Relation> relations) {
        const auto statement = std::move(waiting_.front());
        waiting_.pop_front();
        // One that the graph has with relations, and whose relations come later or never, is not taken them
        // away.
        if (relations.empty() && store_.find_statement(statement.id))
            return;
        store_.put(statement, relations, actors_);
        actors_.clear();
    }
    void add_rows() {
        auto batch = store_.batch();
        for (const auto& actor : actors_)
            batch.add(actor);
        actors_.clear();
        while (!waiting_.empty()) {
            const auto statement = std::move(waiting_.front());
            waiting_.pop_front();
            batch.add(statement);
            if (statement.id == current_)
                break;
        }
        if (!current_.empty())
            batch.add(bare_statement());
        for (const auto& relation : relations_)
            batch.add(relation);
        batch.commit();
        relations_.clear();
    }

    Store& store_;
    std::uint64_t before_ = store_.counts().relations;
    std::vector<Actor> actors_;
    std::deque<Statement> waiting_;
    std::string current_;
    std::vector<Relation> relations_;
    std::uint64_t refused_ = 0;
};

} // namespace

bool is_exported_graph(const std::string& file) {
    return file.ends_with(".jsonld") || file.ends_with(".ndjsonld") || file.ends_with(".nq");
}

std::vector<std::string> take_exported_graphs(std::vector<std::string>& files) {
    std::vector<std::string> graphs;
    std::erase_if(files, [&](const std::string& file) {
        if (is_exported_graph(file))
            graphs.push_back(file);
        return is_exported_graph(file);
    });
    return graphs;
}

bool import_graphs(const std::string& graph, const std::vector<std::string>& files) {
    auto store = open_to_write(graph);
    Import import(store);
    for (const auto& file : files)
        import.read(file);
    import.finish();
    return import.is_clean();
}

} // namespace entente::cli
