// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/aggregate.hpp"
#include "graph/cypher/detail/plan.hpp"
#include "graph/cypher/detail/row_operators.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace entente::cypher::detail {

using ast::Clause;
using ast::Expression;
using ast::Op;

namespace {

/// Plans one WITH or RETURN.
class ProjectionPlanner {
public:
    ProjectionPlanner(Compiler& compiler, Plan& plan, Scope& scope, const Clause& clause)
        : compiler_(compiler), plan_(plan), scope_(scope), clause_(clause) {}

    Columns run() {
        collect_items();
        const bool aggregates = std::any_of(items_.begin(), items_.end(),
                                            [](const Item& item) { return has_aggregate(*item.expression); });
        // Where nothing is folded, ORDER BY sees the variables from before as well.
        Scope before = scope_;
        if (aggregates)
            before = aggregate();
        else
            project();
        for (const Item& item : items_)
            out_.add(item.name, {item.slot, item.shape});
        if (clause_.distinct) {
            plan_.rows *= 0.5;
            plan_.append<Distinct>("Distinct", slots());
        }
        order_and_cut(aggregates || !clause_.distinct ? before : Scope());
        const bool is_untouched = !aggregates && !clause_.distinct && clause_.order_by.empty();
        if (clause_.where != nullptr)
            filter(is_untouched ? before : Scope());
        scope_ = std::move(out_);
        Columns columns;
        for (const Item& item : items_)
            columns.emplace_back(item.name, item.slot);
        return columns;
    }

private:
    struct Item {
        const Expression* expression;
        std::string name;
        std::uint32_t slot = 0;
        Shape shape = Shape::any;
    };

    void collect_items() {
        if (clause_.star)
            for (const auto& [name, variable] : scope_.variables())
                if (name.front() != ' ')
                    items_.push_back({own(name), name, 0, Shape::any});
        if (clause_.star && items_.empty())
            throw InputError(place(clause_.at), "there are no variables that * could stand for");
        for (const ast::ProjectionItem& item : clause_.items) {
            if (clause_.type == Clause::Type::with && !item.has_alias && item.expression->op != Op::variable)
                throw InputError(place(item.expression->at),
                                 "an expression in WITH needs a name: " + item.name + " AS name");
            items_.push_back({item.expression.get(), item.name, 0, Shape::any});
        }
        for (auto item = items_.begin(); item != items_.end(); ++item)
            if (std::any_of(items_.begin(), item,
                            [&](const Item& other) { return other.name == item->name; }))
                throw InputError(place(item->expression->at),
                                 "the column " + quoted(item->name) +
                                     " comes twice: give one of them another name with AS");
    }

    const Expression* own(const std::string& variable) {
        own_.push_back(std::make_unique<Expression>(Op::variable, clause_.at));
        own_.back()->text = variable;
        return own_.back().get();
    }

    std::vector<std::uint32_t> slots() const {
        std::vector<std::uint32_t> result;
        for (const Item& item : items_)
            result.push_back(item.slot);
        return result;
    }

    /// A variable keeps its slot; everything else is computed into one.
    void project() {
        std::vector<Project::Item> computed;
        for (Item& item : items_) {
            const Variable* variable =
                item.expression->op == Op::variable ? scope_.find(item.expression->text) : nullptr;
            if (variable != nullptr) {
                item.slot = variable->slot;
                item.shape = variable->shape;
                continue;
            }
            Evaluator evaluator = compiler_.compile(*item.expression, scope_);
            item.slot = compiler_.new_slot();
            computed.push_back({std::move(evaluator), item.slot});
        }
        if (!computed.empty())
            plan_.append<Project>("Project " + names(), std::move(computed));
    }

    std::string names() const {
        std::string text;
        for (const Item& item : items_)
            text += (text.empty() ? "" : ", ") + item.name;
        return text;
    }

    /// Groups by the items without aggregates; the scope that the other items and ORDER BY see.
    Scope aggregate() {
        std::vector<Aggregate::Key> keys;
        std::vector<AggregateCall> calls;
        Scope grouped;
        grouped.is_grouped = true;
        for (Item& item : items_) {
            if (has_aggregate(*item.expression))
                continue;
            item.slot = compiler_.new_slot();
            keys.push_back({compiler_.compile(*item.expression, scope_), item.slot});
            if (item.expression->op == Op::variable) {
                item.shape = scope_.find(item.expression->text)->shape;
                grouped.add(item.expression->text, {item.slot, item.shape});
            } else {
                grouped.add_computed(*item.expression, item.slot);
            }
        }
        for (const Item& item : items_)
            collect_calls(*item.expression, calls, grouped);
        for (const ast::SortItem& item : clause_.order_by)
            collect_calls(*item.expression, calls, grouped);
        plan_.rows = keys.empty() ? 1 : std::max(1.0, plan_.rows * 0.1);
        plan_.append<Aggregate>("Aggregate " + names(), std::move(keys), std::move(calls));
        std::vector<Project::Item> computed;
        for (Item& item : items_) {
            if (!has_aggregate(*item.expression))
                continue;
            if (const auto slot = grouped.find_computed(*item.expression)) {
                item.slot = *slot;
                continue;
            }
            item.slot = compiler_.new_slot();
            computed.push_back({compiler_.compile(*item.expression, grouped), item.slot});
        }
        if (!computed.empty())
            plan_.append<Project>("Project " + names(), std::move(computed));
        return grouped;
    }

