// SPDX-License-Identifier: Apache-2.0
// What must hold for the files in ingest/data, whoever edits them.
#include "ingest/actors/gazetteer.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <ostream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

/// The files in the library, read once for all the cases here.
const Gazetteer& shipped() {
    static const Gazetteer gazetteer = Gazetteer::shipped();
    return gazetteer;
}

std::size_t count(ActorKind kind) {
    std::size_t found = 0;
    for (const Party* party : shipped().parties())
        found += party->kind == kind ? 1 : 0;
    return found;
}

/// ISO 3166-1 alpha-3, each with a blank behind it.
constexpr std::string_view iso_3166 =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR "
    "BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG "
    "COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH "
    "FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY "
    "HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM "
    "KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL "
    "MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU "
    "SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA "
    "TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB "
    "VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE ";

struct Meaning {
    std::string text;
    std::string code;
};
std::ostream& operator<<(std::ostream& out, const Meaning& meaning) { return out << meaning.text; }

BOOST_AUTO_TEST_SUITE(gazetteer_data)

BOOST_AUTO_TEST_CASE(the_parties_are_as_many_as_promised) {
    BOOST_TEST(count(ActorKind::country) >= 250U);
    BOOST_TEST(count(ActorKind::organization) >= 90U);
    BOOST_TEST(count(ActorKind::group) >= 90U);
    BOOST_TEST(count(ActorKind::community) == 1U);
}

BOOST_AUTO_TEST_CASE(every_country_of_iso_3166_is_there) {
    for (std::size_t i = 0; i + 3 < iso_3166.size(); i += 4)
        BOOST_TEST_CONTEXT(iso_3166.substr(i, 3)) {
            BOOST_TEST((shipped().party(iso_3166.substr(i, 3)) != nullptr));
        }
    for (const char* code : {"XKX", "SUN", "YUG", "SCG", "CSK", "DDR", "YMD"})
        BOOST_TEST((shipped().party(code) != nullptr));
}

BOOST_AUTO_TEST_CASE(every_country_has_a_region_and_belongs_to_known_organizations) {
    for (const Party* party : shipped().parties()) {
        BOOST_TEST_CONTEXT(party->code.text()) {
            BOOST_TEST(party->region.empty() == (party->kind != ActorKind::country));
            for (const PartyCode& member : party->member_of)
                BOOST_TEST((shipped().party(member) != nullptr));
        }
    }
}

const Meaning meanings[] = {
    {"China", "CHN"},
    {"Republic of China", "TWN"},
    {"USSR", "SUN"},
    {"Czech Republic", "CZE"},
    {"Holland", "NLD"},
    {"Burmese", "MMR"},
    {"Beijing", "CHN"},
    {"UN Security Council", "IGO:UN"},
    {"Houthis", "NSA:HOUTHI"},
    {"Daesh", "NSA:ISIS"},
    {"WHO", "IGO:WHO"},
    {"Kosovo", "XKX"},
    {"Turkiye", "TUR"},
    {"DPRK", "PRK"},
    {"ROK", "KOR"},
    {"East Germany", "DDR"},
};
BOOST_DATA_TEST_CASE(usual_names_mean_what_they_do_in_the_news, data::make(meanings), meaning) {
    const Party* party = shipped().find_party(meaning.text);
    BOOST_TEST((party != nullptr ? party->code.text() : "none") == meaning.code);
}

const Meaning publishers[] = {
    {"White House", "USA"},
    {"https://www.mfa.gov.cn/eng/xw/zyxw/202004/t1.html", "CHN"},
    {"KCNA", "PRK"},
    {"https://ec.europa.eu/commission/presscorner/detail/en/ip_1", "IGO:EU"},
    {"Prime Minister of Australia", "AUS"},
    {"https://www.gov.uk/government/news/x", "GBR"},
    {"TASS", "RUS"},
    {"Wikinews", "none"},
};
BOOST_DATA_TEST_CASE(a_publisher_speaks_for_its_party, data::make(publishers), publisher) {
    const Publisher* found = shipped().find_publisher(publisher.text);
    BOOST_TEST_REQUIRE(found != nullptr);
    BOOST_TEST((found->party != nullptr ? found->party->code.text() : "none") == publisher.code);
}

struct RoleWord {
    std::string text;
    bool acts_for;
};
std::ostream& operator<<(std::ostream& out, const RoleWord& word) { return out << word.text; }

