// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/match_operators.hpp"

#include "graph/cypher/comparison.hpp"

#include <algorithm>

namespace entente::cypher::detail {

bool NodeScan::push(Runtime& runtime) {
    return runtime.graph().for_each_node(labels_, [&](NodeId node) {
        runtime[slot_] = Value::node(node);
        return emit(runtime);
    });
}

bool NodeSeek::seek(Runtime& runtime, const Value& code) {
    if (code.kind() != Kind::string)
        return true;
    const auto node = runtime.graph().find_code(code.text());
    if (!node || (runtime.graph().labels(*node) & labels_) != labels_)
        return true;
    runtime[slot_] = Value::node(*node);
    return emit(runtime);
}

bool NodeSeek::push(Runtime& runtime) {
    const Value codes = codes_(runtime);
    if (codes.kind() != Kind::list)
        return seek(runtime, codes);
    const List& list = codes.list();
    for (auto code = list.begin(); code != list.end(); ++code) {
        const bool is_repeated =
            std::any_of(list.begin(), code, [&](const Value& other) { return is_equivalent(other, *code); });
        if (!is_repeated && !seek(runtime, *code))
            return false;
    }
    return true;
}

std::optional<RelationshipFilter> Hop::filter(Runtime& runtime) const {
    RelationshipFilter filter;
    filter.direction = direction;
    filter.types = types;
    if (runtime[from].kind() != Kind::node)
        return std::nullopt;
    if (is_bound) {
        if (runtime[to].kind() != Kind::node)
            return std::nullopt;
        filter.other = runtime[to].node();
    }
    for (const DateBound& bound : dates) {
        const Value date = bound.evaluator(runtime);
        if (date.kind() != Kind::date)
            return std::nullopt;
        using Sign = DateBound::Sign;
        if (bound.sign != Sign::less && bound.sign != Sign::less_or_equal)
            filter.first_day =
                std::max(filter.first_day, date.days() + (bound.sign == Sign::greater ? 1 : 0));
        if (bound.sign != Sign::greater && bound.sign != Sign::greater_or_equal)
            filter.last_day = std::min(filter.last_day, date.days() - (bound.sign == Sign::less ? 1 : 0));
    }
    return filter;
}

bool Hop::is_taken(Runtime& runtime, const Relationship& one) const {
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t slot) {
        const Value& other = runtime[slot];
        if (other.kind() == Kind::relationship)
            return other.relationship() == one;
        return other.kind() == Kind::list &&
               std::any_of(other.list().begin(), other.list().end(),
                           [&](const Value& value) { return value.relationship() == one; });
    });
}

bool Expand::push(Runtime& runtime) {
    const auto filter = hop_.filter(runtime);
    if (!filter)
        return true;
    const auto visit = [&](const Relationship& one, NodeId other) {
        runtime.tick();
        if (hop_.labels != 0 && (runtime.graph().labels(other) & hop_.labels) != hop_.labels)
            return true;
        if (!hop_.others.empty() && hop_.is_taken(runtime, one))
            return true;
        if (!hop_.is_bound)
            runtime[hop_.to] = Value::node(other);
        runtime[hop_.relationship] = Value(one);
        return emit(runtime);
    };
    return runtime.graph().for_each_relationship(runtime[hop_.from].node(), *filter, visit);
}

bool TakeRelationship::push(Runtime& runtime) {
    const Value& value = runtime[known_];
    if (value.kind() != Kind::relationship)
        return true;
    const Relationship one = value.relationship();
    const Graph& graph = runtime.graph();
    if ((hop_.types >> graph.type(one) & 1U) == 0 || hop_.is_taken(runtime, one))
        return true;
    const NodeId source = graph.source(one);
    const NodeId target = graph.target(one);
    const Value symmetric = graph.property(one, RelationshipProperty::symmetric);
    const bool is_both =
        hop_.direction == Direction::both || (symmetric.kind() == Kind::boolean && symmetric.boolean());
    if ((is_both || hop_.direction == Direction::out) && !take(runtime, one, source, target))
        return false;
    return source == target || (!is_both && hop_.direction != Direction::in) ||
           take(runtime, one, target, source);
}

bool TakeRelationship::take(Runtime& runtime, const Relationship& one, NodeId from, NodeId to) {
    const auto fits = [&](std::uint32_t slot, bool is_bound, Labels labels, NodeId node) {
        if (is_bound)
            return runtime[slot].kind() == Kind::node && runtime[slot].node() == node;
        runtime[slot] = Value::node(node);
        return (runtime.graph().labels(node) & labels) == labels;
    };
    if (!fits(hop_.from, is_from_bound_, labels_, from) || !fits(hop_.to, hop_.is_bound, hop_.labels, to))
        return true;
    runtime[hop_.relationship] = Value(one);
    return emit(runtime);
}

