// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_RELATION_GRAPH_HPP
#define ENTENTE_GRAPH_RELATION_GRAPH_HPP

#include "graph/column.hpp"
#include "graph/relation.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range_core.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace entente {

namespace detail {
class GraphBuilder;
class GraphImage;
} // namespace detail

class Store;

/// The multigraph of relations between parties, as compressed rows both ways and one column a property.
///
/// A vertex is a party, an edge a relation. Parallel edges are kept. A symmetric relation is two edges, there
/// and back, which share relation_key(); the second is the mirror (is_mirror). So Boost.Graph's algorithms,
/// for which this is a VertexListGraph, EdgeListGraph, BidirectionalGraph, AdjacencyGraph and PropertyGraph,
/// walk it both ways; what counts relations leaves mirrors out.
///
/// The out-edges of a vertex are sorted by target, day (without one first) and relation key, so the edges of
/// a pair lie together and are found by binary search. Vertices keep their numbers when relations are added.
///
/// A graph never changes and is safe to read from many threads. Copies share their memory, which may be a
/// file that other processes have mapped too.
class RelationGraph {
public:
    using Vertex = std::uint32_t;

    /// A descriptor: the number of an edge in the order of sources.
    struct Edge {
        std::uint32_t index = 0;
        auto operator<=>(const Edge&) const = default;
    };

    /// What day() has for a relation without a date: less than any day.
    static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

    class EdgeIterator;
    class InEdgeIterator;
    class VertexIterator;
    using EdgeRange = boost::iterator_range<EdgeIterator>;
    using InEdgeRange = boost::iterator_range<InEdgeIterator>;
    using VertexRange = boost::iterator_range<VertexIterator>;

    /// The graph without vertices.
    RelationGraph();

    /// The graph of these relations, whose keys are their places in the span, from 0. Parties are the
    /// vertices, in the order in which they come first, then parties that only `actors` has.
    static RelationGraph of(std::span<const Relation> relations, std::span<const Actor> actors);

    std::size_t vertex_count() const noexcept { return vertex_count_; }
    /// Mirrors included.
    std::size_t edge_count() const noexcept { return edge_count_; }
    /// Mirrors left out.
    std::size_t relation_count() const noexcept { return relation_count_; }

    VertexRange vertices() const noexcept;
    EdgeRange edges() const noexcept;
    EdgeRange out_edges(Vertex vertex) const noexcept;
    InEdgeRange in_edges(Vertex vertex) const noexcept;
    /// From `source` to `target`, sorted by day; mirrors of symmetric relations that were read the other way
    /// round are among them.
    EdgeRange edges_between(Vertex source, Vertex target) const noexcept;
    /// Those whose day lies in [first, last], days since 1970-01-01; edges without a date are left out.
    EdgeRange edges_between(Vertex source, Vertex target, std::int32_t first,
                            std::int32_t last) const noexcept;

    /// The edges of a vertex in groups of one target: pairs have numbers, those of a source lie together,
    /// sorted by target. What only asks which parties are related, or how often, reads pairs and not edges.
    std::size_t pair_count() const noexcept { return pair_begins_[vertex_count_]; }
    std::uint32_t pair_begin(Vertex source) const noexcept { return pair_begins_[source]; }
    std::uint32_t pair_end(Vertex source) const noexcept { return pair_begins_[source + 1]; }
    Vertex pair_source(std::uint32_t pair) const noexcept { return pair_sources_[pair]; }
    Vertex pair_target(std::uint32_t pair) const noexcept { return pair_targets_[pair]; }
    EdgeRange pair_edges(std::uint32_t pair) const noexcept;
    /// One bit an event type that a pair's edges have.
    std::uint16_t pair_types(std::uint32_t pair) const noexcept { return pair_types_[pair]; }
    /// The pairs that end at a vertex, sorted by source.
    std::span<const std::uint32_t> pairs_into(Vertex target) const noexcept {
        return {in_pairs_ + in_pair_begins_[target], in_pair_begins_[target + 1] - in_pair_begins_[target]};
    }
    std::optional<std::uint32_t> find_pair(Vertex source, Vertex target) const noexcept;

    /// The types of the edges, one byte each, for counting many.
    const Column<std::uint8_t>& type_column() const noexcept { return columns_.type; }

    /// The party's code, "BEL".
    std::string_view code(Vertex vertex) const noexcept { return codes_[vertex]; }
    PartyCode party(Vertex vertex) const;
    /// The name that the graph's actors give the party, else its code.
    std::string_view name(Vertex vertex) const noexcept;
    /// Empty where unknown.
    std::string_view wikidata(Vertex vertex) const noexcept;
    ActorKind kind(Vertex vertex) const { return party(vertex).kind(); }
    std::optional<Vertex> find(std::string_view code) const noexcept;
    std::optional<Vertex> find(const PartyCode& party) const noexcept { return find(party.text()); }

