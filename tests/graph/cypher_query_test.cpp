// SPDX-License-Identifier: Apache-2.0
#include "cypher_memory_graph.hpp"

#include "graph/cypher/query.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <ostream>
#include <string>

namespace {

using namespace entente;
using test::answer;
using test::failure;
using test::small_graph;
namespace data = boost::unit_test::data;

/// A query and the rows it gives, each with its line end, or the message it fails with.
struct Case {
    const char* query;
    const char* expected;
};
std::ostream& operator<<(std::ostream& out, const Case& row) { return out << row.query; }

BOOST_AUTO_TEST_SUITE(cypher_query)

const Case expressions[] = {
    // Three-valued logic.
    {"RETURN true AND null, false AND null, true OR null, false OR null, NOT null, true XOR null",
     "null | false | true | null | null | null\n"},
    {"RETURN null = null, null <> null, null IS NULL, 1 IS NOT NULL", "null | null | true | true\n"},
    {"RETURN 1 IN [1, null], 2 IN [1, null], null IN [], null IN [1], 2 IN [1]",
     "true | null | false | null | false\n"},
    // Equality.
    {"RETURN 1 = 1.0, 1 = '1', [1, null] = [1, null], [1, null] = [2, null], [1] = [1, 2]",
     "true | false | null | false | false\n"},
    {"RETURN {a: 1} = {a: 1.0}, {a: null} = {a: null}, {a: 1} = {b: 1}", "true | null | false\n"},
    // Order between values.
    {"RETURN 1 < 2.5, 1 < 'a', 'a' < 'b', false < true, date('2020-01-01') < date('2020-01-02')",
     "true | null | true | true | true\n"},
    {"RETURN [1, 0] >= [1], [1, null] >= [1], [1, 2] >= [1, null], [1, 2] >= [3, null]",
     "true | true | null | false\n"},
    {"RETURN 0.0/0.0 = 0.0/0.0, 0.0/0.0 < 1, 9007199254740993 > 9007199254740992.0, 1 < 2 < 3, 1 < 3 < 2",
     "false | false | true | true | false\n"},
    {"UNWIND [null, 1, 'a', true, [1], {a: 1}, 0.0/0.0, date('2020-01-01'), 2, false] AS x RETURN x ORDER BY "
     "x",
     "{a: 1}\n[1]\n2020-01-01\na\nfalse\ntrue\n1\n2\nNaN\nnull\n"},
    {"UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC", "null\n2\n1\n"},
    // Arithmetic.
    {"RETURN 1 + 2 * 3, 7 / 2, -7 / 2, -7 % 3, 7.0 / 2, 2 ^ 3, -2 ^ 2, 1 - 2 - 3",
     "7 | 3 | -3 | -1 | 3.5 | 8.0 | 4.0 | -4\n"},
    {"RETURN 1 + null, 'a' + 'b', 'a' + 1, [1] + 2, 1 + [2], [1] + [2], -9223372036854775808",
     "null | ab | a1 | [1, 2] | [1, 2] | [1, 2] | -9223372036854775808\n"},
    {"RETURN 0x1F, 0o17, 1e3, .5, \"\\u00e9\\t'\"", "31 | 15 | 1000.0 | 0.5 | é\t'\n"},
    // Lists, maps, comprehensions.
    {"WITH [0, 1, 2, 3] AS l RETURN l[0], l[-1], l[9], l[1..3], l[..-1], l[2..], l[3..1]",
     "0 | 3 | null | [1, 2] | [0, 1, 2] | [2, 3] | []\n"},
    {"RETURN [x IN range(1, 5) WHERE x % 2 = 1 | x * 10], {a: {b: 2}}.a.b, {a: 1}['a'], size([1, 2])",
     "[10, 30, 50] | 2 | 1 | 2\n"},
    {"RETURN all(x IN [1, null] WHERE x > 0), any(x IN [1, null] WHERE x > 0), none(x IN [] WHERE x > "
     "0), "
     "single(x IN [1, 2] WHERE x > 1)",
     "null | true | true | true\n"},
    {"RETURN reduce(s = 0, x IN [1, 2, 3] | s + x), reverse([1, 2]), head([]), last([1, 2]), tail([1, "
     "2])",
     "6 | [2, 1] | null | 2 | [2]\n"},
    {"RETURN CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END, CASE WHEN null THEN 1 ELSE 2 END, "
     "CASE 9 WHEN 1 THEN 1 END",
     "b | 2 | null\n"},
    {"WITH 1 AS x RETURN [x IN [2, 3] | x], x", "[2, 3] | 1\n"},
    // Strings.
    {"RETURN toUpper('é'), size('été'), substring('été', 1, 1), left('abc', 2), right('abc', 2), "
     "reverse('añb'), split('a,b,', ','), trim(' a '), replace('aXbX', 'X', '--')",
     "É | 3 | t | ab | bc | bña | [\"a\", \"b\", \"\"] | a | a--b--\n"},
    {"RETURN 'abc' STARTS WITH 'a', 'abc' ENDS WITH 'a', 'abc' CONTAINS 'b', 1 CONTAINS 'b', null STARTS "
     "WITH 'a'",
     "true | false | true | null | null\n"},
    {"RETURN 'abc' =~ 'a.c', 'xabc' =~ 'abc', 'ABC' =~ '(?i)abc', null =~ 'a'",
     "true | false | true | null\n"},
    {"RETURN toInteger('12'), toInteger('1.9'), toInteger('x'), toFloat('1'), toString(1.0), "
     "toBoolean('TRUE')",
     "12 | 1 | null | 1.0 | 1.0 | true\n"},
    {"RETURN round(2.5), round(-1.5), round(1.25, 1), ceil(1.2), sign(-3), abs(-2), coalesce(null, 3)",
     "3.0 | -1.0 | 1.3 | 2.0 | -1 | 2 | 3\n"},
    // Dates.
    {"RETURN date('2020-01-31') + duration('P1M'), date('2020-02-29') - duration({years: 1}), "
     "date({year: 2020, week: 53, dayOfWeek: 7})",
     "2020-02-29 | 2019-02-28 | 2021-01-03\n"},
    {"WITH date('2021-01-03') AS d RETURN d.year, d.month, d.day, d.quarter, d.week, d.weekYear, "
     "d.dayOfWeek, "
     "d.ordinalDay, date.truncate('month', d), date.truncate('week', d)",
     "2021 | 1 | 3 | 1 | 53 | 2020 | 7 | 3 | 2021-01-01 | 2020-12-28\n"},
    {"RETURN duration.between(date('2020-01-31'), date('2020-03-01')), "
     "duration.inDays(date('2020-01-01'), date('2020-03-01')).days, date()",
     "P1M1D | 60 | 2026-11-24\n"},
};
BOOST_DATA_TEST_CASE(an_expression_has_the_value_that_opencypher_gives_it, data::make(expressions), row) {
    BOOST_TEST(answer(small_graph(), row.query) == row.expected);
}

const Case aggregates[] = {
    {"UNWIND [] AS x RETURN count(*), count(x), sum(x), avg(x), min(x), max(x), collect(x)",
     "0 | 0 | 0 | null | null | null | []\n"},
    {"UNWIND [1, null, 2, 2] AS x RETURN count(*), count(x), sum(x), avg(x), min(x), max(x), collect(x), "
     "count(DISTINCT x)",
     "4 | 3 | 5 | 1.6666666666666667 | 1 | 2 | [1, 2, 2] | 2\n"},
    {"UNWIND [1, 2.5] AS x RETURN sum(x)", "3.5\n"},
    {"UNWIND [1, 1.0, null, null, 'a'] AS x RETURN x, count(*)", "1 | 2\nnull | 2\na | 1\n"},
    {"UNWIND [10, 20, 30] AS x RETURN percentileCont(x, 0.25), percentileDisc(x, 0.5), stDev(x), "
     "stDevP([x][0])",
     "15.0 | 20 | 10.0 | 8.16496580927726\n"},
    {"UNWIND [1, 2, 3] AS x RETURN x % 2 AS odd, count(*) * 10 + x % 2 AS n ORDER BY odd",
     "0 | 10\n1 | 21\n"},
    {"UNWIND [3, 1, 2] AS x RETURN DISTINCT x > 1 AS b ORDER BY b", "false\ntrue\n"},
    {"UNWIND [1, 2] AS x UNWIND [x, x] AS y RETURN x, sum(y) AS s ORDER BY s DESC LIMIT 1", "2 | 4\n"},
    {"UNWIND [1, 2, 3, 4] AS x WITH x ORDER BY x DESC SKIP 1 LIMIT 2 RETURN collect(x)", "[3, 2]\n"},
    {"RETURN 1 AS x UNION RETURN 1.0 AS x UNION RETURN null AS x UNION RETURN null AS x", "1\nnull\n"},
    {"RETURN 1 AS x UNION ALL RETURN 1 AS x", "1\n1\n"},
    {"UNWIND null AS x RETURN x", ""},
    {"UNWIND [1, [2]] AS x RETURN x", "1\n[2]\n"},
};
BOOST_DATA_TEST_CASE(rows_are_grouped_and_ordered_as_opencypher_does, data::make(aggregates), row) {
    BOOST_TEST(answer(small_graph(), row.query) == row.expected);
}

const Case matches[] = {
    {"MATCH (a:Country {code: 'CHN'})-[r:SUPPORT]->(b) RETURN b.code, r.date, r.topics",
     "BEL | 2020-04-02 | [\"COVID-19\", \"trade\"]\n"},
    {"MATCH (a {code: 'CHN'})<-[r]-(b) RETURN b.code, type(r) ORDER BY b.code, type(r)",
     "BEL | SUPPORT\nIGO:EU | CONSULT\nUSA | ACCUSE\nUSA | ACCUSE\n"},
    {"MATCH (a {code: 'CHN'})-[r:CONSULT]->(b) RETURN b.code, startNode(r).code", "IGO:EU | CHN\n"},
    {"MATCH (a {code: 'IGO:EU'})-[r:CONSULT]->(b) RETURN b.code, startNode(r).code", "CHN | CHN\n"},
    {"MATCH (a {code: 'CHN'})-[r:CONSULT]-(b) RETURN b.code, id(r)", "IGO:EU | 4\n"},
    {"MATCH ()-[r:CONSULT]->() RETURN count(r), count(DISTINCT r)", "2 | 1\n"},
    {"MATCH (a)-[:SUPPORT|AID]->(b) RETURN a.code, b.code ORDER BY a.code",
     "BEL | CHN\nCHN | BEL\nIGO:EU | BEL\n"},
    {"MATCH (a)-[r]->(b) WHERE date('2020-05-01') <= r.date < date('2021-01-21') RETURN r.date ORDER BY "
     "r.date",
     "2020-05-01\n2020-06-15\n2021-01-20\n"},
    {"MATCH (a)-[r]->(b) WHERE r.date = date('2021-03-02') RETURN type(r)", "AID\n"},
    {"MATCH (a)-[r {confidence: 0.9}]->(b) RETURN type(r)", "SUPPORT\n"},
    {"MATCH (p:Person)-[r:REPRESENTS]->(c) RETURN p.name, r.office, c.code",
     "Philippe | King of the Belgians | BEL\n"},
    {"MATCH (a:Country) WHERE NOT (a)-[:ACCUSE]->() RETURN a.code ORDER BY a.code", "BEL\nCHN\n"},
    {"MATCH (a:Country) WHERE EXISTS { (a)-[r]->(b) WHERE b:Organization } RETURN a.code", "CHN\n"},
    {"MATCH (a:Country) RETURN a.code, COUNT { (a)-[:ACCUSE]->() } AS n, [(a)-[:SUPPORT]->(b) | b.code] "
     "ORDER BY a.code",
     "BEL | 0 | [\"CHN\"]\nCHN | 0 | [\"BEL\"]\nUSA | 2 | []\n"},
    {"MATCH (a:Country) OPTIONAL MATCH (a)-[r:ACCUSE]->(b) WHERE r.confidence > 0.65 RETURN a.code, b.code "
     "ORDER BY a.code",
     "BEL | null\nCHN | null\nUSA | CHN\n"},
    {"OPTIONAL MATCH (a {code: 'ZZZ'}) OPTIONAL MATCH (a)-[r]->(b) RETURN a, r, b", "null | null | null\n"},
    {"MATCH (a {code: 'USA'})-[:ACCUSE]->(b)-[:SUPPORT]->(c) RETURN c.code, count(*)", "BEL | 2\n"},
    {"MATCH (a)-[:ACCUSE]->(b)<-[:ACCUSE]-(c) RETURN count(*)", "2\n"},
    {"MATCH (a {code: 'BEL'})-[r*2..2]->(b) RETURN [x IN r | type(x)] AS t, b.code ORDER BY t",
     "[\"REJECT\", \"ACCUSE\"] | CHN\n[\"REJECT\", \"ACCUSE\"] | CHN\n[\"SUPPORT\", \"CONSULT\"] | "
     "IGO:EU\n[\"SUPPORT\", "
     "\"SUPPORT\"] | BEL\n"},
    {"MATCH (a {code: 'BEL'})-[*0..1]->(b) RETURN b.code ORDER BY b.code", "BEL\nCHN\nUSA\n"},
    {"MATCH p = shortestPath((a {code: 'USA'})-[*]->(b {code: 'IGO:EU'})) RETURN [n IN nodes(p) | n.code], "
     "length(p)",
     "[\"USA\", \"CHN\", \"IGO:EU\"] | 2\n"},
    {"MATCH p = allShortestPaths((a {code: 'USA'})-[*]->(b {code: 'IGO:EU'})) RETURN count(p)", "2\n"},
    {"MATCH p = shortestPath((a {code: 'USA'})-[*]-(b {code: 'IGO:EU'})) WHERE none(n IN nodes(p) WHERE "
     "n.code = 'CHN') "
     "RETURN [n IN nodes(p) | n.code]",
     "[\"USA\", \"BEL\", \"IGO:EU\"]\n"},
    {"MATCH p = shortestPath((a {code: 'USA'})-[*]->(b {code: 'BEL'})) WHERE all(r IN relationships(p) WHERE "
     "r.date.year = 2021) "
     "RETURN [r IN relationships(p) | type(r)]",
     "[\"ACCUSE\", \"CONSULT\", \"AID\"]\n"},
    {"MATCH p = (a {code: 'CHN'})-[:SUPPORT]->() RETURN p",
     "(:Country {code: \"CHN\"})-[:SUPPORT {date: 2020-04-02}]->(:Country {code: \"BEL\"})\n"},
    {"MATCH (a) WHERE a.code IN ['BEL', 'ZZZ', 'USA', 'BEL'] RETURN a.code", "BEL\nUSA\n"},
    {"MATCH (a:Country), (t:Topic) RETURN count(*)", "6\n"},
    {"MATCH (t:Topic) MATCH ()-[r]->() WHERE t.name IN r.topics RETURN t.name, count(*) AS n ORDER BY n DESC",
     "trade | 2\nCOVID-19 | 1\n"},
    {"MATCH (a)-[r]->(b) WITH a, count(r) AS n WHERE n > 1 AND a.code = 'CHN' RETURN a.code, n", "CHN | 2\n"},
    {"MATCH (a {code: $code})-[r]->(b) RETURN count(r)", "2\n"},
    {"MATCH (a $party)-[r $relation]->(b) RETURN a.code, b.code", "CHN | BEL\n"},
    {"MATCH (a $party)-[r*1..2 $relation]->(b) RETURN a.code, b.code", "CHN | BEL\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() WITH r MATCH (x)-[r]->(y) RETURN x.code, y.code",
     "CHN | BEL\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() WITH r MATCH (x)<-[r]-(y) RETURN x.code, y.code",
     "BEL | CHN\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() WITH r MATCH (x)-[r]-(y) RETURN x.code, y.code",
     "CHN | BEL\nBEL | CHN\n"},
    {"MATCH ({code: 'CHN'})-[r:CONSULT]->() WITH r MATCH (x)-[r]->(y) RETURN x.code, y.code",
     "CHN | IGO:EU\nIGO:EU | CHN\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() WITH a, r MATCH (x)-[r]-(a) RETURN x.code", "BEL\n"},
    {"MATCH (a {code: 'CHN'})-[r]->() WITH r MATCH (x)-[r:AID]->(y) RETURN x.code", ""},
    {"MATCH (a {code: 'CHN'})-[r]->() WITH r MATCH (x:Organization)-[r]->(y) RETURN x.code", "IGO:EU\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() WITH r MATCH p = (x)-[r]->()-[s:SUPPORT]->(z) RETURN "
     "length(p), "
     "z.code",
     "2 | CHN\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() WITH r MATCH (x)-[r]->(x) RETURN x.code", ""},
    {"OPTIONAL MATCH (a {code: 'ZZZ'})-[r]->() WITH r OPTIONAL MATCH (x)-[r]->(y) RETURN x, y",
     "null | null\n"},
    {"MATCH (a {code: 'CHN'})-[r:SUPPORT]->() UNWIND [r, r] AS q MATCH (x)-[q]->(y) RETURN y.code",
     "BEL\nBEL\n"},
};
BOOST_DATA_TEST_CASE(a_pattern_is_found, data::make(matches), row) {
    const auto map = [](const char* key, cypher::Value value) {
        return cypher::Value(cypher::Map{{key, std::move(value)}});
    };
    const cypher::Parameters parameters{{"code", cypher::Value(std::string("USA"))},
                                        {"party", map("code", cypher::Value(std::string("CHN")))},
                                        {"relation", map("confidence", cypher::Value(0.9))}};
    BOOST_TEST(answer(small_graph(), row.query, parameters) == row.expected);
}

const Case failures[] = {
    {"MATCH (a RETURN a", "query:1:10: expected \":\", \"{\" or \")\", found \"RETURN\""},
    {"MATCH (a) RETURN", "query:1:17: expected an expression, found the end of the query"},
    {"MATCH (a)\nWHERE a.name = RETURN a", "query:2:16: expected an expression, found \"RETURN\""},
    {"RETURN 'é' x", "query:1:12: expected an operator, AS, \",\", ORDER BY, SKIP, LIMIT, UNION or the end "
                     "of the query, found \"x\""},
    {"RETURN 'abc", "query:1:12: expected a closing ', found the end of the query"},
    {"CREATE (a)", "query:1:1: CREATE is not supported: a query reads the graph and changes nothing"},
    {"MATCH (a) SET a.x = 1",
     "query:1:11: SET is not supported: a query reads the graph and changes nothing"},
    {"RETURN 99999999999999999999",
     "query:1:8: expected an integer of 64 bits, found \"99999999999999999999\""},
    {"MATCH (a:Contry) RETURN a", "query:1:10: there is no label \"Contry\"; did you mean Country?"},
    {"MATCH ()-[r:SUPORT]->() RETURN r",
     "query:1:13: there is no relationship type \"SUPORT\"; did you mean SUPPORT?"},
    {"MATCH (a) RETURN a.cod", "query:1:19: nodes have no property \"cod\"; did you mean code?"},
    {"MATCH ()-[r]->() RETURN r.dat",
     "query:1:26: relationships have no property \"dat\"; did you mean date?"},
    {"MATCH (a) RETURN b", "query:1:18: there is no variable \"b\""},
    {"RETURN $n", "query:1:8: no value is given for the parameter $n"},
    {"RETURN toUper('a')", "query:1:8: there is no function \"touper\"; did you mean toupper?"},
    {"RETURN left('a')", "query:1:8: left() takes 2 arguments, found 1"},
    {"RETURN 1 + true", "query:1:10: can't add an integer and a boolean"},
    {"RETURN 9223372036854775807 + 1", "query:1:28: the result is too large for an integer of 64 bits"},
    {"RETURN 1 / 0", "query:1:10: can't divide by zero"},
    {"MATCH (a) WHERE a.code RETURN a", "query:1:18: expected true or false, found a string"},
    {"RETURN date('2021-02-29')", "query:1:8: expected a date (YYYY-MM-DD), found \"2021-02-29\""},
    {"RETURN 'a' =~ '('", "query:1:15: a regular expression that can't be used: missing ): ("},
    {"RETURN 1 AS x, 2 AS x",
     "query:1:16: the column \"x\" comes twice: give one of them another name with AS"},
    {"WITH 1 + 1 RETURN 1", "query:1:8: an expression in WITH needs a name: 1 + 1 AS name"},
    {"RETURN 1 AS x UNION RETURN 1 AS y",
     "query:1:21: the parts of a UNION return columns of the same names in the same order"},
    {"UNWIND [1] AS x RETURN count(x), x ORDER BY z",
     "query:1:45: \"z\" is neither in an aggregate nor what the rows are grouped by"},
    {"UNWIND ['b', 'a'] AS x RETURN x ORDER BY count(*)",
     "query:1:42: an aggregate such as count(*) stands in WITH or RETURN only, and not inside of another"},
    {"RETURN count(count(*))",
     "query:1:14: an aggregate such as count(*) stands in WITH or RETURN only, and not inside of another"},
    {"MATCH (a $n) RETURN a", "query:1:10: no value is given for the parameter $n"},
    {"MATCH ()-[r]->() WITH r MATCH ()-[r*]->() RETURN r",
     "query:1:33: the variable \"r\" is in use already, and only a node can be named again"},
    {"MATCH (a)-[a]->() RETURN a",
     "query:1:10: the variable \"a\" is in use already, and only a node can be named again"},
    {"MATCH (a) RETURN a LIMIT -1", "query:1:26: expected an integer of 0 or more, found \"-1\""},
    {"RETURN range(1, 100000000000)", "query:1:8: range() gives at most 16000000 numbers"},
    {"RETURN reduce(s = 'a', x IN range(1, 60) | s + s)", "a string of more than 64 MiB"},
    {"RETURN reduce(s = [1], x IN range(1, 60) | [s, s])", "a list or map of more than 16000000 values"},
    {"RETURN size(reduce(s = [], x IN range(1, 1000) | [s]))", "lists or maps nested more than 200 deep"},
};
BOOST_DATA_TEST_CASE(what_is_wrong_is_named, data::make(failures), row) {
    BOOST_TEST(failure(small_graph(), row.query) == row.expected);
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused) {
    const std::string open(5000, '(');
    BOOST_TEST(failure(small_graph(), "RETURN " + open + "1") ==
               "query:1:108: the query is nested more than 100 deep");
    std::string sum = "RETURN 1";
    for (int i = 0; i < 5000; ++i)
        sum += " + 1";
    BOOST_TEST(failure(small_graph(), sum).ends_with("the expression is nested more than 500 deep"));
    BOOST_TEST(failure(small_graph(), "RETURN " + std::string(2 << 20, ' ')) ==
               "query: the query is longer than 1 MiB");
}

BOOST_AUTO_TEST_CASE(an_evil_regular_expression_takes_no_time) {
    const std::string text(2000, 'a');
    BOOST_TEST(answer(small_graph(), "RETURN '" + text + "!' =~ '(a|a)*(a+)+b'") == "false\n");
}

cypher::Summary run(const char* query, const cypher::Options& options, std::string* rows = nullptr) {
    return cypher::Query::parse(query).run(
        small_graph(), {}, options, [](const auto&) {},
        [&](std::span<const cypher::Value>) {
            if (rows != nullptr)
                *rows += 'x';
            return true;
        });
}

BOOST_AUTO_TEST_CASE(no_more_rows_come_than_asked_for) {
    cypher::Options options;
    options.max_rows = 3;
    std::string rows;
    const auto summary = run("UNWIND range(1, 10) AS x RETURN x", options, &rows);
    BOOST_TEST(rows == "xxx");
    BOOST_TEST(summary.rows == 3U);
    BOOST_TEST(summary.is_cut);
    options.max_rows = 10;
    BOOST_TEST(!run("UNWIND range(1, 10) AS x RETURN x", options).is_cut);
}

constexpr const char* endless = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)";

