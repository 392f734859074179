// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_NTRIPLES_TEXT_HPP
#define ENTENTE_EXPORT_DETAIL_NTRIPLES_TEXT_HPP

#include <string>
#include <string_view>

namespace entente::detail {

/// Appends `<iri>`.
inline void append_iri(std::string& out, std::string_view iri) {
    out += '<';
    out += iri;
    out += '>';
}

/// Appends the literal with its quotes, escaped as canonical N-Triples has it, and its datatype unless that
/// is empty.
void append_literal(std::string& out, std::string_view value, std::string_view datatype);

} // namespace entente::detail

#endif
