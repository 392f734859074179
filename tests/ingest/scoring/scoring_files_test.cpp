// SPDX-License-Identifier: Apache-2.0
#include "ingest/scoring/gold.hpp"
#include "ingest/scoring/predictions.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace entente;
namespace data = boost::unit_test::data;

namespace {

struct BadFile {
    std::string_view content;
    std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const BadFile& file) { return out << file.message; }

template<class Action>
std::string input_error(Action action) {
    try {
        action();
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

/// A folder that goes when the test ends, and is the working folder until then, so that messages are short.
class Folder {
public:
    Folder() {
        std::filesystem::create_directories(path_);
        std::filesystem::current_path(path_);
    }
    ~Folder() {
        std::filesystem::current_path(before_);
        std::filesystem::remove_all(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    static void write(const std::string& name, std::string_view content) { std::ofstream(name) << content; }

private:
    std::filesystem::path before_ = std::filesystem::current_path();
    std::filesystem::path path_ = before_ / "scoring_files_test";
};

const BadFile bad_predictions[] = {
    {R"({"document": "a")", "p.ndjson:1:17: expected JSON: Missing a comma or '}' after an object member."},
    {R"([1])", "p.ndjson:1: expected an object, found an array"},
    {R"({"source": "FRA", "target": "DEU", "type": "AID"})",
     "p.ndjson:1: expected a string for \"document\", found none"},
    {R"({"document": "a", "source": "FRA", "target": 7, "type": "AID"})",
     "p.ndjson:1: expected a string for \"target\", found a number"},
    {R"({"document": "a", "source": "France", "target": "DEU", "type": "AID"})",
     "p.ndjson:1: expected a party code for \"source\", found \"France\""},
    {R"({"document": "a", "source": "FRA", "target": "DEU", "type": "HELP"})",
     "p.ndjson:1: expected a PLOVER event type for \"type\", found \"HELP\""},
    {R"({"document": "a", "source": "FRA", "target": "DEU", "type": "AID", "start": -1})",
     "p.ndjson:1: expected a whole number from 0 for \"start\", found a number"},
    {R"({"document": "a", "source": "FRA", "target": "DEU", "type": "AID", "contexts": ["sport"]})",
     "p.ndjson:1: expected a PLOVER context in \"contexts\", found \"sport\""},
};

const BadFile bad_gold[] = {
    {"", "g.json:1:1: expected JSON: The document is empty."},
    {R"({"text": "a"})", "g.json: expected a string for \"id\", found none"},
    {R"({"id": "a", "text": "b", "date": "2 April"})",
     "g.json: expected a date (YYYY-MM-DD) for \"date\", found \"2 April\""},
    {R"({"id": "a", "text": "b", "relations": {}})",
     "g.json: expected an array for \"relations\", found an object"},
    {R"({"id": "a", "text": "b", "relations": [
 {"evidence": "c", "source": "FRA", "target": "DEU", "type": "AID"}]})",
     "g.json: expected a part of the statement's text for \"evidence\", found \"c\""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(scoring_files)

BOOST_DATA_TEST_CASE(a_bad_prediction_is_named, data::make(bad_predictions), file) {
    std::istringstream in{std::string(file.content)};
    BOOST_TEST(input_error([&] { read_predictions(in, "p.ndjson"); }) == file.message);
}

BOOST_AUTO_TEST_CASE(the_other_lines_are_kept) {
    std::istringstream in(
        "oops\n\n{\"document\": \"a\", \"source\": \"FRA\", \"target\": \"DEU\", \"type\": \"AID\"}\n");
    std::string messages;
    const Predictions predictions =
        read_predictions(in, "p.ndjson", [&](const InputError& error) { messages += error.what(); });
    BOOST_TEST(messages == "p.ndjson:1:1: expected JSON: Invalid value.");
    BOOST_REQUIRE_EQUAL(predictions.size(), 1u);
    BOOST_TEST(predictions.at("a").front().source.text() == "FRA");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_one_more_broken_line) {
    std::istringstream in(std::string(100'000, '['));
    BOOST_TEST(input_error([&] { read_predictions(in, "p.ndjson"); }) ==
               "p.ndjson:1:100001: expected JSON: Invalid value.");
}

BOOST_DATA_TEST_CASE(bad_gold_is_named, data::make(bad_gold), file) {
    const Folder folder;
    Folder::write("g.json", file.content);
    Gold gold;
    BOOST_TEST(input_error([&] { read_gold("g.json", gold); }) == file.message);
}

BOOST_AUTO_TEST_CASE(gold_that_is_not_there_is_named) {
    const Folder folder;
    std::filesystem::create_directory("empty");
    Gold gold;
    BOOST_TEST(input_error([&] { read_gold("nowhere.json", gold); }) ==
               "nowhere.json: No such file or directory");
    BOOST_TEST(input_error([&] { read_gold("empty", gold); }) ==
               "empty: expected annotated statements (*.json), found none");
}

BOOST_AUTO_TEST_CASE(the_later_of_two_with_one_identifier_counts) {
    const Folder folder;
    Folder::write("a.json", R"({"id": "x", "text": "before"})");
    Folder::write("b.json", R"({"id": "x", "text": "after"})");
    Folder::write("s.jsonl", R"({"id": "y", "text": "c", "type": "AID"})"
                             "\n"
                             R"({"id": "y", "text": "c", "type": "AGREE"})");
    Gold gold;
    read_gold("a.json", gold);
    read_gold("b.json", gold);
    read_gold("s.jsonl", gold);
    BOOST_REQUIRE_EQUAL(gold.statements.size(), 1u);
    BOOST_TEST(gold.statements[0].statement.text == "after");
    BOOST_REQUIRE_EQUAL(gold.sentences.size(), 1u);
    BOOST_TEST(bool(gold.sentences[0].type == plover::EventType::agree));
}

BOOST_AUTO_TEST_CASE(evidence_counts_code_points) {
    Gold gold;
    read_gold(std::string(ENTENTE_TEST_DATA) + "/scoring/gold/alpha.json", gold);
    BOOST_TEST(bool(gold.statements.at(0).relations.at(0).evidence.span == Span{8, 37}));
}

BOOST_AUTO_TEST_SUITE_END()
