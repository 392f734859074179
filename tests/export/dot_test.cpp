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

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <random>
#include <regex>

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

struct Box {
    double left = HUGE_VAL;
    double right = -HUGE_VAL;
    double top = HUGE_VAL;
    double bottom = -HUGE_VAL;

    bool holds(double x, double y) const { return x > left && x < right && y > top && y < bottom; }
};

/// The groups of a class of an SVG that Graphviz wrote, with the groups in them; each has a comment before
/// it.
std::vector<std::string> groups_of(const std::string& svg, const std::string& group_class) {
    const std::string begin = "class=\"" + group_class + "\">";
    std::vector<std::string> groups;
    for (auto at = svg.find(begin); at != std::string::npos; at = svg.find(begin, at + 1))
        groups.push_back(svg.substr(at, svg.find("\n<!-- ", at) - at));
    return groups;
}

/// Around the outline of a node, which has straight and curved parts.
Box outline_of(const std::string& node) {
    static const std::regex outline(" (?:points|d)=\"([^\"]*)\"");
    static const std::regex point("(-?[0-9.]+),(-?[0-9.]+)");
    Box box;
    std::smatch shape;
    if (!std::regex_search(node, shape, outline))
        return box;
    const auto points = shape[1].str();
    for (std::sregex_iterator at(points.begin(), points.end(), point), end; at != end; ++at) {
        box.left = std::min(box.left, std::stod((*at)[1]));
        box.right = std::max(box.right, std::stod((*at)[1]));
        box.top = std::min(box.top, std::stod((*at)[2]));
        box.bottom = std::max(box.bottom, std::stod((*at)[2]));
    }
    return box;
}

/// How many labels of edges begin or end under a node.
std::size_t labels_under_nodes(const std::string& svg) {
    static const std::regex label("<text [^>]*x=\"(-?[0-9.]+)\" y=\"(-?[0-9.]+)\"[^>]*>([^<]*)<");
    std::vector<Box> nodes;
    for (const auto& node : groups_of(svg, "node"))
        nodes.push_back(outline_of(node));
    std::size_t count = 0;
    for (const auto& edge : groups_of(svg, "edge"))
        for (std::sregex_iterator at(edge.begin(), edge.end(), label), end; at != end; ++at) {
            constexpr double letter = 5.4; // of the bold face in 10 points, about
            const double left = std::stod((*at)[1]);
            const double right = left + letter * static_cast<double>((*at)[3].length());
            const double middle = std::stod((*at)[2]) - letter / 2;
            count += std::ranges::any_of(nodes, [&](const Box& node) {
                return node.holds(left, middle) || node.holds(right, middle);
            });
        }
    return count;
}

/// Parties, some pairs of which have many edges side by side.
Values crowd(unsigned seed) {
    Values values;
    constexpr std::array codes{"USA", "CHN", "RUS", "GBR",    "FRA", "DEU", "BEL", "NLD",
                               "JPN", "KEN", "VNM", "IGO:UN", "ETH", "ERI", "TUR", "ISR"};
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (const auto type : {plover::EventType::agree, plover::EventType::consult,
                                plover::EventType::support, plover::EventType::request}) {
            Relation relation;
            relation.source = party(codes[i]);
            relation.target = party(codes[i % 2 == 0 ? i + 1 : random() % i]);
            if (relation.source == relation.target)
                continue;
            relation.type = type;
            relation.modality = Modality::intended;
            values.relations.push_back(relation);
        }
    return values;
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

BOOST_DATA_TEST_CASE(no_label_lies_under_a_node_of_a_large_diagram, data::xrange(1u, 7u), seed) {
    const auto diagram = make_diagram(crowd(seed).source(), {.title = "t", .most_unfolded_edges = 70});
    BOOST_TEST(diagram.nodes.size() == 16u);
    const auto svg = rendered(diagram, ImageFormat::svg);
    BOOST_TEST(groups_of(svg, "edge").size() > diagram.edges.size() / 2);
    BOOST_TEST(labels_under_nodes(svg) == 0u);
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
