// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/petrarch_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::detail {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// CAMEO's parts for organizations and groups (Schrodt, CAMEO codebook 1.1b3, chapters 3 and 4).
constexpr Pair parties[] = {
    {"ADB", "IGO:ADB"},     {"AFB", "IGO:AFDB"},         {"AFU", "IGO:AU"},          {"ALQ", "NSA:AL_QAEDA"},
    {"AMN", "IGO:AMNESTY"}, {"APE", "IGO:APEC"},         {"ARL", "IGO:ARAB_LEAGUE"}, {"ASN", "IGO:ASEAN"},
    {"CIS", "IGO:CIS"},     {"CWN", "IGO:COMMONWEALTH"}, {"EBR", "IGO:EBRD"},        {"ECO", "IGO:ECOWAS"},
    {"EEC", "IGO:EU"},      {"EUU", "IGO:EU"},           {"FAO", "IGO:FAO"},         {"FRC", "NSA:FARC"},
    {"GCC", "IGO:GCC"},     {"HCH", "IGO:OHCHR"},        {"HCR", "IGO:UNHCR"},       {"HEZ", "NSA:HEZBOLLAH"},
    {"HMS", "NSA:HAMAS"},   {"HRW", "IGO:HRW"},          {"HZB", "NSA:HEZBOLLAH"},   {"IAE", "IGO:IAEA"},
    {"ICC", "IGO:ICC"},     {"ICJ", "IGO:ICJ"},          {"ILO", "IGO:ILO"},         {"IMF", "IGO:IMF"},
    {"IOM", "IGO:IOM"},     {"IPU", "IGO:IPU"},          {"IRC", "IGO:ICRC"},        {"ITP", "IGO:INTERPOL"},
    {"KID", "IGO:UNICEF"},  {"NAT", "IGO:NATO"},         {"OAS", "IGO:OAS"},         {"OAU", "IGO:OAU"},
    {"OIC", "IGO:OIC"},     {"OPC", "IGO:OPEC"},         {"PKK", "NSA:PKK"},         {"RCR", "IGO:ICRC"},
    {"SAA", "IGO:SAARC"},   {"SAD", "IGO:SADC"},         {"SCE", "IGO:OSCE"},        {"SCO", "IGO:SCO"},
    {"TAL", "NSA:TALIBAN"}, {"TAM", "NSA:LTTE"},         {"UNO", "IGO:UN"},          {"WBK", "IGO:WB"},
    {"WEF", "IGO:WEF"},     {"WFP", "IGO:WFP"},          {"WHO", "IGO:WHO"},         {"WTO", "IGO:WTO"},
};

// Codes for countries that are not those of ISO 3166.
constexpr Pair countries[] = {{"KSV", "XKX"}, {"OPT", "PSE"}, {"PAL", "PSE"}, {"ROM", "ROU"},
                              {"TMP", "TLS"}, {"USR", "SUN"}, {"ZAR", "COD"}};

constexpr Pair sectors[] = {
    {"AGR", "agriculture"}, {"BUS", "business"},     {"COP", "police"},       {"CRM", "crime"},
    {"CVL", "citizens"},    {"EDU", "academia"},     {"ELI", "elites"},       {"ENV", "environment"},
    {"GOV", "government"},  {"HLH", "health"},       {"HRI", "human_rights"}, {"JUD", "judiciary"},
    {"LAB", "labour"},      {"LEG", "parliament"},   {"MED", "media"},        {"MIL", "military"},
    {"OPP", "opposition"},  {"PTY", "party"},        {"REB", "rebels"},       {"REF", "refugees"},
    {"REL", "religion"},    {"SPY", "intelligence"}, {"UAF", "armed_groups"},
};

constexpr std::array<std::string_view, 6> acting{"GOV", "MIL", "LEG", "JUD", "COP", "SPY"};
constexpr std::array<std::string_view, 5> fighting{"REB", "SEP", "RAD", "UAF", "OPP"};
constexpr std::array<std::string_view, 12> minor_words{"of", "the", "and", "in", "for", "to",
                                                       "on", "at",  "de",  "la", "bin", "da"};

std::string_view find(std::span<const Pair> pairs, std::string_view key) noexcept {
    const auto found = std::ranges::find(pairs, key, &Pair::first);
    return found == pairs.end() ? std::string_view() : found->second;
}

template<std::size_t Count>
bool is_among(const std::array<std::string_view, Count>& words, std::string_view word) noexcept {
    return std::ranges::find(words, word) != words.end();
}

/// The last part of a code that names an organization or group; the first three letters are not asked.
std::string_view party_in(std::string_view code) noexcept {
    for (std::size_t at = code.size() / 3; at-- > 1;)
        if (const std::string_view party = find(parties, code.substr(at * 3, 3)); !party.empty())
            return party;
    return {};
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Whether words are divided there: `_`, a blank or a control character.
bool is_blank(char c) noexcept { return c == '_' || static_cast<unsigned char>(c) <= 0x20; }

std::string petrarch_word(std::string_view word, bool first) {
    std::string text(word);
    if (word.find('.') != std::string_view::npos)
        return text;
    std::ranges::transform(text, text.begin(), lower);
    if (!first && is_among(minor_words, text))
        return text;
    const bool article = text.starts_with("al-") || text.starts_with("el-");
    const std::size_t capital = article && text.size() > 3 ? 3 : 0;
    if (text[capital] >= 'a' && text[capital] <= 'z')
        text[capital] = static_cast<char>(text[capital] - 32);
    return text;
}

} // namespace

PetrarchActor petrarch_actor(std::string_view code, const Gazetteer& known) {
    using Kind = PetrarchActor::Kind;
    const std::string_view head = code.substr(0, 3);
    if (const std::string_view party = party_in(code); !party.empty())
        return {Kind::party, std::string(party), {}};
    if (head == "IGO")
        return {code.size() > 3 ? Kind::new_organization : Kind::nobody,
                "IGO:" + std::string(code.substr(3)),
                {}};
    if (head == "IMG")
        return {Kind::new_group, {}, {}};
    const std::string_view renamed = find(countries, head);
    const Party* country = known.party(renamed.empty() ? head : renamed);
    if (country == nullptr || country->kind != ActorKind::country)
        return {};
    if (code.size() == 3)
        return {Kind::party, country->code.text(), {}};
    const std::string_view sector = code.substr(3, 3);
    if (is_acting_sector(sector))
        return {Kind::agent, country->code.text(), find(sectors, sector)};
    return {is_among(fighting, sector) ? Kind::new_group : Kind::nobody, {}, {}};
}

std::string petrarch_sector(std::string_view triple) {
    std::string word(find(sectors, triple));
    if (word.empty())
        std::ranges::transform(triple, std::back_inserter(word), lower);
    return word;
}

bool is_acting_sector(std::string_view triple) noexcept { return is_among(acting, triple); }

std::string petrarch_name(std::string_view name) {
    while (!name.empty() && (is_blank(name.back()) || name.back() == '?'))
        name.remove_suffix(1);
    if (name.starts_with("THE_"))
        name.remove_prefix(4);
    if (name.size() <= 3 && std::ranges::none_of(name, is_blank))
        return std::string(name); // as an ordinary word "Us" would be found everywhere
    std::string text;
    while (!name.empty()) {
        const auto* const stop = std::ranges::find_if(name, is_blank);
        const auto end = static_cast<std::size_t>(stop - name.begin());
        if (end > 0) {
            text += (text.empty() ? "" : " ");
            text += petrarch_word(name.substr(0, end), text.empty());
        }
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return text;
}

} // namespace entente::detail
