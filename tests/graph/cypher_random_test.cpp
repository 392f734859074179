// SPDX-License-Identifier: Apache-2.0
#include "cypher_memory_graph.hpp"

#include "graph/cypher/query.hpp"
#include "graph/cypher/store_graph.hpp"
#include "graph/snapshot.hpp"
#include "graph/store.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace entente;
using test::answer;
namespace data = boost::unit_test::data;

const char* const parties[] = {"BEL", "CHN", "FRA", "IGO:EU", "NSA:HAMAS", "USA"};
const char* const types[] = {"SUPPORT", "ACCUSE", "CONSULT", "AID"};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    unsigned below(unsigned end) { return static_cast<unsigned>(engine_() % end); }
    bool one_in(unsigned n) { return below(n) == 0; }

private:
    std::mt19937 engine_;
};

std::string random_date(Random& random) {
    return "20" + std::to_string(20 + random.below(3)) + (random.one_in(2) ? "-03-1" : "-11-2") +
           std::to_string(random.below(8));
}

std::vector<Relation> random_relations(Random& random, unsigned count) {
    std::vector<Relation> relations;
    for (unsigned i = 0; i < count; ++i) {
        Relation relation;
        const unsigned source = random.below(6);
        relation.source = *PartyCode::parse(parties[source]);
        relation.target = *PartyCode::parse(parties[(source + 1 + random.below(5)) % 6]);
        relation.type = *plover::parse_event_type(types[random.below(4)]);
        relation.symmetric = random.one_in(5);
        if (!random.one_in(6))
            relation.date = parse_date(random_date(random));
        if (random.one_in(3)) {
            const cameo::Code code = *cameo::Code::at(random.below(318));
            relation.cameo = code;
            relation.type = code.event_type();
            relation.mode = code.mode();
        }
        relation.coding.dataset = "random";
        relation.coding.row = std::to_string(i);
        relation.coding.mentions = random.below(4);
        relation.evidence.statement = "table";
        relations.push_back(std::move(relation));
    }
    return relations;
}

/// A graph file with random relations, gone at the end.
class StoredGraph {
public:
    explicit StoredGraph(unsigned seed, unsigned count = 40)
        : random(seed), relations(random_relations(random, count)), file_(name(seed)) {
        std::filesystem::remove(file_);
        Store store = Store::open(file_, Store::Mode::read_write);
        {
            auto batch = store.batch();
            Statement table;
            table.id = "table";
            table.title = "A table";
            batch.add(table);
            for (const Relation& relation : relations)
                batch.add(relation);
            batch.commit();
        }
        store_.emplace(std::move(store));
        graph_.emplace(read_graph(*store_), &*store_);
    }
    ~StoredGraph() {
        graph_.reset();
        store_.reset();
        for (const char* end : {"", "-wal", "-shm"})
            std::filesystem::remove(file_.string() + end);
    }
    StoredGraph(const StoredGraph&) = delete;
    StoredGraph& operator=(const StoredGraph&) = delete;

    const cypher::Graph& graph() const { return *graph_; }

    /// As test::answer, but from SQL.
    std::string sql(const std::string& text) const {
        sqlite3* handle = nullptr;
        sqlite3_stmt* statement = nullptr;
        BOOST_REQUIRE(sqlite3_open_v2(file_.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
        BOOST_REQUIRE_MESSAGE(sqlite3_prepare_v2(handle, text.c_str(), -1, &statement, nullptr) == SQLITE_OK,
                              sqlite3_errmsg(handle));
        std::string rows;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
                rows += (i > 0 ? " | " : "") + std::string(value == nullptr ? "null" : value);
            }
            rows += '\n';
        }
        sqlite3_finalize(statement);
        sqlite3_close(handle);
        return rows;
    }

    Random random;
    std::vector<Relation> relations;

private:
    static std::filesystem::path name(unsigned seed) {
        return std::filesystem::temp_directory_path() /
               ("cypher_random_" + std::to_string(getpid()) + '_' + std::to_string(seed) + ".db");
    }
    std::filesystem::path file_;
    std::optional<Store> store_;
    std::optional<cypher::StoreGraph> graph_;
};

/// A question in both languages.
struct Question {
    std::string cypher;
    std::string sql;
};

constexpr const char* edges =
    "WITH edge AS (SELECT r.seq, s.code AS source, t.code AS target, e.name AS type, r.day, r.mentions FROM "
    "relations r"
    " JOIN parties s ON s.id = r.source JOIN parties t ON t.id = r.target JOIN event_types e ON e.id = r.type"
    " UNION ALL SELECT r.seq, t.code, s.code, e.name, r.day, r.mentions FROM relations r"
    " JOIN parties s ON s.id = r.source JOIN parties t ON t.id = r.target JOIN event_types e ON e.id = r.type"
    " WHERE r.symmetric) ";

