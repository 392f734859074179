// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/aggregate.hpp"

#include "graph/cypher/comparison.hpp"
#include "graph/cypher/detail/compiler.hpp"
#include "graph/cypher/detail/syntax_error.hpp"

#include <algorithm>
#include <cmath>

namespace entente::cypher::detail {

std::optional<AggregateFunction> find_aggregate(std::string_view name) noexcept {
    static constexpr std::string_view names[] = {
        "",      "count", "sum", "avg", "min", "max", "collect", "percentilecont", "percentiledisc",
        "stdev", "stdevp"};
    for (std::size_t i = 1; i < std::size(names); ++i)
        if (names[i] == name)
            return static_cast<AggregateFunction>(i);
    return std::nullopt;
}

void AggregateState::add(const AggregateCall& call, const Value& value, std::uint64_t weight,
                         Runtime& runtime) {
    if (call.is_distinct) {
        if (seen_ == nullptr)
            seen_ = std::make_unique<GroupTable>(1);
        if (!seen_->add({&value, 1}, runtime).is_new)
            return;
        weight = 1;
    }
    count_ += static_cast<std::int64_t>(weight);
    switch (call.function) {
    case AggregateFunction::count_star:
    case AggregateFunction::count:
        break;
    case AggregateFunction::min:
        if (best_.is_null() || order(value, best_) < 0)
            best_ = value;
        break;
    case AggregateFunction::max:
        if (best_.is_null() || order(value, best_) > 0)
            best_ = value;
        break;
    case AggregateFunction::collect:
        add_to_list(value, weight, runtime);
        break;
    case AggregateFunction::percentile_cont:
    case AggregateFunction::percentile_disc: {
        if (!value.is_number())
            wrong_kind(call.at, "a number", value);
        const Value wanted = call.second(runtime);
        if (!wanted.is_number() || !(wanted.number() >= 0 && wanted.number() <= 1))
            throw InputError(place(call.at), "expected a percentile between 0 and 1");
        percentile_ = wanted.number();
        add_to_list(value, weight, runtime);
        break;
    }
    default:
        add_number(call, value, weight);
    }
}

void AggregateState::add_number(const AggregateCall& call, const Value& value, std::uint64_t weight) {
    if (!value.is_number())
        wrong_kind(call.at, "a number", value);
    const double number = value.number();
    const auto times = static_cast<double>(weight);
    if (call.function == AggregateFunction::st_dev || call.function == AggregateFunction::st_dev_p) {
        const double difference = number - mean_;
        mean_ += difference * times / static_cast<double>(count_);
        squares_ += difference * (number - mean_) * times;
        return;
    }
    real_ += number * times;
    is_real_ = is_real_ || value.kind() == Kind::real;
    std::int64_t product = 0;
    if (is_real_ || call.function == AggregateFunction::avg)
        return;
    if (__builtin_mul_overflow(value.integer(), static_cast<std::int64_t>(weight), &product) ||
        __builtin_add_overflow(whole_, product, &whole_))
        throw InputError(place(call.at), "the sum is too large for an integer of 64 bits");
}

void AggregateState::add_to_list(const Value& value, std::uint64_t weight, Runtime& runtime) {
    for (std::uint64_t i = 0; i < weight; ++i) {
        runtime.keep(value.byte_count());
        list_.push_back(value);
    }
}

Value AggregateState::percentile(const AggregateCall& call) const {
    if (list_.empty())
        return {};
    std::vector<Value> sorted = list_;
    std::sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    const auto size = static_cast<double>(sorted.size());
    if (call.function == AggregateFunction::percentile_disc) {
        const double rank = std::ceil(percentile_ * size) - 1;
        return sorted[static_cast<std::size_t>(std::clamp(rank, 0.0, size - 1))];
    }
    const double place_of = percentile_ * (size - 1);
    const auto below = static_cast<std::size_t>(std::floor(place_of));
    const auto above = static_cast<std::size_t>(std::ceil(place_of));
    const double share = place_of - std::floor(place_of);
    return Value(sorted[below].number() * (1 - share) + sorted[above].number() * share);
}

Value AggregateState::result(const AggregateCall& call, Runtime&) const {
    switch (call.function) {
    case AggregateFunction::count_star:
    case AggregateFunction::count:
        return Value(count_);
    case AggregateFunction::sum:
        return is_real_ ? Value(real_) : Value(whole_);
    case AggregateFunction::avg:
        return count_ == 0 ? Value() : Value(real_ / static_cast<double>(count_));
    case AggregateFunction::collect:
        return Value(List(list_));
    case AggregateFunction::percentile_cont:
    case AggregateFunction::percentile_disc:
        return percentile(call);
    case AggregateFunction::st_dev:
        return Value(count_ < 2 ? 0.0 : std::sqrt(squares_ / static_cast<double>(count_ - 1)));
    case AggregateFunction::st_dev_p:
        return Value(count_ < 1 ? 0.0 : std::sqrt(squares_ / static_cast<double>(count_)));
    default:
        return best_;
    }
}

bool Aggregate::push(Runtime& runtime) {
    for (std::size_t i = 0; i < keys_.size(); ++i)
        row_[i] = keys_[i].evaluator(runtime);
    const auto [group, is_new] = groups_.add(row_, runtime);
    if (is_new) {
        runtime.keep(calls_.size() * sizeof(AggregateState));
        states_.resize(states_.size() + calls_.size());
    }
    for (std::size_t i = 0; i < calls_.size(); ++i) {
        const AggregateCall& call = calls_[i];
        const Value value = call.argument ? call.argument(runtime) : Value();
        if (call.argument && value.is_null())
            continue;
        states_[group * calls_.size() + i].add(call, value, runtime.weight, runtime);
    }
    return true;
}

void Aggregate::finish(Runtime& runtime) {
    if (keys_.empty() && groups_.size() == 0) {
        groups_.add({}, runtime);
        states_.resize(calls_.size());
    }
    const WeightGuard guard(runtime, 1);
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        for (std::size_t i = 0; i < keys_.size(); ++i)
            runtime[keys_[i].slot] = groups_.row(group)[i];
        for (std::size_t i = 0; i < calls_.size(); ++i)
            runtime[calls_[i].slot] = states_[group * calls_.size() + i].result(calls_[i], runtime);
        if (!emit(runtime))
            break;
    }
    Operator::finish(runtime);
}

} // namespace entente::cypher::detail
