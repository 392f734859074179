// SPDX-License-Identifier: Apache-2.0
#include "graph/store.hpp"

#include "graph/error.hpp"
#include "tests/graph/sample.hpp"
#include "tests/graph/sqlite.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <vector>

namespace {

using namespace entente;
using namespace entente::testing;

std::vector<Relation> relations_of(const Store& store) {
    std::vector<Relation> all;
    store.for_each_relation([&](const Relation& relation, const RelationId& id) {
        BOOST_TEST((id == relation_id(relation)));
        all.push_back(relation);
    });
    return all;
}

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

BOOST_AUTO_TEST_SUITE(store)

BOOST_AUTO_TEST_CASE(what_is_put_is_read_back_by_another_process_as_it_was) {
    const Folder folder;
    const std::vector<Relation> written{support(), agreement()};
    {
        Store store = Store::open(folder / "g.db", Store::Mode::read_write);
        const std::vector<Actor> actors{philippe(), belgium()};
        BOOST_TEST((store.put(readout(), written, actors) == Store::Put::added));
    }
    const Store store = Store::open(folder / "g.db", Store::Mode::read_only);
    BOOST_TEST((relations_of(store) == written));
    BOOST_TEST((store.find_statement("readout") == readout()));
    BOOST_TEST(!store.find_statement("another").has_value());
    std::vector<Actor> actors;
    store.for_each_actor([&](const Actor& actor) { actors.push_back(actor); });
    BOOST_TEST((actors == std::vector<Actor>{belgium(), philippe()}));
    const Store::Counts counts = store.counts();
    BOOST_TEST(counts.statements == 1u);
    BOOST_TEST(counts.relations == 2u);
    BOOST_TEST(counts.actors == 2u);
    BOOST_TEST(counts.topics == 2u);
}

BOOST_AUTO_TEST_CASE(the_same_statement_again_changes_nothing) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    const std::vector<Relation> relations{support(), agreement()};
    store.put(readout(), relations, {});
    const Store::Version version = store.version();
    BOOST_TEST((store.put(readout(), relations, {}) == Store::Put::unchanged));
    BOOST_TEST((store.version() == version));
    BOOST_TEST(store.counts().relations == 2u);
}

BOOST_AUTO_TEST_CASE(a_changed_statement_replaces_its_relations_and_no_others) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    store.put(readout("a"), std::vector{support("a"), agreement("a")}, {});
    store.put(readout("b"), std::vector{support("b")}, {});
    Statement changed = readout("a");
    changed.text += " They parted.";
    BOOST_TEST((store.put(changed, std::vector{agreement("a")}, {}) == Store::Put::replaced));
    BOOST_TEST((relations_of(store) == std::vector{support("b"), agreement("a")}));
    BOOST_TEST(store.counts().relations == 2u);
    BOOST_TEST(store.find_statement("a")->text.ends_with("They parted."));
    BOOST_TEST(store.version().removals == 1u);
}

BOOST_AUTO_TEST_CASE(the_same_text_read_with_other_results_replaces_them) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    store.put(readout(), std::vector{support()}, {});
    Relation surer = support();
    surer.confidence = 0.9;
    BOOST_TEST((store.put(readout(), std::vector{surer}, {}) == Store::Put::replaced));
    BOOST_TEST((relations_of(store) == std::vector{surer}));
}

BOOST_AUTO_TEST_CASE(equal_relations_of_a_statement_are_stored_once) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    store.put(readout(), std::vector{support(), support()}, {});
    BOOST_TEST(store.counts().relations == 1u);
    BOOST_TEST(relations_of(store).size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_actor_keeps_what_is_known_and_gains_what_is_new) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    Actor vague = philippe();
    vague.wikidata.clear();
    vague.from.reset();
    store.put(readout("a"), {}, std::vector{vague});
    store.put(readout("b"), {}, std::vector{philippe()});
    store.put(readout("c"), {}, std::vector{vague});
    std::vector<Actor> actors;
    store.for_each_actor([&](const Actor& actor) { actors.push_back(actor); });
    BOOST_TEST((actors == std::vector{philippe()}));
}

BOOST_AUTO_TEST_CASE(hostile_texts_come_back_intact) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    const std::string hostile("a\"b'c<d>\n\0\xE2\x80\x8F\xF0\x9F\x98\x80", 17);
    Statement statement = readout(hostile);
    statement.title = hostile;
    Relation relation = support(hostile);
    relation.source_actor = relation.predicate = relation.evidence.text = hostile;
    relation.topics = {hostile};
    store.put(statement, std::vector{relation}, {});
    BOOST_TEST((relations_of(store) == std::vector{relation}));
    BOOST_TEST((store.find_statement(hostile) == statement));
}

