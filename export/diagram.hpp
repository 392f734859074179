// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DIAGRAM_HPP
#define ENTENTE_EXPORT_DIAGRAM_HPP

#include "export/graph_source.hpp"

#include <cstdint>
#include <optional>
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

/// A party, as drawn.
struct DiagramNode {
    PartyCode party;
    ActorKind kind = ActorKind::country;
    /// The name in full, else the code.
    std::string name;
    /// How many of the relations it takes part in.
    std::uint64_t weight = 0;

    bool operator==(const DiagramNode&) const = default;
};

/// All relations of one type, direction and modality between two parties, as one edge.
struct DiagramEdge {
    /// Indices of Diagram::nodes.
    std::size_t source = 0;
    std::size_t target = 0;
    plover::EventType type = plover::EventType::consult;
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
    /// By source, target, type and modality.
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
    /// The lightest parties, and after them the edges with the fewest relations, are left out; so is a party that
    /// has no edge then.
    std::size_t most_nodes = 40;
    std::size_t most_edges = 100;
    /// How many sentences an edge keeps.
    std::size_t evidence = 5;
};

/// Counts the relations of `graph` into a diagram.
///
/// Needs memory for the edges, not for the relations (unless they are expanded).
Diagram make_diagram(const GraphSource& graph, const DiagramOptions& options);

/// "12 relations in 3 statements, 2 April 2020 to 5 May 2021"; what was left out, where something was.
std::string subtitle(const Diagram& diagram);

} // namespace entente

#endif
