// SPDX-License-Identifier: Apache-2.0
#include "golden.hpp"
#include "sample_graph.hpp"

#include "export/dot.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cgraph.h>

#include <memory>

namespace entente::test {

namespace {

namespace data = boost::unit_test::data;

std::string dot_of(const Values& values, const std::string& title = "China and Belgium") {
    std::ostringstream out;
    write_dot(out, make_diagram(values.source(), {.title = title}));
    return out.str();
}

std::string rendered(const Diagram& diagram, ImageFormat format, const std::string& engine = {}) {
    std::ostringstream out;
    render_diagram(out, diagram, format, {.engine = engine});
    return out.str();
}

std::string svg_of(const Values& values, const std::string& engine = {}) {
    return rendered(make_diagram(values.source(), {.title = "<title> & \"quotes\""}), ImageFormat::svg,
                    engine);
}

/// Throws where the text is not well-formed.
void parse_xml(const std::string& xml) {
    std::istringstream in(xml);
    boost::property_tree::ptree tree;
    boost::property_tree::read_xml(in, tree);
}

std::string without_entities(std::string text) {
    for (const auto& [entity, character] :
         {std::pair{"&#10;", "\n"}, {"&#92;", "\\"}, {"\xE2\x81\xA0", ""}, {"&amp;", "&"}})
        boost::replace_all(text, entity, character);
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dot)

BOOST_AUTO_TEST_CASE(the_call_is_drawn_as_it_was) {
    const auto dot = dot_of(belgium_call());
    BOOST_TEST(dot == golden("belgium.dot", dot));
}

BOOST_AUTO_TEST_CASE(hostile_names_come_back_out_of_the_dot_as_they_went_in) {
    const auto values = hostile();
    struct Close {
        void operator()(Agraph_t* g) const { agclose(g); }
    };
    const std::unique_ptr<Agraph_t, Close> graph(agmemread(dot_of(values, values.actors[0].name).c_str()));
    BOOST_REQUIRE(graph);
    BOOST_TEST(agnnodes(graph.get()) == 2);
    BOOST_TEST(agnedges(graph.get()) == 1);
    std::string code = "AAA";
    std::string attribute = "name";
    auto* const node = agnode(graph.get(), code.data(), 0);
    BOOST_REQUIRE(node != nullptr);
    BOOST_TEST(without_entities(agget(node, attribute.data())) == values.actors[0].name);
    attribute = "predicate";
    auto* const edge = agfstout(graph.get(), node);
    BOOST_TEST(without_entities(agget(edge, attribute.data())) == values.relations[0].predicate);
}

BOOST_DATA_TEST_CASE(hostile_names_leave_the_svg_well_formed, data::make({"dot", "neato", "fdp", "circo"}),
                     engine) {
    const auto svg = svg_of(hostile(), engine);
    BOOST_CHECK_NO_THROW(parse_xml(svg));
    BOOST_TEST(svg.find("<script") == std::string::npos);
    BOOST_TEST(svg.find("javascript:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_svg_has_the_sentences_and_the_links) {
    const auto svg = svg_of(belgium_call());
    BOOST_TEST(svg.find("China stands firmly with Belgium") != std::string::npos);
    BOOST_TEST(svg.find("xlink:href=\"https://www.example.org/call?a=1&amp;b=2\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_svg_fills_its_view_box) {
    BOOST_TEST(svg_of(belgium_call()).find("transform=\"scale(1 1)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(png_and_pdf_begin_as_such) {
    const auto values = belgium_call();
    const auto diagram = make_diagram(values.source(), {.title = "t"});
    BOOST_TEST(rendered(diagram, ImageFormat::png).substr(0, 8) == "\x89PNG\r\n\x1a\n");
    BOOST_TEST(rendered(diagram, ImageFormat::pdf).substr(0, 5) == "%PDF-");
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_a_diagram_without_nodes) {
    BOOST_CHECK_NO_THROW(parse_xml(svg_of({})));
}

BOOST_DATA_TEST_CASE(any_graph_gives_a_well_formed_svg, data::xrange(1u, 7u), seed) {
    BOOST_CHECK_NO_THROW(parse_xml(svg_of(random_graph(seed, seed * 20))));
}

BOOST_AUTO_TEST_CASE(equal_graphs_give_equal_bytes) {
    BOOST_TEST(svg_of(random_graph(3, 300)) == svg_of(random_graph(3, 300)));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named) {
    const auto values = belgium_call();
    BOOST_TEST(failure([&](std::ostream& out) { write_dot(out, make_diagram(values.source(), {})); }) ==
               "cannot write the diagram: the output takes no more");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace entente::test
