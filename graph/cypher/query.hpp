// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_QUERY_HPP
#define ENTENTE_GRAPH_CYPHER_QUERY_HPP

#include "graph/cypher/graph.hpp"
#include "graph/cypher/options.hpp"
#include "graph/cypher/value.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cypher {

namespace ast {
struct Query;
}

/// The values of `$name`.
using Parameters = std::map<std::string, Value, std::less<>>;

/// One step of a plan.
struct PlanStep {
    /// How far it is inside another step (OPTIONAL MATCH, UNION).
    std::size_t depth = 0;
    /// "Expand (a)-[r:SUPPORT]->(b)".
    std::string text;
    /// How many rows the planner expects; negative where it does not say.
    double expected_rows = -1;
    /// How many rows came out; 0 before a run.
    std::uint64_t rows = 0;
};

/// What a run left besides its rows.
struct Summary {
    std::uint64_t rows = 0;
    /// Whether Options::max_rows left rows out.
    bool is_cut = false;
    /// What the user should know, such as patterns that are not connected.
    std::vector<std::string> warnings;
    std::vector<PlanStep> plan;
};

/// A query that has been read. Equal queries over equal graphs give equal rows in the same order.
class Query {
public:
    /// Throws InputError, with its place in "query", for what is no query.
    static Query parse(std::string_view text);

    Query(Query&&) noexcept;
    Query& operator=(Query&&) noexcept;
    ~Query();

    /// The columns of the answer, known before the first row.
    using ColumnsVisitor = std::function<void(const std::vector<std::string>&)>;
    /// Rows come one by one; values that borrow are good while the graph lives. False ends the run.
    using RowVisitor = std::function<bool(std::span<const Value>)>;

    /// Plans the query and hands the answer over. Throws InputError for what the graph or the parameters rule
    /// out and for values that an operator does not take, Stopped at the end of the time, and Error where
    /// memory would grow beyond the limit.
    Summary run(const Graph& graph, const Parameters& parameters, const Options& options,
                const ColumnsVisitor& columns, const RowVisitor& row) const;

    /// The steps in the order in which rows pass them, without running anything.
    Summary explain(const Graph& graph, const Parameters& parameters, const Options& options) const;

private:
    explicit Query(std::unique_ptr<const ast::Query> query);

    std::unique_ptr<const ast::Query> query_;
};

} // namespace entente::cypher

#endif
