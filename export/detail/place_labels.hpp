// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_PLACE_LABELS_HPP
#define ENTENTE_EXPORT_DETAIL_PLACE_LABELS_HPP

#include <cgraph.h>

namespace entente::detail {

/// Moves the labels of edges along their lines to where they hide least: nodes, other labels, other lines.
///
/// The graph has been laid out by any engine but dot, which finds room for labels itself. The heaviest edges
/// choose first. Equal graphs give equal places.
void place_labels(Agraph_t* graph);

} // namespace entente::detail

#endif
