// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_GRAPH_IMAGE_HPP
#define ENTENTE_GRAPH_DETAIL_GRAPH_IMAGE_HPP

#include "graph/detail/graph_builder.hpp"
#include "graph/relation_graph.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente::detail {

/// What an image is of; zeros for a graph without a file.
struct ImageOrigin {
    std::uint64_t file = 0;
    std::uint64_t removals = 0;
    std::uint64_t last_relation = 0;
    std::uint64_t actors = 0;

    bool operator==(const ImageOrigin&) const = default;
};

/// A section of an image: where its bytes are, or the value that stands for all of them.
struct ImageSection {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t constant = 0;
};

/// The first page of an image. Numbers are as the machine has them; `byte_order` tells whether that is ours.
struct ImageHeader {
    static constexpr std::size_t section_count = 64;

    std::array<char, 8> magic{};
    std::uint32_t byte_order = 0;
    std::uint32_t format = 0;
    ImageOrigin origin;
    std::uint64_t image_size = 0;
    std::uint64_t vertex_count = 0;
    std::uint64_t edge_count = 0;
    std::uint64_t relation_count = 0;
    std::uint64_t pair_count = 0;
    std::uint64_t actor_count = 0;
    std::uint64_t text_bytes = 0;
    std::uint64_t body_checksum = 0;
    std::array<ImageSection, section_count> sections{};
    /// Over everything before it.
    std::uint64_t header_checksum = 0;
    /// The run of the machine in which the body was last known to be as it was written; in no checksum.
    std::array<char, 40> boot_id{};
};

/// Lays a graph out as one block of memory or one file, and makes a graph of such a block.
///
/// After the header (one page) come the sections, each at a multiple of 64 bytes: columns of edges in the
/// order of sources, row begins, edges in the order of targets, texts. A column whose values are all equal
/// has no bytes.
class GraphImage {
public:
    static constexpr std::size_t header_size = 4096;

    /// Takes the bytes of an image in order; the header comes last, for place 0.
    using Sink = std::function<void(std::uint64_t offset, const void* bytes, std::size_t size)>;
    /// Writes the image of what was collected and forgets it, column by column.
    static void write(GraphBuilder&& builder, const ImageOrigin& origin, const Sink& sink);

    /// A graph in memory of its own.
    static RelationGraph make(GraphBuilder&& builder, const ImageOrigin& origin);

    /// What is wrong with the header of a block of `size` bytes; empty where nothing is.
    static std::string fault_of_header(const void* bytes, std::size_t size);
    /// Whether the body has the checksum that the header says. Reads all of it.
    static bool is_body_intact(const void* bytes);
    /// The graph that lies at `memory`, whose header has no fault.
    static RelationGraph load(std::shared_ptr<const void> memory);

    static const ImageHeader& header(const void* bytes) { return *static_cast<const ImageHeader*>(bytes); }
};

static_assert(sizeof(ImageHeader) <= GraphImage::header_size);

} // namespace entente::detail

#endif
