// SPDX-License-Identifier: Apache-2.0
#include "cypher_memory_graph.hpp"

#include "graph/cypher/query.hpp"
#include "graph/cypher/value_text.hpp"

#include <algorithm>
#include <stdexcept>

namespace entente::test {

using namespace cypher;

MemoryGraph::MemoryGraph(std::vector<Relation> relations_, std::vector<Actor> persons_)
    : relations(std::move(relations_)), persons(std::move(persons_)) {
    std::set<std::string> parties;
    std::set<std::string> names;
    for (const Relation& relation : relations) {
        parties.insert({relation.source.text(), relation.target.text()});
        names.insert(relation.topics.begin(), relation.topics.end());
    }
    codes.assign(parties.begin(), parties.end());
    topics.assign(names.begin(), names.end());
}

NodeId MemoryGraph::node(const std::string& code) const {
    return static_cast<NodeId>(std::find(codes.begin(), codes.end(), code) - codes.begin());
}

Labels MemoryGraph::labels(NodeId node) const {
    if (node >= codes.size() + persons.size())
        return bit(Label::topic);
    if (node >= codes.size())
        return bit(Label::actor) | bit(Label::person);
    switch (PartyCode::parse(codes[node])->kind()) {
    case ActorKind::organization:
        return bit(Label::actor) | bit(Label::organization);
    case ActorKind::group:
        return bit(Label::actor) | bit(Label::group);
    case ActorKind::community:
        return bit(Label::actor) | bit(Label::community);
    default:
        return bit(Label::actor) | bit(Label::country);
    }
}

bool MemoryGraph::for_each_node(Labels wanted, NodeVisitor visit) const {
    for (NodeId node = 0; node < node_count(); ++node)
        if ((labels(node) & wanted) == wanted && !visit(node))
            return false;
    return true;
}

std::size_t MemoryGraph::estimate_nodes(Labels wanted) const {
    std::size_t count = 0;
    for_each_node(wanted, [&](NodeId) { return ++count > 0; });
    return count;
}

std::optional<NodeId> MemoryGraph::find_code(std::string_view code) const {
    const auto place = std::find(codes.begin(), codes.end(), code);
    return place == codes.end() ? std::nullopt : std::optional(static_cast<NodeId>(place - codes.begin()));
}

Value MemoryGraph::property(NodeId node, NodeProperty property) const {
    if (node < codes.size()) {
        if (property == NodeProperty::iri)
            return {};
        return Value(property == NodeProperty::code ? codes[node] : "Name of " + codes[node]);
    }
    if (property != NodeProperty::name)
        return {};
    const std::size_t person = node - codes.size();
    return Value(person < persons.size() ? persons[person].name : topics[person - persons.size()]);
}

double MemoryGraph::estimate_relationships(Types types) const {
    return static_cast<double>(
        std::count_if(relations.begin(), relations.end(), [&](const Relation& relation) {
            return (types >> static_cast<unsigned>(relation.type) & 1) != 0;
        }));
}

Type MemoryGraph::type(const Relationship& one) const {
    return one.table == 1 ? represents : static_cast<Type>(relations[one.key].type);
}
NodeId MemoryGraph::source(const Relationship& one) const {
    return one.table == 1 ? static_cast<NodeId>(codes.size() + one.key)
                          : node(relations[one.key].source.text());
}
NodeId MemoryGraph::target(const Relationship& one) const {
    return node((one.table == 1 ? persons[one.key].party : relations[one.key].target).text());
}

Value MemoryGraph::property(const Relationship& one, RelationshipProperty property) const {
    if (one.table == 1)
        return property == RelationshipProperty::office ? Value(persons[one.key].office) : Value();
    const Relation& relation = relations[one.key];
    switch (property) {
    case RelationshipProperty::date:
        return relation.date ? Value(*relation.date) : Value();
    case RelationshipProperty::confidence:
        return Value(relation.confidence);
    case RelationshipProperty::goldstein:
        return Value(goldstein_score(relation));
    case RelationshipProperty::symmetric:
        return Value(relation.symmetric);
    case RelationshipProperty::source:
        return Value(relation.source.text());
    case RelationshipProperty::target:
        return Value(relation.target.text());
    case RelationshipProperty::type:
        return Value::borrowed(type_name(static_cast<Type>(relation.type)));
    case RelationshipProperty::text:
        return Value(relation.evidence.text);
    case RelationshipProperty::mentions:
        return Value(std::int64_t{relation.coding.mentions});
    case RelationshipProperty::topics: {
        List list;
        for (const std::string& topic : relation.topics)
            list.emplace_back(topic);
        return Value(std::move(list));
    }
    default:
        return {};
    }
}

bool MemoryGraph::for_each_relationship(NodeId node, const RelationshipFilter& filter,
                                        RelationshipVisitor visit) const {
    const auto offer = [&](const Relationship& one, NodeId from, NodeId to, bool is_symmetric) {
        const bool goes_out = from == node && filter.direction != Direction::in;
        const bool comes_in = to == node && filter.direction != Direction::out;
        const bool is_found = goes_out || comes_in || (is_symmetric && (from == node || to == node));
        const NodeId other = from == node ? to : from;
        return !is_found || (filter.other && *filter.other != other) || visit(one, other);
    };
    for (std::uint32_t key = 0; key < relations.size(); ++key) {
        const Relationship one{key, key, 0};
        const Value date = property(one, RelationshipProperty::date);
        const bool is_in_time = !filter.is_dated() || (!date.is_null() && date.days() >= filter.first_day &&
                                                       date.days() <= filter.last_day);
        if (is_in_time && filter.admits(type(one)) &&
            !offer(one, source(one), target(one), relations[key].symmetric))
            return false;
    }
    for (std::uint32_t key = 0; key < persons.size() && filter.admits(represents) && !filter.is_dated();
         ++key)
        if (const Relationship one{key, key, 1}; !offer(one, source(one), target(one), false))
            return false;
    return true;
}

bool MemoryGraph::for_each_neighbour(NodeId node, const RelationshipFilter& filter,
                                     NeighbourVisitor visit) const {
    std::map<NodeId, std::pair<Relationship, std::uint64_t>> neighbours;
    for_each_relationship(node, filter, [&](const Relationship& one, NodeId other) {
        ++neighbours.try_emplace(other, one, 0).first->second.second;
        return true;
    });
    return std::all_of(neighbours.begin(), neighbours.end(), [&](const auto& entry) {
        return visit(entry.first, entry.second.first, entry.second.second);
    });
}

namespace {

Relation relation(const char* source, plover::EventType type, const char* target, const char* date,
                  double confidence, bool symmetric = false) {
    Relation result;
    result.source = *PartyCode::parse(source);
    result.target = *PartyCode::parse(target);
    result.type = type;
    result.date = parse_date(date);
    result.confidence = confidence;
    result.symmetric = symmetric;
    result.evidence.text = std::string(source) + " and " + target;
    return result;
}

MemoryGraph make_small_graph() {
    using plover::EventType;
    std::vector<Relation> relations = {
        relation("CHN", EventType::support, "BEL", "2020-04-02", 0.9),
        relation("BEL", EventType::support, "CHN", "2020-05-01", 0.8),
        relation("USA", EventType::accuse, "CHN", "2020-06-15", 0.7),
        relation("USA", EventType::accuse, "CHN", "2021-01-20", 0.6),
        relation("CHN", EventType::consult, "IGO:EU", "2021-03-01", 0.5, true),
        relation("IGO:EU", EventType::aid, "BEL", "2021-03-02", 1.0),
        relation("BEL", EventType::reject, "USA", "", 0.4),
    };
    relations[0].topics = {"COVID-19", "trade"};
    relations[1].topics = {"trade"};
    Actor person;
    person.party = *PartyCode::parse("BEL");
    person.kind = ActorKind::person;
    person.name = "Philippe";
    person.office = "King of the Belgians";
    return MemoryGraph(std::move(relations), {person});
}

} // namespace

const MemoryGraph& small_graph() {
    static const MemoryGraph graph = make_small_graph();
    return graph;
}

std::string answer(const Graph& graph, std::string_view query,
                   const std::map<std::string, Value, std::less<>>& parameters) {
    std::string text;
    Options options;
    options.today = parse_date("2026-11-24");
    const auto add_row = [&](std::span<const Value> row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i > 0 ? " | " : "") + (row[i].is_null() ? "null" : to_text(row[i], graph));
        text += '\n';
        return true;
    };
    Query::parse(query).run(
        graph, parameters, options, [](const auto&) {}, add_row);
    return text;
}

std::string failure(const Graph& graph, std::string_view query) {
    try {
        answer(graph, query);
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

} // namespace entente::test
