// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_PLURAL_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_PLURAL_HPP

#include <string>
#include <string_view>

namespace entente::detail {

/// The plural of an English noun phrase that names a role: "foreign ministers", "heads of state",
/// "secretaries-general". Empty where the term is a plural or has none: "troops", "police".
std::string plural_of(std::string_view term);

} // namespace entente::detail

#endif
