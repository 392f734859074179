// SPDX-License-Identifier: Apache-2.0
// What must hold for the files in ingest/data, whoever edits them.
#include "ingest/actors/gazetteer.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

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

BOOST_AUTO_TEST_SUITE_END()

} // namespace
