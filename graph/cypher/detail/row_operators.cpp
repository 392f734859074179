// SPDX-License-Identifier: Apache-2.0
#include "graph/cypher/detail/row_operators.hpp"

#include "graph/cypher/comparison.hpp"

#include <algorithm>

namespace entente::cypher::detail {

bool Project::push(Runtime& runtime) {
    for (const Item& item : items_)
        runtime[item.slot] = item.evaluator(runtime);
    return emit(runtime);
}

bool Unwind::push(Runtime& runtime) {
    const Value list = list_(runtime);
    if (list.is_null())
        return true;
    if (list.kind() != Kind::list) {
        runtime[slot_] = list;
        return emit(runtime);
    }
    for (const Value& element : list.list()) {
        runtime[slot_] = element;
        if (!emit(runtime))
            return false;
    }
    return true;
}

bool Distinct::push(Runtime& runtime) {
    for (std::size_t i = 0; i < slots_.size(); ++i)
        row_[i] = runtime[slots_[i]];
    if (!seen_.add(row_, runtime).is_new)
        return true;
    const WeightGuard guard(runtime, 1);
    return emit(runtime);
}

bool Skip::push(Runtime& runtime) {
    if (left_ >= runtime.weight) {
        left_ -= runtime.weight;
        return true;
    }
    const WeightGuard guard(runtime, runtime.weight - left_);
    left_ = 0;
    return emit(runtime);
}

bool Limit::push(Runtime& runtime) {
    if (left_ == 0)
        return false;
    const WeightGuard guard(runtime, std::min(left_, runtime.weight));
    left_ -= runtime.weight;
    return emit(runtime) && left_ > 0;
}

bool Sort::is_before(const Row& a, const Row& b) const {
    for (std::size_t i = 0; i < keys_.size(); ++i)
        if (const int result = order(a.values[i], b.values[i]))
            return keys_[i].descending ? result > 0 : result < 0;
    return a.number < b.number;
}

void Sort::cut() {
    const auto before = [this](const Row& a, const Row& b) { return is_before(a, b); };
    std::nth_element(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(most_), rows_.end(), before);
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(most_), rows_.end());
}

bool Sort::push(Runtime& runtime) {
    if (most_ == 0)
        return false;
    Row row{{}, runtime.weight, pushed_++};
    row.values.reserve(keys_.size() + slots_.size());
    for (const Key& key : keys_)
        row.values.push_back(key.evaluator(runtime));
    for (const std::uint32_t slot : slots_)
        row.values.push_back(runtime[slot]);
    std::size_t bytes = sizeof(Row);
    for (const Value& value : row.values)
        bytes += value.byte_count();
    rows_.push_back(std::move(row));
    // Rows that were cut away make room for as many.
    if (rows_.size() > peak_) {
        peak_ = rows_.size();
        runtime.keep(bytes);
    }
    if (most_ < rows_.size() / 2 && rows_.size() > 1024)
        cut();
    return true;
}

void Sort::finish(Runtime& runtime) {
    std::sort(rows_.begin(), rows_.end(), [this](const Row& a, const Row& b) { return is_before(a, b); });
    for (Row& row : rows_) {
        for (std::size_t i = 0; i < slots_.size(); ++i)
            runtime[slots_[i]] = std::move(row.values[keys_.size() + i]);
        const WeightGuard guard(runtime, row.weight);
        if (!emit(runtime))
            break;
    }
    rows_.clear();
    Operator::finish(runtime);
}

void Optional::close(std::vector<std::uint32_t> slots) {
    slots_ = std::move(slots);
    inner.append<End>(*this);
}

bool Optional::End::push(Runtime& runtime) {
    outer_.has_row_ = true;
    return outer_.emit(runtime);
}

bool Optional::push(Runtime& runtime) {
    has_row_ = false;
    if (!inner.push(runtime))
        return false;
    if (has_row_)
        return true;
    for (const std::uint32_t slot : slots_)
        runtime[slot] = Value();
    return emit(runtime);
}

bool Sink::push(Runtime& runtime) {
    for (std::size_t i = 0; i < slots_.size(); ++i)
        row_[i] = runtime[slots_[i]];
    for (std::uint64_t i = 0; i < runtime.weight; ++i)
        if (!visitor_(runtime, row_))
            return false;
    return true;
}

} // namespace entente::cypher::detail
