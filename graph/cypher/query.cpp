// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/query.hpp"

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/group_table.hpp"
#include "graph/cypher/detail/plan.hpp"
#include "graph/cypher/detail/row_operators.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace entente::cypher {

namespace detail {

namespace {

using ast::Clause;

/// Every expression of a clause but those in patterns, WHERE last.
std::vector<const ast::Expression*> expressions_of(const Clause& clause) {
    std::vector<const ast::Expression*> result;
    const auto add = [&](const ast::ExpressionPtr& expression) {
        if (expression != nullptr)
            result.push_back(expression.get());
    };
    for (const ast::ProjectionItem& item : clause.items)
        add(item.expression);
    for (const ast::SortItem& item : clause.order_by)
        add(item.expression);
    add(clause.expression);
    add(clause.where);
    return result;
}

/// Whether a WITH or RETURN makes fewer rows of many and names all that goes on.
bool folds(const Clause& clause) {
    if (clause.type != Clause::Type::with && clause.type != Clause::Type::return_)
        return false;
    return !clause.star && (clause.distinct || std::any_of(clause.items.begin(), clause.items.end(),
                                                           [](const ast::ProjectionItem& item) {
                                                               return has_aggregate(*item.expression);
                                                           }));
}

/// What clauses behind `index` read; `*` reads all that the clause itself names.
Needed needed_behind(const std::vector<Clause>& clauses, std::size_t index) {
    Needed needed;
    bool needs_all = false;
    for (std::size_t i = index + 1; i < clauses.size(); ++i) {
        needs_all = needs_all || clauses[i].star;
        for (const ast::PatternPart& part : clauses[i].patterns)
            add_names(part, needed.names);
        for (const ast::Expression* expression : expressions_of(clauses[i]))
            add_names(*expression, needed.names);
    }
    if (needs_all)
        for (const ast::PatternPart& part : clauses[index].patterns)
            add_names(part, needed.names);
    // What lies behind a clause that folds sees only what it projects.
    if (index + 1 < clauses.size() && folds(clauses[index + 1]))
        needed.folding = expressions_of(clauses[index + 1]);
    return needed;
}

void plan_match_clause(Compiler& compiler, Plan& plan, Scope& scope, const std::vector<Clause>& clauses,
                       std::size_t index) {
    const Clause& clause = clauses[index];
    const Needed needed = needed_behind(clauses, index);
    if (!clause.optional) {
        plan_match(compiler, plan, scope, clause.patterns, clause.where.get(), needed);
        return;
    }
    const Scope before = scope;
    const double rows = plan.rows;
    // The slots that the pattern may set are known only when it is planned.
    auto& optional = plan.append<Optional>("Optional");
    Pipeline* outer = std::exchange(plan.pipeline, &optional.inner);
    plan.indent();
    plan_match(compiler, plan, scope, clause.patterns, clause.where.get(), needed);
    plan.dedent();
    plan.pipeline = outer;
    plan.rows = std::max(rows, plan.rows);
    std::vector<std::uint32_t> slots;
    for (const auto& [name, variable] : scope.variables())
        if (before.find(name) == nullptr || before.find(name)->slot != variable.slot)
            slots.push_back(variable.slot);
    optional.close(std::move(slots));
}

} // namespace

Columns plan_query(Compiler& compiler, Plan& plan, const ast::SingleQuery& query) {
    Scope scope;
    Columns columns;
    plan.append<Start>("Start");
    for (std::size_t i = 0; i < query.clauses.size(); ++i) {
        const Clause& clause = query.clauses[i];
        switch (clause.type) {
        case Clause::Type::match:
            plan_match_clause(compiler, plan, scope, query.clauses, i);
            break;
        case Clause::Type::unwind: {
            if (scope.find(clause.variable) != nullptr)
                throw InputError(place(clause.at),
                                 "the variable " + quoted(clause.variable) + " is in use already");
            Evaluator list = compiler.compile(*clause.expression, scope);
            const std::uint32_t slot = compiler.new_slot();
            scope.add(clause.variable, {slot, Shape::any});
            plan.rows *= 10;
            plan.append<Unwind>("Unwind " + clause.variable, std::move(list), slot);
            break;
        }
        default:
            columns = plan_projection(compiler, plan, scope, clause);
        }
    }
    return columns;
}

namespace {

/// A query with everything that running it takes.
struct Prepared {
    Prepared(const ast::Query& query, const Graph& graph, const Parameters& parameters,
             const Options& options)
        : compiler(graph, parameters, options) {
        check_unions(query);
        for (std::size_t i = 0; i < query.parts.size(); ++i) {
            Plan plan(query.parts.size() > 1 ? 1 : 0);
            plan.pipeline = &pipelines.emplace_back();
            columns.push_back(plan_query(compiler, plan, query.parts[i]));
            if (i > 0)
                check_columns(query.parts[i]);
            if (query.parts.size() > 1)
                lines.push_back({{0,
                                  i == 0                   ? "First"
                                  : query.union_all[i - 1] ? "Union all"
                                                           : "Union",
                                  -1, 0},
                                 nullptr});
            lines.insert(lines.end(), plan.lines.begin(), plan.lines.end());
        }
    }

