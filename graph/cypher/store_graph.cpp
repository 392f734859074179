// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/store_graph.hpp"

#include "graph/cypher/detail/pair_walk.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <tuple>

namespace entente::cypher {

namespace {

using detail::EdgeTest, detail::edges_of, detail::for_each_pair, detail::relationship_of;
using Edge = RelationGraph::Edge;

Labels kind_labels(ActorKind kind) {
    const Label label = kind == ActorKind::country        ? Label::country
                        : kind == ActorKind::organization ? Label::organization
                        : kind == ActorKind::group        ? Label::group
                        : kind == ActorKind::person       ? Label::person
                                                          : Label::community;
    return static_cast<Labels>(bit(Label::actor) | bit(label));
}

Edge edge_of(const Relationship& relationship) { return {relationship.index}; }

Value wikidata_iri(std::string_view item) {
    return item.empty() ? Value() : Value("http://www.wikidata.org/entity/" + std::string(item));
}

} // namespace

StoreGraph::StoreGraph(RelationGraph graph, const Store* store) : graph_(std::move(graph)), store_(store) {
    party_labels_.reserve(graph_.vertex_count());
    for (const auto vertex : graph_.vertices())
        party_labels_.push_back(kind_labels(graph_.kind(vertex)));
    std::map<std::pair<std::string, std::string>, NodeId> numbers;
    for (std::size_t actor = 0; actor < graph_.actor_count(); ++actor) {
        if (graph_.actor_kind(actor) != ActorKind::person)
            continue;
        const Actor person = graph_.actor(actor);
        const auto next = static_cast<NodeId>(graph_.vertex_count() + persons_.size());
        const auto [place, is_new] = numbers.try_emplace({person.name, person.wikidata}, next);
        if (is_new)
            persons_.push_back(static_cast<std::uint32_t>(actor));
        offices_by_party_.emplace_back(graph_.actor_vertex(actor),
                                       static_cast<std::uint32_t>(offices_.size()));
        offices_.push_back({place->second, graph_.actor_vertex(actor), static_cast<std::uint32_t>(actor)});
    }
    std::sort(offices_by_party_.begin(), offices_by_party_.end());
}

std::size_t StoreGraph::node_count() const {
    const std::size_t topics = graph_.topic_end() > 0 ? graph_.topic_end() - 1 : 0;
    return first_topic() + topics;
}

Labels StoreGraph::labels(NodeId node) const {
    if (node < party_labels_.size())
        return party_labels_[node];
    return node < first_topic() ? kind_labels(ActorKind::person) : bit(Label::topic);
}

bool StoreGraph::for_each_node(Labels wanted, NodeVisitor visit) const {
    const bool wants_topics = (wanted & ~bit(Label::topic)) == 0;
    const auto end = static_cast<NodeId>(wants_topics ? node_count() : first_topic());
    for (NodeId node = wanted == bit(Label::topic) ? first_topic() : 0; node < end; ++node)
        if ((labels(node) & wanted) == wanted && !visit(node))
            return false;
    return true;
}

std::size_t StoreGraph::estimate_nodes(Labels wanted) const {
    const auto has = [&](Labels labels) { return (labels & wanted) == wanted; };
    auto count = static_cast<std::size_t>(std::count_if(party_labels_.begin(), party_labels_.end(), has));
    count += has(kind_labels(ActorKind::person)) ? persons_.size() : 0;
    return count + (has(bit(Label::topic)) ? node_count() - first_topic() : 0);
}

Value StoreGraph::property(NodeId node, NodeProperty property) const {
    if (node < graph_.vertex_count()) {
        if (property == NodeProperty::code)
            return Value::borrowed(graph_.code(node));
        return property == NodeProperty::name ? Value::borrowed(graph_.name(node))
                                              : wikidata_iri(graph_.wikidata(node));
    }
    if (node >= first_topic())
        return property == NodeProperty::name ? Value::borrowed(graph_.topic(node - first_topic() + 1))
                                              : Value();
    const std::uint32_t actor = persons_[node - first_person()];
    if (property == NodeProperty::name)
        return Value::borrowed(graph_.actor_name(actor));
    return property == NodeProperty::iri ? wikidata_iri(graph_.actor(actor).wikidata) : Value();
}

double StoreGraph::estimate_relationships(Types types) const {
    // A pair's edges are taken to be spread evenly over its types, and a thousand pairs to stand for all.
    std::call_once(counted_, [this] {
        const std::size_t pairs = graph_.pair_count();
        const std::size_t stride = std::max<std::size_t>(1, pairs / 1000);
        double seen = 0;
        for (std::size_t pair = 0; pair < pairs; pair += stride) {
            const std::uint16_t present = graph_.pair_types(static_cast<std::uint32_t>(pair));
            const auto size = static_cast<double>(graph_.pair_edges(static_cast<std::uint32_t>(pair)).size());
            seen += size;
            for (Type type = 0; type < represents; ++type)
                if (present >> type & 1)
                    type_counts_[type] += size / std::popcount(present);
        }
        for (Type type = 0; type < represents; ++type)
            type_counts_[type] *= seen > 0 ? static_cast<double>(graph_.edge_count()) / seen : 0;
        type_counts_[represents] = static_cast<double>(offices_.size());
    });
    double count = 0;
    for (Type type = 0; type < type_count; ++type)
        count += types >> type & 1 ? type_counts_[type] : 0;
    return count;
}

Type StoreGraph::type(const Relationship& one) const {
    return one.table == 1 ? represents : static_cast<Type>(graph_.type(edge_of(one)));
}

NodeId StoreGraph::source(const Relationship& one) const {
    if (one.table == 1)
        return offices_[one.key].person;
    const Edge edge = edge_of(one);
    return graph_.is_mirror(edge) ? graph_.target(edge) : graph_.source(edge);
}

NodeId StoreGraph::target(const Relationship& one) const {
    if (one.table == 1)
        return offices_[one.key].party;
    const Edge edge = edge_of(one);
    return graph_.is_mirror(edge) ? graph_.source(edge) : graph_.target(edge);
}

bool StoreGraph::for_each_office(NodeId node, const RelationshipFilter& filter,
                                 RelationshipVisitor visit) const {
    if (!filter.admits(represents) || filter.is_dated())
        return true;
    const auto offer = [&](std::uint32_t key, NodeId other) {
        return (filter.other && *filter.other != other) || visit({key, key, 1}, other);
    };
    if (node < graph_.vertex_count()) {
        if (filter.direction == Direction::out)
            return true;
        auto place = std::lower_bound(offices_by_party_.begin(), offices_by_party_.end(),
                                      std::pair(node, std::uint32_t{0}));
        for (; place != offices_by_party_.end() && place->first == node; ++place)
            if (!offer(place->second, offices_[place->second].person))
                return false;
        return true;
    }
    if (filter.direction == Direction::in || node >= first_topic())
        return true;
    for (std::uint32_t key = 0; key < offices_.size(); ++key)
        if (offices_[key].person == node && !offer(key, offices_[key].party))
            return false;
    return true;
}

bool StoreGraph::for_each_relationship(NodeId node, const RelationshipFilter& filter,
                                       RelationshipVisitor visit) const {
    const EdgeTest test{graph_, filter.types, filter.direction == Direction::both};
    const auto visit_pair = [&](std::uint32_t pair, NodeId other) {
        for (const Edge edge : edges_of(graph_, pair, filter))
            if (test(edge) && !visit(relationship_of(graph_, edge), other))
                return false;
        return true;
    };
    if (node < graph_.vertex_count() && !for_each_pair(graph_, node, filter, visit_pair))
        return false;
    return for_each_office(node, filter, visit);
}

namespace {

/// How many of the bytes are equal to `byte`: 32 counters side by side, which the processor takes at once.
std::uint64_t count_bytes(std::span<const std::uint8_t> bytes, std::uint8_t byte) {
    constexpr std::size_t lanes = 32;
    std::uint64_t count = 0;
    while (bytes.size() >= lanes) {
        std::array<std::uint8_t, lanes> counts{};
        const std::size_t rounds = std::min<std::size_t>(bytes.size() / lanes, 255);
        for (std::size_t round = 0; round < rounds; ++round)
            for (std::size_t lane = 0; lane < lanes; ++lane)
                counts[lane] =
                    static_cast<std::uint8_t>(counts[lane] + (bytes[round * lanes + lane] == byte ? 1 : 0));
        count = std::accumulate(counts.begin(), counts.end(), count);
        bytes = bytes.subspan(rounds * lanes);
    }
    return count + static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), byte));
}

