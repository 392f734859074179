// SPDX-License-Identifier: Apache-2.0
#include "golden.hpp"
#include "sample_graph.hpp"

#include "export/jsonld.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <rapidjson/document.h>

namespace entente::test {

namespace {

namespace data = boost::unit_test::data;

std::string jsonld_of(const Values& values, const JsonldOptions& options = {}) {
    std::ostringstream out;
    write_jsonld(out, values.source(), options);
    return out.str();
}

std::string ndjsonld_of(const Values& values, const JsonldOptions& options = {}) {
    std::ostringstream out;
    write_ndjsonld(out, values.source(), options);
    return out.str();
}

rapidjson::Document parsed(const std::string& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.c_str(), json.size());
    BOOST_REQUIRE_MESSAGE(!document.HasParseError(), json);
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(jsonld)

BOOST_AUTO_TEST_CASE(the_call_is_written_as_it_was) {
    const auto json = jsonld_of(belgium_call());
    BOOST_TEST(json == golden("belgium.jsonld", json));
}

BOOST_AUTO_TEST_CASE(the_context_can_lie_elsewhere) {
    const auto document =
        parsed(jsonld_of(belgium_call(), {.context_url = "https://data.example.org/context"}));
    BOOST_TEST(document["@context"].GetString() == "https://data.example.org/context");
}

BOOST_AUTO_TEST_CASE(identifiers_begin_with_the_base) {
    const auto json = jsonld_of(belgium_call(), {.base = "https://data.example.org/"});
    BOOST_TEST(json.find("\"https://data.example.org/person/BEL/Philippe\"") != std::string::npos);
    BOOST_TEST(json.find("urn:entente:relation") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(hostile_names_are_strings_as_they_were) {
    const auto values = hostile();
    const auto document = parsed(jsonld_of(values));
    const auto& actor = document["@graph"][0];
    BOOST_TEST(actor["name"].GetString() == values.actors[0].name);
    BOOST_TEST(actor["@id"].GetString() == "urn:entente:actor:AAA");
}

BOOST_AUTO_TEST_CASE(what_was_denied_has_no_plain_triple) {
    auto values = belgium_call();
    values.relations.resize(1);
    const auto nodes = [&] { return parsed(jsonld_of(values))["@graph"][8]["@graph"].Size(); };
    BOOST_TEST(nodes() == 2u);
    values.relations[0].modality = Modality::negated;
    BOOST_TEST(nodes() == 1u);
}

BOOST_DATA_TEST_CASE(every_line_is_a_whole_document, data::xrange(1u, 6u), seed) {
    std::istringstream lines(ndjsonld_of(random_graph(seed, 20)));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        BOOST_TEST(parsed(line).HasMember("@context"));
    BOOST_TEST(count > 20u);
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_an_empty_array) {
    BOOST_TEST(parsed(jsonld_of({}))["@graph"].Size() == 0u);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named) {
    const auto values = belgium_call();
    BOOST_TEST(failure([&](std::ostream& out) { write_jsonld(out, values.source()); }) ==
               "cannot write the JSON-LD: the output takes no more");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
