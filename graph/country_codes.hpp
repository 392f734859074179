// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_GRAPH_COUNTRY_CODES_HPP
#define ENTENTE_GRAPH_COUNTRY_CODES_HPP

#include "graph/date.hpp"
#include "graph/party_code.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The systems in which tables write countries.
enum class CountryScheme { iso3, iso2, cow, cow_abbreviation, gw, fips, cameo };

/// "iso3", "iso2", "cow", "cow_abbreviation", "gw", "fips" or "cameo".
std::string_view to_string(CountryScheme scheme) noexcept;
std::optional<CountryScheme> parse_country_scheme(std::string_view text) noexcept;

/// The codes of graph/data/country_codes.tsv, both ways. Correlates of War (cow) and Gleditsch-Ward (gw)
/// numbers pass from a state to its successor, so that they are looked up with a date.
class CountryCodes {
public:
    /// The table that is built into the library.
    CountryCodes();

    /// Whom the code stands for on `day`: whoever had it then, else whoever had it at the nearest time;
    /// without a day, the last one. Tables use numbers for years before or after their official ones.
    ///
    /// Nothing where the scheme has no such code. iso3 and cameo take any three capitals for a code of ISO
    /// 3166-1 alpha-3 where the table has no other meaning; whether such a country exists is not asked.
    std::optional<PartyCode> find(CountryScheme scheme, std::string_view code,
                                  std::optional<Date> day = {}) const;

    /// The code that stands for the party on `day`; nothing where the scheme has none for it then. Without a
    /// day, its last one. Parties that are no countries have no codes.
    std::optional<std::string> code_of(CountryScheme scheme, const PartyCode& party,
                                       std::optional<Date> day = {}) const;

private:
    struct Use {
        std::string code;
        PartyCode party;
        Date from;
        Date until;
    };
    struct Scheme {
        std::multimap<std::string, std::size_t, std::less<>> by_code;
        std::multimap<PartyCode, std::size_t> by_party;
    };

    std::vector<Use> uses_;
    Scheme schemes_[7];
};

} // namespace entente

#endif
