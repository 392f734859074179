// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/cameo_actors.hpp"

#include "ingest/table_file.hpp"

#include <boost/assert.hpp>

#include <sstream>

namespace entente {

namespace data {
extern const std::string_view cameo_groups_tsv;
}

namespace {

constexpr std::size_t slots = std::size_t{26} * 26 * 26;

// Where a code of three capitals stands; `slots` for other texts.
std::size_t slot(std::string_view code) noexcept {
    if (code.size() != 3)
        return slots;
    std::size_t at = 0;
    for (const char c : code) {
        if (c < 'A' || c > 'Z')
            return slots;
        at = at * 26 + static_cast<std::size_t>(c - 'A');
    }
    return at;
}

} // namespace

// The last slot stays empty: it is where everything else that is no code of three letters goes.
CameoActors::CameoActors(const Gazetteer& gazetteer, const CountryCodes& codes)
    : parties_(1), countries_(slots + 1), groups_(slots + 1) {
    const auto add = [this](std::vector<std::uint16_t>& table, std::string_view code,
                            const PartyCode& party) {
        table[slot(code)] = static_cast<std::uint16_t>(parties_.size());
        parties_.push_back(party);
    };
    for (const Party* party : gazetteer.parties()) {
        if (party->kind == ActorKind::country)
            add(countries_, party->code.text(), party->code);
    }
    for (const char* code :
         {"ROM", "TMP", "MTN", "KSV", "KOS", "IMY", "BAG", "GZS", "WSB", "PAL", "ZAR", "INT"})
        add(countries_, code, codes.find(CountryScheme::cameo, code).value());
    for (const std::string_view line : split(data::cameo_groups_tsv, '\n')) {
        if (line.empty() || line.front() == '#' || line.starts_with("code\t"))
            continue;
        const auto fields = split(line, '\t');
        const auto party = PartyCode::parse(fields.at(1));
        BOOST_ASSERT_MSG(party.has_value(), "the embedded table has well-formed party codes");
        add(groups_, fields[0], *party);
    }
}

const PartyCode* CameoActors::find_country(std::string_view code) const noexcept {
    const std::uint16_t at = countries_[slot(code)];
    return at == 0 ? nullptr : &parties_[at];
}

const PartyCode* CameoActors::find_group(std::string_view code) const noexcept {
    const std::uint16_t at = groups_[slot(code)];
    return at == 0 ? nullptr : &parties_[at];
}

const PartyCode* CameoActors::find_run(std::string_view run) const noexcept {
    const PartyCode* country = find_country(run.substr(0, 3));
    for (std::size_t at = country != nullptr ? 3 : 0; at + 3 <= run.size(); at += 3) {
        if (const PartyCode* group = find_group(run.substr(at, 3)))
            return group;
    }
    return country;
}

void append_roles(std::string_view run, std::string& out) {
    for (std::size_t at = 3; at + 3 <= run.size(); at += 3) {
        if (!out.empty())
            out += ',';
        out += run.substr(at, 3);
    }
}

} // namespace entente
