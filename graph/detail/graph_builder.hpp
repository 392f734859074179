// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_GRAPH_BUILDER_HPP
#define ENTENTE_GRAPH_DETAIL_GRAPH_BUILDER_HPP

#include "graph/detail/dictionary.hpp"
#include "graph/relation_graph.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::detail {

/// A column that grows: nothing but a constant until a second value comes.
template<class T>
class ColumnBuilder {
public:
    using value_type = T;

    /// Adds a field of each row.
    template<class Row>
    void append(std::span<const Row> rows, T Row::*field) {
        if (rows.empty())
            return;
        if (size_ == 0)
            constant_ = rows.front().*field;
        const auto is_same = [&](const Row& row) { return row.*field == constant_; };
        if (!values_.empty() || !std::ranges::all_of(rows, is_same)) {
            values_.resize(size_, constant_);
            values_.resize(size_ + rows.size());
            std::ranges::transform(rows, values_.begin() + static_cast<std::ptrdiff_t>(size_),
                                   [&](const Row& row) { return row.*field; });
        }
        size_ += rows.size();
    }

    T operator[](std::size_t index) const noexcept { return values_.empty() ? constant_ : values_[index]; }
    bool is_constant() const noexcept { return values_.empty(); }
    T constant() const noexcept { return constant_; }
    /// The values, for tight loops; only where they are not constant.
    const T* data() const noexcept { return values_.data(); }
    std::size_t size() const noexcept { return size_; }
    void free() { std::vector<T>().swap(values_); }

    void set(std::size_t index, T value) {
        if (values_.empty() && value != constant_)
            make_values();
        if (!values_.empty())
            values_[index] = value;
    }

    void assign(std::size_t size, T constant) {
        free();
        size_ = size;
        constant_ = constant;
    }
    /// The constant as so many values, to be changed.
    T* make_values() {
        values_.assign(size_, constant_);
        return values_.data();
    }

    /// Puts `change(value)` in the place of each value.
    template<class Change>
    void transform(Change change) {
        if (size_ != 0 && values_.empty())
            constant_ = change(constant_);
        for (T& value : values_)
            value = change(value);
    }

private:
    std::vector<T> values_;
    std::size_t size_ = 0;
    T constant_{};
};

/// The values of one edge, as the columns have them.
struct EdgeValues {
    static constexpr std::uint8_t no_mode = 255;
    static constexpr std::uint16_t no_code = 65535;
    static constexpr std::uint8_t symmetric = 1;
    static constexpr std::uint8_t mirror = 2;

    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::int32_t day = RelationGraph::no_day;
    std::int32_t end_day = RelationGraph::no_day;
    std::uint32_t key = 0;
    std::uint8_t type = 0;
    std::uint8_t mode = no_mode;
    std::uint8_t flags = 0;
    std::uint16_t cameo = no_code;
    float confidence = 1;
    std::uint64_t contexts = 0;
    std::uint32_t statement = 0;
    std::uint32_t said_by = 0;
    std::uint32_t source_actor = 0;
    std::uint32_t target_actor = 0;
    std::uint32_t predicate = 0;
    std::uint32_t dataset = 0;
    std::uint32_t act = 0;
    std::uint32_t mentions = 1;
    std::uint32_t publishers = 1;
    std::uint32_t topic_list = 0;
};

/// The flags of an edge that is no mirror.
inline std::uint8_t edge_flags(bool symmetric, Modality modality, DatePrecision precision) {
    return static_cast<std::uint8_t>((symmetric ? EdgeValues::symmetric : 0) |
                                     static_cast<int>(modality) << 2 | static_cast<int>(precision) << 5);
}

/// Edges in the order in which they came.
struct CollectedEdges {
    EdgeColumns<ColumnBuilder> columns;
    std::size_t relation_count = 0;
    /// Where there are parts of which each has lower pairs than the next: where they end.
    std::vector<std::uint32_t> part_ends;

    /// One relation; the mirror of a symmetric one is made here. It is in the columns after finish().
    void add(const EdgeValues& edge);
    void finish();

    /// With those that finish() is still to see.
    std::size_t size() const noexcept { return columns.key.size() + waiting_.size(); }

private:
    // Column by column is faster than row by row.
    std::vector<EdgeValues> waiting_;
};

/// Texts that have numbers in the order of coming.
class NumberedTexts {
public:
    std::uint32_t number(std::string_view text);
    std::vector<std::string> texts;

private:
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;
};

/// Collects what a graph is made of; GraphImage lays it out.
class GraphBuilder {
public:
    GraphBuilder();

    /// Begins with everything that `graph` has, but its actors. Comes first.
    void begin_with(const RelationGraph& graph);
    void add(const Relation& relation, std::uint32_t key);

    const EdgeColumns<Column>& base_columns() const noexcept { return base.columns_; }

    std::uint32_t act(const ActId& id);
    /// The number of a list of topic numbers; 0 is the empty one.
    std::uint32_t topic_list(const std::vector<std::uint32_t>& list);

    RelationGraph base;                 // whose edges come to those that are collected
    std::vector<std::uint32_t> removed; // but for these, in order
    CollectedEdges edges;
    NumberedTexts codes; // of vertices
    NumberedTexts terms; // number 0 is the empty text
    NumberedTexts topics;
    std::vector<ActId> acts{ActId{}};
    std::vector<std::uint32_t> topic_list_begins{0, 0};
    std::vector<std::uint32_t> topic_list_items;
    std::vector<Actor> actors;

private:
    std::unordered_map<ActId, std::uint32_t> act_numbers_;
    std::map<std::vector<std::uint32_t>, std::uint32_t> topic_list_numbers_;
};

} // namespace entente::detail

#endif
