// SPDX-License-Identifier: Apache-2.0
#include "sample_graph.hpp"

#include "export/jsonld.hpp"
#include "export/rdf.hpp"
#include "ingest/rdf/graph_reader.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <sstream>

namespace entente::test {

namespace {

namespace data = boost::unit_test::data;

using Reader = void (*)(std::istream&, const std::string&, const GraphSink&, const NoticeHandler&);

struct Read {
    Values values;
    std::vector<std::string> notices;
};

Read read(Reader reader, const std::string& text) {
    Read result;
    std::istringstream in(text);
    reader(in, "in",
           {[&](const Actor& actor) { result.values.actors.push_back(actor); },
            [&](const Statement& statement) { result.values.statements.push_back(statement); },
            [&](const Relation& relation) { result.values.relations.push_back(relation); }},
           [&](const Notice& notice) { result.notices.push_back(to_string(notice)); });
    return result;
}

std::string jsonld_of(const Values& values, const std::string& base = "urn:entente:") {
    std::ostringstream out;
    write_jsonld(out, values.source(), {.base = base});
    return out.str();
}

std::string ndjsonld_of(const Values& values, const std::string& base = "urn:entente:") {
    std::ostringstream out;
    write_ndjsonld(out, values.source(), {.base = base});
    return out.str();
}

std::string nquads_of(const Values& values, const std::string& base = "urn:entente:") {
    std::ostringstream out;
    write_nquads(out, values.source(), {.base = base});
    return out.str();
}

Values sample(unsigned seed) {
    if (seed == 0)
        return belgium_call();
    return seed == 1 ? hostile() : random_graph(seed, std::size_t{9} * seed);
}

} // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_DATA_TEST_CASE(what_was_written_reads_back_to_the_same_bytes, data::xrange(0u, 12u), seed) {
    const auto values = sample(seed);
    for (const auto* const base : {"urn:entente:", "https://data.example.org/graph/"}) {
        const auto check = [&](Reader reader, auto write) {
            const auto text = write(values, base);
            const auto back = read(reader, text);
            BOOST_TEST(back.notices.empty());
            BOOST_TEST(write(back.values, base) == text);
        };
        check(read_graph_jsonld, jsonld_of);
        check(read_graph_jsonld, ndjsonld_of);
        check(read_graph_nquads, nquads_of);
    }
}

BOOST_AUTO_TEST_CASE(what_was_written_reads_back_to_equal_values) {
    auto values = belgium_call();
    values.relations.back().confidence = 0.25; // six decimals are kept
    for (const auto& back :
         {read(read_graph_jsonld, jsonld_of(values)), read(read_graph_nquads, nquads_of(values))}) {
        BOOST_TEST((back.values.actors == values.actors));
        BOOST_TEST((back.values.statements == values.statements));
        BOOST_TEST((back.values.relations == values.relations));
    }
}

BOOST_AUTO_TEST_CASE(a_line_that_is_no_quad_is_named_and_the_rest_kept) {
    auto text = nquads_of(belgium_call());
    text.insert(0, "<a> <b> c\n");
    const auto back = read(read_graph_nquads, text);
    BOOST_TEST(back.values.relations.size() == 7u);
    BOOST_REQUIRE(back.notices.size() == 1u);
    BOOST_TEST(back.notices[0].starts_with("in:1:"));
}

BOOST_AUTO_TEST_CASE(a_relation_that_lacks_something_is_named_and_the_rest_kept) {
    auto text = jsonld_of(belgium_call());
    const std::string type = "\"eventType\":\"urn:entente:plover:AID\"";
    text.replace(text.find(type), type.size(), "\"eventType\":\"urn:entente:plover:HELP\"");
    const auto back = read(read_graph_jsonld, text);
    BOOST_TEST(back.values.relations.size() == 6u);
    BOOST_REQUIRE(back.notices.size() == 1u);
    BOOST_TEST(back.notices[0].ends_with(": expected a PLOVER event type, found \"HELP\""));
}

BOOST_DATA_TEST_CASE(cut_off_input_is_named, data::xrange(1u, 40u), part) {
    const auto text = jsonld_of(belgium_call());
    const auto back = read(read_graph_jsonld, text.substr(0, text.size() * part / 40));
    BOOST_TEST(back.notices.size() >= 1u);
    BOOST_TEST(back.values.relations.size() <= 7u);
}

BOOST_AUTO_TEST_CASE(deep_nesting_ends) {
    const auto back = read(read_graph_jsonld, std::string(100000, '['));
    BOOST_TEST(back.notices.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
