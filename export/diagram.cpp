// SPDX-License-Identifier: Apache-2.0
#include "export/diagram.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace entente {

namespace {

constexpr std::size_t topics_shown = 3;
constexpr std::size_t texts_counted = 1000;

/// Counts texts; beyond a thousand different ones it counts the known only, so that memory stays bounded.
class Tally {
public:
    void add(const std::string& text) {
        if (counts_.size() < texts_counted || counts_.contains(text))
            ++counts_[text];
    }
    /// The most frequent, ties in the order of their bytes.
    std::vector<std::string> top(std::size_t n) const {
        std::vector<std::pair<std::string, std::uint64_t>> sorted(counts_.begin(), counts_.end());
        std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<std::string> texts;
        for (const auto& [text, count] : sorted)
            if (texts.size() < n)
                texts.push_back(text);
        return texts;
    }

private:
    std::map<std::string, std::uint64_t> counts_;
};

struct EdgeKey {
    PartyCode source;
    PartyCode target;
    plover::EventType type;
    Modality modality;
    bool symmetric;
    /// Tells the edges apart where each relation has its own.
    std::uint64_t number;

    auto operator<=>(const EdgeKey&) const = default;
};

struct Kept {
    std::optional<Date> date;
    Evidence evidence;
    std::string url;
    double confidence;
};

struct Counted {
    DiagramEdge edge;
    Tally predicates;
    Tally topics;
    std::vector<Kept> evidence;
};

bool is_later(const Kept& a, const Kept& b) {
    return std::tie(b.date, a.evidence.statement, a.evidence.sentence, a.evidence.span, a.evidence.text) <
           std::tie(a.date, b.evidence.statement, b.evidence.sentence, b.evidence.span, b.evidence.text);
}

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
    explicit Counter(const DiagramOptions& options) : options_(options) {}

    void add(const Relation& relation) {
        auto key = EdgeKey{relation.source,   relation.target,    relation.type,
                           relation.modality, relation.symmetric, options_.expand ? relations_ : 0};
        if (relation.symmetric && key.target < key.source)
            std::swap(key.source, key.target);
        ++relations_;
        ++weights_[relation.source];
        ++weights_[relation.target];
        statements_.insert(relation.evidence.statement);
        widen(first_, last_, relation.date);
        count(relation, edges_[key]);
    }

    Diagram finish(const GraphSource& graph) {
        Diagram diagram{.title = options_.title,
                        .nodes = {},
                        .edges = {},
                        .relations = relations_,
                        .statements = statements_.size(),
                        .first = first_,
                        .last = last_};
        choose_nodes(graph, diagram);
        choose_edges(diagram);
        drop_lonely_nodes(diagram);
        fill_evidence(graph, diagram);
        return diagram;
    }

private:
    void count(const Relation& relation, Counted& counted) {
        auto& edge = counted.edge;
        ++edge.count;
        edge.contexts = plover::ContextSet(edge.contexts.bits() | relation.contexts.bits());
        widen(edge.first, edge.last, relation.date);
        counted.predicates.add(relation.predicate.empty() ? std::string(plover::predicate(relation.type))
                                                          : relation.predicate);
        for (const auto& topic : relation.topics)
            counted.topics.add(topic);
        Kept kept{relation.date, relation.evidence, relation.coding.url, relation.confidence};
        auto& list = counted.evidence;
        if (list.size() == options_.evidence && (list.empty() || !is_later(kept, list.back())))
            return;
        list.insert(std::ranges::upper_bound(list, kept, is_later), std::move(kept));
        if (list.size() > options_.evidence)
            list.pop_back();
    }

    void choose_nodes(const GraphSource& graph, Diagram& diagram) {
        for (const auto& [party, weight] : weights_)
            diagram.nodes.push_back({party, party.kind(), party.text(), weight});
        std::ranges::sort(diagram.nodes, [](const auto& a, const auto& b) {
            return std::tie(b.weight, a.party) < std::tie(a.weight, b.party);
        });
        if (diagram.nodes.size() > options_.most_nodes) {
            diagram.nodes_left_out = diagram.nodes.size() - options_.most_nodes;
            diagram.nodes.resize(options_.most_nodes);
        }
        for (std::size_t i = 0; i < diagram.nodes.size(); ++i)
            places_.emplace(diagram.nodes[i].party, i);
        graph.for_each_actor([&](const Actor& actor) {
            const auto place = places_.find(actor.party);
            if (place != places_.end() && actor.kind != ActorKind::person && !actor.name.empty())
                diagram.nodes[place->second].name = actor.name;
        });
    }