    Vertex source(Edge edge) const noexcept { return columns_.source[edge.index]; }
    Vertex target(Edge edge) const noexcept { return columns_.target[edge.index]; }
    plover::EventType type(Edge edge) const noexcept {
        return static_cast<plover::EventType>(columns_.type[edge.index]);
    }
    std::optional<plover::Mode> mode(Edge edge) const noexcept {
        return plover::Mode::at(columns_.mode[edge.index]);
    }
    /// The relation's own code, else the nearest to its type and mode.
    cameo::Code cameo_code(Edge edge) const noexcept;
    double goldstein_score(Edge edge) const noexcept { return cameo_code(edge).goldstein_score(); }
    /// Days since 1970-01-01, or no_day.
    std::int32_t day(Edge edge) const noexcept { return columns_.day[edge.index]; }
    std::optional<Date> date(Edge edge) const noexcept;
    std::optional<Date> date_end(Edge edge) const noexcept;
    DatePrecision date_precision(Edge edge) const noexcept {
        return static_cast<DatePrecision>(columns_.flags[edge.index] >> 5 & 3);
    }
    Modality modality(Edge edge) const noexcept {
        return static_cast<Modality>(columns_.flags[edge.index] >> 2 & 7);
    }
    bool is_symmetric(Edge edge) const noexcept { return (columns_.flags[edge.index] & 1) != 0; }
    /// Whether this is the way back of a symmetric relation.
    bool is_mirror(Edge edge) const noexcept { return (columns_.flags[edge.index] & 2) != 0; }
    plover::ContextSet contexts(Edge edge) const noexcept {
        return plover::ContextSet(columns_.contexts[edge.index]);
    }
    double confidence(Edge edge) const noexcept { return double{columns_.confidence[edge.index]}; }
    /// Nothing where the narrator says so.
    std::optional<Vertex> said_by(Edge edge) const noexcept;
    /// The person or body that acts; empty where only the party is named.
    std::string_view source_actor(Edge edge) const noexcept {
        return terms_[columns_.source_actor[edge.index]];
    }
    std::string_view target_actor(Edge edge) const noexcept {
        return terms_[columns_.target_actor[edge.index]];
    }
    std::string_view predicate(Edge edge) const noexcept { return terms_[columns_.predicate[edge.index]]; }
    /// The event table, "gdelt2"; empty for what was read from text.
    std::string_view dataset(Edge edge) const noexcept { return terms_[columns_.dataset[edge.index]]; }
    std::uint32_t mentions(Edge edge) const noexcept { return columns_.mentions[edge.index]; }
    std::uint32_t publishers(Edge edge) const noexcept { return columns_.publishers[edge.index]; }
    /// A number that edges of one act share; 0 for an act of its own.
    std::uint32_t act(Edge edge) const noexcept { return columns_.act[edge.index]; }
    /// The act's identifier; zero for number 0.
    ActId act_id(std::uint32_t number) const noexcept { return acts_[number]; }
    /// Numbers for topic(), in the order of the text; they count from 1.
    std::span<const std::uint32_t> topics(Edge edge) const noexcept;
    std::string_view topic(std::uint32_t number) const noexcept { return topics_[number]; }
    /// Topics have the numbers from 1 up to, without, this one.
    std::size_t topic_end() const noexcept { return topics_.size(); }
    /// For Store::find_relation, which has the evidence; a mirror has its relation's.
    std::uint32_t relation_key(Edge edge) const noexcept { return columns_.key[edge.index]; }
    /// For Store::find_statement_by_key; 0 where there is none.
    std::uint32_t statement_key(Edge edge) const noexcept { return columns_.statement[edge.index]; }

    /// The actors of the graph: parties and the persons who act for them, by number.
    std::size_t actor_count() const noexcept { return actor_names_.size(); }
    Actor actor(std::size_t number) const;
    Vertex actor_vertex(std::size_t number) const noexcept { return actor_vertices_[number]; }
    std::string_view actor_name(std::size_t number) const noexcept { return actor_names_[number]; }
    ActorKind actor_kind(std::size_t number) const noexcept {
        return static_cast<ActorKind>(actor_kinds_[number]);
    }

    /// How many bytes the graph takes, and how many of them are texts.
    std::size_t byte_count() const noexcept { return byte_count_; }
    std::size_t text_byte_count() const noexcept { return text_byte_count_; }

private:
    friend class detail::GraphBuilder;
    friend class detail::GraphImage;

    std::shared_ptr<const void> memory_;
    std::size_t vertex_count_ = 0;
    std::size_t edge_count_ = 0;
    std::size_t relation_count_ = 0;
    std::size_t byte_count_ = 0;
    std::size_t text_byte_count_ = 0;

    const std::uint32_t* out_begins_ = nullptr; // vertex_count_ + 1 of each
    const std::uint32_t* in_begins_ = nullptr;
    const std::uint32_t* in_edges_ = nullptr;
    const std::uint32_t* pair_begins_ = nullptr; // by source
    const std::uint32_t* pair_sources_ = nullptr;
    const std::uint32_t* pair_targets_ = nullptr;
    const std::uint32_t* pair_edges_ = nullptr; // one more than there are pairs
    const std::uint16_t* pair_types_ = nullptr;
    const std::uint32_t* in_pair_begins_ = nullptr;
    const std::uint32_t* in_pairs_ = nullptr;
    const std::uint32_t* vertices_by_code_ = nullptr;
    const std::uint32_t* party_actors_ = nullptr; // the party's own actor and 1; 0 for none
    TextTable codes_;

