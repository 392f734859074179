// SPDX-License-Identifier: Apache-2.0
#include "sample_graph.hpp"

#include "export/feed.hpp"
#include "graph/error.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>
#include <sstream>

namespace entente::test {

namespace {

namespace fs = std::filesystem;

/// A directory that goes when the test ends, with a graph file in it.
class Place {
public:
    Place() {
        std::string name = (fs::temp_directory_path() / "entente-feed-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Place() { fs::remove_all(path_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    fs::path feed() const { return path_ / "feed"; }
    Store store() const { return Store::open(path_ / "graph.db", Store::Mode::read_write); }

    /// File names and what is in them.
    std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::directory_iterator(feed())) {
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << in.rdbuf();
            all[entry.path().filename().string()] = text.str();
        }
        return all;
    }

private:
    fs::path path_;
};

void put_call(Store& store, int year) {
    auto values = belgium_call();
    values.relations.resize(6);
    auto statement = values.statements[0];
    statement.id = "call-" + std::to_string(year);
    for (auto& relation : values.relations) {
        relation.evidence.statement = statement.id;
        relation.date = day(year, 4, 2);
    }
    store.put(statement, values.relations, values.actors);
}

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

} // namespace

BOOST_AUTO_TEST_SUITE(feed)

BOOST_AUTO_TEST_CASE(a_page_that_is_full_never_changes) {
    const Place place;
    auto store = place.store();
    put_call(store, 2020);
    auto result = write_feed(place.feed(), store, {.page_size = 4});
    BOOST_TEST(result.pages == 2u);
    BOOST_TEST(result.members == 6u);
    const auto before = place.files();
    BOOST_TEST(before.size() == 4u);

    put_call(store, 2021);
    result = write_feed(place.feed(), store, {.page_size = 99});
    BOOST_TEST(result.pages == 3u);
    BOOST_TEST(result.members == 12u);
    BOOST_TEST(result.pages_written == 2u);
    const auto after = place.files();
    BOOST_TEST(after.at("page-000001.jsonld") == before.at("page-000001.jsonld"));
    BOOST_TEST(after.at("page-000002.jsonld") != before.at("page-000002.jsonld"));
    BOOST_TEST(after.at("index.jsonld").find("2021-04-02") != std::string::npos);

    BOOST_TEST(write_feed(place.feed(), store).pages_written == 0u);
    BOOST_TEST((place.files() == after));
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_a_view_without_pages) {
    const Place place;
    const auto store = place.store();
    BOOST_TEST(write_feed(place.feed(), store).pages == 0u);
    BOOST_TEST(place.files().contains("index.jsonld"));
}

BOOST_AUTO_TEST_CASE(the_feed_of_another_graph_is_left_alone) {
    const Place place;
    const Place other;
    auto store = place.store();
    put_call(store, 2020);
    write_feed(place.feed(), store);
    const auto before = place.files();
    const auto strange = other.store();
    BOOST_TEST(message_of([&] { write_feed(place.feed(), strange); }) ==
               (place.feed() / "feed.json").string() + ": the feed is of another graph file");
    BOOST_TEST((place.files() == before));
}

BOOST_AUTO_TEST_CASE(a_damaged_state_is_named) {
    const Place place;
    const auto store = place.store();
    write_feed(place.feed(), store);
    for (const auto* const text : {"", "[", "{}", "{\"file\":1,\"pageSize\":0,\"pages\":[]}",
                                   "{\"file\":1,\"pageSize\":5,\"pages\":[{}]}"}) {
        std::ofstream(place.feed() / "feed.json") << text;
        BOOST_TEST(message_of([&] { write_feed(place.feed(), store); }) ==
                   (place.feed() / "feed.json").string() +
                       ": not the state of a feed: delete it to begin anew");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