BOOST_AUTO_TEST_CASE(a_batch_stores_each_relation_once_across_batches_and_stores) {
    const Folder folder;
    constexpr int count = 20'000; // more than is written at once
    for (int round = 0; round < 2; ++round) {
        Store store = Store::open(folder / "g.db", Store::Mode::read_write);
        Store::Batch batch = store.batch();
        batch.add(table());
        int added = 0;
        for (int i = 0; i < count; ++i) {
            added += batch.add(coded(i)) ? 1 : 0;
            if (i % 7000 == 0)
                batch.commit();
        }
        BOOST_TEST(!batch.add(coded(3)));
        batch.commit();
        BOOST_TEST(added == (round == 0 ? count : 0));
    }
    const Store store = Store::open(folder / "g.db", Store::Mode::read_only);
    const auto all = relations_of(store);
    BOOST_REQUIRE(all.size() == std::size_t{count});
    for (int i = 0; i < count; ++i)
        BOOST_REQUIRE((all[static_cast<std::size_t>(i)] == coded(i)));
    BOOST_TEST(store.counts().relations == std::uint64_t{count});
    BOOST_TEST(store.counts().statements == 1u);
}

BOOST_AUTO_TEST_CASE(what_a_batch_did_not_commit_is_forgotten) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    {
        Store::Batch batch = store.batch();
        batch.add(table());
        batch.add(coded(1));
        batch.set_note("place", "7");
        batch.commit();
        for (int i = 2; i < 10'000; ++i)
            batch.add(coded(i));
        batch.set_note("place", "8");
    }
    BOOST_TEST(store.counts().relations == 1u);
    BOOST_TEST(store.note("place").value() == "7");
    Store::Batch batch = store.batch();
    BOOST_TEST(!batch.add(coded(1)));
    BOOST_TEST(batch.add(coded(2)));
    batch.set_note("place", "");
    batch.commit();
    BOOST_TEST(relations_of(store).size() == 2u);
    BOOST_TEST(!store.note("place").has_value());
}

BOOST_AUTO_TEST_CASE(a_row_name_that_looks_like_a_number_stays_the_text_it_was) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    std::vector<Relation> written;
    for (const char* name : {"12", "012", "-5", "1e3", "99999999999999999999", "410001-2", " 7", "0"}) {
        written.push_back(coded(1));
        written.back().coding.row = name;
    }
    Store::Batch batch = store.batch();
    for (Relation& relation : written) {
        relation.evidence.statement.clear();
        BOOST_TEST(batch.add(relation));
    }
    batch.commit();
    BOOST_TEST((relations_of(store) == written));
}

// Rows are laid out in SQLite's format here: lengths at which it puts them another way, and numbers of every
// width.
BOOST_AUTO_TEST_CASE(rows_of_any_length_and_numbers_of_any_width_come_back) {
    const Folder folder;
    std::vector<Relation> written;
    const auto write = [&](std::size_t length, std::uint64_t number) {
        Relation relation = coded(static_cast<int>(written.size()));
        relation.evidence.text = std::string(length, static_cast<char>('a' + written.size() % 26));
        relation.evidence.span = {number, number * 2};
        relation.coding.mentions = static_cast<std::uint32_t>(number);
        relation.coding.url = length == 0 ? "" : "https://example.org/" + std::string(length, 'u');
        relation.date =
            Date{std::chrono::sys_days{std::chrono::days{static_cast<int>(number % 90'000) - 45'000}}};
        relation.confidence = number % 3 == 0 ? 1.0 : number % 3 == 1 ? 0.0 : 0.3;
        written.push_back(relation);
    };
    for (unsigned bits = 0; bits < 32; ++bits) {
        for (const std::uint64_t number : {(1ULL << bits) - 1, 1ULL << bits})
            write(bits, number);
    }
    for (std::size_t length = 65'380; length < 65'540; ++length)
        write(length, length);
    for (const std::size_t length : {54U, 57U, 58U, 8185U, 8186U, 131'070U, 200'000U, 6'000'000U})
        write(length, length);
    {
        Store store = Store::open(folder / "g.db", Store::Mode::read_write);
        Store::Batch batch = store.batch();
        batch.add(table());
        for (const Relation& relation : written)
            BOOST_TEST(batch.add(relation));
        batch.commit();
    }
    BOOST_TEST(is_sound(folder / "g.db"));
    const Store store = Store::open(folder / "g.db", Store::Mode::read_only);
    BOOST_TEST((relations_of(store) == written));
}

BOOST_AUTO_TEST_CASE(a_range_of_keys_is_read_alone) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    store.put(readout("a"), std::vector{agreement("a")}, {});
    const std::uint64_t before = store.version().last_relation;
    store.put(readout("b"), std::vector{support("b")}, {});
    std::vector<Relation> later;
    store.for_each_relation(before + 1, UINT64_MAX >> 1,
                            [&](const Relation& relation, const RelationId&) { later.push_back(relation); });
    BOOST_TEST((later == std::vector{support("b")}));
}

