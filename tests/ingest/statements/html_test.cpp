// SPDX-License-Identifier: Apache-2.0
#include "tests/ingest/statements/reading.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using namespace entente;
using namespace entente::test;
namespace data = boost::unit_test::data;

const std::string long_a =
    "China and Belgium agreed to work together on research, and thanked each other warmly.";
const std::string long_b =
    "The two heads of state spoke on the phone about the epidemic and the supply of masks.";

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(the_article_is_read_without_what_surrounds_it) {
    const Result result = read(&read_html, R"(<!DOCTYPE html><html lang="en"><head>
<title>A call | Ministry</title><meta property="og:site_name" content="Ministry">
<link rel="canonical" href="https://example.org/call"></head><body>
<header><a href="/">Ministry</a></header>
<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Contact us</a></li></ul></nav>
<div class="page no-sidebar"><div class="breadcrumb">Home / News / Calls</div>
<h1>A call</h1><p class="date">April 2, 2020</p>
<div class="content"><p>)" + long_a + R"(</p>
<script>var x = "<p>not text</p>";</script>
<ul><li>masks &amp; gowns,</li><li>  test
 kits</li></ul>
<p>)" + long_b + R"(<br><br>Second part,<br>same paragraph.</p></div>
<div class="share-buttons">Share this page</div></div>
<aside><p>Other readers also read this long story about quite another thing altogether.</p></aside>
<footer><p>Copyright Ministry</p></footer></body></html>)");
    BOOST_TEST(result.notices.empty());
    const Statement& statement = result.statements.at(0);
    BOOST_TEST(statement.title == "A call");
    BOOST_TEST(statement.publisher == "Ministry");
    BOOST_TEST(statement.url == "https://example.org/call");
    BOOST_TEST(statement.language == "en");
    BOOST_TEST(to_string(statement.date.value()) == "2020-04-02");
    BOOST_TEST(statement.text ==
               long_a + "\n\nmasks & gowns,\n\ntest kits\n\n" + long_b + "\n\nSecond part,\nsame paragraph.");
}

BOOST_AUTO_TEST_CASE(json_ld_says_it_best) {
    const Statement statement =
        read(&read_html, R"(<html><head><title>x</title><meta property="og:title" content="y">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "headline": "page"},
 {"@type": ["NewsArticle"], "headline": "A call", "datePublished": "2020-04-02T08:00:00Z",
  "publisher": {"@type": "Organization", "name": "Ministry"}, "mainEntityOfPage": {"@id": "https://example.org/c"}}]}
</script></head><body><article><p>)" +
                             long_a + "</p></article></body></html>")
            .statements.at(0);
    BOOST_TEST(statement.title == "A call");
    BOOST_TEST(statement.publisher == "Ministry");
    BOOST_TEST(statement.url == "https://example.org/c");
    BOOST_TEST(to_string(statement.date.value()) == "2020-04-02");
}

struct Dated {
    std::string html;
};
std::ostream& operator<<(std::ostream& out, const Dated& c) { return out << c.html; }
const Dated dated_pages[] = {
    {"<meta property='article:published_time' content='2020-04-02T01:00:00Z'><time "
     "datetime='2021-01-01'>x</time>"},
    {"<meta name='DC.date' content='2020-04-02'>"},
    {"<time datetime='2020-04-02'>Thursday</time>"},
    {"<time>2 April 2020</time>"},
    {"<span class='post-date'>2 April 2020</span>"},
    {"<meta itemprop='datePublished' content='2020-04-02'>"},
};
BOOST_DATA_TEST_CASE(the_date_is_found_where_pages_put_it, data::make(dated_pages), c) {
    const Result result =
        read(&read_html, "<html><body>" + c.html + "<p>" + long_a + "</p></body></html>", {});
    BOOST_TEST(to_string(result.statements.at(0).date.value()) == "2020-04-02");
}

BOOST_AUTO_TEST_CASE(a_layout_of_tables_is_read_by_cells) {
    const Result result =
        read(&read_html, "<html><body><form><table><tr><td><a href=a>Home</a><a href=b>News</a></td>"
                         "<td><p>" +
                             long_a + "</p><p>" + long_b + "</p></td></tr></table></form></body></html>");
    BOOST_TEST(result.statements.at(0).text == long_a + "\n\n" + long_b);
}

BOOST_AUTO_TEST_CASE(a_page_without_text_is_refused) {
    const Result result =
        read(&read_html, "<html><body><script>x()</script><nav><a href=a>b</a></nav></body></html>");
    BOOST_TEST(result.statements.empty());
    BOOST_TEST(result.notices.at(0) == "refused in: a page without text");
}

BOOST_AUTO_TEST_CASE(deep_nesting_is_refused) {
    std::string html;
    for (int i = 0; i < 100'000; ++i)
        html += "<div>";
    BOOST_TEST(read(&read_html, html + long_a).notices.at(0) ==
               "refused in: elements nested more than 500 deep");
}

BOOST_AUTO_TEST_CASE(a_page_that_multiplies_in_memory_is_refused) {
    std::string html = "<p>"; // every paragraph repeats the marks that were left open
    for (int i = 0; i < 400; ++i)
        html += "<b x" + std::to_string(i) + ">";
    for (int i = 0; i < 20'000; ++i)
        html += "<p>x";
    BOOST_TEST(read(&read_html, html).notices.at(0) ==
               "refused in: a page that takes too much memory or time to read");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
