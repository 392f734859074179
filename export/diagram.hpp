// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DIAGRAM_HPP
#define ENTENTE_EXPORT_DIAGRAM_HPP

#include "export/graph_source.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente {

/// A sentence that a drawn edge rests on.
struct DiagramEvidence {
    std::optional<Date> date;
    std::string text;
    std::string title;
    std::string publisher;
    /// Empty unless it is an http or https URL.
    std::string url;
    double confidence = 1.0;

    bool operator==(const DiagramEvidence&) const = default;
};

/// A party, as drawn; on request also a person, or a topic.
struct DiagramNode {
    /// See party_node(), person_node() and topic_node().
    std::string id;
    /// The party itself, or the one a person acts for; empty for a topic.
    PartyCode party;
    ActorKind kind = ActorKind::country;
    bool is_topic = false;
    /// The name in full, else the code.
    std::string name;
    /// "Western Europe"; empty where unknown.
    std::string region;
    /// How many of the relations it takes part in.
    std::uint64_t weight = 0;

    bool operator==(const DiagramNode&) const = default;
};

/// What identifies a node of a diagram: "BEL", "BEL/King Philippe", "#COVID-19".
std::string party_node(const PartyCode& party);
std::string person_node(const PartyCode& party, const std::string& name);
std::string topic_node(const std::string& topic);

/// What a line says: a relation; that a person acts for a party; that a party's relations are about a topic.
enum class DiagramLine { relation, office, about };

/// All relations of one type, direction and modality between two parties, as one edge.
struct DiagramEdge {
    /// Of an office or a topic, type and modality mean nothing.
    DiagramLine line = DiagramLine::relation;
    /// Indices of Diagram::nodes.
    std::size_t source = 0;
    std::size_t target = 0;
    plover::EventType type = plover::EventType::consult;
    /// All types that the edge stands for, the most frequent, `type`, first; one unless edges were folded.
    std::vector<plover::EventType> types;
    Modality modality = Modality::asserted;
    bool symmetric = false;
    std::uint64_t count = 0;
    /// The most frequent words of the edge.
    std::string predicate;
    /// The most frequent topics, at most three.
    std::vector<std::string> topics;
    plover::ContextSet contexts;
    std::optional<Date> first;
    std::optional<Date> last;
    /// The latest sentences, at most DiagramOptions::evidence.
    std::vector<DiagramEvidence> evidence;

    bool operator==(const DiagramEdge&) const = default;
};

/// What is to be drawn, after counting and before any layout.
struct Diagram {
    std::string title;
    /// By weight, heaviest first.
    std::vector<DiagramNode> nodes;
    /// By source, target, line, type and modality.
    std::vector<DiagramEdge> edges;
    std::uint64_t relations = 0;
    std::uint64_t statements = 0;
    std::optional<Date> first;
    std::optional<Date> last;
    /// Parties and relations that the limits left out of the picture.
    std::uint64_t nodes_left_out = 0;
    std::uint64_t relations_left_out = 0;
};

struct DiagramOptions {
    std::string title{};
    /// One edge a relation.
    bool expand = false;
    /// The lightest parties, and after them the edges with the fewest relations, are left out; so is a party
    /// that has no edge then.
    std::size_t most_nodes = 40;
    std::size_t most_edges = 120;
    /// More edges than these are folded: one a direction and quad class instead of one a direction and type.
    std::size_t most_unfolded_edges = 45;
    /// How many sentences an edge keeps.
    std::size_t evidence = 5;
    /// A relation ends at the person who acts or is named, where the graph's actors have the person.
    bool persons = false;
    /// The most frequent topics, at most `most_topics`, are nodes instead of words at the edges.
    bool topics = false;
    std::size_t most_topics = 12;
    /// Nodes to draw whatever they weigh, by id; a person or topic among them is a node without the two
    /// above.
    std::set<std::string> shown{};
    /// Regions by party; what lacks one has none.
    std::map<PartyCode, std::string> regions{};
};

/// Counts the relations of `graph` into a diagram.
///
/// Needs memory for the edges, not for the relations (unless they are expanded).
Diagram make_diagram(const GraphSource& graph, const DiagramOptions& options);

/// "12 relations in 3 statements, 2 April 2020 to 5 May 2021"; what was left out, where something was.
std::string subtitle(const Diagram& diagram);

/// "1,204 relations and 3 parties": what the limits left out; empty where that is nothing.
std::string left_out(const Diagram& diagram);

} // namespace entente

#endif
