// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_CYPHER_DETAIL_OPERATOR_HPP
#define ENTENTE_GRAPH_CYPHER_DETAIL_OPERATOR_HPP

#include "graph/cypher/detail/runtime.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace entente::cypher::detail {

/// A step of a plan. The step before it writes a row into the runtime's slots and pushes; the step does its
/// part and pushes on, once for each row that it makes of it. Rows are never copied on the way.
class Operator {
public:
    Operator() = default;
    Operator(const Operator&) = delete;
    Operator& operator=(const Operator&) = delete;
    virtual ~Operator() = default;

    /// Takes the current row. False where no more rows are wanted.
    virtual bool push(Runtime& runtime) = 0;
    /// There are no more rows: steps that collect push theirs now.
    virtual void finish(Runtime& runtime) {
        if (next_ != nullptr)
            next_->finish(runtime);
    }

    void set_next(Operator* next) noexcept { next_ = next; }
    /// How many rows the step has pushed on.
    std::uint64_t rows() const noexcept { return rows_; }

protected:
    bool emit(Runtime& runtime) {
        rows_ += runtime.weight;
        runtime.tick();
        return next_->push(runtime);
    }
    Operator* next() const noexcept { return next_; }

private:
    Operator* next_ = nullptr;
    std::uint64_t rows_ = 0;
};

/// Steps in a row, each the next one's source.
class Pipeline {
public:
    template<class Step, class... Arguments>
    Step& append(Arguments&&... arguments) {
        auto step = std::make_unique<Step>(std::forward<Arguments>(arguments)...);
        Step& result = *step;
        if (!steps_.empty())
            steps_.back()->set_next(&result);
        steps_.push_back(std::move(step));
        return result;
    }

    bool push(Runtime& runtime) const { return steps_.front()->push(runtime); }
    /// Pushes one row and says that it was the only one.
    void run(Runtime& runtime) const {
        steps_.front()->push(runtime);
        steps_.front()->finish(runtime);
    }
    bool empty() const noexcept { return steps_.empty(); }

private:
    std::vector<std::unique_ptr<Operator>> steps_;
};

/// Sets the weight of rows while it lives.
class WeightGuard {
public:
    WeightGuard(Runtime& runtime, std::uint64_t weight) noexcept
        : runtime_(runtime), before_(runtime.weight) {
        runtime.weight = weight;
    }
    WeightGuard(const WeightGuard&) = delete;
    WeightGuard& operator=(const WeightGuard&) = delete;
    ~WeightGuard() { runtime_.weight = before_; }

private:
    Runtime& runtime_;
    std::uint64_t before_;
};

} // namespace entente::cypher::detail

#endif
