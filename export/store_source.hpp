// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_STORE_SOURCE_HPP
#define ENTENTE_EXPORT_STORE_SOURCE_HPP

#include "export/graph_source.hpp"
#include "graph/relation_graph.hpp"
#include "graph/store.hpp"

#include <cstdint>
#include <functional>
#include <span>

namespace entente {

/// A graph file as a writer reads it; the store must outlive it.
class StoreSource : public GraphSource {
public:
    explicit StoreSource(const Store& store) : store_(store) {}

    void for_each_actor(const std::function<void(const Actor&)>& visit) const override;
    void for_each_statement(const std::function<void(const Statement&)>& visit) const override;
    void for_statements(std::span<const std::string> ids,
                        const std::function<void(const Statement&)>& visit) const override;
    void for_each_relation(const RelationVisitor& visit) const override;

private:
    const Store& store_;
};

/// What is between two parties of a graph file: their relations, found in the view, by day, and all the
/// actors.
class PairSource : public StoreSource {
public:
    /// `view` is the graph of `store`; both must outlive it.
    PairSource(const Store& store, const RelationGraph& view, PartyCode a, PartyCode b)
        : StoreSource(store), store_(store), view_(view), a_(std::move(a)), b_(std::move(b)) {}

    void for_each_relation(const RelationVisitor& visit) const override;

private:
    const Store& store_;
    const RelationGraph& view_;
    PartyCode a_;
    PartyCode b_;
};

/// The relations of a graph file with the given keys, in their order, and all the actors.
class KeySource : public StoreSource {
public:
    /// `store` and the keys must outlive it.
    KeySource(const Store& store, std::span<const std::uint32_t> keys)
        : StoreSource(store), store_(store), keys_(keys) {}

    void for_each_relation(const RelationVisitor& visit) const override;

private:
    const Store& store_;
    std::span<const std::uint32_t> keys_;
};

/// The relations of another source that pass a test, with all its actors and statements.
class FilteredSource : public GraphSource {
public:
    using Test = std::function<bool(const Relation&)>;

    /// `source` must outlive it.
    FilteredSource(const GraphSource& source, Test keep) : source_(source), keep_(std::move(keep)) {}

    void for_each_actor(const std::function<void(const Actor&)>& visit) const override;
    void for_each_statement(const std::function<void(const Statement&)>& visit) const override;
    void for_statements(std::span<const std::string> ids,
                        const std::function<void(const Statement&)>& visit) const override;
    void for_each_relation(const RelationVisitor& visit) const override;

private:
    const GraphSource& source_;
    Test keep_;
};

} // namespace entente

#endif