bool ExpandToNeighbours::push(Runtime& runtime) {
    const auto filter = hop_.filter(runtime);
    if (!filter)
        return true;
    const auto visit = [&](NodeId other, const Relationship&, std::uint64_t count) {
        if (hop_.labels != 0 && (runtime.graph().labels(other) & hop_.labels) != hop_.labels)
            return true;
        if (!hop_.is_bound)
            runtime[hop_.to] = Value::node(other);
        const WeightGuard guard(runtime, runtime.weight * count);
        return emit(runtime);
    };
    return runtime.graph().for_each_neighbour(runtime[hop_.from].node(), *filter, visit);
}

bool ExpandToGroups::push(Runtime& runtime) {
    const auto filter = hop_.filter(runtime);
    if (!filter)
        return true;
    const auto visit = [&](NodeId other, const Relationship& one, std::uint64_t count) {
        if (hop_.labels != 0 && (runtime.graph().labels(other) & hop_.labels) != hop_.labels)
            return true;
        if (!hop_.is_bound)
            runtime[hop_.to] = Value::node(other);
        runtime[hop_.relationship] = Value(one);
        const WeightGuard guard(runtime, runtime.weight * count);
        return emit(runtime);
    };
    return runtime.graph().for_each_group(runtime[hop_.from].node(), *filter, likeness_, visit);
}

bool ExpandVariable::emit_path(Runtime& runtime, const std::vector<Relationship>& path, NodeId end,
                               std::optional<NodeId> wanted) {
    if (wanted && *wanted != end)
        return true;
    if (hop_.labels != 0 && (runtime.graph().labels(end) & hop_.labels) != hop_.labels)
        return true;
    List list;
    list.reserve(path.size());
    for (const Relationship& one : path)
        list.emplace_back(one);
    if (is_reversed_)
        std::reverse(list.begin(), list.end());
    runtime[hop_.relationship] = Value(std::move(list));
    if (!hop_.is_bound)
        runtime[hop_.to] = Value::node(end);
    return emit(runtime);
}

bool hold_for_node(const std::vector<EachCondition>& conditions, Runtime& runtime, NodeId node) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const EachCondition& each) {
        if (!each.is_on_nodes)
            return true;
        runtime[each.slot] = Value::node(node);
        return each.holds(runtime);
    });
}

bool hold_for_step(const std::vector<EachCondition>& conditions, Runtime& runtime,
                   const Relationship& relationship, NodeId node) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const EachCondition& each) {
        runtime[each.slot] = each.is_on_nodes ? Value::node(node) : Value(relationship);
        return each.holds(runtime);
    });
}

ExpandVariable::Level ExpandVariable::level(Runtime& runtime, NodeId node, const RelationshipFilter& filter,
                                            const std::vector<Relationship>& path) {
    Level result;
    runtime.graph().for_each_relationship(node, filter, [&](const Relationship& one, NodeId other) {
        runtime.tick();
        if (std::find(path.begin(), path.end(), one) != path.end() || hop_.is_taken(runtime, one))
            return true;
        if (hold_for_step(each_, runtime, one, other))
            result.steps.push_back({one, other});
        return true;
    });
    runtime.keep(result.steps.size() * sizeof(Step));
    return result;
}

bool ExpandVariable::push(Runtime& runtime) {
    auto filter = hop_.filter(runtime);
    if (!filter)
        return true;
    // Only the last relationship of a path ends where the pattern does.
    const auto wanted = std::exchange(filter->other, std::nullopt);
    const std::uint32_t most = most_.value_or(std::numeric_limits<std::uint32_t>::max());
    const NodeId start = runtime[hop_.from].node();
    if (!hold_for_node(each_, runtime, start))
        return true;
    std::vector<Relationship> path;
    if (least_ == 0 && !emit_path(runtime, path, start, wanted))
        return false;
    if (most == 0 || most < least_)
        return true;
    std::vector<Level> levels;
    levels.push_back(level(runtime, start, *filter, path));
    while (!levels.empty()) {
        runtime.tick();
        Level& deepest = levels.back();
        if (deepest.next == deepest.steps.size()) {
            runtime.release(deepest.steps.size() * sizeof(Step));
            levels.pop_back();
            if (!path.empty())
                path.pop_back();
            continue;
        }
        const Step step = deepest.steps[deepest.next++];
        path.push_back(step.relationship);
        if (path.size() >= least_ && !emit_path(runtime, path, step.node, wanted))
            return false;
        if (path.size() < most)
            levels.push_back(level(runtime, step.node, *filter, path));
        else
            path.pop_back();
    }
    return true;
}

bool BuildPath::push(Runtime& runtime) {
    if (runtime[start_].kind() != Kind::node) {
        runtime[slot_] = Value();
        return emit(runtime);
    }
    Path path;
    path.nodes.push_back(runtime[start_].node());
    const auto add = [&](const Relationship& one) {
        const NodeId source = runtime.graph().source(one);
        path.relationships.push_back(one);
        path.nodes.push_back(source == path.nodes.back() ? runtime.graph().target(one) : source);
    };
    for (const std::uint32_t slot : relationships_) {
        const Value& value = runtime[slot];
        if (value.kind() == Kind::relationship) {
            add(value.relationship());
        } else {
            for (const Value& one : value.list())
                add(one.relationship());
        }
    }
    runtime[slot_] = Value(std::move(path));
    return emit(runtime);
}

} // namespace entente::cypher::detail
