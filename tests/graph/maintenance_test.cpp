// SPDX-License-Identifier: Apache-2.0
#include "graph/maintenance.hpp"

#include "graph/snapshot.hpp"
#include "tests/graph/sample.hpp"
#include "tests/graph/sqlite.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

namespace {

using namespace entente;
using namespace entente::testing;

std::vector<std::string> faults_of(const Store& store) {
    std::vector<std::string> faults;
    check_graph(store, [&](const std::string& fault) { faults.push_back(fault); });
    return faults;
}

void fill(Store& store, unsigned seed, int coded_from) {
    const std::string name = "s" + std::to_string(seed);
    store.put(readout(name), random_relations(seed, 12, name), std::vector{belgium()});
    store.put(readout("empty"), {}, {});
    Store::Batch batch = store.batch();
    batch.add(table());
    for (int i = coded_from; i < coded_from + 20; ++i)
        batch.add(coded(i));
    batch.commit();
}

std::vector<RelationId> ids_of(const Store& store) {
    std::vector<RelationId> ids;
    store.for_each_relation([&](const Relation&, const RelationId& id) { ids.push_back(id); });
    std::sort(ids.begin(), ids.end());
    return ids;
}

BOOST_AUTO_TEST_SUITE(maintenance)

BOOST_AUTO_TEST_CASE(a_sound_graph_has_no_faults) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    fill(store, 1, 0);
    open_graph(store);
    BOOST_TEST(faults_of(store).empty());
}

BOOST_AUTO_TEST_CASE(what_another_program_changed_is_found) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    fill(store, 1, 0);
    run_sql(folder / "g.db", "UPDATE relations SET type = (type + 1) % 16 WHERE seq = 3");
    BOOST_REQUIRE(faults_of(store).size() == 1u);
    BOOST_TEST(faults_of(store)[0].ends_with("has another content than its identifier says"));
    run_sql(folder / "g.db", "DELETE FROM relations WHERE seq = 3");
    BOOST_REQUIRE(faults_of(store).size() == 1u);
    BOOST_TEST(faults_of(store)[0] == "there are 31 relations, and the file says 32");
}

BOOST_AUTO_TEST_CASE(compacting_gives_room_back_and_changes_nothing) {
    const Folder folder;
    Store store = Store::open(folder / "g.db", Store::Mode::read_write);
    store.put(readout("a"), random_relations(1, 3000, "a"), {});
    store.put(readout("a"), random_relations(2, 3, "a"), {});
    const auto before = ids_of(store);
    compact_graph(store);
    BOOST_TEST((ids_of(store) == before));
    BOOST_TEST(std::filesystem::file_size(folder / "g.db") < 400'000u);
    BOOST_TEST(faults_of(store).empty());
    BOOST_TEST(open_graph(store).relation_count() == 3u);
}

BOOST_AUTO_TEST_CASE(merging_brings_what_is_new_and_merging_again_nothing) {
    const Folder folder;
    Store one = Store::open(folder / "one.db", Store::Mode::read_write);
    Store two = Store::open(folder / "two.db", Store::Mode::read_write);
    fill(one, 1, 0);
    fill(two, 2, 10);
    std::vector<RelationId> expected = ids_of(one);
    for (const RelationId& id : ids_of(two))
        expected.push_back(id);
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());

    const Merged merged = merge_graph(one, two);
    BOOST_TEST(merged.statements.added == 1u);
    BOOST_TEST(merged.coded == 10u);
    BOOST_TEST((ids_of(one) == expected));
    BOOST_TEST(faults_of(one).empty());
    const Merged again = merge_graph(one, two);
    BOOST_TEST(again.statements.added + again.statements.replaced + again.coded == 0u);
    BOOST_TEST((ids_of(one) == expected));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
