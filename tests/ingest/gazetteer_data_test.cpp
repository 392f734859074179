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

BOOST_AUTO_TEST_SUITE_END()

} // namespace
