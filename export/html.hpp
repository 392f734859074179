// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_HTML_HPP
#define ENTENTE_EXPORT_HTML_HPP

#include "export/dot.hpp"

#include <iosfwd>

namespace entente {

/// Writes the diagram as one HTML file to look around in: pan and zoom, filters by type, context, date and
/// confidence, a timeline, and the sentences behind an edge with links to where they were published.
///
/// The file needs no network and loads nothing. Filters see the sentences that the edges keep
/// (DiagramOptions::evidence). Throws Error where Graphviz cannot lay the diagram out, OutputError where the
/// stream takes no more.
void write_html(std::ostream& out, const Diagram& diagram, const DotOptions& options = {});

} // namespace entente

#endif
