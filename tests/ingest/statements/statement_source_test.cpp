// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/statements/reading.hpp"

#include "ingest/statements/format.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <ostream>

namespace {

using namespace entente;
using namespace entente::test;
using namespace std::string_literals;
namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

// A folder of its own that is gone after the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("entente-statements-" + std::to_string(::getpid()));

    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }

    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
};

Result read_path(const std::string& path) {
    Result result;
    read_statements(
        path, dated(), [&](Statement&& statement) { result.statements.push_back(std::move(statement)); },
        [&](const Notice& notice) { result.notices.push_back(to_string(notice)); });
    return result;
}

BOOST_AUTO_TEST_SUITE(statement_source)

struct Recognised {
    std::string name;
    std::string bytes;
    Format format;
};
std::ostream& operator<<(std::ostream& out, const Recognised& c) { return out << c.name << ' ' << c.bytes; }

const Recognised inputs[] = {
    {"a.txt", "China thanks Belgium.", Format::text},
    {"a", "China thanks Belgium.", Format::text},
    {"a.md", "China thanks Belgium.", Format::markdown},
    {"-", "---\ntitle: x\n---\ny", Format::markdown},
    {"a.txt", "<!DOCTYPE html><html>", Format::html},
    {"saved", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", Format::html},
    {"a.html", "no tags", Format::html},
    {"-", "{\"text\": \"a\"}", Format::json},
    {"-", "[\n  {\"text\": \"a\"}]", Format::json},
    {"a.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}", Format::ndjson},
    {"a.jsonl", "{\"text\": \"a\"}", Format::ndjson},
    {"a.txt", "[Music] starts", Format::text},
    {"a.txt", "{curly} prose", Format::text},
};
BOOST_DATA_TEST_CASE(the_format_is_recognised_by_content_and_name, data::make(inputs), c) {
    BOOST_TEST((recognise_format(c.name, c.bytes) == c.format));
}

BOOST_AUTO_TEST_CASE(a_given_format_overrides) {
    ReadOptions options = dated();
    options.format = Format::text;
    BOOST_TEST(read_any("# A *text*", "a.md", options).statements.at(0).text == "# A *text*");
}

struct Binary {
    std::string bytes;
    std::string kind;
};
std::ostream& operator<<(std::ostream& out, const Binary& c) { return out << c.kind; }
const Binary binaries[] = {
    {"%PDF-1.7 ...", "a PDF document"},      {"SQLite format 3\0 ..."s, "an SQLite database"},
    {"\x89PNG\r\n", "a PNG picture"},        {"text\0text"s, "binary data"},
    {"\x01\x02\x03\x04 abc", "binary data"},
};
BOOST_DATA_TEST_CASE(a_binary_file_is_refused, data::make(binaries), c) {
    const Result result = read_any(c.bytes, "a.txt");
    BOOST_TEST(result.statements.empty());
    BOOST_TEST(result.notices.at(0) ==
               "refused a.txt: " + c.kind + ": expected text, HTML, Markdown or JSON");
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_refused) {
    BOOST_TEST(read_any("", "a.json").notices.at(0) == "refused a.json: empty: expected a statement");
}

BOOST_AUTO_TEST_CASE(utf16_is_read_whatever_the_format) {
    const std::string json = "[{\"text\": \"a\"}]";
    std::string bytes = "\xFF\xFE";
    for (const char c : json)
        bytes.append(1, c).append(1, '\0');
    BOOST_TEST(read_any(bytes, "-").statements.at(0).text == "a");
    BOOST_TEST(read_any("\xFE\xFF\0H\0i"s, "a.txt").statements.at(0).text == "Hi");
}

BOOST_AUTO_TEST_CASE(a_folder_is_read_in_the_order_of_the_names) {
    const Folder folder;
    folder.write("b.txt", "second");
    folder.write("a/z.txt", "first");
    folder.write("c.txt", "");
    folder.write(".hidden/x.txt", "never");
    const Result result = read_path(folder.path.string());
    BOOST_TEST_REQUIRE(result.statements.size() == 2u);
    BOOST_TEST(result.statements[0].text == "first");
    BOOST_TEST(result.statements[1].text == "second");
    BOOST_TEST(result.notices.at(0) == (folder.path / "c.txt").string() + ": empty: expected a statement");
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_an_input_error) {
    BOOST_CHECK_EXCEPTION(read_path("no/such.txt"), InputError, [](const InputError& error) {
        return error.what() == "no/such.txt: no such file or folder"s;
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
