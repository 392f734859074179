// SPDX-License-Identifier: Apache-2.0
#include "graph/detail/store_impl.hpp"
#include "graph/error.hpp"
#include "graph/store.hpp"
#include "tests/graph/sample.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace {

using namespace entente;
using namespace entente::testing;

/// A graph file as schema version 1 had it: the view in words without topics.
void make_version_1(const std::filesystem::path& file) {
    {
        Store store = Store::open(file, Store::Mode::read_write);
        const std::vector<Relation> relations{support(), agreement()};
        store.put(readout(), relations, {});
    }
    detail::Connection connection(file, SQLITE_OPEN_READWRITE);
    connection.execute("DROP VIEW relations_in_words;"
                       "CREATE VIEW relations_in_words AS SELECT lower(hex(id)) AS id FROM relations;"
                       "DROP TABLE removed_relations;"
                       "PRAGMA user_version = 1;");
}

std::string view_in_words(const std::filesystem::path& file) {
    const detail::Connection connection(file, SQLITE_OPEN_READONLY);
    detail::Query query(connection, "SELECT sql FROM sqlite_schema WHERE name = 'relations_in_words'");
    BOOST_REQUIRE(query.step());
    return std::string(query.text(0));
}

std::int64_t number(const std::filesystem::path& file, const char* sql) {
    const detail::Connection connection(file, SQLITE_OPEN_READONLY);
    detail::Query query(connection, sql);
    return query.step() ? query.integer(0) : -1;
}

BOOST_AUTO_TEST_SUITE(migration)

BOOST_AUTO_TEST_CASE(an_older_file_is_read_as_it_is_and_brought_up_to_date_by_a_writer) {
    const Folder folder;
    const auto file = folder / "g.db";
    make_version_1(file);
    BOOST_TEST(Store::open(file, Store::Mode::read_only).counts().relations == 2U);
    BOOST_TEST(number(file, "PRAGMA user_version") == 1);
    {
        const Store store = Store::open(file, Store::Mode::read_write);
        BOOST_REQUIRE(store.upgrade().has_value());
        BOOST_TEST(store.upgrade()->from == 1);
        BOOST_TEST(store.upgrade()->to == 3);
        BOOST_TEST(store.upgrade()->backup == file.string() + ".v1-backup");
        BOOST_TEST(store.counts().relations == 2U);
    }
    BOOST_TEST(number(file, "PRAGMA user_version") == 3);
    BOOST_TEST(number(file, "SELECT count(*) FROM removed_relations") == 0);
    BOOST_TEST(number(file, "SELECT count(*) FROM relations_in_words WHERE topics IS NOT NULL") > 0);
    Store::open(folder / "new.db", Store::Mode::read_write);
    BOOST_TEST(view_in_words(file) == view_in_words(folder / "new.db"));
    const std::filesystem::path backup = file.string() + ".v1-backup";
    BOOST_TEST(number(backup, "PRAGMA user_version") == 1);
    BOOST_TEST(Store::open(backup, Store::Mode::read_only).counts().relations == 2U);
    BOOST_TEST(!Store::open(file, Store::Mode::read_write).upgrade().has_value());
}

BOOST_AUTO_TEST_CASE(a_copy_that_is_there_is_not_written_over) {
    const Folder folder;
    const auto file = folder / "g.db";
    for (const char* name : {".v1-backup", ".v1-backup-2"}) {
        make_version_1(file);
        BOOST_TEST(Store::open(file, Store::Mode::read_write).upgrade()->backup == file.string() + name);
    }
}

BOOST_AUTO_TEST_CASE(a_step_that_fails_leaves_the_file_as_it_was) {
    const Folder folder;
    const auto file = folder / "g.db";
    make_version_1(file);
    detail::Connection connection(file, SQLITE_OPEN_READWRITE);
    const std::array<detail::Migration, 2> steps{
        {{2, "CREATE TABLE more(x)"}, {3, "INSERT INTO no_such_table VALUES (1)"}}};
    BOOST_CHECK_THROW(detail::migrate(connection, steps), Error);
    BOOST_TEST(number(file, "PRAGMA user_version") == 1);
    BOOST_TEST(number(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'") == 0);
    BOOST_TEST(Store::open(file, Store::Mode::read_only).counts().relations == 2U);
}

BOOST_AUTO_TEST_CASE(steps_are_taken_in_order_and_only_those_that_lack) {
    const Folder folder;
    const auto file = folder / "g.db";
    make_version_1(file);
    detail::Connection connection(file, SQLITE_OPEN_READWRITE);
    const std::array<detail::Migration, 3> steps{
        {{1, "CREATE TABLE never(x)"}, {2, "CREATE TABLE more(x)"}, {3, "INSERT INTO more VALUES (3)"}}};
    const auto upgrade = detail::migrate(connection, steps);
    BOOST_REQUIRE(upgrade.has_value());
    BOOST_TEST(upgrade->to == 3);
    BOOST_TEST(number(file, "SELECT x FROM more") == 3);
    BOOST_TEST(number(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'never'") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
