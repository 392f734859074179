// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/wikidata_import.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

std::string item(const std::string& property, const std::string& value, const std::string& qualifiers = "") {
    return "{\"mainsnak\":{\"property\":\"" + property + "\",\"datavalue\":{\"value\":{\"id\":\"" + value +
           "\"}}},\"rank\":\"normal\"" + (qualifiers.empty() ? "" : ",\"qualifiers\":{" + qualifiers + "}") +
           "}";
}

std::string when(const std::string& property, const std::string& time, int precision) {
    return "\"" + property + "\":[{\"datavalue\":{\"value\":{\"time\":\"+" + time +
           "T00:00:00Z\",\"precision\":" + std::to_string(precision) + "}}}]";
}

std::string text(const std::string& value, const std::string& language) {
    return "{\"mainsnak\":{\"datavalue\":{\"value\":{\"text\":\"" + value + "\",\"language\":\"" + language +
           "\"}}},\"rank\":\"normal\"}";
}

std::string entity(const std::string& id, const std::string& label, const std::string& claims,
                   const std::string& aliases = "") {
    return "{\"type\":\"item\",\"id\":\"" + id + "\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"" +
           label + "\"}},\"aliases\":{\"en\":[" + aliases + "]},\"claims\":{" + claims + "}}";
}

std::string alias(const std::string& value) { return "{\"language\":\"en\",\"value\":\"" + value + "\"}"; }

// The people stand in front of their country, as half of them do in the dumps.
std::string sample_dump() {
    const std::string belgium =
        "\"P298\":[{\"mainsnak\":{\"datavalue\":{\"value\":\"BEL\"}},\"rank\":\"normal\"}],\"P35\":[" +
        item("P35", "Q155004", when("P580", "2013-07-21", 11)) + "],\"P6\":[" +
        item("P6", "Q12978", when("P580", "2008-03-00", 10) + "," + when("P582", "2008-00-00", 9)) +
        "],\"P36\":[" + item("P36", "Q240") + "],\"P1549\":[" + text("Belgian", "en") + "," +
        text("Belge", "fr") + "]";
    return "[\n" +
           entity("Q155004", "Philippe of Belgium", "\"P21\":[" + item("P21", "Q6581097") + "]",
                  alias("King Philippe")) +
           ",\n" + entity("Q12978", "Yves Leterme", "\"P21\":[" + item("P21", "Q6581097") + "]") + ",\n" +
           entity("Q445", "Sophie Example",
                  "\"P39\":[" + item("P39", "Q777", when("P580", "2020-10-01", 11)) + "],\"P21\":[" +
                      item("P21", "Q6581072") + "]") +
           ",\n" + entity("Q240", "Brussels", "") + ",\n" +
           entity("Q31", "Belgium", belgium, alias("Kingdom of Belgium") + "," + alias("a | b")) + ",\n" +
           entity("Q777", "Foreign minister of Belgium",
                  "\"P279\":[" + item("P279", "Q7330070") + "],\"P1001\":[" + item("P1001", "Q31") + "]") +
           ",\n" +
           entity("Q900", "Union of Lakes", "\"P31\":[" + item("P31", "Q245065") + "]", alias("UOL")) +
           ",\n" + entity("Q901", "United Nations", "\"P31\":[" + item("P31", "Q245065") + "]", alias("UN")) +
           "\n]\n";
}

const std::string expected_parties =
    "code\tkind\tname\twikidata\tnames\tnouns\tadjectives\tmetonyms\n"
    "BEL\tcountry\tBelgium\tQ31\tKingdom of Belgium|a   b\tBelgian\tBelgian\tBrussels\n"
    "IGO:UOL\torganization\tUnion of Lakes\tQ900\tUOL\t\t\t\n"
    "IGO:WORLD\torganization\tUnited Nations\tQ901\tUN\t\t\t\n";
const std::string expected_leaders =
    "leader\tnames\toffice\tcode\tfrom\tuntil\twikidata\tgender\n"
    "Philippe of Belgium\tKing Philippe|Belgium\thead_of_state\tBEL\t2013-07-21\t\tQ155004\tm\n"
    "Sophie Example\tExample\tforeign_minister\tBEL\t2020-10-01\t\tQ445\tf\n"
    "Yves Leterme\tLeterme\thead_of_government\tBEL\t2008-03\t2008\tQ12978\tm\n";