/// Conditions on the relationship `name` and its ends, the same in both.
void add_conditions(Random& random, Question& question, const std::string& name, const std::string& from,
                    const std::string& to) {
    const auto add = [&](const std::string& in_cypher, const std::string& in_sql) {
        question.cypher += " AND " + in_cypher;
        question.sql += " AND " + in_sql;
    };
    if (random.one_in(2)) {
        const std::string party = parties[random.below(6)];
        const bool is_source = random.one_in(2);
        add((is_source ? from : to) + ".code = '" + party + "'",
            name + (is_source ? ".source" : ".target") + " = '" + party + "'");
    }
    static constexpr const char* signs[] = {"<", "<=", "=", ">=", ">", "<>"};
    for (unsigned i = random.below(3); i > 0; --i) {
        const std::string date = random_date(random);
        const std::string sign = signs[random.below(6)];
        add(name + ".date " + sign + " date('" + date + "')",
            name + ".day " + sign + " strftime('%s', '" + date + "') / 86400");
    }
    if (random.one_in(3)) {
        const std::string most = std::to_string(random.below(4));
        add("NOT (" + name + ".mentions > " + most + " OR type(" + name + ") = 'AID')",
            "NOT (" + name + ".mentions > " + most + " OR " + name + ".type = 'AID')");
    }
}

std::string type_list(Random& random, std::string& sql) {
    if (random.one_in(3))
        return {};
    const std::string first = types[random.below(4)];
    const std::string second = types[random.below(4)];
    sql = "('" + first + "', '" + second + "')";
    return ':' + first + '|' + second;
}

Question one_hop(Random& random) {
    std::string list;
    Question question{"MATCH (a)-[r" + type_list(random, list) + "]->(b) WHERE true", std::string(edges)};
    question.sql += "SELECT source, target, type, count(*), sum(mentions), min(mentions), count(DISTINCT "
                    "seq) FROM edge r WHERE 1";
    if (!list.empty())
        question.sql += " AND type IN " + list;
    add_conditions(random, question, "r", "a", "b");
    question.cypher += " RETURN a.code AS s, b.code AS t, type(r) AS y, count(*), sum(r.mentions), "
                       "min(r.mentions), count(DISTINCT r) ORDER BY s, t, y";
    question.sql += " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";
    return question;
}

Question two_hops(Random& random) {
    std::string first;
    std::string second;
    Question question;
    question.cypher = "MATCH (a)-[r" + type_list(random, first) + "]->(b)-[q" + type_list(random, second) +
                      "]->(c) WHERE true";
    question.sql = std::string(edges) + "SELECT r.source, q.target, count(*) AS n FROM edge r JOIN edge q ON "
                                        "q.source = r.target AND q.seq <> r.seq WHERE 1";
    question.sql += first.empty() ? "" : " AND r.type IN " + first;
    question.sql += second.empty() ? "" : " AND q.type IN " + second;
    if (random.one_in(2))
        add_conditions(random, question, "r", "a", "b");
    if (random.one_in(2))
        add_conditions(random, question, "q", "b", "c");
    question.cypher += " RETURN a.code AS s, c.code AS t, count(*) AS n ORDER BY n DESC, s, t LIMIT 5";
    question.sql += " GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT 5";
    return question;
}

/// Rows that the engine need not look at one by one.
Question folded(Random& random) {
    struct Period {
        const char* cypher;
        const char* sql;
    };
    static constexpr Period periods[] = {{"0", "0"},
                                         {"r.date.year", "strftime('%Y', day * 86400, 'unixepoch') + 0"},
                                         {"r.date.month", "strftime('%m', day * 86400, 'unixepoch') + 0"},
                                         {"toString(r.date)", "date(day * 86400, 'unixepoch')"}};
    const Period period = periods[random.below(4)];
    const bool by_type = random.one_in(2);
    std::string list;
    Question question{"MATCH (a)-[r" + type_list(random, list) + "]->(b) WHERE true", std::string(edges)};
    question.sql += std::string("SELECT target, ") + (by_type ? "type, " : "0, ") + period.sql +
                    " AS p, count(*), max(type) FROM edge r WHERE 1";
    question.sql += list.empty() ? "" : " AND type IN " + list;
    if (random.one_in(2)) {
        question.cypher += " AND r.date > date('2021-03-13')";
        question.sql += " AND day > strftime('%s', '2021-03-13') / 86400";
    }
    question.cypher += std::string(" RETURN b.code AS t, ") + (by_type ? "type(r)" : "0") + " AS y, " +
                       period.cypher + " AS p, count(*), max(type(r)) ORDER BY t, y, p";
    question.sql += " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 NULLS LAST";
    return question;
}

