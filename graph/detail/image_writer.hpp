// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_IMAGE_WRITER_HPP
#define ENTENTE_GRAPH_DETAIL_IMAGE_WRITER_HPP

#include "graph/detail/graph_image.hpp"

#include <xxhash.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace entente::detail {

/// What tells that an image is one, and one of ours.
struct ImageFormat {
    static constexpr std::array<char, 8> magic{'E', 'N', 'T', 'G', 'R', 'A', 'P', 'H'};
    static constexpr std::uint32_t byte_order = 0x01020304;
    static constexpr std::uint32_t version = 1;
    static constexpr std::size_t alignment = 64;
};

/// Sections after the columns of edges, which have the first places in the order of EdgeColumns.
struct ImageSections {
    enum Section : std::size_t {
        out_begins = 24,
        in_begins,
        in_edges,
        pair_begins,
        pair_sources,
        pair_targets,
        pair_edges,
        pair_types,
        in_pair_begins,
        in_pairs,
        vertices_by_code,
        party_actors,
        acts,
        topic_list_begins,
        topic_list_items,
        actor_vertices,
        actor_kinds,
        actor_from,
        actor_until,
        codes, // each of these is followed by its bytes
        terms = codes + 2,
        topics = terms + 2,
        actor_names = topics + 2,
        actor_wikidata = actor_names + 2,
        actor_offices = actor_wikidata + 2,
        section_end = actor_offices + 2
    };
};
static_assert(ImageSections::section_end <= ImageHeader::section_count);

struct FreeHashState {
    void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
};

/// Gives sections to a sink one after the other and keeps the header's account of them.
class ImageWriter {
public:
    explicit ImageWriter(const GraphImage::Sink& sink) : sink_(sink), state_(XXH3_createState()) {
        XXH3_64bits_reset(state_.get());
    }

    ImageHeader header;

    void begin(std::size_t section) {
        constexpr std::size_t alignment = ImageFormat::alignment;
        const std::size_t padding = (alignment - offset_ % alignment) % alignment;
        static constexpr std::array<char, alignment> zeros{};
        put(zeros.data(), padding);
        section_ = section;
        header.sections[section].offset = offset_;
    }

    void append(const void* bytes, std::size_t size) {
        put(bytes, size);
        header.sections[section_].size = offset_ - header.sections[section_].offset;
    }

    template<class T>
    void write(std::size_t section, std::span<const T> values) {
        begin(section);
        append(values.data(), values.size_bytes());
    }

    template<class Texts, class Get>
    void write_texts(std::size_t section, const Texts& texts, Get get) {
        std::vector<std::uint64_t> offsets{0};
        for (const auto& each : texts)
            offsets.push_back(offsets.back() + std::string_view(get(each)).size());
        write(section, std::span<const std::uint64_t>(offsets));
        begin(section + 1);
        for (const auto& each : texts) {
            const std::string_view text = get(each);
            append(text.data(), text.size());
        }
        header.text_bytes += offsets.back();
    }

    void finish() {
        header.magic = ImageFormat::magic;
        header.byte_order = ImageFormat::byte_order;
        header.format = ImageFormat::version;
        header.image_size = offset_;
        header.body_checksum = XXH3_64bits_digest(state_.get());
        header.header_checksum = XXH3_64bits(&header, offsetof(ImageHeader, header_checksum));
        std::vector<char> page(GraphImage::header_size, '\0');
        std::memcpy(page.data(), &header, sizeof header);
        sink_(0, page.data(), page.size());
    }

private:
    void put(const void* bytes, std::size_t size) {
        if (size == 0)
            return;
        sink_(offset_, bytes, size);
        XXH3_64bits_update(state_.get(), bytes, size);
        offset_ += size;
    }

    const GraphImage::Sink& sink_;
    std::unique_ptr<XXH3_state_t, FreeHashState> state_;
    std::uint64_t offset_ = GraphImage::header_size;
    std::size_t section_ = 0;
};

} // namespace entente::detail

#endif
