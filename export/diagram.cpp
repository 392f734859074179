// SPDX-License-Identifier: Apache-2.0
#include "export/diagram.hpp"

#include "export/detail/latest_evidence.hpp"
#include "export/detail/tally.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace entente {

namespace {

using detail::complete_latest;
using detail::keep_latest;
using detail::KeptEvidence;
using detail::Tally;

constexpr std::size_t topics_shown = 3;

struct EdgeKey {
    /// Of nodes.
    std::string source;
    std::string target;
    DiagramLine line;
    plover::EventType type;
    Modality modality;
    bool symmetric;
    /// Tells the edges apart where each relation has its own.
    std::uint64_t number;

    auto operator<=>(const EdgeKey&) const = default;
};

struct Counted {
    DiagramEdge edge;
    Tally predicates;
    Tally topics;
    /// Where edges are folded, how many relations each type has.
    std::map<plover::EventType, std::uint64_t> types;
    std::vector<KeptEvidence> evidence;
};

void widen(std::optional<Date>& first, std::optional<Date>& last, const std::optional<Date>& date) {
    if (!date)
        return;
    first = first ? std::min(*first, *date) : *date;
    last = last ? std::max(*last, *date) : *date;
}

std::string web_url(const std::string& url) {
    const bool web = url.starts_with("http://") || url.starts_with("https://");
    const bool plain = std::ranges::all_of(url, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != '"' && c != '<' && c != '>' && c != '\\';
    });
    return web && plain ? url : std::string();
}

class Counter {
public:
    Counter(const GraphSource& graph, const DiagramOptions& options) : graph_(graph), options_(options) {
        for (const auto& id : options.shown)
            weights_[id];
        if (options.persons || !options.shown.empty())
            graph.for_each_actor([&](const Actor& actor) {
                const auto id = person_node(actor.party, actor.name);
                if (actor.kind == ActorKind::person && (options_.persons || options_.shown.contains(id)))
                    offices_.emplace(id, actor.office.empty() ? "acts for" : actor.office);
            });
    }

    void add(const RelationOutline& outline) {
        const Relation& relation = outline.relation;
        const bool turned = relation.symmetric && relation.target < relation.source;
        auto source = end_of(relation.source, relation.source_actor);
        auto target = end_of(relation.target, relation.target_actor);
        if (turned)
            std::swap(source, target);
        ++relations_;
        if (outline.rest)
            statement_keys_.insert(outline.rest->statement);
        else
            statements_.insert(relation.evidence.statement);
        widen(first_, last_, relation.date);
        for (const auto& topic : relation.topics)
            add_topic(relation, topic, {source, target});
        count(outline, edges_[{source, target, DiagramLine::relation, relation.type, relation.modality,
                               relation.symmetric, options_.expand ? relations_ : 0}]);
    }

    Diagram finish() {
        Diagram diagram{.title = options_.title,
                        .nodes = {},
                        .edges = {},
                        .relations = relations_,
                        .statements = statements_.size() + statement_keys_.size(),
                        .first = first_,
                        .last = last_};
        for (const auto& id : options_.shown)
            if (offices_.contains(id) && weights_[id] == 0)
                add_office(id, id.substr(0, id.find('/')));
        keep_frequent_topics();
        choose_nodes(diagram);
        if (!options_.expand && edges_between_places() > options_.most_unfolded_edges)
            fold_edges();
        choose_edges(diagram);
        drop_lonely_nodes(diagram);
        fill_evidence(diagram);
        return diagram;
    }

private:
    /// The node that a relation ends at: the party, or the person where persons are drawn.
    std::string end_of(const PartyCode& party, const std::string& actor) {
        ++weights_[party_node(party)];
        if (!actor.empty() && !offices_.empty()) {
            auto person = person_node(party, actor);
            if (offices_.contains(person)) {
                add_office(person, party_node(party));
                return person;
            }
        }
        return party_node(party);
    }

    Counted& plain_edge(const std::string& source, const std::string& target, DiagramLine line) {
        auto& counted = edges_[{source, target, line, {}, {}, false, 0}];
        counted.edge.line = line;
        ++counted.edge.count;
        return counted;
    }

    void add_office(const std::string& person, const std::string& party) {
        ++weights_[person];
        plain_edge(person, party, DiagramLine::office).predicates.add(offices_.at(person));
    }

    void add_topic(const Relation& relation, const std::string& topic,
                   const std::array<std::string, 2>& ends) {
        const auto id = topic_node(topic);
        if (!options_.topics && !options_.shown.contains(id))
            return;
        ++weights_[id];
        for (const auto& end : ends) {
            auto& counted = plain_edge(end, id, DiagramLine::about);
            counted.predicates.add("about");
            widen(counted.edge.first, counted.edge.last, relation.date);
        }
    }