BOOST_AUTO_TEST_CASE(a_query_ends_when_its_time_is_up) {
    cypher::Options options;
    options.timeout = std::chrono::milliseconds(20);
    BOOST_CHECK_EXCEPTION(run(endless, options), cypher::Stopped, [](const auto& error) {
        return std::string(error.what()) == "the query took longer than 20 ms";
    });
}

BOOST_AUTO_TEST_CASE(a_query_can_be_stopped) {
    const std::atomic<bool> stop = true;
    cypher::Options options;
    options.stop = &stop;
    BOOST_CHECK_EXCEPTION(run(endless, options), cypher::Stopped, [](const auto& error) {
        return std::string(error.what()) == "the query was interrupted";
    });
}

BOOST_AUTO_TEST_CASE(memory_is_bounded) {
    cypher::Options options;
    options.max_bytes = 1 << 20;
    for (const char* query : {"UNWIND range(1, 1000000) AS x RETURN x ORDER BY -x",
                              "UNWIND range(1, 1000000) AS x RETURN DISTINCT x",
                              "UNWIND range(1, 1000000) AS x RETURN x, count(*)",
                              "UNWIND range(1, 1000000) AS x RETURN collect(x)"})
        BOOST_CHECK_EXCEPTION(run(query, options), Error, [](const auto& error) {
            return std::string(error.what()) ==
                   "the query needs more than 1 MiB of memory: restrict it, or allow more";
        });
    BOOST_TEST(run("UNWIND range(1, 1000000) AS x RETURN x ORDER BY -x LIMIT 5", options).rows == 5U);
}