BOOST_AUTO_TEST_SUITE(cypher_random)

BOOST_DATA_TEST_CASE(counts_of_types_are_those_of_sql, data::xrange(4U), seed) {
    StoredGraph stored(seed, 3000);
    for (const char* type : types)
        BOOST_TEST(
            answer(stored.graph(), std::string("MATCH (a)-[:AID|") + type +
                                       "]->(b) RETURN a.code AS a, b.code AS b, count(*) ORDER BY a, b") ==
            stored.sql(std::string(edges) +
                       "SELECT source, target, count(*) FROM edge WHERE type IN ('AID', '" + type +
                       "') GROUP BY 1, 2 ORDER BY 1, 2"));
}

BOOST_DATA_TEST_CASE(counts_by_type_and_period_are_those_of_sql, data::xrange(8U), seed) {
    StoredGraph stored(seed, seed % 2 == 0 ? 3000 : 200);
    for (int i = 0; i < 20; ++i) {
        const Question question = folded(stored.random);
        BOOST_TEST_CONTEXT(question.cypher) {
            BOOST_TEST(answer(stored.graph(), question.cypher) == stored.sql(question.sql));
        }
    }
}

BOOST_DATA_TEST_CASE(a_query_gives_what_sql_over_the_store_gives, data::xrange(20U), seed) {
    StoredGraph stored(seed);
    for (int i = 0; i < 40; ++i) {
        const Question question = i % 2 == 0 ? one_hop(stored.random) : two_hops(stored.random);
        BOOST_TEST_CONTEXT(question.cypher) {
            BOOST_TEST(answer(stored.graph(), question.cypher) == stored.sql(question.sql));
        }
    }
}

// count(r) wants every relationship, count(*) only their number.
const char* const countings[] = {
    "MATCH (a)-[r]->(b) RETURN a.code AS a, type(r) AS t, r.cameo AS c, r.mode AS m, r.goldstein AS g, "
    "r.date.year AS y, count(*) ORDER BY a, t, c, m, g, y",
    "MATCH (a {code: 'USA'})-[r]-(b) WHERE r.goldstein > 0 RETURN b.code AS b, r.date.month AS m, count(*), "
    "max(r.date) ORDER BY b, m",
    "MATCH (a)<-[r:CONSULT|AID]-(b) WITH b, count(*) AS n, r.quad_class AS c, max(r.cameo) AS r RETURN "
    "b.code, "
    "n, c, r ORDER BY b.code, n, c, r",
    "MATCH (a)-[r {mode: 'visit'}]-(b) WHERE r.date < date('2021-11-25') RETURN a.code AS a, r.cameo AS c, "
    "count(*) ORDER BY a, c",
};
BOOST_DATA_TEST_CASE(counting_rows_in_groups_is_counting_them_one_by_one,
                     data::xrange(10U) * data::make(countings), seed, question) {
    const StoredGraph stored(seed, 300);
    std::string one_by_one = question;
    one_by_one.replace(one_by_one.find("count(*)"), 8, "count(r)");
    BOOST_TEST(answer(stored.graph(), question) == answer(stored.graph(), one_by_one));
}

const char* const questions[] = {
    "MATCH (a)-[r]->(b) RETURN a.code, b.code, type(r), r.date, r.mentions",
    "MATCH (a)-[r]-(b) RETURN a.code, b.code, type(r), startNode(r).code, endNode(r).code, r.source, "
    "r.target",
    "MATCH (a {code: 'USA'})<-[r:ACCUSE]-(b) WHERE r.date.year = 2021 RETURN b.code, r.date",
    "MATCH (a)-[:SUPPORT]-(b)-[:AID]->(c) RETURN a.code, c.code, count(*)",
    "MATCH (a)-[:SUPPORT]->(b)<-[:SUPPORT]-(c) RETURN a.code, c.code, count(*)",
    "MATCH (a {code: 'BEL'}), (b {code: 'CHN'}) OPTIONAL MATCH (a)-[r:CONSULT]-(b) RETURN r.date",
    "MATCH (a {code: 'USA'})-[r*1..2]->(b) WHERE all(x IN r WHERE x.date > date('2021-01-01')) RETURN "
    "b.code, [x IN r | x.date]",
    "MATCH (a {code: 'USA'})-[r]-(b) WHERE type(r) > 'B' RETURN b.code, r.date.month, count(*), max(r.date)",
    "MATCH (a)-[r]->(b) WITH DISTINCT b, type(r) AS r RETURN b.code, r",
    "MATCH (a) WHERE (a)-[:AID]->() RETURN a.code, labels(a), COUNT { (a)--() }",
};
BOOST_DATA_TEST_CASE(the_stored_graph_answers_as_the_lists_that_it_was_made_of, data::xrange(10U), seed) {
    const StoredGraph stored(seed, seed % 3 == 0 ? 150 : 40);
    const test::MemoryGraph lists(stored.relations);
    const auto sorted = [](const std::string& text) {
        std::istringstream in(text);
        std::multiset<std::string> lines;
        for (std::string line; std::getline(in, line);)
            lines.insert(line);
        return lines;
    };
    for (const char* question : questions)
        BOOST_TEST_CONTEXT(question) {
            BOOST_TEST(sorted(answer(stored.graph(), question)) == sorted(answer(lists, question)),
                       boost::test_tools::per_element());
        }
}

