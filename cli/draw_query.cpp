// SPDX-License-Identifier: Apache-2.0
#include "cli/draw_query.hpp"

#include "cli/command_line.hpp"
#include "export/diagram.hpp"
#include "graph/cypher/query.hpp"
#include "graph/error.hpp"

#include <algorithm>
#include <iostream>

namespace entente::cli {

namespace {

/// Gathers what can be drawn from the values of an answer.
class Gatherer {
public:
    explicit Gatherer(const cypher::StoreGraph& graph) : graph_(graph) {}

    void add(const cypher::Value& value) {
        switch (value.kind()) {
        case cypher::Kind::node:
            return add_node(value.node());
        case cypher::Kind::relationship:
            return add_relationship(value.relationship());
        case cypher::Kind::path:
            std::ranges::for_each(value.path().nodes, [&](auto node) { add_node(node); });
            std::ranges::for_each(value.path().relationships, [&](const auto& r) { add_relationship(r); });
            return;
        case cypher::Kind::list:
            std::ranges::for_each(value.list(), [&](const auto& item) { add(item); });
            return;
        case cypher::Kind::map:
            std::ranges::for_each(value.map(), [&](const auto& entry) { add(entry.second); });
            return;
        default:
            return;
        }
    }

    QueryPicture finish() && {
        if (picture_.relations.empty() && !has_office_)
            add_relations_between_parties();
        const auto key = [&](const RelationGraph::Edge edge) {
            return graph_.relation_graph().relation_key(edge);
        };
        std::ranges::sort(picture_.relations, {}, key);
        const auto rest = std::unique(picture_.relations.begin(), picture_.relations.end(),
                                      [&](auto a, auto b) { return key(a) == key(b); });
        picture_.relations.erase(rest, picture_.relations.end());
        return std::move(picture_);
    }

private:
    void add_node(cypher::NodeId node) {
        const auto labels = graph_.labels(node);
        const auto name = graph_.property(node, cypher::NodeProperty::name);
        if ((labels & bit(cypher::Label::topic)) != 0) {
            picture_.nodes.insert(topic_node(std::string(name.text())));
        } else if ((labels & bit(cypher::Label::person)) != 0) {
            cypher::RelationshipFilter filter;
            filter.types = cypher::Types{1} << cypher::represents;
            graph_.for_each_relationship(node, filter, [&](const auto&, cypher::NodeId party) {
                add_person(std::string(name.text()), party);
                return true;
            });
        } else {
            parties_.insert(node);
            picture_.nodes.insert(party_node(graph_.relation_graph().party(node)));
        }
    }

    void add_person(const std::string& name, cypher::NodeId party) {
        picture_.nodes.insert(person_node(graph_.relation_graph().party(party), name));
    }

    void add_relationship(const cypher::Relationship& relationship) {
        if (relationship.table == 0)
            return picture_.relations.push_back({relationship.index});
        has_office_ = true;
        const auto name = graph_.property(graph_.source(relationship), cypher::NodeProperty::name);
        add_person(std::string(name.text()), graph_.target(relationship));
    }

    void add_relations_between_parties() {
        const auto& graph = graph_.relation_graph();
        for (const auto source : parties_)
            for (const auto edge : graph.out_edges(source))
                if (!graph.is_mirror(edge) && parties_.contains(graph.target(edge)))
                    picture_.relations.push_back(edge);
    }

    const cypher::StoreGraph& graph_;
    QueryPicture picture_;
    std::set<cypher::NodeId> parties_;
    bool has_office_ = false;
};

cypher::Query parse(const std::string& query) {
    try {
        return cypher::Query::parse(query);
    } catch (const InputError& error) {
        throw UsageError("--query: " + std::string(error.what()));
    }
}

} // namespace

QueryPicture ask_for_picture(const cypher::StoreGraph& graph, const std::string& query) {
    const auto parsed = parse(query);
    cypher::Options options;
    options.today = Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    Gatherer gatherer(graph);
    const auto summary = parsed.run(
        graph, {}, options, [](const auto&) {},
        [&](std::span<const cypher::Value> row) {
            std::ranges::for_each(row, [&](const auto& value) { gatherer.add(value); });
            return true;
        });
    for (const auto& warning : summary.warnings)
        std::cerr << "entente: " << warning << '\n';
    auto picture = std::move(gatherer).finish();
    if (picture.relations.empty() && picture.nodes.empty())
        throw Error(summary.rows == 0 ? "the query's answer is empty: there is nothing to draw"
                                      : "the query's answer has no nodes, relationships or paths to draw: "
                                        "return them whole, as in MATCH (a)-[r]->(b) RETURN a, r, b");
    return picture;
}

} // namespace entente::cli