    void keep_frequent_topics() {
        std::vector<std::pair<std::uint64_t, std::string>> topics;
        for (const auto& [id, weight] : weights_)
            if (id.starts_with('#') && !options_.shown.contains(id))
                topics.emplace_back(weight, id);
        std::ranges::sort(topics, [](const auto& a, const auto& b) {
            return std::tie(b.first, a.second) < std::tie(a.first, b.second);
        });
        for (std::size_t i = options_.most_topics; i < topics.size(); ++i)
            weights_.erase(topics[i].second);
    }

    void count(const RelationOutline& outline, Counted& counted) {
        const Relation& relation = outline.relation;
        auto& edge = counted.edge;
        ++edge.count;
        edge.contexts = plover::ContextSet(edge.contexts.bits() | relation.contexts.bits());
        widen(edge.first, edge.last, relation.date);
        counted.predicates.add(relation.predicate.empty() ? std::string(plover::predicate(relation.type))
                                                          : relation.predicate);
        for (const auto& topic : relation.topics)
            counted.topics.add(topic);
        keep_latest(counted.evidence,
                    {relation.date, relation.evidence, relation.coding.url, relation.confidence,
                     outline.rest ? std::optional(outline.rest->relation) : std::nullopt},
                    options_.evidence);
    }

    std::size_t edges_between_places() const {
        return static_cast<std::size_t>(std::ranges::count_if(edges_, [&](const auto& edge) {
            return places_.contains(edge.first.source) && places_.contains(edge.first.target);
        }));
    }

    /// Makes one edge of those of one direction, modality and quad class.
    void fold_edges() {
        std::map<EdgeKey, Counted> folded;
        for (auto& [key, counted] : edges_) {
            auto place = key;
            if (key.line == DiagramLine::relation)
                place.type = first_type(plover::quad_class(key.type));
            auto& into = folded[place];
            into.edge.line = key.line;
            into.edge.count += counted.edge.count;
            into.edge.contexts = plover::ContextSet(into.edge.contexts.bits() | counted.edge.contexts.bits());
            widen(into.edge.first, into.edge.last, counted.edge.first);
            widen(into.edge.first, into.edge.last, counted.edge.last);
            into.predicates.add(counted.predicates);
            into.topics.add(counted.topics);
            into.types[key.type] += counted.edge.count;
            for (auto& kept : counted.evidence)
                keep_latest(into.evidence, std::move(kept), options_.evidence);
        }
        edges_ = std::move(folded);
    }

    static plover::EventType first_type(plover::QuadClass quad_class) {
        auto type = plover::EventType{};
        while (plover::quad_class(type) != quad_class)
            type = static_cast<plover::EventType>(static_cast<int>(type) + 1);
        return type;
    }

    DiagramNode node_of(const std::string& id, std::uint64_t weight) const {
        DiagramNode node;
        node.id = id;
        node.weight = weight;
        if (id.starts_with('#')) {
            node.is_topic = true;
            node.name = id.substr(1);
            return node;
        }
        const auto slash = id.find('/');
        node.party = PartyCode::parse(id.substr(0, slash)).value_or(PartyCode());
        node.kind = slash == std::string::npos ? node.party.kind() : ActorKind::person;
        node.name = slash == std::string::npos ? id : id.substr(slash + 1);
        const auto region = options_.regions.find(node.party);
        if (region != options_.regions.end() && node.kind != ActorKind::person)
            node.region = region->second;
        return node;
    }

    void choose_nodes(Diagram& diagram) {
        for (const auto& [id, weight] : weights_)
            diagram.nodes.push_back(node_of(id, weight));
        const auto by_weight = [](const auto& a, const auto& b) {
            return std::tie(b.weight, a.id) < std::tie(a.weight, b.id);
        };
        std::ranges::sort(diagram.nodes, by_weight);
        if (diagram.nodes.size() > options_.most_nodes) {
            std::stable_partition(diagram.nodes.begin(), diagram.nodes.end(),
                                  [&](const auto& node) { return options_.shown.contains(node.id); });
            diagram.nodes_left_out = diagram.nodes.size() - options_.most_nodes;
            diagram.nodes.resize(options_.most_nodes);
            std::ranges::sort(diagram.nodes, by_weight);
        }
        for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
            places_.emplace(diagram.nodes[i].id, i);
        graph_.for_each_actor([&](const Actor& actor) {
            const auto place = places_.find(party_node(actor.party));
            if (place != places_.end() && actor.kind != ActorKind::person && !actor.name.empty())
                diagram.nodes[place->second].name = actor.name;
        });
    }

