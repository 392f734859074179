// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_PETRARCH_CODE_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_PETRARCH_CODE_HPP

#include "ingest/actors/gazetteer.hpp"

#include <string>
#include <string_view>

namespace entente::detail {

/// What a CAMEO actor code stands for.
struct PetrarchActor {
    enum class Kind {
        /// The party itself.
        party,
        /// A person or body that acts for the party.
        agent,
        /// A group or organization without a code of its own in Entente.
        new_group,
        new_organization,
        /// Nobody who acts for a party.
        nobody
    };
    Kind kind = Kind::nobody;
    /// The party's code, where it has one.
    std::string code;
    /// Of agents: "government", "military" ...
    std::string_view sector;
};

/// Reads `AFG`, `AFGGOVMIL`, `IGOUNOHLHWHO`, `PSEREBHMS`.
PetrarchActor petrarch_actor(std::string_view code, const Gazetteer& known);

/// "military" for MIL, the code in lower case where there is no word for it.
std::string petrarch_sector(std::string_view triple);

/// Whether people of that sector act for their country.
bool is_acting_sector(std::string_view triple) noexcept;

/// MOHAMMAD_AL-QASIM_ as a text would have it, "Mohammad al-Qasim"; abbreviations keep their capitals.
std::string petrarch_name(std::string_view name);

} // namespace entente::detail

#endif
