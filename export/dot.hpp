// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DOT_HPP
#define ENTENTE_EXPORT_DOT_HPP

#include "export/diagram.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// What a diagram is rendered to.
enum class ImageFormat : std::uint8_t { svg, png, pdf, dot };

/// By the end of a file name, "svg"; nothing for any other.
std::optional<ImageFormat> parse_image_format(std::string_view extension) noexcept;

struct DotOptions {
    /// Graphviz's layout engine ("dot", "neato", "fdp", "sfdp", "circo", "twopi"); empty chooses by the size
    /// and shape of the diagram.
    std::string engine{};
    /// Title, period and legend above the diagram.
    bool heading = true;
};

/// The engines that DotOptions may name.
const std::vector<std::string>& layout_engines();

/// Writes the diagram in the DOT language, before layout.
///
/// Besides what Graphviz draws, nodes carry `name`, `kind` and `weight`, edges `type`, `quad_class`,
/// `predicate`, `topics`, `count`, `modality`, `first` and `last`, for tools that read DOT as data. Any name
/// is written so that it reads back as it was. Throws OutputError where the stream takes no more.
void write_dot(std::ostream& out, const Diagram& diagram, const DotOptions& options = {});

/// Lays the diagram out and writes the picture. Throws Error where Graphviz cannot.
///
/// Graphviz keeps global state: one call at a time in a process.
void render_diagram(std::ostream& out, const Diagram& diagram, ImageFormat format,
                    const DotOptions& options = {});

} // namespace entente

#endif
