// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot.hpp"
#include "graph/store.hpp"

#include "tests/graph/sample.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <map>

namespace {

using namespace entente;
using namespace entente::testing;

constexpr std::size_t relations_a_statement = 7;

std::string statement_name(unsigned number) { return "s" + std::to_string(number); }

// Writes statement after statement until it is killed, from the first that the file lacks.
[[noreturn]] void write_until_killed(const std::filesystem::path& file, int ready) {
    Store store = Store::open(file, Store::Mode::read_write);
    auto next = static_cast<unsigned>(store.counts().statements);
    [[maybe_unused]] const auto written = write(ready, "x", 1);
    for (;; ++next) {
        const std::string name = statement_name(next);
        store.put(readout(name), random_relations(next, relations_a_statement, name), {});
    }
}

constexpr int rows_a_batch = 40;

// Writes batch after batch of rows of an event table until it is killed.
[[noreturn]] void write_batches_until_killed(const std::filesystem::path& file, int ready) {
    Store store = Store::open(file, Store::Mode::read_write);
    auto next = static_cast<int>(store.counts().relations);
    [[maybe_unused]] const auto written = write(ready, "x", 1);
    for (;;) {
        Store::Batch batch = store.batch();
        batch.add(table());
        for (int i = 0; i < rows_a_batch; ++i)
            batch.add(coded(next++));
        batch.commit();
    }
}

// Runs a writer, and kills it some time after it began.
void kill_one(const std::filesystem::path& file, unsigned microseconds,
              void (*write_on)(const std::filesystem::path&, int)) {
    int ready[2];
    BOOST_REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0)
        write_on(file, ready[1]);
    char byte = 0;
    BOOST_REQUIRE(read(ready[0], &byte, 1) == 1);
    usleep(microseconds);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
}

// Every statement is there with all its relations, and there is no gap.
std::uint64_t check_whole(const std::filesystem::path& file) {
    const Store store = Store::open(file, Store::Mode::read_only);
    std::map<std::string, std::size_t> found;
    store.for_each_statement([&](const Statement& statement) { found[statement.id] = 0; });
    store.for_each_relation([&](const Relation& relation, const RelationId& id) {
        BOOST_TEST((id == relation_id(relation)));
        ++found[relation.evidence.statement];
    });
    for (unsigned i = 0; i < found.size(); ++i)
        BOOST_TEST(found[statement_name(i)] == relations_a_statement);
    BOOST_TEST(store.counts().statements == found.size());
    BOOST_TEST(store.counts().relations == found.size() * relations_a_statement);
    return found.size();
}

BOOST_AUTO_TEST_SUITE(sudden_death)

BOOST_AUTO_TEST_CASE(a_writer_killed_at_any_moment_leaves_whole_statements) {
    const Folder folder;
    const auto file = folder / "g.db";
    Store::open(file, Store::Mode::read_write);
    std::uint64_t before = 0;
    for (unsigned round = 0; round < 100; ++round) {
        kill_one(file, round * 397 % 20'000, write_until_killed);
        const std::uint64_t now = check_whole(file);
        BOOST_TEST(now >= before);
        before = now;
    }
    BOOST_TEST(before > 0u);
    BOOST_TEST(snapshot_fault(Store::open(file, Store::Mode::read_only)) == "");
}

BOOST_AUTO_TEST_CASE(a_writer_killed_in_a_batch_leaves_whole_batches) {
    const Folder folder;
    const auto file = folder / "g.db";
    Store::open(file, Store::Mode::read_write);
    std::uint64_t before = 0;
    for (unsigned round = 0; round < 100; ++round) {
        kill_one(file, round * 397 % 20'000, write_batches_until_killed);
        const Store store = Store::open(file, Store::Mode::read_only);
        const std::uint64_t now = store.counts().relations;
        BOOST_TEST(now % rows_a_batch == 0u);
        BOOST_TEST(now >= before);
        // Read on top of the snapshot of the round before.
        BOOST_TEST(open_graph(store).relation_count() == now);
        before = now;
    }
    BOOST_TEST(before > 0u);
    BOOST_TEST(snapshot_fault(Store::open(file, Store::Mode::read_only)) == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
