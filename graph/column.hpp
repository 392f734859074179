// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_COLUMN_HPP
#define ENTENTE_GRAPH_COLUMN_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// One property of all edges, in the order of the edges. A property that is the same for all takes no room.
/// The memory belongs to the graph.
template<class T>
class Column {
public:
    Column() = default;
    explicit Column(T constant) noexcept : constant_(constant) {}
    explicit Column(const T* values) noexcept : values_(values) {}

    T operator[](std::size_t index) const noexcept { return values_ != nullptr ? values_[index] : constant_; }
    bool is_constant() const noexcept { return values_ == nullptr; }
    /// The values, for tight loops; nullptr where all are the same.
    const T* data() const noexcept { return values_; }

private:
    const T* values_ = nullptr;
    T constant_{};
};

/// The properties of edges, each as a `C<T>`, in the order that the layout of snapshots fixes.
template<template<class> class C>
struct EdgeColumns {
    C<std::uint32_t> source;
    C<std::uint32_t> target;
    C<std::int32_t> day;
    C<std::int32_t> end_day;
    C<std::uint32_t> key;
    C<std::uint8_t> type;
    C<std::uint8_t> mode;
    C<std::uint8_t> flags; // 1 symmetric, 2 mirror, then 3 bits of modality and 2 of precision
    C<std::uint16_t> cameo;
    C<float> confidence;
    C<std::uint64_t> contexts;
    C<std::uint32_t> statement;
    C<std::uint32_t> said_by; // vertex and 1; 0 for none
    C<std::uint32_t> source_actor;
    C<std::uint32_t> target_actor;
    C<std::uint32_t> predicate;
    C<std::uint32_t> dataset;
    C<std::uint32_t> act;
    C<std::uint32_t> mentions;
    C<std::uint32_t> publishers;
    C<std::uint32_t> topic_list;

    /// Calls `visit` with each column, in that order.
    template<class Visit>
    void for_each(Visit visit) {
        visit(source), visit(target), visit(day), visit(end_day), visit(key), visit(type), visit(mode);
        visit(flags), visit(cameo), visit(confidence), visit(contexts), visit(statement), visit(said_by);
        visit(source_actor), visit(target_actor), visit(predicate), visit(dataset), visit(act);
        visit(mentions), visit(publishers), visit(topic_list);
    }
};

/// Texts by number. The memory belongs to the graph.
class TextTable {
public:
    TextTable() = default;
    /// `offsets` has one element more than there are texts.
    TextTable(std::span<const std::uint64_t> offsets, const char* bytes) noexcept
        : offsets_(offsets), bytes_(bytes) {}

    std::size_t size() const noexcept { return offsets_.empty() ? 0 : offsets_.size() - 1; }
    /// Empty for a number that the table lacks.
    std::string_view operator[](std::size_t index) const noexcept {
        if (index >= size())
            return {};
        return {bytes_ + offsets_[index], static_cast<std::size_t>(offsets_[index + 1] - offsets_[index])};
    }

private:
    std::span<const std::uint64_t> offsets_;
    const char* bytes_ = nullptr;
};

} // namespace entente

#endif
