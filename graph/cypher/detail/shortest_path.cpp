// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/shortest_path.hpp"

#include <algorithm>
#include <limits>

namespace entente::cypher::detail {

template<class Visitor>
bool ShortestPath::for_each_step(Runtime& runtime, NodeId node, const RelationshipFilter& filter,
                                 Visitor&& visit) const {
    // Relationships that are all alike need not be looked at one by one.
    if (each_.empty())
        return runtime.graph().for_each_neighbour(node, filter,
                                                  [&](NodeId other, const Relationship& one, std::uint64_t) {
                                                      runtime.tick();
                                                      return visit(one, other);
                                                  });
    return runtime.graph().for_each_relationship(node, filter, [&](const Relationship& one, NodeId other) {
        runtime.tick();
        return !hold_for_step(each_, runtime, one, other) || visit(one, other);
    });
}

void ShortestPath::begin(Side& side, NodeId node, const RelationshipFilter& filter,
                         std::size_t node_count) const {
    side.marks.resize(node_count);
    side.marks[node] = {search_, 0, node, {}};
    side.frontier.assign(1, node);
    side.distance = 0;
    side.filter = filter;
}

std::optional<NodeId> ShortestPath::advance(Runtime& runtime, Side& side, const Side& other) {
    std::optional<NodeId> meeting;
    std::vector<NodeId> next;
    ++side.distance;
    for (const NodeId node : side.frontier) {
        const bool goes_on =
            for_each_step(runtime, node, side.filter, [&](const Relationship& one, NodeId neighbour) {
                Mark& mark = side.marks[neighbour];
                if (mark.search == search_)
                    return true;
                mark = {search_, side.distance, node, one};
                next.push_back(neighbour);
                if (other.marks[neighbour].search == search_)
                    meeting = neighbour;
                return !meeting;
            });
        if (!goes_on)
            break;
    }
    side.frontier = std::move(next);
    return meeting;
}

bool ShortestPath::emit_list(Runtime& runtime, List list) {
    runtime[hop_.relationship] = Value(std::move(list));
    return emit(runtime);
}

bool ShortestPath::emit_meeting(Runtime& runtime, NodeId meeting) {
    List list;
    for (NodeId node = meeting; sides_[0].marks[node].distance > 0; node = sides_[0].marks[node].before)
        list.emplace_back(sides_[0].marks[node].by);
    std::reverse(list.begin(), list.end());
    for (NodeId node = meeting; sides_[1].marks[node].distance > 0; node = sides_[1].marks[node].before)
        list.emplace_back(sides_[1].marks[node].by);
    return emit_list(runtime, std::move(list));
}

/// Walks back from the target, one distance less at each step, over every relationship that leads there.
bool ShortestPath::emit_all(Runtime& runtime, NodeId source, NodeId target) {
    struct Step {
        Relationship relationship;
        NodeId node;
    };
    const Side& forward = sides_[0];
    const std::uint32_t length = forward.marks[target].distance;
    std::vector<std::vector<Step>> levels;
    std::vector<Step> path;
    const auto open = [&](NodeId node, std::uint32_t distance) {
        levels.emplace_back();
        runtime.graph().for_each_relationship(
            node, sides_[1].filter, [&](const Relationship& one, NodeId before) {
                runtime.tick();
                const Mark& mark = forward.marks[before];
                if (mark.search == search_ && mark.distance + 1 == distance &&
                    hold_for_step(each_, runtime, one, before))
                    levels.back().push_back({one, before});
                return true;
            });
        std::reverse(levels.back().begin(), levels.back().end()); // taken from behind
    };
    open(target, length);
    while (!levels.empty()) {
        runtime.tick();
        if (levels.back().empty()) {
            levels.pop_back();
            if (!path.empty())
                path.pop_back();
            continue;
        }
        path.push_back(levels.back().back());
        levels.back().pop_back();
        if (path.back().node != source) {
            open(path.back().node, length - static_cast<std::uint32_t>(path.size()));
            continue;
        }
        List list;
        for (auto step = path.rbegin(); step != path.rend(); ++step)
            list.emplace_back(step->relationship);
        if (!emit_list(runtime, std::move(list)))
            return false;
        path.pop_back();
    }
    return true;
}

bool ShortestPath::push(Runtime& runtime) {
    auto filter = hop_.filter(runtime);
    if (!filter)
        return true;
    filter->other.reset();
    filter->is_counted = false;
    const NodeId source = runtime[hop_.from].node();
    const NodeId target = runtime[hop_.to].node();
    if (!hold_for_node(each_, runtime, source) || !hold_for_node(each_, runtime, target))
        return true;
    if (source == target)
        return least_ > 0 || emit_list(runtime, {});
    ++search_;
    const std::size_t node_count = runtime.graph().node_count();
    const std::uint32_t most = most_.value_or(std::numeric_limits<std::uint32_t>::max());
    begin(sides_[0], source, *filter, node_count);
    if (filter->direction != Direction::both)
        filter->direction = filter->direction == Direction::out ? Direction::in : Direction::out;
    begin(sides_[1], target, *filter, node_count);
    while (sides_[0].distance + sides_[1].distance < most && !sides_[0].frontier.empty() &&
           !sides_[1].frontier.empty()) {
        // All paths are read off one search, which goes the whole way.
        const bool is_first = wants_all_ || sides_[0].frontier.size() <= sides_[1].frontier.size();
        const auto meeting = advance(runtime, sides_[is_first ? 0 : 1], sides_[is_first ? 1 : 0]);
        if (meeting)
            return wants_all_ ? emit_all(runtime, source, target) : emit_meeting(runtime, *meeting);
    }
    return true;
}

} // namespace entente::cypher::detail