    void choose_edges(Diagram& diagram) {
        std::vector<std::pair<const EdgeKey*, Counted*>> chosen;
        for (auto& [key, counted] : edges_) {
            if (places_.contains(key.source) && places_.contains(key.target))
                chosen.emplace_back(&key, &counted);
            else
                diagram.relations_left_out += counted.edge.count;
        }
        std::ranges::stable_sort(
            chosen, [](const auto& a, const auto& b) { return a.second->edge.count > b.second->edge.count; });
        for (std::size_t i = options_.most_edges; i < chosen.size(); ++i)
            diagram.relations_left_out += chosen[i].second->edge.count;
        chosen.resize(std::min(chosen.size(), options_.most_edges));
        std::ranges::sort(chosen, [](const auto& a, const auto& b) { return *a.first < *b.first; });
        for (const auto& [key, counted] : chosen) {
            auto& edge = counted->edge;
            edge.source = places_.at(key->source);
            edge.target = places_.at(key->target);
            edge.type = key->type;
            edge.modality = key->modality;
            edge.symmetric = key->symmetric;
            const auto predicates = counted->predicates.top(1);
            edge.predicate = predicates.front();
            edge.topics = counted->topics.top(topics_shown);
            drawn_.push_back(counted);
            diagram.edges.push_back(edge);
        }
    }

    /// A party whose edges were all left out says nothing.
    static void drop_lonely_nodes(Diagram& diagram) {
        constexpr auto lonely = static_cast<std::size_t>(-1);
        std::vector<std::size_t> places(diagram.nodes.size(), lonely);
        for (const auto& edge : diagram.edges)
            places[edge.source] = places[edge.target] = 0;
        std::vector<DiagramNode> kept;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i] == lonely)
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

    void fill_evidence(const GraphSource& graph, Diagram& diagram) {
        std::unordered_map<std::string, std::vector<std::pair<std::size_t, std::size_t>>> wanted;
        for (std::size_t e = 0; e < drawn_.size(); ++e) {
            for (const auto& kept : drawn_[e]->evidence) {
                wanted[kept.evidence.statement].emplace_back(e, diagram.edges[e].evidence.size());
                diagram.edges[e].evidence.push_back(
                    {kept.date, kept.evidence.text, {}, {}, web_url(kept.url), kept.confidence});
            }
        }
        std::vector<std::string> ids;
        for (const auto& [id, places] : wanted)
            ids.push_back(id);
        graph.for_statements(ids, [&](const Statement& statement) {
            for (const auto& [edge, index] : wanted.at(statement.id)) {
                auto& evidence = diagram.edges[edge].evidence[index];
                evidence.title = statement.title;
                evidence.publisher = statement.publisher;
                if (evidence.url.empty())
                    evidence.url = web_url(statement.url);
            }
        });
    }

    const DiagramOptions& options_;
    std::map<EdgeKey, Counted> edges_;
    std::map<PartyCode, std::uint64_t> weights_;
    std::unordered_map<PartyCode, std::size_t> places_;
    std::vector<Counted*> drawn_;
    std::unordered_set<std::string> statements_;
    std::uint64_t relations_ = 0;
    std::optional<Date> first_;
    std::optional<Date> last_;
};

std::string in_words(const Date& date) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
           std::string(months[static_cast<unsigned>(date.month()) - 1]) + ' ' +
           std::to_string(static_cast<int>(date.year()));
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
}

} // namespace

Diagram make_diagram(const GraphSource& graph, const DiagramOptions& options) {
    Counter counter(options);
    graph.for_each_relation([&](const Relation& relation, const RelationId&) { counter.add(relation); });
    return counter.finish(graph);
}

std::string subtitle(const Diagram& diagram) {
    auto text = counted(diagram.relations, "relation", "relations") + " in " +
                counted(diagram.statements, "statement", "statements");
    if (diagram.first)
        text += ", " + in_words(*diagram.first);
    if (diagram.first && diagram.last != diagram.first)
        text += " to " + in_words(*diagram.last);
    if (diagram.relations_left_out > 0 || diagram.nodes_left_out > 0)
        text += " (" + counted(diagram.relations_left_out, "relation", "relations") + " and " +
                counted(diagram.nodes_left_out, "party", "parties") + " left out)";
    return text;
}

} // namespace entente
