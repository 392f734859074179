// SPDX-License-Identifier: Apache-2.0
#include "graph/country_codes.hpp"

#include "graph/detail/table.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {

namespace data {
extern const std::string_view country_codes_tsv;
}

namespace {

constexpr std::array<std::string_view, 7> scheme_names = {"iso3", "iso2", "cow",  "cow_abbreviation",
                                                          "gw",   "fips", "cameo"};

constexpr Date earliest{std::chrono::year{1}, std::chrono::month{1}, std::chrono::day{1}};
constexpr Date latest{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

// "1816" is its first or its last day.
Date parse_bound(std::string_view text, const Date& open, bool is_end) {
    if (text.empty())
        return open;
    if (const auto day = parse_date(text))
        return *day;
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    const Date& bound = is_end ? latest : earliest;
    return {std::chrono::year{year}, bound.month(), bound.day()};
}

int distance(const Date& from, const Date& until, const Date& day) {
    if (day < from)
        return static_cast<int>((std::chrono::sys_days{from} - std::chrono::sys_days{day}).count());
    if (day > until)
        return static_cast<int>((std::chrono::sys_days{day} - std::chrono::sys_days{until}).count());
    return 0;
}

bool is_alpha_3(std::string_view code) {
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool falls_back_to_iso3(CountryScheme scheme) {
    return scheme == CountryScheme::iso3 || scheme == CountryScheme::cameo;
}

} // namespace

std::string_view to_string(CountryScheme scheme) noexcept {
    return scheme_names[static_cast<std::size_t>(scheme)];
}

std::optional<CountryScheme> parse_country_scheme(std::string_view text) noexcept {
    const auto found = std::find(scheme_names.begin(), scheme_names.end(), text);
    if (found == scheme_names.end())
        return std::nullopt;
    return static_cast<CountryScheme>(found - scheme_names.begin());
}

CountryCodes::CountryCodes() {
    for (const auto& row : detail::table_rows(data::country_codes_tsv)) {
        const auto scheme = parse_country_scheme(row.at(0));
        const auto party = PartyCode::parse(row.at(2));
        BOOST_ASSERT_MSG(scheme && party, "the embedded table has known schemes and well-formed codes");
        uses_.push_back({std::string(row.at(1)), *party, parse_bound(row.at(3), earliest, false),
                         parse_bound(row.at(4), latest, true)});
        Scheme& into = schemes_[static_cast<std::size_t>(*scheme)];
        into.by_code.emplace(row.at(1), uses_.size() - 1);
        into.by_party.emplace(*party, uses_.size() - 1);
    }
}

std::optional<PartyCode> CountryCodes::find(CountryScheme scheme, std::string_view code,
                                            std::optional<Date> day) const {
    const auto [first, last] = schemes_[static_cast<std::size_t>(scheme)].by_code.equal_range(code);
    const Use* best = nullptr;
    for (auto at = first; at != last; ++at) {
        const Use& use = uses_[at->second];
        const Date when = day.value_or(latest);
        if (best == nullptr || distance(use.from, use.until, when) < distance(best->from, best->until, when))
            best = &use;
    }
    if (best != nullptr)
        return best->party;
    if (falls_back_to_iso3(scheme) && is_alpha_3(code))
        return PartyCode::parse(code);
    return std::nullopt;
}

std::optional<std::string> CountryCodes::code_of(CountryScheme scheme, const PartyCode& party,
                                                 std::optional<Date> day) const {
    const auto [first, last] = schemes_[static_cast<std::size_t>(scheme)].by_party.equal_range(party);
    const Use* best = nullptr;
    for (auto at = first; at != last; ++at) {
        const Use& use = uses_[at->second];
        const bool is_in_force = !day || (*day >= use.from && *day <= use.until);
        if (is_in_force && (best == nullptr || use.until > best->until))
            best = &use;
    }
    if (best != nullptr)
        return best->code;
    if (falls_back_to_iso3(scheme) && party.kind() == ActorKind::country)
        return party.text();
    return std::nullopt;
}

} // namespace entente
