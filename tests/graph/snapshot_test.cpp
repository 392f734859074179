// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot.hpp"

#include "graph/error.hpp"
#include "tests/graph/sample.hpp"
#include "tests/graph/sqlite.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <random>

namespace {

using namespace entente;
using namespace entente::testing;
namespace data = boost::unit_test::data;

// Everything that a graph says, as text.
std::vector<std::string> said_by(const RelationGraph& graph) {
    std::vector<std::string> lines;
    for (const auto edge : graph.edges()) {
        std::string line;
        for (const std::string_view part :
             {graph.name(graph.source(edge)), graph.name(graph.target(edge)),
              plover::to_string(graph.type(edge)), graph.cameo_code(edge).text(), graph.source_actor(edge),
              graph.target_actor(edge), graph.predicate(edge), graph.dataset(edge),
              to_string(graph.modality(edge))})
            line.append(part).append("|");
        for (const auto number :
             {std::int64_t{graph.day(edge)}, std::int64_t{graph.relation_key(edge)},
              std::int64_t{graph.statement_key(edge)}, std::int64_t{graph.mentions(edge)},
              static_cast<std::int64_t>(graph.act_id(graph.act(edge)).low),
              std::int64_t{graph.is_mirror(edge)}, static_cast<std::int64_t>(graph.contexts(edge).bits())})
            line.append(std::to_string(number)).append("|");
        for (const auto topic : graph.topics(edge))
            line.append(graph.topic(topic)).append("|");
        lines.push_back(line);
    }
    for (std::size_t i = 0; i < graph.actor_count(); ++i)
        lines.push_back(graph.actor(i).name + "|" + graph.actor(i).office);
    return lines;
}

void check_same(const RelationGraph& a, const RelationGraph& b) {
    BOOST_TEST(a.vertex_count() == b.vertex_count());
    BOOST_TEST(a.relation_count() == b.relation_count());
    BOOST_TEST(said_by(a) == said_by(b), boost::test_tools::per_element());
}

void put_some(Store& store, const std::string& id, unsigned seed) {
    store.put(readout(id), random_relations(seed, 20, id), std::vector{belgium(), philippe()});
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// Rows of an event table whose numbers are [begin, end).
void add_rows(Store::Batch& batch, int begin, int end) {
    batch.add(table());
    for (int i = begin; i < end; ++i)
        batch.add(coded(i));
}

// Takes a few relations away as another program could that keeps to graph/SCHEMA.md.
void delete_some(const std::filesystem::path& file) {
    run_sql(file,
            "DELETE FROM relation_topics WHERE relation % 7 = 3; DELETE FROM relations WHERE seq % 7 = 3;"
            "UPDATE meta SET value = value + 1 WHERE key = 'removals';"
            "UPDATE meta SET value = (SELECT count(*) FROM relations) WHERE key = 'relations'");
}

BOOST_AUTO_TEST_SUITE(snapshot)

BOOST_DATA_TEST_CASE(a_snapshot_is_the_store_after_any_appends_and_changes, data::xrange(20U), seed) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    std::mt19937 random(seed);
    for (int step = 0; step < 12; ++step) {
        const auto choice = random() % 6;
        if (choice == 0) {
            delete_some(folder / "g.db");
        } else if (choice < 3) {
            const int begin = static_cast<int>(random() % 50);
            Store::Batch batch = store.batch();
            add_rows(batch, begin, begin + 20);
            batch.commit();
        } else if (choice == 3) {
            store.put(readout("s" + std::to_string(random() % 6)), {}, {});
        } else {
            put_some(store, "s" + std::to_string(random() % 6), static_cast<unsigned>(random() % 1000));
        }
        if (random() % 3 == 0)
            continue; // more than one change until the next question
        const Store other = Store::open(folder / "g.db", Store::Mode::read_only);
        const RelationGraph all = read_graph(other);
        check_same(open_graph(random() % 2 == 0 ? store : other), all);
        check_same(open_graph(store), all);
    }
    BOOST_TEST(snapshot_fault(store) == "");
    BOOST_TEST(open_graph(store).relation_count() == store.counts().relations);
}

BOOST_AUTO_TEST_CASE(a_replaced_statement_is_laid_over_the_snapshot) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    for (const char* const id : {"a", "b", "c"})
        put_some(store, id, 1);
    open_graph(store);
    // What no snapshot can know of shows whether the relations of the others were read again.
    run_sql(folder / "g.db", "UPDATE relations SET mentions = 77 WHERE seq = 1");
    put_some(store, "c", 2);
    store.put(readout("b"), {}, {});
    const RelationGraph graph = open_graph(store);
    BOOST_TEST(graph.relation_count() == store.counts().relations);
    for (const auto edge : graph.edges())
        BOOST_TEST(graph.mentions(edge) != 77U);
    run_sql(folder / "g.db", "UPDATE meta SET value = value + 1 WHERE key = 'removals'");
    check_same(open_graph(store), read_graph(store));
}

