// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/edge_join.hpp"

#include "graph/detail/parallel.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <type_traits>

namespace entente::detail {

namespace {

constexpr std::size_t edges_in_part = std::size_t{1} << 16;
constexpr std::size_t most_parts = 4096;
constexpr std::size_t most_keys = std::size_t{1} << 20;

// A number for an edge's pair, or where there are too many vertices for its source, in their order.
class PairKeys {
public:
    explicit PairKeys(std::size_t vertex_count) noexcept
        : vertex_count_(vertex_count), has_targets_(vertex_count * vertex_count <= most_keys) {}

    std::size_t count() const noexcept {
        return has_targets_ ? vertex_count_ * vertex_count_ : vertex_count_;
    }
    std::size_t operator()(const CollectedEdges& edges, std::size_t edge) const noexcept {
        const std::size_t source = edges.columns.source[edge];
        return has_targets_ ? source * vertex_count_ + edges.columns.target[edge] : source;
    }

private:
    std::size_t vertex_count_;
    bool has_targets_;
};

// Which edges of each piece go to which part, and where.
class Plan {
public:
    Plan(const std::vector<CollectedEdges>& pieces, std::size_t vertex_count) : keys_(vertex_count) {
        const std::vector<std::uint32_t> counts = count_keys(pieces);
        size_ = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
        part_count_ = std::clamp<std::size_t>(size_ / edges_in_part, 1, most_parts);
        parts_.resize(counts.size());
        std::size_t before = 0;
        for (std::size_t key = 0; key < counts.size(); ++key) {
            parts_[key] = static_cast<std::uint16_t>(before * part_count_ / std::max<std::size_t>(size_, 1));
            before += counts[key];
        }
        orders_.resize(pieces.size());
        begins_.resize(pieces.size());
        in_parallel(pieces.size(), [&](std::size_t piece) { arrange(pieces[piece], piece); });
        place_parts();
    }

    std::size_t size() const noexcept { return size_; }
    const std::vector<std::uint32_t>& part_ends() const noexcept { return part_ends_; }

    // Calls `visit(place, begin, end)` with the numbers of edges of a piece, which go to `place` and those
    // after it.
    template<class Visit>
    void for_each_run(std::size_t piece, Visit visit) const {
        const std::uint32_t* const order = orders_[piece].data();
        for (std::size_t part = 0; part < part_count_; ++part)
            visit(places_[piece * part_count_ + part], order + begins_[piece][part],
                  order + begins_[piece][part + 1]);
    }

private:
    std::vector<std::uint32_t> count_keys(const std::vector<CollectedEdges>& pieces) const {
        std::vector<std::vector<std::uint32_t>> counts(thread_count());
        in_parallel(pieces.size(), [&](std::size_t piece) {
            std::vector<std::uint32_t>& own = counts[thread_number()];
            own.resize(keys_.count(), 0);
            for (std::size_t edge = 0; edge < pieces[piece].size(); ++edge)
                ++own[keys_(pieces[piece], edge)];
        });
        std::vector<std::uint32_t> sums(keys_.count(), 0);
        for (const std::vector<std::uint32_t>& each : counts)
            std::transform(each.begin(), each.end(), sums.begin(), sums.begin(), std::plus<>());
        return sums;
    }

    // The piece's edges by part.
    void arrange(const CollectedEdges& edges, std::size_t piece) {
        std::vector<std::uint32_t>& begins = begins_[piece];
        begins.assign(part_count_ + 1, 0);
        for (std::size_t edge = 0; edge < edges.size(); ++edge)
            ++begins[parts_[keys_(edges, edge)] + 1U];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
        orders_[piece].resize(edges.size());
        for (std::size_t edge = 0; edge < edges.size(); ++edge)
            orders_[piece][next[parts_[keys_(edges, edge)]]++] = static_cast<std::uint32_t>(edge);
    }

    void place_parts() {
        places_.resize(begins_.size() * part_count_);
        std::uint32_t place = 0;
        for (std::size_t part = 0; part < part_count_; ++part) {
            for (std::size_t piece = 0; piece < begins_.size(); ++piece) {
                places_[piece * part_count_ + part] = place;
                place += begins_[piece][part + 1] - begins_[piece][part];
            }
            part_ends_.push_back(place);
        }
    }

    PairKeys keys_;
    std::size_t size_ = 0;
    std::size_t part_count_ = 1;
    std::vector<std::uint16_t> parts_; // by key
    std::vector<std::vector<std::uint32_t>> orders_;
    std::vector<std::vector<std::uint32_t>> begins_; // of parts in an order
    std::vector<std::uint32_t> places_;
    std::vector<std::uint32_t> part_ends_;
};

template<class T>
void join_column(const std::vector<ColumnBuilder<T>*>& pieces, const Plan& plan, ColumnBuilder<T>& to) {
    const auto is_same = [&](const ColumnBuilder<T>* piece) {
        return piece->size() == 0 || (piece->is_constant() && piece->constant() == to.constant());
    };
    const auto first = std::ranges::find_if(pieces, [](const auto* piece) { return piece->size() != 0; });
    if (first != pieces.end())
        to.assign(plan.size(), (*first)->constant());
    if (std::ranges::all_of(pieces, is_same))
        return;
    T* const values = to.make_values();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const ColumnBuilder<T>& piece = *pieces[i];
        plan.for_each_run(i, [&](std::uint32_t place, const std::uint32_t* begin, const std::uint32_t* end) {
            if (piece.is_constant())
                std::fill_n(values + place, end - begin, piece.constant());
            else
                std::transform(begin, end, values + place,
                               [from = piece.data()](std::uint32_t edge) { return from[edge]; });
        });
        pieces[i]->free();
    }
}

} // namespace

CollectedEdges joined(std::vector<CollectedEdges>&& pieces, std::size_t vertex_count) {
    if (pieces.size() == 1)
        return std::move(pieces.front());
    const Plan plan(pieces, vertex_count);
    CollectedEdges whole;
    whole.part_ends = plan.part_ends();
    for (const CollectedEdges& piece : pieces)
        whole.relation_count += piece.relation_count;
    std::vector<std::function<void()>> columns;
    whole.columns.for_each([&]<class T>(ColumnBuilder<T>& column) {
        std::vector<ColumnBuilder<T>*> parts;
        for (CollectedEdges& piece : pieces) {
            std::size_t number = 0;
            piece.columns.for_each([&]<class U>(ColumnBuilder<U>& each) {
                if constexpr (std::is_same_v<T, U>) {
                    if (number == columns.size())
                        parts.push_back(&each);
                }
                ++number;
            });
        }
        columns.push_back([&plan, &column, parts = std::move(parts)] { join_column(parts, plan, column); });
    });
    in_parallel(columns.size(), [&](std::size_t number) { columns[number](); });
    return whole;
}

} // namespace entente::detail
