// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_QUERIES_HPP
#define ENTENTE_GRAPH_QUERIES_HPP

#include "graph/relation_filter.hpp"
#include "graph/relation_graph.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// The relations between two parties that `filter` admits, either way, sorted by day, then by relation key. A
/// symmetric one comes once, as it was read.
std::vector<RelationGraph::Edge> relations_between(const RelationGraph& graph, RelationGraph::Vertex a,
                                                   RelationGraph::Vertex b, const RelationFilter& filter);

/// How often a pair did something.
struct DirectedCounts {
    std::uint64_t there = 0;
    std::uint64_t back = 0;
    /// Done together; in neither of the others.
    std::uint64_t together = 0;

    std::uint64_t total() const noexcept { return there + back + together; }
    bool operator==(const DirectedCounts&) const = default;
};

/// Counts by event type, in the order of the enumeration; `there` is from `a` to `b`.
std::array<DirectedCounts, plover::event_type_count> counts_by_type(const RelationGraph& graph,
                                                                    RelationGraph::Vertex a,
                                                                    RelationGraph::Vertex b,
                                                                    const RelationFilter& filter);

/// A party that another has relations with.
struct Neighbour {
    RelationGraph::Vertex vertex = 0;
    DirectedCounts counts;
    /// Over all of them.
    double goldstein_sum = 0;
};

/// The parties that `vertex` has admitted relations with, most relations first, then by code.
std::vector<Neighbour> neighbours(const RelationGraph& graph, RelationGraph::Vertex vertex,
                                  const RelationFilter& filter);

/// How many admitted relations a party has, either way; symmetric ones once.
std::uint64_t degree(const RelationGraph& graph, RelationGraph::Vertex vertex, const RelationFilter& filter);

/// A shortest chain of admitted relations from one party to another, as its parties, both ends included;
/// nothing where there is none. Searches from both ends; among equally long ones the choice depends on the
/// graph alone.
std::optional<std::vector<RelationGraph::Vertex>> shortest_path(const RelationGraph& graph,
                                                                RelationGraph::Vertex from,
                                                                RelationGraph::Vertex to,
                                                                const RelationFilter& filter);

/// Whether a pair has an edge that `filter` admits.
bool has_admitted_edge(const RelationGraph& graph, std::uint32_t pair, const RelationFilter& filter) noexcept;

/// How many edges of a pair `filter` admits.
std::uint64_t count_admitted(const RelationGraph& graph, std::uint32_t pair,
                             const RelationFilter& filter) noexcept;

} // namespace entente

#endif