/// Every trail of one to three relationships, found by trying each relationship at each place.
void count_trails(const std::vector<Relation>& relations, const std::string& at,
                  std::vector<std::size_t>& taken, std::map<std::string, int>& ends) {
    if (!taken.empty())
        ++ends[at];
    for (std::size_t i = 0; i < relations.size() && taken.size() < 3; ++i) {
        const Relation& relation = relations[i];
        const bool goes = relation.source.text() == at;
        const bool comes = relation.symmetric && relation.target.text() == at;
        if ((!goes && !comes) || std::find(taken.begin(), taken.end(), i) != taken.end())
            continue;
        taken.push_back(i);
        count_trails(relations, (goes ? relation.target : relation.source).text(), taken, ends);
        taken.pop_back();
    }
}

BOOST_DATA_TEST_CASE(paths_of_variable_length_are_all_trails, data::xrange(10U), seed) {
    StoredGraph stored(seed);
    std::map<std::string, int> ends;
    std::vector<std::size_t> taken;
    count_trails(stored.relations, "USA", taken, ends);
    std::string expected;
    for (const auto& [code, count] : ends)
        expected += code + " | " + std::to_string(count) + '\n';
    BOOST_TEST(answer(stored.graph(),
                      "MATCH (a {code: 'USA'})-[*1..3]->(b) RETURN b.code AS c, count(*) ORDER BY c") ==
               expected);
}

BOOST_DATA_TEST_CASE(shortest_paths_are_as_short_as_can_be_and_all_are_found, data::xrange(20U), seed) {
    StoredGraph stored(seed);
    // Length and number of the shortest paths over SUPPORT, by Bellman and Ford.
    std::map<std::string, std::pair<int, long>> best{{"BEL", {0, 1}}};
    for (int length = 1; length < 6; ++length) {
        std::map<std::string, long> found;
        for (const Relation& relation : stored.relations) {
            const auto step = [&](const PartyCode& from, const PartyCode& to) {
                if (best.contains(from.text()) && best[from.text()].first == length - 1 &&
                    !best.contains(to.text()))
                    found[to.text()] += best[from.text()].second;
            };
            if (relation.type != plover::EventType::support)
                continue;
            step(relation.source, relation.target);
            if (relation.symmetric)
                step(relation.target, relation.source);
        }
        for (const auto& [code, count] : found)
            best[code] = {length, count};
    }
    std::string one;
    std::string all;
    for (const auto& [code, entry] : best) {
        if (code == "BEL")
            continue;
        one += code + " | " + std::to_string(entry.first) + '\n';
        all += code + " | " + std::to_string(entry.first) + " | " + std::to_string(entry.second) + '\n';
    }
    BOOST_TEST(answer(stored.graph(), "MATCH p = shortestPath((a {code: 'BEL'})-[:SUPPORT*]->(b)) RETURN "
                                      "b.code AS c, length(p) ORDER BY c") == one);
    BOOST_TEST(answer(stored.graph(), "MATCH p = allShortestPaths((a {code: 'BEL'})-[:SUPPORT*]->(b)) RETURN "
                                      "b.code AS c, length(p), count(*) ORDER BY c") == all);
}

BOOST_AUTO_TEST_CASE(evidence_and_statement_come_from_the_store) {
    const StoredGraph stored(1);
    BOOST_TEST(answer(stored.graph(), "MATCH ()-[r]->() RETURN DISTINCT r.document, r.statement.title, "
                                      "r.dataset, r.id STARTS WITH 'urn:entente:relation:'") ==
               "table | A table | random | true\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
