// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/image_edges.hpp"

#include "graph/detail/edge_merge.hpp"
#include "graph/detail/edge_order.hpp"
#include "graph/detail/parallel.hpp"

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

// How many edges are put in order at once: their values fit into the cache, and are worth writing.
constexpr std::size_t edges_at_once = 32768;

std::size_t piece_count(const MergedOrder& order) {
    return (order.size() + edges_at_once - 1) / edges_at_once;
}

// The values of a piece of the order.
template<class T>
void gather(const Column<T>& base, const ColumnBuilder<T>& added, const MergedOrder& order, std::size_t piece,
            T* to) {
    const std::size_t first = piece * edges_at_once;
    order.for_each(
        first, std::min(first + edges_at_once, order.size()),
        [&](std::uint32_t begin, std::uint32_t end) {
            to = base.is_constant() ? std::fill_n(to, end - begin, base[0])
                                    : std::copy(base.data() + begin, base.data() + end, to);
        },
        [&](const std::uint32_t* begin, const std::uint32_t* end) {
            if (added.is_constant()) {
                to = std::fill_n(to, end - begin, added.constant());
            } else {
                const T* const values = added.data();
                to = std::transform(begin, end, to, [values](std::uint32_t edge) { return values[edge]; });
            }
        });
}

// A column in the order of the edges.
template<class T>
std::vector<T> in_order(const Column<T>& base, const ColumnBuilder<T>& added, const MergedOrder& order) {
    std::vector<T> values(order.size());
    in_parallel(piece_count(order), [&](std::size_t piece) {
        gather(base, added, order, piece, values.data() + piece * edges_at_once);
    });
    return values;
}

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
    writer.begin(section);
    std::vector<T> values(thread_count() * edges_at_once);
    const auto own = [&] { return values.data() + thread_number() * edges_at_once; };
    in_parallel(
        piece_count(order), [&](std::size_t piece) { gather(base, added, order, piece, own()); },
        [&](std::size_t piece) {
            const std::size_t size = std::min(edges_at_once, order.size() - piece * edges_at_once);
            writer.append(own(), size * sizeof(T));
        });
    added.free();
}

// The ends and types of all edges, in order.
struct Ends {
    Ends(const GraphBuilder& builder, const MergedOrder& order)
        : targets(in_order(builder.base_columns().target, builder.edges.columns.target, order)),
          types(in_order(builder.base_columns().type, builder.edges.columns.type, order)) {}

    std::vector<std::uint32_t> targets;
    std::vector<std::uint8_t> types;
};

// How many edges each vertex has at one end, added up: where its row begins.
template<class Degree>
std::vector<std::uint32_t> row_begins(const GraphBuilder& builder, const Column<std::uint32_t>& base,
                                      const ColumnBuilder<std::uint32_t>& added, Degree degree) {
    std::vector<std::uint32_t> begins(builder.codes.texts.size() + 1, 0);
    for (std::uint32_t vertex = 0; vertex < builder.base.vertex_count(); ++vertex)
        begins[vertex + 1] = static_cast<std::uint32_t>(degree(vertex));
    for (std::size_t i = 0; i < added.size(); ++i)
        ++begins[added[i] + 1];
    for (const std::uint32_t edge : builder.removed)
        --begins[base[edge] + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}

// Begins of the rows, and the edges by target. Returns the first.
std::vector<std::uint32_t> write_rows(ImageWriter& writer, const GraphBuilder& builder, const Ends& ends) {
    const RelationGraph& base = builder.base;
    const EdgeColumns<ColumnBuilder>& added = builder.edges.columns;
    auto out = row_begins(builder, builder.base_columns().source, added.source,
                          [&](std::uint32_t vertex) { return base.out_edges(vertex).size(); });
    writer.write<std::uint32_t>(out_begins, out);
    auto in = row_begins(builder, builder.base_columns().target, added.target,
                         [&](std::uint32_t vertex) { return base.in_edges(vertex).size(); });
    writer.write<std::uint32_t>(in_begins, in);
    std::vector<std::uint32_t> by_target(ends.targets.size());
    for (std::uint32_t edge = 0; edge != by_target.size(); ++edge)
        by_target[in[ends.targets[edge]]++] = edge;
    writer.write<std::uint32_t>(in_edges, by_target);
    return out;
}

// Runs of edges with one source and one target.
void write_pairs(ImageWriter& writer, const std::vector<std::uint32_t>& rows, const Ends& ends) {
    const std::size_t vertex_count = rows.size() - 1;
    std::vector<std::uint32_t> begins(vertex_count + 1, 0);
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<std::uint32_t> edges;
    std::vector<std::uint16_t> types;
    std::uint32_t edge = 0;
    for (std::uint32_t source = 0; source != vertex_count; ++source) {
        for (; edge != rows[source + 1]; ++edge) {
            if (edge == rows[source] || targets.back() != ends.targets[edge]) {
                sources.push_back(source);
                targets.push_back(ends.targets[edge]);
                edges.push_back(edge);
                types.push_back(0);
            }
            types.back() = static_cast<std::uint16_t>(types.back() | 1U << ends.types[edge]);
        }
        begins[source + 1] = static_cast<std::uint32_t>(sources.size());
    }
    edges.push_back(edge);
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
    const MergedOrder order(builder);
    {
        const Ends ends(builder, order);
        write_pairs(writer, write_rows(writer, builder, ends), ends);
    }
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
