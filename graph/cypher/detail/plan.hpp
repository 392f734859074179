// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_PLAN_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_PLAN_HPP

#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/names.hpp"
#include "graph/cypher/detail/operator.hpp"
#include "graph/cypher/query.hpp"

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace entente::cypher::detail {

/// A plan as it grows: its steps, how they are shown, and how many rows are expected so far.
class Plan {
public:
    explicit Plan(std::size_t depth = 0) : depth_(depth) {}

    template<class Step, class... Arguments>
    Step& append(std::string text, Arguments&&... arguments) {
        Step& step = pipeline->append<Step>(std::forward<Arguments>(arguments)...);
        lines.push_back({{depth_, std::move(text), rows, 0}, &step});
        return step;
    }

    struct Line {
        PlanStep step;
        /// nullptr for a heading.
        const Operator* source;
    };

    Pipeline* pipeline = nullptr;
    std::vector<Line> lines;
    double rows = 1;

    void indent() noexcept { ++depth_; }
    void dedent() noexcept { --depth_; }

private:
    std::size_t depth_;
};

/// Plans MATCH: adds to the plan the steps that find the patterns under the condition, which may be nullptr,
/// and to the scope their variables. `needed` is what is read later; what else a pattern
/// names is found only as far as the number of rows asks for it.
///
/// It starts from what is bound or has a code, takes the relationship next that gives the fewest rows, and
/// applies each part of the condition as soon as its variables are there.
void plan_match(Compiler& compiler, Plan& plan, Scope& scope, const std::vector<ast::PatternPart>& patterns,
                const ast::Expression* where, const Needed& needed);

/// Plans WITH or RETURN, but for its WHERE; the scope becomes what it projects. The names of its columns, in
/// their order, with their slots.
using Columns = std::vector<std::pair<std::string, std::uint32_t>>;
Columns plan_projection(Compiler& compiler, Plan& plan, Scope& scope, const ast::Clause& clause);

/// Plans the clauses of a query up to RETURN.
Columns plan_query(Compiler& compiler, Plan& plan, const ast::SingleQuery& query);

} // namespace entente::cypher::detail

#endif