    static void check_unions(const ast::Query& query) {
        for (std::size_t i = 1; i < query.union_all.size(); ++i)
            if (query.union_all[i] != query.union_all[0])
                throw InputError(place(query.parts[i + 1].at), "UNION and UNION ALL can't be mixed");
    }

    void check_columns(const ast::SingleQuery& part) const {
        const auto has_same_name = [](const auto& a, const auto& b) { return a.first == b.first; };
        if (!std::equal(columns.back().begin(), columns.back().end(), columns.front().begin(),
                        columns.front().end(), has_same_name))
            throw InputError(place(part.at),
                             "the parts of a UNION return columns of the same names in the same order");
    }

    std::vector<PlanStep> steps() const {
        std::vector<PlanStep> result;
        for (const Plan::Line& line : lines) {
            result.push_back(line.step);
            result.back().rows = line.source == nullptr ? 0 : line.source->rows();
        }
        return result;
    }

    Compiler compiler;
    std::deque<Pipeline> pipelines;
    std::vector<Columns> columns;
    std::vector<Plan::Line> lines;
};

std::vector<std::uint32_t> slots_of(const Columns& columns) {
    std::vector<std::uint32_t> slots;
    for (const auto& [name, slot] : columns)
        slots.push_back(slot);
    return slots;
}

} // namespace

} // namespace detail

Query::Query(std::unique_ptr<const ast::Query> query) : query_(std::move(query)) {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

Query Query::parse(std::string_view text) { return Query(std::make_unique<ast::Query>(parse_query(text))); }

Summary Query::explain(const Graph& graph, const Parameters& parameters, const Options& options) const {
    const detail::Prepared prepared(*query_, graph, parameters, options);
    Summary summary;
    summary.warnings = prepared.compiler.warnings;
    summary.plan = prepared.steps();
    return summary;
}

Summary Query::run(const Graph& graph, const Parameters& parameters, const Options& options,
                   const ColumnsVisitor& columns, const RowVisitor& row) const {
    detail::Prepared prepared(*query_, graph, parameters, options);
    Summary summary;
    detail::GroupTable seen(prepared.columns.front().size());
    const bool is_distinct = !query_->union_all.empty() && !query_->union_all.front();
    bool goes_on = true;
    const auto visit = [&](detail::Runtime& runtime, std::span<const Value> values) {
        if (is_distinct && !seen.add(values, runtime).is_new)
            return true;
        summary.is_cut = summary.rows == options.max_rows;
        goes_on = !summary.is_cut && row(values);
        summary.rows += summary.is_cut ? 0 : 1;
        return goes_on;
    };
    std::vector<std::string> names;
    for (const auto& [name, slot] : prepared.columns.front())
        names.push_back(name);
    columns(names);
    detail::Runtime runtime(graph, options, prepared.compiler.slot_count());
    for (std::size_t i = 0; i < prepared.pipelines.size() && goes_on; ++i) {
        prepared.pipelines[i].append<detail::Sink>(detail::slots_of(prepared.columns[i]), visit);
        prepared.pipelines[i].run(runtime);
    }
    summary.warnings = prepared.compiler.warnings;
    summary.plan = prepared.steps();
    return summary;
}

} // namespace entente::cypher
