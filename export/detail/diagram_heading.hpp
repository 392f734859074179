// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_DIAGRAM_HEADING_HPP
#define ENTENTE_EXPORT_DETAIL_DIAGRAM_HEADING_HPP

#include "export/detail/palette.hpp"
#include "export/diagram.hpp"

#include <set>
#include <string>

namespace entente::detail {

/// What is shown, from when to when, and what lines and the colours of the parts of the world mean, as an
/// HTML-like label.
std::string diagram_heading(const Diagram& diagram, const std::set<World>& worlds);

} // namespace entente::detail

#endif
