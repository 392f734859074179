// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/match_pattern.hpp"
#include "graph/cypher/detail/pattern_words.hpp"
#include "graph/cypher/detail/plan.hpp"
#include "graph/cypher/detail/row_operators.hpp"
#include "graph/cypher/detail/shortest_path.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::cypher::detail {

using ast::Expression;
using ast::Op;

namespace {

/// Orders the parts of a MATCH and makes steps of them.
class MatchPlanner {
public:
    MatchPlanner(Compiler& compiler, Plan& plan, Scope& scope, MatchPattern pattern, const Needed& needed)
        : compiler_(compiler), graph_(compiler.graph), plan_(plan), scope_(scope),
          pattern_(std::move(pattern)), needed_(needed) {
        const auto count = [&](Label label) {
            return static_cast<double>(graph_.estimate_nodes(bit(label)));
        };
        parties_ = std::max(1.0, count(Label::country) + count(Label::organization) + count(Label::group) +
                                     count(Label::community));
    }

    void run() {
        for (const PatternNode& node : pattern_.nodes)
            if (node.is_bound)
                check_labels(node);
        settle();
        while (take_next()) {
        }
        for (const Condition& condition : pattern_.conditions)
            if (!condition.is_done)
                compiler_.compile_condition(*condition.expression, scope_); // names what is unknown
    }

private:
    // What can be done next, and how many rows one row becomes by it.
    struct Choice {
        enum class Type { none, seek, hop, scan };
        Type type = Type::none;
        std::size_t index = 0;
        bool from_left = true;
        double rows = 0;
    };

    bool take_next() {
        Choice best;
        const auto offer = [&](const Choice& choice) {
            if (best.type == Choice::Type::none || choice.rows < best.rows)
                best = choice;
        };
        for (std::size_t i = 0; i < pattern_.nodes.size(); ++i)
            if (!pattern_.nodes[i].is_bound && pattern_.seek_condition(pattern_.nodes[i]) != nullptr)
                offer({Choice::Type::seek, i, true, seek_rows(pattern_.nodes[i])});
        for (std::size_t i = 0; i < pattern_.relationships.size(); ++i)
            offer_hop(i, offer);
        if (best.type == Choice::Type::none)
            for (std::size_t i = 0; i < pattern_.nodes.size(); ++i)
                if (!pattern_.nodes[i].is_bound)
                    offer({Choice::Type::scan, i, true,
                           static_cast<double>(graph_.estimate_nodes(pattern_.nodes[i].labels))});
        take(best);
        settle();
        return best.type != Choice::Type::none;
    }

    template<class Offer>
    void offer_hop(std::size_t index, const Offer& offer) {
        const PatternRelationship& one = pattern_.relationships[index];
        if (one.known && !one.is_bound)
            return offer({Choice::Type::hop, index, true, 1});
        const bool has_left = pattern_.nodes[one.left].is_bound;
        const bool has_right = pattern_.nodes[one.right].is_bound;
        if (one.is_bound || (!has_left && !has_right))
            return;
        if (one.search != ast::Search::all_paths && !(has_left && has_right))
            return;
        offer({Choice::Type::hop, index, has_left, hop_rows(one, has_left, has_left && has_right)});
    }

    void take(const Choice& choice) {
        switch (choice.type) {
        case Choice::Type::none:
            break;
        case Choice::Type::seek:
            seek(pattern_.nodes[choice.index], choice.rows);
            break;
        case Choice::Type::scan:
            scan(pattern_.nodes[choice.index], choice.rows);
            break;
        case Choice::Type::hop:
            hop(pattern_.relationships[choice.index], choice.from_left, choice.rows);
            break;
        }
    }

    // Estimates.

