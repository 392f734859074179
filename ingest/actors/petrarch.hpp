// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_PETRARCH_HPP
#define ENTENTE_INGEST_ACTORS_PETRARCH_HPP

#include "ingest/actors/gazetteer.hpp"

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

namespace entente {

/// A dictionary of actors or agents, turned into the formats of Gazetteer::add_text; empty where it has none.
struct ActorTables {
    std::string parties;
    std::string leaders;
    std::string roles;
    std::string bodies;
    /// How many names went into the tables.
    std::size_t names = 0;
    /// How many code entries were left out, since they act for no party: former office holders, companies,
    /// citizens.
    std::size_t left_out = 0;
};

/// Reads a dictionary of TABARI, PETRARCH, PETRARCH 2 or Phoenix: actors (`KABUL_ [AFG]`, `+` synonyms, codes
/// with dates as in `[AFGGOV 920628-960927]`) or agents (`SOLDIER [~MIL]`), with `#` and `;` comments and
/// `!SETS!`.
///
/// A code of three letters gives its names to that country; one that goes on with GOV, MIL, LEG, JUD, COP or
/// SPY is an office holder if it has dates and a body if not; REB, SEP, RAD, UAF and OPP without dates make a
/// group, `NSA:` and its name. IGO codes are looked up by their part for the organization, and others become
/// an organization of their own. `known` tells which countries there are. Names, which such dictionaries have
/// in capitals, are written as in a text. A bad entry goes to `on_bad_row`; where there is none, the first
/// one is thrown as InputError.
ActorTables read_petrarch(std::istream& in, const std::string& file, const Gazetteer& known,
                          const BadActorRow& on_bad_row = {});

/// Adds a file in Entente's own format or in that of read_petrarch, told apart by their first row, and
/// returns how many entries of a dictionary were left out.
std::size_t add_actor_file(Gazetteer& gazetteer, const std::filesystem::path& path,
                           const BadActorRow& on_bad_row = {});

} // namespace entente

#endif