    EdgeColumns<Column> columns_;
    std::span<const ActId> acts_;

    TextTable terms_; // number 0 is the empty text
    TextTable topics_;
    std::span<const std::uint32_t> topic_list_begins_;
    std::span<const std::uint32_t> topic_list_items_;

    std::span<const std::uint32_t> actor_vertices_;
    std::span<const std::uint8_t> actor_kinds_;
    std::span<const std::int32_t> actor_from_;
    std::span<const std::int32_t> actor_until_;
    TextTable actor_names_;
    TextTable actor_wikidata_;
    TextTable actor_offices_;
};

/// Walks edge numbers one by one.
class RelationGraph::EdgeIterator
    : public boost::iterator_facade<EdgeIterator, Edge, boost::random_access_traversal_tag, Edge,
                                    std::ptrdiff_t> {
public:
    EdgeIterator() = default;
    explicit EdgeIterator(std::size_t index) noexcept : index_(static_cast<std::uint32_t>(index)) {}

private:
    friend class boost::iterator_core_access;
    Edge dereference() const noexcept { return {index_}; }
    bool equal(const EdgeIterator& other) const noexcept { return index_ == other.index_; }
    void increment() noexcept { ++index_; }
    void decrement() noexcept { --index_; }
    void advance(std::ptrdiff_t n) noexcept { index_ = static_cast<std::uint32_t>(index_ + n); }
    std::ptrdiff_t distance_to(const EdgeIterator& other) const noexcept {
        return static_cast<std::ptrdiff_t>(other.index_) - static_cast<std::ptrdiff_t>(index_);
    }

    std::uint32_t index_ = 0;
};

/// Walks a list of edge numbers.
class RelationGraph::InEdgeIterator
    : public boost::iterator_facade<InEdgeIterator, Edge, boost::random_access_traversal_tag, Edge,
                                    std::ptrdiff_t> {
public:
    InEdgeIterator() = default;
    explicit InEdgeIterator(const std::uint32_t* place) noexcept : place_(place) {}

private:
    friend class boost::iterator_core_access;
    Edge dereference() const noexcept { return {*place_}; }
    bool equal(const InEdgeIterator& other) const noexcept { return place_ == other.place_; }
    void increment() noexcept { ++place_; }
    void decrement() noexcept { --place_; }
    void advance(std::ptrdiff_t n) noexcept { place_ += n; }
    std::ptrdiff_t distance_to(const InEdgeIterator& other) const noexcept { return other.place_ - place_; }

    const std::uint32_t* place_ = nullptr;
};

/// Counts vertices.
class RelationGraph::VertexIterator
    : public boost::iterator_facade<VertexIterator, Vertex, boost::random_access_traversal_tag, Vertex,
                                    std::ptrdiff_t> {
public:
    VertexIterator() = default;
    explicit VertexIterator(std::size_t vertex) noexcept : vertex_(static_cast<Vertex>(vertex)) {}

private:
    friend class boost::iterator_core_access;
    Vertex dereference() const noexcept { return vertex_; }
    bool equal(const VertexIterator& other) const noexcept { return vertex_ == other.vertex_; }
    void increment() noexcept { ++vertex_; }
    void decrement() noexcept { --vertex_; }
    void advance(std::ptrdiff_t n) noexcept { vertex_ = static_cast<Vertex>(vertex_ + n); }
    std::ptrdiff_t distance_to(const VertexIterator& other) const noexcept {
        return static_cast<std::ptrdiff_t>(other.vertex_) - static_cast<std::ptrdiff_t>(vertex_);
    }

    Vertex vertex_ = 0;
};

inline RelationGraph::VertexRange RelationGraph::vertices() const noexcept {
    return {VertexIterator(0), VertexIterator(vertex_count_)};
}
inline RelationGraph::EdgeRange RelationGraph::edges() const noexcept {
    return {EdgeIterator(0), EdgeIterator(edge_count_)};
}
inline RelationGraph::EdgeRange RelationGraph::out_edges(Vertex vertex) const noexcept {
    return {EdgeIterator(out_begins_[vertex]), EdgeIterator(out_begins_[vertex + 1])};
}
inline RelationGraph::InEdgeRange RelationGraph::in_edges(Vertex vertex) const noexcept {
    return {InEdgeIterator(in_edges_ + in_begins_[vertex]),
            InEdgeIterator(in_edges_ + in_begins_[vertex + 1])};
}

inline RelationGraph::EdgeRange RelationGraph::pair_edges(std::uint32_t pair) const noexcept {
    return {EdgeIterator(pair_edges_[pair]), EdgeIterator(pair_edges_[pair + 1])};
}

} // namespace entente

#include "graph/relation_graph_traits.hpp"

#endif