/// How many of the edges pass the test.
std::uint64_t count_edges(const RelationGraph& graph, RelationGraph::EdgeRange edges, const EdgeTest& test) {
    const std::uint8_t* const types = graph.type_column().data();
    if (edges.size() < 32 || types == nullptr || test.skips_mirrors)
        return static_cast<std::uint64_t>(std::count_if(edges.begin(), edges.end(), test));
    const std::span<const std::uint8_t> bytes(types + (*edges.begin()).index,
                                              static_cast<std::size_t>(edges.size()));
    std::uint64_t count = 0;
    for (std::uint8_t type = 0; type < represents; ++type)
        if ((test.types >> type & 1U) != 0)
            count += count_bytes(bytes, type);
    return count;
}

} // namespace

bool StoreGraph::for_each_neighbour(NodeId node, const RelationshipFilter& filter,
                                    NeighbourVisitor visit) const {
    const EdgeTest test{graph_, filter.types, filter.direction == Direction::both};
    const auto visit_pair = [&](std::uint32_t pair, NodeId other) {
        const auto edges = edges_of(graph_, pair, filter);
        const auto first = std::find_if(edges.begin(), edges.end(), test);
        if (first == edges.end())
            return true;
        std::uint64_t count = 1;
        if (filter.is_counted) {
            const bool takes_all = (graph_.pair_types(pair) & ~filter.types) == 0 && !test.skips_mirrors;
            count = takes_all ? static_cast<std::uint64_t>(edges.end() - first)
                              : count_edges(graph_, {first, edges.end()}, test);
        }
        return visit(other, relationship_of(graph_, *first), count);
    };
    if (node < graph_.vertex_count() && !for_each_pair(graph_, node, filter, visit_pair))
        return false;
    return for_each_office(node, filter,
                           [&](const Relationship& one, NodeId other) { return visit(other, one, 1); });
}

} // namespace entente::cypher
