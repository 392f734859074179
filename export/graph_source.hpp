// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_GRAPH_SOURCE_HPP
#define ENTENTE_EXPORT_GRAPH_SOURCE_HPP

#include "graph/relation.hpp"
#include "graph/statement.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace entente {

/// A relation as it is counted: whole, or without evidence and coding where a source has these elsewhere.
struct RelationOutline {
    /// Where the rest of it is.
    struct Rest {
        /// For GraphSource::find_relation.
        std::uint64_t relation;
        /// Tells its statement from others; 0 for none.
        std::uint64_t statement;
    };

    const Relation& relation;
    /// Nothing for a whole one.
    std::optional<Rest> rest;
};

/// What the writers read: a graph that hands out its parts one at a time, always in the same order.
///
/// A writer may go through a part more than once. The references are good for the length of the call only. A
/// relation whose party has no actor, or whose statement is not among the statements, is written as it is.
class GraphSource {
public:
    virtual ~GraphSource() = default;

    virtual void for_each_actor(const std::function<void(const Actor&)>& visit) const = 0;
    virtual void for_each_statement(const std::function<void(const Statement&)>& visit) const = 0;
    /// The statements with these identifiers, in any order; looks through all where a source knows no better.
    virtual void for_statements(std::span<const std::string> ids,
                                const std::function<void(const Statement&)>& visit) const;
    using RelationVisitor = std::function<void(const Relation& relation, const RelationId& id)>;
    /// Relations of one statement come one after the other.
    virtual void for_each_relation(const RelationVisitor& visit) const = 0;
    using OutlineVisitor = std::function<void(const RelationOutline& outline)>;
    /// The relations for whoever needs the evidence of few of them; in any order, always the same one.
    virtual void for_each_outline(const OutlineVisitor& visit) const;
    /// The whole relation of an outline that is not whole.
    virtual std::optional<Relation> find_relation(std::uint64_t) const { return std::nullopt; }
};

/// A graph that lies in memory, in the order of its ranges; the ranges must outlive it.
class MemorySource : public GraphSource {
public:
    MemorySource(std::span<const Actor> actors, std::span<const Statement> statements,
                 std::span<const Relation> relations)
        : actors_(actors), statements_(statements), relations_(relations) {}

    void for_each_actor(const std::function<void(const Actor&)>& visit) const override;
    void for_each_statement(const std::function<void(const Statement&)>& visit) const override;
    void for_each_relation(const RelationVisitor& visit) const override;

private:
    std::span<const Actor> actors_;
    std::span<const Statement> statements_;
    std::span<const Relation> relations_;
};

} // namespace entente

#endif