Gazetteer known_parties() {
    Gazetteer gazetteer;
    gazetteer.add_text("code\tkind\tname\twikidata\nIGO:WORLD\torganization\tUnited Nations\tQ901\n",
                       "known.tsv");
    return gazetteer;
}

WikidataTables import(const std::string& dump, const WikidataImportOptions& options = {}) {
    const auto open = [&] { return std::make_unique<std::istringstream>(dump); };
    return import_wikidata(open, "dump.json", known_parties(), options);
}

std::string error_of(const std::string& dump) {
    try {
        import(dump);
    } catch (const InputError& error) {
        return error.what();
    }
    return "none";
}

BOOST_AUTO_TEST_SUITE(wikidata_import)

BOOST_AUTO_TEST_CASE(parties_and_their_leaders_are_found_in_any_order) {
    const WikidataTables tables = import(sample_dump());
    BOOST_TEST(tables.parties == expected_parties);
    BOOST_TEST(tables.leaders == expected_leaders);
    BOOST_TEST(tables.party_count == 3U);
    BOOST_TEST(tables.leader_count == 3U);
}

BOOST_AUTO_TEST_CASE(the_tables_are_a_gazetteer) {
    const WikidataTables tables = import(sample_dump());
    Gazetteer gazetteer;
    gazetteer.add_text(tables.parties, "parties.tsv");
    gazetteer.add_text(tables.leaders, "leaders.tsv");
    BOOST_TEST(gazetteer.find_party("brussels")->code.text() == "BEL");
    BOOST_TEST(gazetteer.holder(*PartyCode::parse("BEL"), Office::head_of_state, {})->wikidata == "Q155004");
}

const std::string compressions[] = {"gz", "bz2"};
BOOST_DATA_TEST_CASE(a_compressed_dump_is_read_as_it_is, data::make(compressions), suffix) {
    const std::string file = std::string(ENTENTE_TEST_DATA) + "/actors/wikidata.json." + suffix;
    const auto open = [&] { return std::make_unique<std::ifstream>(file, std::ios::binary); };
    const WikidataTables tables = import_wikidata(open, file, known_parties());
    BOOST_TEST(tables.parties == expected_parties);
    BOOST_TEST(tables.leaders == expected_leaders);
}

BOOST_AUTO_TEST_CASE(a_broken_line_is_named_once_and_the_rest_is_read) {
    std::string dump = sample_dump();
    dump.insert(2, "{\"id\":\"Q1\",\"P298\" \"P39\",\n");
    std::vector<std::string> messages;
    WikidataImportOptions options;
    options.on_bad_line = [&](const InputError& error) { messages.emplace_back(error.what()); };
    const WikidataTables tables = import(dump, options);
    BOOST_TEST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages[0] ==
               "dump.json:2:1: expected a Wikidata entity in JSON: Missing a colon after a name of "
               "object member.");
    BOOST_TEST(tables.parties == expected_parties);
    BOOST_TEST(error_of(dump) == messages[0]);
}

BOOST_AUTO_TEST_CASE(nested_json_takes_no_stack) {
    const std::string deep(1 << 20, '[');
    BOOST_TEST(error_of("\"P298\"" + deep + "\n")
                   .starts_with("dump.json:1:1: expected a Wikidata entity in JSON: "));
    BOOST_TEST(error_of("[1,\"P298\"" + deep + "\n")
                   .starts_with("dump.json:1:1: expected a Wikidata entity in JSON: "));
}

BOOST_AUTO_TEST_CASE(a_dump_that_ends_early_is_an_input_error) {
    std::ifstream in(std::string(ENTENTE_TEST_DATA) + "/actors/wikidata.json.gz", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    BOOST_TEST(error_of(bytes.substr(0, bytes.size() / 2)) != "none");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_no_dump) {
    BOOST_TEST(error_of("") == "dump.json: the archive can't be opened: Unrecognized archive format");
    BOOST_TEST(import("[\n]\n").party_count == 0U);
}

BOOST_AUTO_TEST_CASE(progress_counts_the_lines_of_both_readings) {
    std::size_t last = 0;
    WikidataImportOptions options;
    options.on_progress = [&](std::size_t lines) { last = lines; };
    import(std::string(2000, '\n'), options);
    BOOST_TEST(last == 3072U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
