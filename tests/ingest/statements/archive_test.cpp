// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/statements/reading.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;

struct Entry {
    std::string name;
    std::string bytes;
};

// An archive in memory; a filter and no format is a file that is only compressed.
std::string pack(const std::vector<Entry>& entries, const std::string& filter, const std::string& format) {
    std::string out(std::size_t{4} << 20, '\0');
    std::size_t used = 0;
    archive* packed = archive_write_new();
    archive_write_set_format_by_name(packed, format.c_str());
    if (!filter.empty())
        archive_write_add_filter_by_name(packed, filter.c_str());
    archive_write_set_bytes_in_last_block(packed, 1);
    archive_write_open_memory(packed, out.data(), out.size(), &used);
    for (const Entry& entry : entries) {
        archive_entry* header = archive_entry_new();
        archive_entry_set_pathname(header, entry.name.c_str());
        archive_entry_set_size(header, static_cast<la_int64_t>(entry.bytes.size()));
        archive_entry_set_filetype(header, AE_IFREG);
        archive_entry_set_perm(header, 0644);
        archive_write_header(packed, header);
        archive_write_data(packed, entry.bytes.data(), entry.bytes.size());
        archive_entry_free(header);
    }
    archive_write_close(packed);
    archive_write_free(packed);
    out.resize(used);
    return out;
}

BOOST_AUTO_TEST_SUITE(archives)

const std::string filters[] = {"gzip", "xz", "zstd", "bzip2"};
BOOST_DATA_TEST_CASE(a_compressed_file_is_read_through, data::make(filters), filter) {
    const std::string bytes = pack({{"x", "{\"text\": \"a\"}\n{\"text\": }\n"}}, filter, "raw");
    const Result result = read_any(bytes, "news.ndjson.gz");
    BOOST_TEST(result.statements.at(0).text == "a");
    BOOST_TEST(result.notices.at(0) == "refused news.ndjson:2:10: expected a value, found \"}\"");
}

BOOST_AUTO_TEST_CASE(the_files_of_a_zip_are_read_each_by_its_format) {
    const std::string bytes = pack({{"a.md", "# T\n\nChina *thanks* Belgium."},
                                    {"b/c.json", "{\"text\": \"b\"}"},
                                    {"d.bin", std::string("\0\1\2", 3)},
                                    {"e.txt", "e"}},
                                   "", "zip");
    const Result result = read_any(bytes, "news.zip");
    BOOST_TEST_REQUIRE(result.statements.size() == 3u);
    BOOST_TEST(result.statements[0].text == "China thanks Belgium.");
    BOOST_TEST(result.statements[2].text == "e");
    BOOST_TEST(result.notices.at(0) ==
               "refused news.zip/d.bin: binary data: expected text, HTML, Markdown or JSON");
}

BOOST_AUTO_TEST_CASE(a_tar_is_read_through_its_compression) {
    const Result result = read_any(pack({{"a.txt", "a"}, {"b.txt", "b"}}, "gzip", "ustar"), "news.tar.gz");
    BOOST_TEST(result.statements.size() == 2u);
}

const std::string outside[] = {"../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"};
BOOST_DATA_TEST_CASE(a_path_outside_is_a_name_only, data::make(outside), path) {
    const Result result = read_any(pack({{path, "China thanks Belgium."}}, "", "zip"), "a.zip");
    BOOST_TEST(result.statements.size() == 1u);
    BOOST_TEST(result.notices.at(0).ends_with(": a path outside the archive: taken as a name only"));
}

BOOST_AUTO_TEST_CASE(an_archive_within_an_archive_is_refused) {
    const std::string inner = pack({{"a.txt", "a"}}, "", "zip");
    const Result result = read_any(pack({{"inner.zip", inner}, {"b.txt", "b"}}, "", "zip"), "a.zip");
    BOOST_TEST(result.statements.size() == 1u);
    BOOST_TEST(result.notices.at(0) == "refused a.zip/inner.zip: an archive within an archive");
}

BOOST_AUTO_TEST_CASE(a_thousandfold_expansion_is_refused) {
    const Result result = read_any(pack({{"x", std::string(64'000'000, ' ')}}, "gzip", "raw"), "bomb.txt.gz");
    BOOST_TEST(result.statements.empty());
    BOOST_TEST_REQUIRE(result.notices.size() == 1u);
    BOOST_TEST(result.notices[0] == "refused bomb.txt.gz: expands to more than 250 times its size");
}

BOOST_AUTO_TEST_CASE(an_expansion_beyond_the_limit_is_refused) {
    ReadOptions options = dated();
    options.maximum_expanded_bytes = 10;
    const Result result = read_any(pack({{"a.ndjson", "{\"text\": \"a\"}\n"}}, "", "zip"), "a.zip", options);
    BOOST_TEST(result.notices.back() == "refused a.zip: expands to more than 10 bytes");
}

BOOST_AUTO_TEST_CASE(a_cut_archive_is_named_and_what_came_before_is_kept) {
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += "{\"id\": \"" + std::to_string(i * 7919) + "\", \"text\": \"a\"}\n";
    std::string bytes = pack({{"x", lines}}, "gzip", "raw");
    bytes.resize(bytes.size() / 2);
    const Result result = read_any(bytes, "a.ndjson.gz");
    BOOST_TEST(result.statements.size() > 5000u);
    BOOST_TEST(result.notices.back() == "refused a.ndjson.gz: the archive is broken: truncated gzip input");
}

const std::string beginnings[] = {"China thanks Belgium. ", "# China thanks Belgium\n\n", "<html><body><p>",
                                  std::string("\xFF\xFE"
                                              "C\0h\0i\0n\0a\0",
                                              12)};
BOOST_DATA_TEST_CASE(half_a_text_is_no_statement, data::make(beginnings), beginning) {
    std::string text = beginning;
    for (int i = 0; i < 20'000; ++i)
        text += std::to_string(i * 7919) + ' ';
    std::string bytes = pack({{"x", text}}, "gzip", "raw");
    bytes.resize(bytes.size() / 2);
    const Result result = read_any(bytes, "a.gz");
    BOOST_TEST(result.statements.empty());
    BOOST_TEST(result.notices.back() == "refused a.gz: the archive is broken: truncated gzip input");
}

BOOST_AUTO_TEST_CASE(an_office_document_is_refused) {
    const Result result = read_any(pack({{"[Content_Types].xml", "<x/>"}}, "", "zip"), "a.docx");
    BOOST_TEST(result.notices.at(0) ==
               "refused a.docx: an Office document: expected text, HTML, Markdown or JSON");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
