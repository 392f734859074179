// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/tables/table_reading.hpp"

#include "ingest/tables/table_import.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

// A graph file and tables in a folder of their own that is gone after the test.
struct Folder {
    fs::path path;

    Folder() {
        static int count = 0;
        path = fs::temp_directory_path() /
               ("entente-tables-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        fs::create_directories(path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
        return (path / name).string();
    }
    Store store() const { return Store::open(path / "g.db", Store::Mode::read_write); }
};

// Small rows, one a day from 1970 on.
std::string quadruples(int rows) {
    std::string text = "date\tsource\tevent\ttarget\n";
    for (int i = 0; i < rows; ++i)
        text += to_string(Date{std::chrono::sys_days{std::chrono::days{i}}}) + "\tChina\tAccuse\tBelgium\n";
    return text;
}

ImportReport import(const Folder& folder, const std::string& file, ImportHandlers handlers = {},
                    const TableOptions& options = {}) {
    Store store = folder.store();
    TableImport import(store, vocabulary().gazetteer, std::move(handlers));
    read_tables(file, options, vocabulary(), import, {});
    import.finish();
    return import.report();
}

std::vector<RelationId> relation_ids(const Folder& folder) {
    std::vector<RelationId> ids;
    const Store store = folder.store();
    store.for_each_relation([&](const Relation&, const RelationId& id) { ids.push_back(id); });
    return ids;
}

BOOST_AUTO_TEST_SUITE(table_import)

BOOST_AUTO_TEST_CASE(rows_become_relations_with_provenance_and_actors) {
    const Folder folder;
    const ImportReport report = import(folder, folder.write("q.tsv", quadruples(3)));
    BOOST_TEST(report.added == 3u);
    const Store store = folder.store();
    const auto statement = store.find_statement("quadruples:q.tsv").value();
    BOOST_TEST(statement.title == "q.tsv");
    std::vector<std::string> actors;
    store.for_each_actor([&](const Actor& actor) { actors.push_back(actor.name + " " + actor.wikidata); });
    BOOST_TEST(actors == (std::vector<std::string>{"Belgium Q31", "China Q148"}),
               boost::test_tools::per_element());
    store.for_each_relation([&](const Relation& relation, const RelationId& id) {
        BOOST_TEST((relation_id(relation) == id));
        BOOST_TEST(relation.evidence.statement == "quadruples:q.tsv");
    });
}

BOOST_AUTO_TEST_CASE(the_same_file_again_is_known) {
    const Folder folder;
    const std::string file = folder.write("q.tsv", quadruples(3));
    import(folder, file);
    const ImportReport again = import(folder, file);
    BOOST_TEST(again.known_tables == 1u);
    BOOST_TEST(again.rows.total() == 0u);
    BOOST_TEST(folder.store().counts().relations == 3u);
}

BOOST_AUTO_TEST_CASE(a_file_that_grew_goes_on_where_it_ended) {
    const Folder folder;
    import(folder, folder.write("q.tsv", quadruples(1000)));
    const ImportReport report = import(folder, folder.write("q.tsv", quadruples(1003)));
    BOOST_TEST(report.known_tables == 0u);
    BOOST_TEST(report.rows.total() == 3u);
    BOOST_TEST(report.added == 3u);
}

BOOST_AUTO_TEST_CASE(the_same_event_in_another_file_is_stored_once) {
    const Folder folder;
    import(folder, folder.write("a.tsv", quadruples(3)));
    const ImportReport overlapping = import(folder, folder.write("b.tsv", quadruples(5)));
    BOOST_TEST(overlapping.repeated == 3u);
    BOOST_TEST(overlapping.added == 2u);
}

BOOST_AUTO_TEST_CASE(other_options_read_the_file_again) {
    const Folder folder;
    const std::string file =
        folder.write("q.tsv", quadruples(2) + "2018-01-01\tPolice (China)\tAccuse\tChina\n");
    BOOST_TEST(import(folder, file).added == 2u);
    TableOptions domestic;
    domestic.keeps_domestic = true;
    const ImportReport report = import(folder, file, {}, domestic);
    BOOST_TEST(report.added == 1u);
    BOOST_TEST(report.repeated == 2u);
}

// The process ends behind the n-th block, with a transaction open or not: what a kill leaves is what was
// committed.
struct Killed {};
const std::size_t deaths[] = {1, 2, 3, 4};
BOOST_DATA_TEST_CASE(an_interrupted_import_goes_on_and_ends_with_the_same_graph, data::make(deaths), blocks) {
    const Folder whole;
    const std::string table = quadruples(100'000); // five blocks
    import(whole, whole.write("q.tsv", table));
    const Folder folder;
    const std::string file = folder.write("q.tsv", table);
    std::size_t seen = 0;
    ImportHandlers handlers;
    handlers.on_progress = [&](const ImportReport&, std::uint64_t) {
        if (++seen == blocks)
            throw Killed();
    };
    {
        Store store = folder.store();
        TableImport dying(store, vocabulary().gazetteer, handlers);
        dying.set_relations_at_once(30'000);
        BOOST_CHECK_THROW(read_tables(file, {}, vocabulary(), dying, {}), Killed);
    }
    const std::size_t before = relation_ids(folder).size();
    const ImportReport report = import(folder, file);
    BOOST_TEST(report.repeated == 0u);
    BOOST_TEST(report.added + before == 100'000u);
    BOOST_TEST((relation_ids(folder) == relation_ids(whole)));
}

BOOST_AUTO_TEST_CASE(refused_rows_are_handed_over_and_never_stop_the_import) {
    const Folder folder;
    std::vector<std::string> rejects;
    ImportHandlers handlers;
    handlers.on_reject = [&](const std::string& table, const RejectedRow& row) {
        rejects.push_back(table + ":" + std::to_string(row.line) + ": " + row.reason + " [" + row.text + "]");
    };
    const std::string file = folder.write(
        "q.tsv", quadruples(2) + "someday\tChina\tAccuse\tBelgium\n2018-01-01\tUSA\tAccuse\tChina\n");
    const ImportReport report = import(folder, file, handlers);
    BOOST_TEST(report.added == 3u);
    BOOST_TEST(rejects ==
                   std::vector<std::string>{
                       file + ":4: expected a date, found \"someday\" [someday\tChina\tAccuse\tBelgium]"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_strict_import_ends_at_the_first_refused_row) {
    const Folder folder;
    ImportHandlers handlers;
    handlers.is_strict = true;
    const std::string file = folder.write("q.tsv", quadruples(2) + "someday\tChina\tAccuse\tBelgium\n");
    BOOST_CHECK_EXCEPTION(import(folder, file, handlers), InputError, [&](const InputError& error) {
        return error.what() == file + ":4: expected a date, found \"someday\"";
    });
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