    double hop_rows(const PatternRelationship& one, bool from_left, bool is_bound) {
        double degree = graph_.estimate_relationships(one.types) / parties_;
        if (one.arrow == ast::Arrow::either)
            degree *= 2;
        if (!one.length && !pattern_.date_conditions(one).empty())
            degree *= 0.2;
        double rows = degree;
        if (one.search == ast::Search::shortest)
            return 1;
        if (one.length) {
            const double steps =
                std::min(one.length->most.value_or(one.length->least + 3), one.length->least + 3);
            rows = std::min(1e12, std::pow(std::max(degree, 1.1), steps));
        }
        const PatternNode& end = pattern_.nodes[from_left ? one.right : one.left];
        const double all = std::max(1.0, static_cast<double>(graph_.estimate_nodes(0)));
        if (is_bound)
            return rows / parties_;
        return end.labels == 0
                   ? rows
                   : rows * std::min(1.0, 2 * static_cast<double>(graph_.estimate_nodes(end.labels)) / all);
    }

    double seek_rows(const PatternNode& node) {
        const Condition* condition = pattern_.seek_condition(node);
        return condition->expression->op == Op::in ? 5 : 1;
    }

    // Conditions.

    void filter(Condition& condition) {
        condition.is_done = true;
        auto compiled = compiler_.compile_condition(*condition.expression, scope_);
        plan_.rows *= 0.3;
        plan_.append<Filter>("Filter", std::move(compiled));
    }

    void check_labels(const PatternNode& node) {
        if (node.labels == 0)
            return;
        plan_.append<Filter>("Filter " + node.variable + labels_text(node.labels),
                             [slot = node.slot, labels = node.labels](Runtime& runtime) {
                                 const Value& value = runtime[slot];
                                 return value.kind() == Kind::node &&
                                        (runtime.graph().labels(value.node()) & labels) == labels;
                             });
    }

    /// Does what the variables that are there allow: conditions, paths.
    void settle() {
        for (PatternPath& path : pattern_.paths) {
            const bool is_ready =
                pattern_.nodes[path.start].is_bound &&
                std::all_of(path.relationships.begin(), path.relationships.end(),
                            [&](std::size_t i) { return pattern_.relationships[i].is_bound; });
            if (path.is_bound || !is_ready)
                continue;
            std::vector<std::uint32_t> slots;
            for (const std::size_t i : path.relationships)
                slots.push_back(pattern_.relationships[i].slot);
            plan_.append<BuildPath>("Path " + path.variable, path.slot, pattern_.nodes[path.start].slot,
                                    std::move(slots));
            path.is_bound = true;
            scope_.add(path.variable, {path.slot, Shape::path});
        }
        for (Condition& condition : pattern_.conditions)
            if (!condition.is_done && pattern_.is_known(condition.names))
                filter(condition);
    }

    // Steps.

    void bind(PatternNode& node) {
        node.is_bound = true;
        scope_.add(node.name, {node.slot, Shape::node});
    }

    void seek(PatternNode& node, double rows) {
        Condition* condition = pattern_.seek_condition(node);
        for (const PropertyComparison& comparison : property_comparisons(*condition->expression)) {
            if (comparison.variable != node.name || !pattern_.is_known(names_in(*comparison.value)))
                continue;
            Evaluator codes = compiler_.compile(*comparison.value, scope_);
            plan_.rows *= rows;
            plan_.append<NodeSeek>("Seek (" + node.variable + labels_text(node.labels) + ") by code",
                                   node.slot, node.labels, std::move(codes));
            break;
        }
        // What stands behind IN may be no list, which the condition itself says.
        condition->is_done = condition->expression->op != Op::in;
        bind(node);
    }

    void scan(PatternNode& node, double rows) {
        const bool is_joined = std::any_of(pattern_.nodes.begin(), pattern_.nodes.end(),
                                           [](const PatternNode& other) { return other.is_bound; });
        plan_.rows *= rows;
        if (is_joined)
            warn_of_product(node);
        plan_.append<NodeScan>("Scan (" + node.variable + labels_text(node.labels) + ")", node.slot,
                               node.labels);
        bind(node);
    }

