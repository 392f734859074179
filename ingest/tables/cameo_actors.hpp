// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_CAMEO_ACTORS_HPP
#define ENTENTE_INGEST_TABLES_CAMEO_ACTORS_HPP

#include "graph/country_codes.hpp"
#include "ingest/actors/gazetteer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// CAMEO's three-letter codes of countries, organizations and groups as parties, made ready for millions of
/// rows.
class CameoActors {
public:
    CameoActors(const Gazetteer& gazetteer, const CountryCodes& codes);

    /// The country of a code, `ROM` for Romania; null for regions (`AFR`) and roles (`GOV`).
    const PartyCode* find_country(std::string_view code) const noexcept;
    /// The organization or group of a code, `UNO`, `HMS`; null where there is none.
    const PartyCode* find_group(std::string_view code) const noexcept;
    /// The party of a run of codes, `USAGOVMIL`, `IGOUNO`, `PSEREBHMS`: the group that one of them is, else
    /// the country that comes first. Null where there is neither.
    const PartyCode* find_run(std::string_view run) const noexcept;

private:
    std::vector<PartyCode> parties_;
    std::vector<std::uint16_t> countries_;
    std::vector<std::uint16_t> groups_;
};

/// What follows the country in a run of codes, `GOV,MIL` of `USAGOVMIL`; codes of no role are kept too.
void append_roles(std::string_view run, std::string& out);

} // namespace entente

#endif