BOOST_AUTO_TEST_CASE(a_plan_starts_from_codes_and_goes_where_the_fewest_rows_are) {
    const auto plan =
        cypher::Query::parse(
            "MATCH (a)-[r:SUPPORT]->(b {code: 'BEL'}), (a)-[:ACCUSE]->(c) WHERE r.date > date('2020-01-01') "
            "AND a.name <> c.name RETURN a.code, count(*)")
            .explain(small_graph(), {}, {});
    std::string text;
    for (const auto& step : plan.plan)
        text += step.text + '\n';
    BOOST_TEST(text == "Start\nSeek (b) by code\nExpand (b)<-[r:SUPPORT]-(a) by date >, counted\nExpand "
                       "(a)-[:ACCUSE]->(c), counted\n"
                       "Filter\nAggregate a.code, count(*)\n");
}

BOOST_AUTO_TEST_CASE(a_date_compared_with_a_string_is_warned_of) {
    const auto summary = run("MATCH ()-[r]->() WHERE r.date > '2020-01-01' RETURN r", {});
    BOOST_REQUIRE(summary.warnings.size() == 1U);
    BOOST_TEST(summary.warnings[0] ==
               "query:1:33: a date is never equal to, less or greater than the string \"2020-01-01\"; write "
               "date(\"2020-01-01\")");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
