// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_DETAIL_IMAGE_EDGES_HPP
#define ENTENTE_GRAPH_DETAIL_IMAGE_EDGES_HPP

#include "graph/detail/graph_builder.hpp"
#include "graph/detail/image_writer.hpp"

namespace entente::detail {

/// Writes the sections of edges, rows and pairs: those of the builder's graph and those that it collected, in
/// one order. The collected ones are forgotten column by column.
void write_edges(ImageWriter& writer, GraphBuilder& builder);

} // namespace entente::detail

#endif
