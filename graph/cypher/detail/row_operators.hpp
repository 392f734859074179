// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_ROW_OPERATORS_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_ROW_OPERATORS_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/group_table.hpp"
#include "graph/cypher/detail/operator.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace entente::cypher::detail {

/// Passes every row on; the first step, so that there is one.
class Start final : public Operator {
public:
    bool push(Runtime& runtime) override { return emit(runtime); }
};

/// Passes on the rows for which a condition holds.
class Filter final : public Operator {
public:
    explicit Filter(std::function<bool(Runtime&)> condition) : condition_(std::move(condition)) {}
    bool push(Runtime& runtime) override { return !condition_(runtime) || emit(runtime); }

private:
    std::function<bool(Runtime&)> condition_;
};

/// Computes values into slots.
class Project final : public Operator {
public:
    struct Item {
        Evaluator evaluator;
        std::uint32_t slot;
    };
    explicit Project(std::vector<Item> items) : items_(std::move(items)) {}
    bool push(Runtime& runtime) override;

private:
    std::vector<Item> items_;
};

/// A row for each element of a list; none for null, one for what is no list.
class Unwind final : public Operator {
public:
    Unwind(Evaluator list, std::uint32_t slot) : list_(std::move(list)), slot_(slot) {}
    bool push(Runtime& runtime) override;

private:
    Evaluator list_;
    std::uint32_t slot_;
};

/// Passes on the first of rows whose slots have equivalent values.
class Distinct final : public Operator {
public:
    explicit Distinct(std::vector<std::uint32_t> slots)
        : slots_(std::move(slots)), seen_(slots_.size()), row_(slots_.size()) {}
    bool push(Runtime& runtime) override;

private:
    std::vector<std::uint32_t> slots_;
    GroupTable seen_;
    std::vector<Value> row_;
};

class Skip final : public Operator {
public:
    explicit Skip(std::uint64_t count) : left_(count) {}
    bool push(Runtime& runtime) override;

private:
    std::uint64_t left_;
};

class Limit final : public Operator {
public:
    explicit Limit(std::uint64_t count) : left_(count) {}
    bool push(Runtime& runtime) override;

private:
    std::uint64_t left_;
};

/// Keeps rows and pushes them in order; rows that are equal in it stay in the order in which they came.
class Sort final : public Operator {
public:
    struct Key {
        Evaluator evaluator;
        bool descending;
    };
    /// `slots` are what the steps behind it read. With `most`, rows beyond the first that many are dropped.
    Sort(std::vector<Key> keys, std::vector<std::uint32_t> slots, std::uint64_t most)
        : keys_(std::move(keys)), slots_(std::move(slots)), most_(most) {}
    bool push(Runtime& runtime) override;
    void finish(Runtime& runtime) override;

private:
    struct Row {
        /// Keys, then slots.
        std::vector<Value> values;
        std::uint64_t weight;
        std::uint64_t number;
    };
    bool is_before(const Row& a, const Row& b) const;
    void cut();

    std::vector<Key> keys_;
    std::vector<std::uint32_t> slots_;
    std::uint64_t most_;
    std::vector<Row> rows_;
    std::uint64_t pushed_ = 0;
    std::size_t peak_ = 0;
};

/// Runs steps for each row; where they give nothing, passes the row on with nulls in what they would have
/// set.
class Optional final : public Operator {
public:
    Optional() { inner.append<Start>(); }
    /// The planner adds the steps, then closes them with the slots that they set.
    Pipeline inner;
    void close(std::vector<std::uint32_t> slots);
    bool push(Runtime& runtime) override;

private:
    class End final : public Operator {
    public:
        explicit End(Optional& outer) : outer_(outer) {}
        bool push(Runtime& runtime) override;

    private:
        Optional& outer_;
    };

    std::vector<std::uint32_t> slots_;
    bool has_row_ = false;
};

/// The end of steps that an expression runs: calls a function for each row.
class Visit final : public Operator {
public:
    std::function<bool(Runtime&)> visitor;
    bool push(Runtime& runtime) override { return visitor(runtime); }
};

/// Hands the values of slots over, as often as the row counts.
class Sink final : public Operator {
public:
    using Visitor = std::function<bool(Runtime&, std::span<const Value>)>;
    Sink(std::vector<std::uint32_t> slots, Visitor visitor)
        : slots_(std::move(slots)), visitor_(std::move(visitor)), row_(slots_.size()) {}
    bool push(Runtime& runtime) override;
    void finish(Runtime&) override {}

private:
    std::vector<std::uint32_t> slots_;
    Visitor visitor_;
    std::vector<Value> row_;
};

} // namespace entente::cypher::detail

#endif
