// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/image_edges.hpp"

#include "graph/detail/edge_merge.hpp"
#include "graph/detail/edge_order.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace entente::detail {

namespace {

using enum ImageSections::Section;

template<class T>
std::uint64_t bits_of(T value) noexcept {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof value);
    return bits;
}

// Gathers values into pieces that are large enough to be written.
template<class T>
class ValueWriter {
public:
    ValueWriter(ImageWriter& writer, std::size_t section) : writer_(writer) { writer.begin(section); }

    void push(T value) {
        if (count_ == values_.size())
            flush();
        values_[count_++] = value;
    }

    void push(const Column<T>& column, std::uint32_t begin, std::uint32_t end) {
        while (begin != end) {
            if (count_ == values_.size())
                flush();
            const auto size = std::min<std::size_t>(end - begin, values_.size() - count_);
            if (column.is_constant())
                std::fill_n(values_.data() + count_, size, column[0]);
            else
                std::copy_n(column.data() + begin, size, values_.data() + count_);
            count_ += size;
            begin += static_cast<std::uint32_t>(size);
        }
    }

    void flush() {
        writer_.append(values_.data(), count_ * sizeof(T));
        count_ = 0;
    }

private:
    ImageWriter& writer_;
    std::vector<T> values_ = std::vector<T>(32768);
    std::size_t count_ = 0;
};

template<class T>
void write_column(ImageWriter& writer, std::size_t section, const Column<T>& base, ColumnBuilder<T>& added,
                  const MergedOrder& order) {
    const bool has_base = order.size() != added.size();
    const T constant = has_base ? base[0] : added.constant();
    if ((!has_base || base.is_constant()) &&
        (added.size() == 0 || (added.is_constant() && added.constant() == constant))) {
        writer.header.sections[section].constant = bits_of(constant);
        return;
    }
    ValueWriter<T> values(writer, section);
    order.for_each([&](std::uint32_t begin, std::uint32_t end) { values.push(base, begin, end); },
                   [&](std::uint32_t edge) { values.push(added[edge]); });
    values.flush();
    added.free();
}

// Calls `visit` with the source, target and type of each edge, in order.
template<class Visit>
void for_each_edge(const GraphBuilder& builder, const MergedOrder& order, Visit visit) {
    const EdgeColumns<Column>& base = builder.base_columns();
    const EdgeColumns<ColumnBuilder>& added = builder.edges.columns;
    order.for_each(
        [&](std::uint32_t begin, std::uint32_t end) {
            for (std::uint32_t edge = begin; edge != end; ++edge)
                visit(base.source[edge], base.target[edge], base.type[edge]);
        },
        [&](std::uint32_t edge) { visit(added.source[edge], added.target[edge], added.type[edge]); });
}

// How many edges each vertex has at one end, added up: where its row begins.
template<class Degree>
std::vector<std::uint32_t> row_begins(const GraphBuilder& builder, const ColumnBuilder<std::uint32_t>& added,
                                      Degree degree) {
    std::vector<std::uint32_t> begins(builder.codes.texts.size() + 1, 0);
    for (std::uint32_t vertex = 0; vertex < builder.base.vertex_count(); ++vertex)
        begins[vertex + 1] = static_cast<std::uint32_t>(degree(vertex));
    for (std::size_t i = 0; i < added.size(); ++i)
        ++begins[added[i] + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}

// Begins of the rows, and the edges by target.
void write_rows(ImageWriter& writer, const GraphBuilder& builder, const MergedOrder& order) {
    const RelationGraph& base = builder.base;
    const EdgeColumns<ColumnBuilder>& added = builder.edges.columns;
    writer.write<std::uint32_t>(out_begins, row_begins(builder, added.source, [&](std::uint32_t vertex) {
                                    return base.out_edges(vertex).size();
                                }));
    auto begins =
        row_begins(builder, added.target, [&](std::uint32_t vertex) { return base.in_edges(vertex).size(); });
    writer.write<std::uint32_t>(in_begins, begins);
    std::vector<std::uint32_t> by_target(order.size());
    std::uint32_t edge = 0;
    for_each_edge(builder, order, [&](std::uint32_t, std::uint32_t target, std::uint8_t) {
        by_target[begins[target]++] = edge++;
    });
    writer.write<std::uint32_t>(in_edges, by_target);
}

// Runs of edges with one source and one target.
void write_pairs(ImageWriter& writer, const GraphBuilder& builder, const MergedOrder& order) {
    const std::size_t vertex_count = builder.codes.texts.size();
    std::vector<std::uint32_t> begins(vertex_count + 1, 0);
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<std::uint32_t> edges;
    std::vector<std::uint16_t> types;
    std::uint32_t edge = 0;
    for_each_edge(builder, order, [&](std::uint32_t source, std::uint32_t target, std::uint8_t type) {
        if (sources.empty() || sources.back() != source || targets.back() != target) {
            sources.push_back(source);
            targets.push_back(target);
            edges.push_back(edge);
            types.push_back(0);
            ++begins[source + 1];
        }
        types.back() = static_cast<std::uint16_t>(types.back() | 1U << type);
        ++edge;
    });
    edges.push_back(edge);
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    writer.write<std::uint32_t>(pair_begins, begins);
    writer.write<std::uint32_t>(pair_sources, sources);
    writer.write<std::uint32_t>(pair_targets, targets);
    writer.write<std::uint32_t>(pair_edges, edges);
    writer.write<std::uint16_t>(pair_types, types);
    const auto by_target = group_edges(
        targets.size(), vertex_count, [&](std::size_t i) { return targets[i]; }, begins);
    writer.write<std::uint32_t>(in_pair_begins, begins);
    writer.write<std::uint32_t>(in_pairs, by_target);
    writer.header.pair_count = targets.size();
}

} // namespace

void write_edges(ImageWriter& writer, GraphBuilder& builder) {
    const MergedOrder order(builder.base, builder.edges.columns, builder.codes.texts.size());
    write_rows(writer, builder, order);
    write_pairs(writer, builder, order);
    EdgeColumns<Column> base = builder.base_columns();
    std::array<const void*, ImageSections::out_begins> base_columns{};
    std::size_t section = 0;
    base.for_each([&](auto& column) { base_columns[section++] = &column; });
    section = 0;
    builder.edges.columns.for_each([&]<class T>(ColumnBuilder<T>& added) {
        write_column(writer, section, *static_cast<const Column<T>*>(base_columns[section]), added, order);
        ++section;
    });
}

} // namespace entente::detail
