// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_AGGREGATE_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_AGGREGATE_HPP

#include "graph/cypher/detail/ast.hpp"
#include "graph/cypher/detail/group_table.hpp"
#include "graph/cypher/detail/operator.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace entente::cypher::detail {

enum class AggregateFunction : std::uint8_t {
    count_star,
    count,
    sum,
    avg,
    min,
    max,
    collect,
    percentile_cont,
    percentile_disc,
    st_dev,
    st_dev_p
};

/// By its name in lower case.
std::optional<AggregateFunction> find_aggregate(std::string_view name) noexcept;

/// One aggregate of a projection.
struct AggregateCall {
    AggregateFunction function = AggregateFunction::count_star;
    bool is_distinct = false;
    /// Nothing for count(*).
    Evaluator argument;
    /// The percentile.
    Evaluator second;
    std::uint32_t slot = 0;
    ast::Position at;
};

/// What an aggregate knows of one group. Nulls never reach it, but for count(*).
class AggregateState {
public:
    /// `weight` is how often the value comes.
    void add(const AggregateCall& call, const Value& value, std::uint64_t weight, Runtime& runtime);
    Value result(const AggregateCall& call, Runtime& runtime) const;

private:
    void add_number(const AggregateCall& call, const Value& value, std::uint64_t weight);
    void add_to_list(const Value& value, std::uint64_t weight, Runtime& runtime);
    Value percentile(const AggregateCall& call) const;

    std::int64_t count_ = 0;
    std::int64_t whole_ = 0;
    double real_ = 0;
    // Welford's running mean and sum of squares.
    double mean_ = 0;
    double squares_ = 0;
    bool is_real_ = false;
    Value best_;
    double percentile_ = 0;
    std::vector<Value> list_;
    std::unique_ptr<GroupTable> seen_;
};

/// Groups rows by keys and aggregates each group; pushes a row a group, in the order in which groups came.
/// Without keys there is one group, even for no rows.
class Aggregate final : public Operator {
public:
    struct Key {
        Evaluator evaluator;
        std::uint32_t slot;
    };

    Aggregate(std::vector<Key> keys, std::vector<AggregateCall> calls)
        : keys_(std::move(keys)), calls_(std::move(calls)), groups_(keys_.size()), row_(keys_.size()) {}

    bool push(Runtime& runtime) override;
    void finish(Runtime& runtime) override;

private:
    std::vector<Key> keys_;
    std::vector<AggregateCall> calls_;
    GroupTable groups_;
    std::vector<Value> row_;
    std::vector<AggregateState> states_;
};

} // namespace entente::cypher::detail

#endif
