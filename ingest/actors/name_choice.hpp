// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_NAME_CHOICE_HPP
#define ENTENTE_INGEST_ACTORS_NAME_CHOICE_HPP

#include "ingest/actors/gazetteer.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace entente::actors {

/// How much a name must tell to be taken.
enum class Surety : std::uint8_t {
    full_names, ///< no surname alone, no capital that may be only a place
    any         ///< all of them: the caller looks at what stands around
};

/// The longest name that starts at a token; of several that are equally long, a party's own name before an
/// office holder, a body, a demonym and a capital, of those that are left the one of a party in `near` (whom
/// the statement is about: "Korean" in a text of Pyongyang), and of office holders the one in office at
/// `date`.
std::optional<NameMatch> choose_name(const Gazetteer& gazetteer, std::span<const std::string_view> tokens,
                                     std::size_t at, const std::optional<Date>& date, Surety surety,
                                     std::span<const PartyCode> near = {});

} // namespace entente::actors

#endif