    void collect_calls(const Expression& expression, std::vector<AggregateCall>& calls, Scope& grouped) {
        const bool is_call =
            expression.op == Op::count_star || (expression.op == Op::call && is_aggregate(expression.text));
        if (!is_call) {
            for (const ast::ExpressionPtr& child : expression.children)
                if (child != nullptr)
                    collect_calls(*child, calls, grouped);
            return;
        }
        if (grouped.find_computed(expression))
            return;
        AggregateCall call;
        call.at = expression.at;
        call.is_distinct = expression.distinct;
        call.slot = compiler_.new_slot();
        if (expression.op == Op::call) {
            call.function = *find_aggregate(expression.text);
            const bool is_percentile = call.function == AggregateFunction::percentile_cont ||
                                       call.function == AggregateFunction::percentile_disc;
            const std::size_t wanted = is_percentile ? 2 : 1;
            if (expression.children.size() != wanted)
                throw InputError(place(expression.at),
                                 expression.text + "() takes " + std::to_string(wanted) +
                                     (wanted == 1 ? " argument" : " arguments") + ", found " +
                                     std::to_string(expression.children.size()));
            call.argument = compiler_.compile(*expression.children[0], scope_);
            if (is_percentile)
                call.second = compiler_.compile(*expression.children[1], scope_);
        }
        grouped.add_computed(expression, call.slot);
        calls.push_back(std::move(call));
    }

    /// What the clause projects, in front of what was there before.
    Scope sight(Scope before) const {
        for (const auto& [name, variable] : out_.variables())
            before.add(name, variable);
        for (const Item& item : items_)
            before.add_computed(*item.expression, item.slot);
        return before;
    }

    std::uint64_t count_of(const ast::ExpressionPtr& expression, std::uint64_t otherwise) {
        if (expression == nullptr)
            return otherwise;
        if (!names_in(*expression).empty())
            throw InputError(place(expression->at),
                             "expected a number that is the same for all rows, without variables");
        const Value value = compiler_.constant(*expression);
        if (value.kind() != Kind::integer)
            wrong_kind(expression->at, "an integer of 0 or more", value);
        if (value.integer() < 0)
            throw InputError(place(expression->at), "an integer of 0 or more",
                             std::to_string(value.integer()));
        return static_cast<std::uint64_t>(value.integer());
    }

    void order_and_cut(const Scope& before) {
        constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
        const std::uint64_t skip = count_of(clause_.skip, 0);
        const std::uint64_t limit = count_of(clause_.limit, all);
        if (!clause_.order_by.empty()) {
            const Scope scope = sight(before);
            std::vector<Sort::Key> keys;
            for (const ast::SortItem& item : clause_.order_by)
                keys.push_back({compiler_.compile(*item.expression, scope), item.descending});
            const std::uint64_t most = limit > all - skip ? all : skip + limit;
            plan_.append<Sort>(most == all ? "Sort" : "Sort, first " + std::to_string(most), std::move(keys),
                               slots(), most);
        }
        if (skip > 0)
            plan_.append<Skip>("Skip " + std::to_string(skip), skip);
        if (limit != all) {
            plan_.rows = std::min(plan_.rows, static_cast<double>(limit));
            plan_.append<Limit>("Limit " + std::to_string(limit), limit);
        }
    }

    void filter(const Scope& before) {
        auto condition = compiler_.compile_condition(*clause_.where, sight(before));
        plan_.rows *= 0.3;
        plan_.append<Filter>("Filter", std::move(condition));
    }

    Compiler& compiler_;
    Plan& plan_;
    Scope& scope_;
    const Clause& clause_;
    std::vector<Item> items_;
    std::vector<ast::ExpressionPtr> own_;
    Scope out_;
};

} // namespace

Columns plan_projection(Compiler& compiler, Plan& plan, Scope& scope, const Clause& clause) {
    return ProjectionPlanner(compiler, plan, scope, clause).run();
}

} // namespace entente::cypher::detail
