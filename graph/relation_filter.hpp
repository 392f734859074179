// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_RELATION_FILTER_HPP
#define ENTENTE_GRAPH_RELATION_FILTER_HPP

#include "graph/relation_graph.hpp"

#include <cstdint>
#include <initializer_list>
#include <limits>

namespace entente {

/// A set of event types, one bit each.
class EventTypeSet {
public:
    EventTypeSet() = default;
    EventTypeSet(std::initializer_list<plover::EventType> types) noexcept {
        for (const plover::EventType type : types)
            insert(type);
    }
    explicit EventTypeSet(std::uint16_t bits) noexcept : bits_(bits) {}

    static EventTypeSet all() noexcept { return EventTypeSet(std::uint16_t{0xFFFF}); }
    /// Verbal and material cooperation.
    static EventTypeSet cooperation() noexcept;
    /// Verbal and material conflict.
    static EventTypeSet conflict() noexcept;

    void insert(plover::EventType type) noexcept {
        bits_ = static_cast<std::uint16_t>(bits_ | 1U << static_cast<unsigned>(type));
    }
    bool contains(plover::EventType type) const noexcept {
        return (bits_ >> static_cast<unsigned>(type) & 1U) != 0;
    }
    bool empty() const noexcept { return bits_ == 0; }
    std::uint16_t bits() const noexcept { return bits_; }
    auto operator<=>(const EventTypeSet&) const = default;

private:
    std::uint16_t bits_ = 0;
};

/// Which relations of a graph count: those that satisfy every member.
struct RelationFilter {
    EventTypeSet types = EventTypeSet::all();
    /// Days since 1970-01-01, both included. A relation without a date passes only where both are as they are
    /// here.
    std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
    std::int32_t last_day = std::numeric_limits<std::int32_t>::max();
    /// Relations about at least one of these; empty for all.
    plover::ContextSet contexts;
    /// One bit a modality; what is said not to have happened is left out.
    std::uint8_t modalities = 0b10111;
    double least_confidence = 0;

    static constexpr std::uint8_t every_modality = 0b11111;

    bool has_period() const noexcept {
        return first_day != std::numeric_limits<std::int32_t>::min() ||
               last_day != std::numeric_limits<std::int32_t>::max();
    }
    bool admits(const RelationGraph& graph, RelationGraph::Edge edge) const noexcept {
        return types.contains(graph.type(edge)) && graph.day(edge) >= first_day &&
               graph.day(edge) <= last_day &&
               (modalities >> static_cast<unsigned>(graph.modality(edge)) & 1U) != 0 &&
               (contexts.empty() || (contexts.bits() & graph.contexts(edge).bits()) != 0) &&
               (least_confidence <= 0 || graph.confidence(edge) >= least_confidence);
    }
};

} // namespace entente

#endif