    void warn_of_product(const PatternNode& node) {
        const auto is_shortest = [&](const PatternRelationship& one) {
            return one.search != ast::Search::all_paths &&
                   (&pattern_.nodes[one.left] == &node || &pattern_.nodes[one.right] == &node);
        };
        if (std::any_of(pattern_.relationships.begin(), pattern_.relationships.end(), is_shortest) ||
            plan_.rows < 1e5)
            return;
        compiler_.warnings.push_back(
            "the patterns are not connected: every row of one is joined to every row of the other, about " +
            std::to_string(static_cast<std::uint64_t>(std::min(plan_.rows, 1e18))) + " rows");
    }

    Hop hop_of(const PatternRelationship& one, bool from_left) {
        const PatternNode& from = pattern_.nodes[from_left ? one.left : one.right];
        const PatternNode& to = pattern_.nodes[from_left ? one.right : one.left];
        Hop result;
        result.from = from.slot;
        result.relationship = one.slot;
        result.to = to.slot;
        result.is_bound = to.is_bound;
        result.labels = to.is_bound ? 0 : to.labels;
        result.types = one.types;
        if (one.arrow == ast::Arrow::either)
            result.direction = Direction::both;
        else
            result.direction = (one.arrow == ast::Arrow::right) == from_left ? Direction::out : Direction::in;
        if (one.search != ast::Search::all_paths)
            return result;
        for (const PatternRelationship& other : pattern_.relationships)
            if (other.is_bound && other.search == ast::Search::all_paths && (other.types & one.types) != 0)
                result.others.push_back(other.slot);
        return result;
    }

    /// Puts the comparisons of a relationship's date into the hop.
    std::string take_dates(const PatternRelationship& one, Hop& result) {
        std::string text;
        for (const DateCondition& date : pattern_.date_conditions(one)) {
            using Sign = DateBound::Sign;
            const std::string& sign = date.comparison.sign;
            result.dates.push_back({sign == "<"    ? Sign::less
                                    : sign == "<=" ? Sign::less_or_equal
                                    : sign == ">"  ? Sign::greater
                                    : sign == ">=" ? Sign::greater_or_equal
                                                   : Sign::equal,
                                    compiler_.compile(*date.comparison.value, scope_)});
            // Compiled for its warnings.
            compiler_.compile(*date.condition->expression, scope_with(one));
            date.condition->is_done = true;
            text += " date " + sign;
        }
        return text.empty() ? text : " by" + text;
    }

    Scope scope_with(const PatternRelationship& one) const {
        Scope scope = scope_;
        scope.add(one.name, {one.slot, Shape::relationship});
        return scope;
    }

    /// A relationship that an earlier clause found, and its ends.
    void take_known(PatternRelationship& one) {
        PatternNode& left = pattern_.nodes[one.left];
        Hop found = hop_of(one, true);
        found.is_bound = found.is_bound || one.left == one.right;
        const Labels labels = left.is_bound ? 0 : left.labels;
        plan_.append<TakeRelationship>("Take " + pattern_.shown(one, true), std::move(found), *one.known,
                                       left.is_bound, labels);
        one.is_bound = true;
        scope_.add(one.name, {one.slot, Shape::relationship});
        for (PatternNode* const node : {&left, &pattern_.nodes[one.right]})
            if (!node->is_bound)
                bind(*node);
    }