BOOST_AUTO_TEST_CASE(no_key_is_given_twice) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    put_some(store, "a", 1);
    put_some(store, "b", 2);
    open_graph(store);
    const auto last = store.version().last_relation;
    store.put(readout("b"), {}, {});
    BOOST_TEST(store.version().last_relation < last);
    put_some(store, "c", 3);
    BOOST_TEST(!store.find_relation(last).has_value());
    check_same(open_graph(store), read_graph(store));
}

BOOST_AUTO_TEST_CASE(a_snapshot_has_what_large_batches_added) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    Store::Batch batch = store.batch();
    for (const int end : {9'000, 20'000, 20'010}) {
        add_rows(batch, end / 2, end);
        batch.commit();
        check_same(open_graph(store), read_graph(store));
    }
    BOOST_TEST(open_graph(store).relation_count() == 14'510U);
}

// Statements, rows of a table and evidence that no page holds, in pages of this size.
void make_file(const std::filesystem::path& file, int page_size) {
    {
        Store store = Store::open(file, Store::Mode::read_write);
        for (const char* const id : {"a", "b", "c"})
            put_some(store, id, static_cast<unsigned>(page_size) + static_cast<unsigned char>(*id));
        Relation long_winded = coded(1);
        long_winded.coding.dataset.clear();
        long_winded.evidence = {"long", 1, {0, 70'000}, std::string(70'000, 'x')};
        store.put(readout("long"), std::vector{long_winded}, {});
        Store::Batch batch = store.batch();
        add_rows(batch, 0, 3'000);
        batch.commit();
    }
    delete_some(file);
    run_sql(file, ("PRAGMA journal_mode = DELETE; PRAGMA page_size = " + std::to_string(page_size) +
                   "; VACUUM; PRAGMA journal_mode = WAL")
                      .c_str());
}

BOOST_DATA_TEST_CASE(what_pages_hold_is_what_sql_says, data::make({512, 4096, 16384, 65536}), page_size) {
    const Folder folder;
    const auto file = folder / "g.db";
    make_file(file, page_size);
    const RelationGraph by_pages = read_graph(Store::open(file, Store::Mode::read_only));
    Store writer = Store::open(file, Store::Mode::read_write);
    Store::Batch batch = writer.batch();
    batch.set_note("a change that lies", "in the log");
    batch.commit();
    check_same(by_pages, read_graph(Store::open(file, Store::Mode::read_only)));
    BOOST_TEST(by_pages.relation_count() == writer.counts().relations);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_read_or_refused) {
    const Folder folder;
    const auto file = folder / "g.db";
    make_file(file, 4096);
    const std::string sound = bytes_of(file);
    for (unsigned seed = 0; seed < 100; ++seed) {
        std::string bytes = sound;
        std::mt19937 random(seed);
        for (int i = 0; i < 200; ++i)
            bytes[4096 + random() % (bytes.size() - 4096)] = static_cast<char>(random());
        write_bytes(file, bytes);
        try {
            read_graph(Store::open(file, Store::Mode::read_only));
        } catch (const Error& error) {
            BOOST_TEST(std::string_view(error.what()) != "", "seed " << seed);
        }
    }
}

BOOST_AUTO_TEST_CASE(rows_that_come_late_lie_where_their_day_is) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    std::vector<Relation> relations;
    for (const int day : {18000, 18010, 18005, 17990, 18020, 18010}) {
        Relation relation = coded(0);
        relation.coding.row = std::to_string(relations.size());
        relation.date = Date{std::chrono::sys_days{std::chrono::days{day}}};
        relations.push_back(relation);
        Store::Batch batch = store.batch();
        batch.add(table());
        batch.add(relation);
        batch.commit();
        std::vector<std::int32_t> days;
        for (const auto edge : open_graph(store).edges())
            days.push_back(open_graph(store).day(edge));
        BOOST_TEST(std::is_sorted(days.begin(), days.end()));
        BOOST_TEST(days.size() == relations.size());
    }
}

BOOST_AUTO_TEST_CASE(what_is_rolled_back_is_in_no_snapshot) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    put_some(store, "a", 1);
    {
        Store::Batch batch = store.batch();
        add_rows(batch, 0, 9'000);
        BOOST_TEST(open_graph(store).relation_count() > 8'000U);
        BOOST_TEST(!std::filesystem::exists(snapshot_file(store.file())));
    }
    put_some(store, "b", 2);
    check_same(open_graph(store), read_graph(store));
    BOOST_TEST(open_graph(store).relation_count() == store.counts().relations);
}

BOOST_AUTO_TEST_CASE(a_fault_while_rows_are_written_reaches_who_adds_them) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    run_sql(folder / "g.db", "CREATE TRIGGER stop BEFORE INSERT ON relations WHEN NEW.seq = 5000"
                             " BEGIN SELECT RAISE(ABORT, 'no more'); END");
    BOOST_CHECK_THROW(
        {
            Store::Batch batch = store.batch();
            add_rows(batch, 0, 20'000);
            batch.commit();
        },
        Error);
    BOOST_TEST(store.counts().relations == 0U);
    run_sql(folder / "g.db", "DROP TRIGGER stop");
    Store::Batch batch = store.batch();
    add_rows(batch, 0, 20'000);
    batch.commit();
    BOOST_TEST(open_graph(store).relation_count() == 20'000U);
}

BOOST_AUTO_TEST_CASE(keys_lead_back_to_the_store) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    put_some(store, "a", 1);
    put_some(store, "b", 2);
    const RelationGraph graph = open_graph(store);
    for (const auto edge : graph.edges()) {
        const Relation relation = store.find_relation(graph.relation_key(edge)).value();
        BOOST_TEST((relation.type == graph.type(edge)));
        BOOST_TEST(
            (graph.party(graph.source(edge)) == (graph.is_mirror(edge) ? relation.target : relation.source)));
        BOOST_TEST(store.find_statement(std::uint64_t{graph.statement_key(edge)})->id ==
                   relation.evidence.statement);
    }
    BOOST_TEST(!store.find_relation(1'000'000).has_value());
    put_some(store, "c", 3);
    BOOST_TEST(store.find_relation(store.version().last_relation).has_value());
}

BOOST_AUTO_TEST_CASE(a_snapshot_that_is_up_to_date_is_used_as_it_lies) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    put_some(store, "a", 1);
    open_graph(store);
    const auto before = std::filesystem::last_write_time(snapshot_file(store.file()));
    open_graph(store);
    BOOST_TEST((std::filesystem::last_write_time(snapshot_file(store.file())) == before));
}

struct Damage {
    const char* name;
    void (*apply)(std::string& bytes);
    const char* fault;
};
std::ostream& operator<<(std::ostream& out, const Damage& damage) { return out << damage.name; }

const Damage damages[] = {
    {"cut short", [](std::string& bytes) { bytes.resize(bytes.size() - 100); }, "it is cut short"},
    {"cut in the first page", [](std::string& bytes) { bytes.resize(100); }, "it is no snapshot"},
    {"another kind of file", [](std::string& bytes) { bytes.assign(9000, 'x'); }, "it is no snapshot"},
    {"another machine", [](std::string& bytes) { std::swap(bytes[8], bytes[11]); },
     "it is from another machine or another version of the program"},
    {"first page", [](std::string& bytes) { bytes[100] ^= 1; }, "its first page is damaged"},
    // The boot id, which is in no checksum, is changed too: the machine crashed.
    {"body after a crash",
     [](std::string& bytes) {
         bytes[bytes.size() - 100] ^= 1;
         bytes[1670] ^= 1;
     },
     "it is damaged"},
};
BOOST_DATA_TEST_CASE(a_damaged_snapshot_is_named_and_made_again, data::make(damages), damage) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    put_some(store, "a", 1);
    open_graph(store);
    const auto file = snapshot_file(store.file());
    std::string bytes = bytes_of(file);
    damage.apply(bytes);
    std::filesystem::remove(file);
    write_bytes(file, bytes);
    BOOST_TEST(snapshot_fault(store) == damage.fault);
    check_same(open_graph(store), read_graph(store));
    BOOST_TEST(snapshot_fault(store) == "");
}

BOOST_AUTO_TEST_CASE(a_snapshot_of_another_graph_is_not_used) {
    const Folder folder;
    Store one = Store::open(folder / "one.db", Store::Mode::read_write);
    Store two = Store::open(folder / "two.db", Store::Mode::read_write);
    put_some(one, "a", 1);
    put_some(two, "a", 2);
    open_graph(one);
    std::filesystem::copy_file(snapshot_file(one.file()), snapshot_file(two.file()));
    BOOST_TEST(snapshot_fault(two) == "it is of another graph file");
    check_same(open_graph(two), read_graph(two));
}

BOOST_AUTO_TEST_CASE(where_no_snapshot_can_be_written_the_graph_is_in_memory) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    put_some(store, "a", 1);
    std::filesystem::create_directory(snapshot_file(store.file()));
    check_same(open_graph(store), read_graph(store));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
