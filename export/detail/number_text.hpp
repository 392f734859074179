// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_NUMBER_TEXT_HPP
#define ENTENTE_EXPORT_DETAIL_NUMBER_TEXT_HPP

#include <string>

namespace entente::detail {

/// An xsd:double in the canonical form that JSON-LD 1.1 writes: "9.1E-1".
std::string canonical_double(double value);

} // namespace entente::detail

#endif
