// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/graph_image.hpp"

#include "graph/detail/image_edges.hpp"
#include "graph/detail/image_writer.hpp"
#include "graph/detail/relation_rows.hpp"
#include "graph/error.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace entente::detail {

namespace {

using enum ImageSections::Section;
using Section = ImageSections::Section;

void write_vertices(ImageWriter& writer, GraphBuilder& builder) {
    const std::vector<std::string>& texts = builder.codes.texts;
    std::vector<std::uint32_t> by_code(texts.size());
    std::iota(by_code.begin(), by_code.end(), 0U);
    std::sort(by_code.begin(), by_code.end(), [&](auto a, auto b) { return texts[a] < texts[b]; });
    writer.write<std::uint32_t>(vertices_by_code, by_code);

    std::vector<std::uint32_t> own(texts.size(), 0);
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint8_t> kinds;
    std::vector<std::int32_t> from;
    std::vector<std::int32_t> until;
    const auto day = [](const std::optional<Date>& date) {
        return date ? static_cast<std::int32_t>(day_of(*date)) : RelationGraph::no_day;
    };
    for (const Actor& actor : builder.actors) {
        const std::uint32_t vertex = builder.codes.number(actor.party.text());
        vertices.push_back(vertex);
        if (actor.kind != ActorKind::person && own[vertex] == 0)
            own[vertex] = static_cast<std::uint32_t>(vertices.size());
        kinds.push_back(static_cast<std::uint8_t>(actor.kind));
        from.push_back(day(actor.from));
        until.push_back(day(actor.until));
    }
    writer.write<std::uint32_t>(party_actors, own);
    writer.write<std::uint32_t>(actor_vertices, vertices);
    writer.write<std::uint8_t>(actor_kinds, kinds);
    writer.write<std::int32_t>(actor_from, from);
    writer.write<std::int32_t>(actor_until, until);
}

void write_texts(ImageWriter& writer, const GraphBuilder& builder) {
    const auto self = [](const std::string& text) -> std::string_view { return text; };
    writer.write_texts(codes, builder.codes.texts, self);
    writer.write_texts(terms, builder.terms.texts, self);
    writer.write_texts(topics, builder.topics.texts, self);
    writer.write_texts(actor_names, builder.actors,
                       [](const Actor& actor) -> std::string_view { return actor.name; });
    writer.write_texts(actor_wikidata, builder.actors,
                       [](const Actor& actor) -> std::string_view { return actor.wikidata; });
    writer.write_texts(actor_offices, builder.actors,
                       [](const Actor& actor) -> std::string_view { return actor.office; });
}

template<class T>
std::span<const T> section_of(const void* bytes, Section section) {
    const ImageSection& where = GraphImage::header(bytes).sections[section];
    return {reinterpret_cast<const T*>(static_cast<const char*>(bytes) + where.offset),
            static_cast<std::size_t>(where.size / sizeof(T))};
}

TextTable texts_of(const void* bytes, Section section) {
    const auto offsets = section_of<std::uint64_t>(bytes, section);
    return TextTable(offsets, section_of<char>(bytes, static_cast<Section>(section + 1)).data());
}

template<class T>
Column<T> column_of(const void* bytes, std::size_t section) {
    const ImageSection& where = GraphImage::header(bytes).sections[section];
    if (where.size != 0)
        return Column<T>(section_of<T>(bytes, static_cast<Section>(section)).data());
    T constant;
    std::memcpy(&constant, &where.constant, sizeof constant);
    return Column<T>(constant);
}

// Whether each section has as many bytes as the counts ask for, so that no reader leaves the image.
bool has_sound_sizes(const void* bytes) {
    const ImageHeader& header = GraphImage::header(bytes);
    const auto is = [&](Section section, std::uint64_t count, std::size_t width) {
        return header.sections[section].size == count * width;
    };
    EdgeColumns<Column> columns;
    std::size_t section = 0;
    bool sound = true;
    columns.for_each([&]<class T>(Column<T>&) {
        const std::uint64_t size = header.sections[section++].size;
        sound = sound && (size == 0 || size == header.edge_count * sizeof(T));
    });
    for (const Section table : {codes, terms, topics, actor_names, actor_wikidata, actor_offices}) {
        const auto offsets = section_of<std::uint64_t>(bytes, table);
        sound = sound && !offsets.empty() && std::is_sorted(offsets.begin(), offsets.end()) &&
                is(static_cast<Section>(table + 1), offsets.back(), 1);
    }
    return sound && is(out_begins, header.vertex_count + 1, 4) && is(in_begins, header.vertex_count + 1, 4) &&
           is(in_edges, header.edge_count, 4) && is(pair_begins, header.vertex_count + 1, 4) &&
           is(pair_sources, header.pair_count, 4) && is(pair_targets, header.pair_count, 4) &&
           is(pair_edges, header.pair_count + 1, 4) && is(pair_types, header.pair_count, 2) &&
           is(in_pair_begins, header.vertex_count + 1, 4) && is(in_pairs, header.pair_count, 4) &&
           is(vertices_by_code, header.vertex_count, 4) && is(party_actors, header.vertex_count, 4) &&
           is(codes, header.vertex_count + 1, 8) && is(actor_names, header.actor_count + 1, 8) &&
           is(actor_vertices, header.actor_count, 4) && is(actor_kinds, header.actor_count, 1) &&
           is(actor_from, header.actor_count, 4) && is(actor_until, header.actor_count, 4);
}

} // namespace

