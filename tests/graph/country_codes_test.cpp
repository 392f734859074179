// SPDX-License-Identifier: Apache-2.0
#include "graph/country_codes.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

const CountryCodes codes;

struct Case {
    CountryScheme scheme;
    std::string code;
    std::string day;
    std::string party;
};
std::ostream& operator<<(std::ostream& out, const Case& c) {
    return out << to_string(c.scheme) << ' ' << c.code << ' ' << c.day;
}

BOOST_AUTO_TEST_SUITE(country_codes)

const Case read_cases[] = {
    {CountryScheme::cow, "2", "2020-01-01", "USA"},
    {CountryScheme::cow, "255", "2000-01-01", "DEU"},
    {CountryScheme::cow, "260", "1980-01-01", "DEU"},
    {CountryScheme::cow, "265", "1980-01-01", "DDR"},
    {CountryScheme::cow, "365", "1970-01-01", "SUN"},
    {CountryScheme::cow, "365", "1991-12-26", "RUS"},
    {CountryScheme::cow, "345", "1999-03-24", "YUG"},
    {CountryScheme::cow, "345", "2005-01-01", "SCG"},
    {CountryScheme::cow, "345", "2008-01-01", "SRB"},
    {CountryScheme::cow, "370", "1960-01-01", "BLR"},
    {CountryScheme::cow, "816", "1965-01-01", "VDR"},
    {CountryScheme::cow, "816", "", "VNM"},
    {CountryScheme::gw, "340", "2010-01-01", "SRB"},
    {CountryScheme::gw, "260", "2000-01-01", "DEU"},
    {CountryScheme::gw, "678", "2015-01-01", "YEM"},
    {CountryScheme::cow, "679", "2015-01-01", "YEM"},
    {CountryScheme::gw, "973", "2010-01-01", "TUV"},
    {CountryScheme::cow, "955", "2010-01-01", "TON"},
    {CountryScheme::fips, "CH", "", "CHN"},
    {CountryScheme::fips, "GM", "", "DEU"},
    {CountryScheme::fips, "SZ", "", "CHE"},
    {CountryScheme::iso2, "CH", "", "CHE"},
    {CountryScheme::iso2, "XK", "", "XKX"},
    {CountryScheme::cameo, "ROM", "", "ROU"},
    {CountryScheme::cameo, "KSV", "", "XKX"},
    {CountryScheme::cameo, "CHN", "", "CHN"},
    {CountryScheme::cow_abbreviation, "GMY", "", "DEU"},
    {CountryScheme::iso3, "BEL", "", "BEL"},
};
BOOST_DATA_TEST_CASE(a_code_stands_for_whoever_had_it_at_the_time, data::make(read_cases), c) {
    BOOST_TEST(codes.find(c.scheme, c.code, parse_date(c.day)).value().text() == c.party);
}

BOOST_AUTO_TEST_CASE(an_unknown_code_is_nothing) {
    BOOST_TEST(!codes.find(CountryScheme::cow, "999"));
    BOOST_TEST(!codes.find(CountryScheme::fips, "QQ"));
    BOOST_TEST(!codes.find(CountryScheme::iso3, "bel"));
}

const Case write_cases[] = {
    {CountryScheme::cow, "255", "2000-01-01", "DEU"}, {CountryScheme::cow, "260", "1980-01-01", "DEU"},
    {CountryScheme::gw, "260", "2000-01-01", "DEU"},  {CountryScheme::cow, "365", "1970-01-01", "SUN"},
    {CountryScheme::cameo, "ROM", "", "ROU"},         {CountryScheme::cameo, "FRA", "", "FRA"},
    {CountryScheme::iso3, "XKX", "", "XKX"},          {CountryScheme::fips, "CH", "", "CHN"},
};
BOOST_DATA_TEST_CASE(a_party_is_written_in_each_scheme, data::make(write_cases), c) {
    BOOST_TEST(codes.code_of(c.scheme, *PartyCode::parse(c.party), parse_date(c.day)).value() == c.code);
}

BOOST_AUTO_TEST_CASE(a_party_has_no_code_before_or_without_membership) {
    BOOST_TEST(!codes.code_of(CountryScheme::cow, *PartyCode::parse("SSD"), parse_date("2010-01-01")));
    BOOST_TEST(!codes.code_of(CountryScheme::cow, *PartyCode::parse("IGO:EU"), parse_date("2010-01-01")));
    BOOST_TEST(!codes.code_of(CountryScheme::iso3, *PartyCode::parse("NSA:HAMAS")));
    BOOST_TEST(!codes.code_of(CountryScheme::cow, *PartyCode::parse("SUN"), parse_date("1995-01-01")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