const RoleWord role_words[] = {
    {"foreign minister", true},
    {"people", true},
    {"side", true},
    {"troops", true},
    {"citizens", false},
    {"dogs", false},
    {"journalist", false},
    {"secretaries-general of the presidency", true},
};
BOOST_DATA_TEST_CASE(a_role_acts_for_its_country_or_does_not, data::make(role_words), word) {
    std::vector<std::string_view> tokens;
    for (std::string_view rest = word.text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        tokens.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto matches = shipped().find_all(tokens, 0);
    BOOST_TEST_REQUIRE(!matches.empty());
    BOOST_TEST(matches[0].length == tokens.size());
    BOOST_TEST_REQUIRE((matches[0].name->role != nullptr));
    BOOST_TEST(matches[0].name->role->acts_for == word.acts_for);
}

bool is_member_of_the_united_nations(const Party& party) {
    return std::ranges::any_of(party.member_of,
                               [](const PartyCode& code) { return code.text() == "IGO:UN"; });
}

BOOST_AUTO_TEST_CASE(every_member_of_the_united_nations_has_leaders) {
    for (const Party* party : shipped().parties()) {
        if (!is_member_of_the_united_nations(*party) || party->code.text() == "SMR")
            continue;
        BOOST_TEST_CONTEXT(party->code.text()) {
            const bool governed = shipped().holder(party->code, Office::head_of_state, {}) != nullptr ||
                                  shipped().holder(party->code, Office::head_of_government, {}) != nullptr;
            BOOST_TEST(governed);
            BOOST_TEST((shipped().holder(party->code, Office::foreign_minister, {}) != nullptr));
        }
    }
}

/// Whether two terms share more than the year of unknown days in which one may have followed the other.
bool overlaps(const Period& earlier, const Period& later) {
    if (!earlier.until || !later.from)
        return true;
    const auto days = std::chrono::sys_days(*earlier.until) - std::chrono::sys_days(*later.from);
    return days.count() > 366;
}

BOOST_AUTO_TEST_CASE(one_person_holds_an_office_at_a_time) {
    for (const Party* party : shipped().parties()) {
        const Leader* before = nullptr;
        for (const Leader* leader : shipped().leaders(party->code)) {
            if (leader->office == Office::other)
                continue;
            if (before != nullptr && before->office == leader->office)
                BOOST_TEST_CONTEXT(before->name << " and " << leader->name) {
                    BOOST_TEST(!overlaps(before->term, leader->term));
                }
            before = leader;
        }
    }
}

BOOST_AUTO_TEST_CASE(terms_of_office_have_sane_dates) {
    using namespace std::chrono_literals;
    for (const Party* party : shipped().parties())
        for (const Leader* leader : shipped().leaders(party->code))
            BOOST_TEST_CONTEXT(leader->name) {
                BOOST_TEST_REQUIRE(leader->term.from.has_value());
                BOOST_TEST((*leader->term.from >= 1930y / 1 / 1));
                BOOST_TEST(!leader->title.empty());
                BOOST_TEST((leader->gender != Gender::unknown));
            }
}

struct InOffice {
    std::string code;
    Office office;
    std::string day;
    std::string name;
};
std::ostream& operator<<(std::ostream& out, const InOffice& holder) { return out << holder.name; }

const InOffice in_office[] = {
    {"USA", Office::head_of_state, "2018-06-12", "Donald Trump"},
    {"USA", Office::head_of_state, "2023-06-12", "Joe Biden"},
    {"USA", Office::head_of_state, "2025-06-12", "Donald Trump"},
    {"CHN", Office::foreign_minister, "2023-03-01", "Qin Gang"},
    {"BEL", Office::head_of_state, "2020-04-02", "Philippe"},
    {"JPN", Office::head_of_government, "2015-01-01", "Shinzo Abe"},
    {"ITA", Office::head_of_government, "2021-08-20", "Mario Draghi"},
    {"SUN", Office::head_of_state, "1990-06-01", "Mikhail Gorbachev"},
    {"IGO:UN", Office::organization_head, "2001-01-01", "Kofi Annan"},
    {"IGO:EU", Office::foreign_minister, "2022-03-01", "Josep Borrell"},
    {"DEU", Office::defence_minister, "2023-06-01", "Boris Pistorius"},
    {"NSA:HEZBOLLAH", Office::organization_head, "2006-07-12", "Hassan Nasrallah"},
};
BOOST_DATA_TEST_CASE(offices_have_the_holders_that_history_gave_them, data::make(in_office), expected) {
    const Leader* holder =
        shipped().holder(*PartyCode::parse(expected.code), expected.office, parse_date(expected.day));
    BOOST_TEST((holder != nullptr ? holder->name : "nobody") == expected.name);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