    void choose_edges(Diagram& diagram) {
        std::vector<std::pair<const EdgeKey*, Counted*>> chosen;
        for (auto& [key, counted] : edges_) {
            if (places_.contains(key.source) && places_.contains(key.target))
                chosen.emplace_back(&key, &counted);
            else if (key.line == DiagramLine::relation)
                diagram.relations_left_out += counted.edge.count;
        }
        std::ranges::stable_sort(
            chosen, [](const auto& a, const auto& b) { return a.second->edge.count > b.second->edge.count; });
        for (std::size_t i = options_.most_edges; i < chosen.size(); ++i)
            if (chosen[i].first->line == DiagramLine::relation)
                diagram.relations_left_out += chosen[i].second->edge.count;
        chosen.resize(std::min(chosen.size(), options_.most_edges));
        std::ranges::sort(chosen, [](const auto& a, const auto& b) { return *a.first < *b.first; });
        for (const auto& [key, counted] : chosen) {
            auto& edge = counted->edge;
            edge.source = places_.at(key->source);
            edge.target = places_.at(key->target);
            edge.types = by_count(*counted, key->type);
            edge.type = edge.types.front();
            edge.modality = key->modality;
            edge.symmetric = key->symmetric;
            const auto predicates = counted->predicates.top(1);
            edge.predicate = predicates.front();
            if (!options_.topics)
                edge.topics = counted->topics.top(topics_shown);
            drawn_.push_back(counted);
            diagram.edges.push_back(edge);
        }
    }

    static std::vector<plover::EventType> by_count(const Counted& counted, plover::EventType own) {
        std::vector<std::pair<plover::EventType, std::uint64_t>> sorted(counted.types.begin(),
                                                                        counted.types.end());
        std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<plover::EventType> types;
        types.reserve(sorted.size() + 1);
        for (const auto& [type, n] : sorted)
            types.push_back(type);
        if (types.empty())
            types.push_back(own);
        return types;
    }

    /// A party whose edges were all left out says nothing.
    void drop_lonely_nodes(Diagram& diagram) const {
        constexpr auto lonely = static_cast<std::size_t>(-1);
        std::vector<std::size_t> places(diagram.nodes.size(), lonely);
        for (const auto& edge : diagram.edges)
            places[edge.source] = places[edge.target] = 0;
        std::vector<DiagramNode> kept;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i] == lonely && !options_.shown.contains(diagram.nodes[i].id))
                continue;
            places[i] = kept.size();
            kept.push_back(std::move(diagram.nodes[i]));
        }
        diagram.nodes_left_out += diagram.nodes.size() - kept.size();
        diagram.nodes = std::move(kept);
        for (auto& edge : diagram.edges) {
            edge.source = places[edge.source];
            edge.target = places[edge.target];
        }
    }

    void fill_evidence(Diagram& diagram) {
        std::unordered_map<std::string, std::vector<std::pair<std::size_t, std::size_t>>> wanted;
        for (std::size_t e = 0; e < drawn_.size(); ++e) {
            complete_latest(drawn_[e]->evidence, options_.evidence, graph_);
            for (const auto& kept : drawn_[e]->evidence) {
                wanted[kept.evidence.statement].emplace_back(e, diagram.edges[e].evidence.size());
                diagram.edges[e].evidence.push_back(
                    {kept.date, kept.evidence.text, {}, {}, web_url(kept.url), kept.confidence});
            }
        }
        std::vector<std::string> ids;
        ids.reserve(wanted.size());
        for (const auto& [id, places] : wanted)
            ids.push_back(id);
        graph_.for_statements(ids, [&](const Statement& statement) {
            for (const auto& [edge, index] : wanted.at(statement.id)) {
                auto& evidence = diagram.edges[edge].evidence[index];
                evidence.title = statement.title;
                evidence.publisher = statement.publisher;
                if (evidence.url.empty())
                    evidence.url = web_url(statement.url);
            }
        });
    }

    const GraphSource& graph_;
    const DiagramOptions& options_;
    std::map<EdgeKey, Counted> edges_;
    /// By id of the node, as are the places.
    std::map<std::string, std::uint64_t> weights_;
    std::unordered_map<std::string, std::size_t> places_;
    /// The office of each person who is drawn.
    std::unordered_map<std::string, std::string> offices_;
    std::vector<Counted*> drawn_;
    std::unordered_set<std::string> statements_;
    /// Of outlines.
    std::unordered_set<std::uint64_t> statement_keys_;
    std::uint64_t relations_ = 0;
    std::optional<Date> first_;
    std::optional<Date> last_;
};

} // namespace

Diagram make_diagram(const GraphSource& graph, const DiagramOptions& options) {
    Counter counter(graph, options);
    graph.for_each_outline([&](const RelationOutline& outline) { counter.add(outline); });
    return counter.finish();
}

} // namespace entente