    void hop(PatternRelationship& one, bool from_left, double rows) {
        if (one.known)
            return take_known(one);
        const std::string text = pattern_.shown(one, from_left);
        Hop found = hop_of(one, from_left);
        const bool is_into = found.is_bound;
        PatternNode& end = pattern_.nodes[from_left ? one.right : one.left];
        plan_.rows *= rows;
        if (one.length) {
            variable_hop(one, from_left, text, std::move(found));
            scope_.add(one.name, {one.slot, Shape::relationships});
        } else {
            const std::string dates = take_dates(one, found);
            const std::string what = std::string(is_into ? "Between " : "Expand ") + text + dates;
            Likeness likeness;
            if (pattern_.is_only_counted(one, needed_.names)) {
                plan_.append<ExpandToNeighbours>(what + ", counted", std::move(found));
            } else {
                if (pattern_.is_only_grouped(one, needed_, likeness) && likeness.is_any())
                    plan_.append<ExpandToGroups>(what + ", by " + likeness_text(likeness), std::move(found),
                                                 likeness);
                else
                    plan_.append<Expand>(what, std::move(found));
                scope_.add(one.name, {one.slot, Shape::relationship});
            }
        }
        one.is_bound = true;
        if (!is_into)
            bind(end);
    }

    void variable_hop(PatternRelationship& one, bool from_left, const std::string& text, Hop found) {
        auto each = std::move(one.each);
        take_each(one, each);
        if (one.search == ast::Search::all_paths) {
            plan_.append<ExpandVariable>("Expand " + text, std::move(found), one.length->least,
                                         one.length->most, !from_left, std::move(each));
            return;
        }
        const bool wants_all = one.search == ast::Search::all_shortest;
        for (const Condition& condition : pattern_.conditions)
            if (!condition.is_done && (condition.names.contains(one.name) ||
                                       (!one.path.empty() && condition.names.contains(one.path))))
                compiler_.warnings.push_back("a condition on a shortest path, other than all() or none() "
                                             "over its nodes or relationships, "
                                             "is applied to the path that is found, not to the search");
        plan_.append<ShortestPath>((wants_all ? "All shortest paths " : "Shortest path ") + text,
                                   std::move(found), one.length->least, one.length->most, wants_all,
                                   std::move(each));
    }

    /// all() and none() over a path's nodes or relationships cut the search short.
    void take_each(const PatternRelationship& one, std::vector<EachCondition>& each) {
        for (Condition& condition : pattern_.conditions) {
            const Expression& quantifier = *condition.expression;
            if (condition.is_done || (quantifier.op != Op::all && quantifier.op != Op::none))
                continue;
            const Expression& list = *quantifier.children[0];
            const bool is_call = list.op == Op::call && list.children.size() == 1 &&
                                 list.children[0]->op == Op::variable && !one.path.empty() &&
                                 list.children[0]->text == one.path;
            const bool is_on_nodes = is_call && list.text == "nodes";
            const bool is_on_relationships = (is_call && list.text == "relationships") ||
                                             (list.op == Op::variable && list.text == one.name);
            Names names = names_in(*quantifier.children[1]);
            names.erase(quantifier.text);
            if ((!is_on_nodes && !is_on_relationships) || !pattern_.is_known(names) ||
                (is_call && !pattern_.is_whole_path(one)))
                continue;
            EachCondition condition_of_each{compiler_.new_slot(), is_on_nodes, {}};
            Scope scope = scope_;
            scope.add(quantifier.text,
                      {condition_of_each.slot, is_on_nodes ? Shape::node : Shape::relationship});
            condition_of_each.holds = [test = compiler_.compile(*quantifier.children[1], scope),
                                       wanted = quantifier.op == Op::all,
                                       at = quantifier.at](Runtime& runtime) {
                return truth(test(runtime), at) == std::optional(wanted);
            };
            each.push_back(std::move(condition_of_each));
            condition.is_done = true;
        }
    }

    Compiler& compiler_;
    const Graph& graph_;
    Plan& plan_;
    Scope& scope_;
    MatchPattern pattern_;
    const Needed& needed_;
    double parties_ = 1;
};

} // namespace

void plan_match(Compiler& compiler, Plan& plan, Scope& scope, const std::vector<ast::PatternPart>& patterns,
                const ast::Expression* where, const Needed& needed) {
    MatchPlanner(compiler, plan, scope, take_apart(compiler, scope, patterns, where), needed).run();
}

} // namespace entente::cypher::detail