void GraphImage::write(GraphBuilder&& builder, const ImageOrigin& origin, const Sink& sink) {
    builder.edges.finish();
    for (const Actor& actor : builder.actors)
        builder.codes.number(actor.party.text());
    const std::size_t vertex_count = builder.codes.texts.size();
    const std::size_t edge_count =
        builder.base.edge_count() - builder.removed.size() + builder.edges.columns.source.size();
    if (edge_count >= std::numeric_limits<std::uint32_t>::max())
        throw Error("the graph has more than 4 billion relations, which is more than its view can hold");
    ImageWriter writer(sink);
    writer.header.origin = origin;
    writer.header.vertex_count = vertex_count;
    writer.header.edge_count = edge_count;
    const auto is_relation = [&](std::uint32_t edge) { return !builder.base.is_mirror({edge}); };
    writer.header.relation_count =
        builder.base.relation_count() + builder.edges.relation_count -
        static_cast<std::size_t>(std::count_if(builder.removed.begin(), builder.removed.end(), is_relation));
    writer.header.actor_count = builder.actors.size();
    write_edges(writer, builder);
    write_vertices(writer, builder);
    writer.write<ActId>(acts, builder.acts);
    writer.write<std::uint32_t>(topic_list_begins, builder.topic_list_begins);
    writer.write<std::uint32_t>(topic_list_items, builder.topic_list_items);
    write_texts(writer, builder);
    writer.finish();
}

RelationGraph GraphImage::make(GraphBuilder&& builder, const ImageOrigin& origin) {
    // Aligned as the sections are.
    constexpr std::size_t alignment = ImageFormat::alignment;
    struct alignas(alignment) Block {
        std::array<char, alignment> bytes;
    };
    auto blocks = std::make_shared<std::vector<Block>>();
    write(std::move(builder), origin, [&](std::uint64_t offset, const void* bytes, std::size_t size) {
        const std::size_t needed = (offset + size + alignment - 1) / alignment;
        if (needed > blocks->size())
            blocks->resize(std::max(needed, blocks->size() * 3 / 2));
        std::memcpy(reinterpret_cast<char*>(blocks->data()) + offset, bytes, size);
    });
    const void* data = blocks->data();
    return load(std::shared_ptr<const void>(std::move(blocks), data));
}

