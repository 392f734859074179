// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_STORE_SOURCE_HPP
#define ENTENTE_EXPORT_STORE_SOURCE_HPP

#include "export/graph_source.hpp"
#include "graph/relation_graph.hpp"
#include "graph/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

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

/// A graph file with its view, which has the outlines of relations at hand.
class ViewSource : public StoreSource {
public:
    /// `view` is the graph of `store`; both must outlive it.
    ViewSource(const Store& store, const RelationGraph& view)
        : StoreSource(store), store_(store), view_(view) {}

    void for_each_outline(const OutlineVisitor& visit) const override;
    std::optional<Relation> find_relation(std::uint64_t key) const override;

private:
    const Store& store_;
    const RelationGraph& view_;
};

/// Some relations of a graph file, and all its actors and statements: what is between two parties, or what a
/// query found, without a look at the rest.
class EdgeSource : public ViewSource {
public:
    /// `view` is the graph of `store`; both must outlive it. Relations come in the order of the edges; each
    /// should be there once, whichever way round if it is symmetric.
    EdgeSource(const Store& store, const RelationGraph& view, std::vector<RelationGraph::Edge> edges)
        : ViewSource(store, view), view_(view), edges_(std::move(edges)) {}

    void for_each_relation(const RelationVisitor& visit) const override;
    void for_each_outline(const OutlineVisitor& visit) const override;

private:
    const RelationGraph& view_;
    std::vector<RelationGraph::Edge> edges_;
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
    void for_each_outline(const OutlineVisitor& visit) const override;
    std::optional<Relation> find_relation(std::uint64_t key) const override {
        return source_.find_relation(key);
    }

private:
    const GraphSource& source_;
    Test keep_;
};

} // namespace entente

#endif
