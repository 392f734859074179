// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_DRAW_DIAGRAM_HPP
#define ENTENTE_EXPORT_DETAIL_DRAW_DIAGRAM_HPP

#include "export/detail/cgraph.hpp"
#include "export/dot.hpp"

namespace entente::detail {

/// `wanted`, else the engine that suits the diagram's size.
std::string engine_for(const Diagram& diagram, const std::string& wanted);

/// The diagram as a graph with all that Graphviz needs to draw it; edge i has the id "edge<i>".
CgraphPtr draw_diagram(const Diagram& diagram, const DotOptions& options);

} // namespace entente::detail

#endif