std::string GraphImage::fault_of_header(const void* bytes, std::size_t size) {
    if (size < header_size || header(bytes).magic != ImageFormat::magic)
        return "it is no snapshot";
    const ImageHeader& found = header(bytes);
    if (found.byte_order != ImageFormat::byte_order || found.format != ImageFormat::version)
        return "it is from another machine or another version of the program";
    if (found.image_size != size)
        return "it is cut short";
    if (found.header_checksum != XXH3_64bits(&found, offsetof(ImageHeader, header_checksum)))
        return "its first page is damaged";
    for (const ImageSection& section : found.sections) {
        if (section.size > size || section.offset > size - section.size ||
            section.offset % ImageFormat::alignment != 0)
            return "its first page is damaged";
    }
    return has_sound_sizes(bytes) ? "" : "its parts do not fit together";
}

bool GraphImage::is_body_intact(const void* bytes) {
    const ImageHeader& found = header(bytes);
    return found.body_checksum ==
           XXH3_64bits(static_cast<const char*>(bytes) + header_size, found.image_size - header_size);
}

RelationGraph GraphImage::load(std::shared_ptr<const void> memory) {
    const void* bytes = memory.get();
    const ImageHeader& found = header(bytes);
    RelationGraph graph;
    graph.vertex_count_ = found.vertex_count;
    graph.edge_count_ = found.edge_count;
    graph.relation_count_ = found.relation_count;
    graph.byte_count_ = found.image_size;
    graph.text_byte_count_ = found.text_bytes;
    std::size_t section = 0;
    graph.columns_.for_each([&]<class T>(Column<T>& column) { column = column_of<T>(bytes, section++); });
    graph.out_begins_ = section_of<std::uint32_t>(bytes, out_begins).data();
    graph.in_begins_ = section_of<std::uint32_t>(bytes, in_begins).data();
    graph.in_edges_ = section_of<std::uint32_t>(bytes, in_edges).data();
    graph.pair_begins_ = section_of<std::uint32_t>(bytes, pair_begins).data();
    graph.pair_sources_ = section_of<std::uint32_t>(bytes, pair_sources).data();
    graph.pair_targets_ = section_of<std::uint32_t>(bytes, pair_targets).data();
    graph.pair_edges_ = section_of<std::uint32_t>(bytes, pair_edges).data();
    graph.pair_types_ = section_of<std::uint16_t>(bytes, pair_types).data();
    graph.in_pair_begins_ = section_of<std::uint32_t>(bytes, in_pair_begins).data();
    graph.in_pairs_ = section_of<std::uint32_t>(bytes, in_pairs).data();
    graph.vertices_by_code_ = section_of<std::uint32_t>(bytes, vertices_by_code).data();
    graph.party_actors_ = section_of<std::uint32_t>(bytes, party_actors).data();
    graph.acts_ = section_of<ActId>(bytes, acts);
    graph.topic_list_begins_ = section_of<std::uint32_t>(bytes, topic_list_begins);
    graph.topic_list_items_ = section_of<std::uint32_t>(bytes, topic_list_items);
    graph.actor_vertices_ = section_of<std::uint32_t>(bytes, actor_vertices);
    graph.actor_kinds_ = section_of<std::uint8_t>(bytes, actor_kinds);
    graph.actor_from_ = section_of<std::int32_t>(bytes, actor_from);
    graph.actor_until_ = section_of<std::int32_t>(bytes, actor_until);
    graph.codes_ = texts_of(bytes, codes);
    graph.terms_ = texts_of(bytes, terms);
    graph.topics_ = texts_of(bytes, topics);
    graph.actor_names_ = texts_of(bytes, actor_names);
    graph.actor_wikidata_ = texts_of(bytes, actor_wikidata);
    graph.actor_offices_ = texts_of(bytes, actor_offices);
    graph.memory_ = std::move(memory);
    return graph;
}

} // namespace entente::detail