BOOST_AUTO_TEST_CASE(readers_see_what_was_committed_while_a_writer_writes) {
    const Folder folder;
    Store writer = Store::open(folder / "g.db", Store::Mode::read_write);
    writer.put(readout("a"), std::vector{support("a")}, {});
    const Store reader = Store::open(folder / "g.db", Store::Mode::read_only);
    Store::Batch batch = writer.batch();
    batch.add(table());
    batch.add(coded(1));
    BOOST_TEST(relations_of(reader).size() == 1u);
    batch.commit();
    BOOST_TEST(relations_of(reader).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_named) {
    const Folder folder;
    const auto file = folder / "none.db";
    BOOST_TEST(message_of([&] { Store::open(file, Store::Mode::read_only); }) ==
               file.string() + ": there is no such graph file");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_refused_and_left_alone) {
    const Folder folder;
    const auto file = folder / "text.db";
    std::ofstream(file) << std::string(5000, 'x');
    for (const auto mode : {Store::Mode::read_only, Store::Mode::read_write})
        BOOST_TEST(message_of([&] { Store::open(file, mode); }) ==
                   file.string() +
                       ": expected a graph file (an SQLite database), found another kind of file");
    BOOST_TEST(std::filesystem::file_size(file) == 5000u);
}

BOOST_AUTO_TEST_CASE(an_empty_file_and_a_foreign_database_are_no_graphs) {
    const Folder folder;
    std::ofstream(folder / "empty.db").close();
    BOOST_TEST(message_of([&] { Store::open(folder / "empty.db", Store::Mode::read_only); }) ==
               (folder / "empty.db").string() + ": expected an Entente graph, found an empty file");
    run_sql(folder / "other.db", "CREATE TABLE t(x)");
    for (const auto mode : {Store::Mode::read_only, Store::Mode::read_write})
        BOOST_TEST(message_of([&] { Store::open(folder / "other.db", mode); }) ==
                   (folder / "other.db").string() +
                       ": expected an Entente graph, found another SQLite database");
}

BOOST_AUTO_TEST_CASE(a_newer_schema_is_refused) {
    const Folder folder;
    const auto file = folder / "g.db";
    Store::open(file, Store::Mode::read_write);
    run_sql(file, "PRAGMA user_version = 99");
    BOOST_TEST(message_of([&] { Store::open(file, Store::Mode::read_only); }) ==
               file.string() +
                   ": the graph has schema version 99, this program knows versions up to 3; use a newer one");
}

BOOST_AUTO_TEST_CASE(a_folder_is_no_graph) {
    const Folder folder;
    BOOST_TEST(message_of([&] { Store::open(folder.path(), Store::Mode::read_write); }) ==
               folder.path().string() + ": can't be opened: Is a directory");
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_an_error_and_no_crash) {
    const Folder folder;
    const auto file = folder / "g.db";
    {
        Store store = Store::open(file, Store::Mode::read_write);
        Store::Batch batch = store.batch();
        batch.add(table());
        for (int i = 0; i < 5000; ++i)
            batch.add(coded(i));
        batch.commit();
    }
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    const std::string message = message_of([&] {
        const Store store = Store::open(file, Store::Mode::read_only);
        store.for_each_relation([](const Relation&, const RelationId&) {});
    });
    BOOST_TEST(message == file.string() + ": the graph file is damaged: database disk image is malformed");
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_who_holds_the_file) {
    const Folder folder;
    const auto file = folder / "g.db";
    Store::open(file, Store::Mode::read_write);
    int ready[2];
    BOOST_REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        Store store = Store::open(file, Store::Mode::read_write);
        Store::Batch batch = store.batch();
        batch.add(table());
        [[maybe_unused]] const auto written = write(ready[1], "x", 1);
        pause();
        _exit(0);
    }
    char byte = 0;
    BOOST_REQUIRE(read(ready[0], &byte, 1) == 1);
    Store store = Store::open(file, Store::Mode::read_write);
    store.set_patience(std::chrono::milliseconds(50));
    const std::string message = message_of([&] { store.put(readout(), std::vector{support()}, {}); });
    BOOST_TEST(message == file.string() + ": process " + std::to_string(child) +
                              " (graph_test) is writing to the graph file; try again when it is done");
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    BOOST_TEST((store.put(readout(), std::vector{support()}, {}) == Store::Put::added));
    close(ready[0]);
    close(ready[1]);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
