// SPDX-License-Identifier: Apache-2.0
#include "graph/cameo.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(cameo_code)

const std::size_t code_count = cameo::codes().size();

BOOST_AUTO_TEST_CASE(the_table_is_sorted_and_without_doubles) {
    const auto all = cameo::codes();
    BOOST_TEST(all.size() == 318u);
    BOOST_TEST(all.front().text() == "01");
    BOOST_TEST(all.back().text() == "2042");
    for (std::size_t i = 1; i < all.size(); ++i)
        BOOST_TEST((all[i - 1].text() < all[i].text()), all[i].text());
}

BOOST_DATA_TEST_CASE(every_code_keeps_the_invariants_of_the_table, data::xrange(code_count), index) {
    const cameo::Code code = cameo::Code::at(index).value();
    BOOST_TEST_CONTEXT(code.text()) {
        BOOST_TEST((cameo::Code::find(code.text()) == code));
        BOOST_TEST(code.index() == index);
        BOOST_TEST((code.text().size() >= 2 && code.text().size() <= 4));
        BOOST_TEST(code.root().text() == code.text().substr(0, 2));
        if (code.text().size() > 2)
            BOOST_TEST(cameo::Code::find(code.text().substr(0, code.text().size() - 1)).has_value());
        BOOST_TEST(!code.name().empty());
        BOOST_TEST(std::abs(code.goldstein_score()) <= 10.0);
        BOOST_TEST((code.quad_class() == code.root().quad_class()));
        if (const auto mode = code.mode())
            BOOST_TEST((plover::Mode::find(code.event_type(), mode->name()) == mode));
        BOOST_TEST(code.is_reversed_in_plover() == (code.text() == "043"));
    }
}

BOOST_DATA_TEST_CASE(every_name_finds_its_code_or_the_base_code_of_that_name, data::xrange(code_count),
                     index) {
    const cameo::Code code = cameo::Code::at(index).value();
    const auto found = cameo::Code::find_by_name(code.name());
    BOOST_REQUIRE(found.has_value());
    const bool is_base_of_root = found->text() == std::string(code.root().text()) + "0";
    BOOST_TEST((*found == code || (code == code.root() && is_base_of_root)));
}

struct Known {
    const char* code;
    const char* name;
    const char* type;
    const char* mode;
    double goldstein;
};
std::ostream& operator<<(std::ostream& out, const Known& known) { return out << known.code; }

const Known known_codes[] = {
    {"010", "Make statement", "CONSULT", "", 0.0},
    {"0256", "Appeal for de-escalation of military engagement", "REQUEST", "yield", -0.3},
    {"030", "Express intent to cooperate", "AGREE", "", 4.0},
    {"043", "Host a visit", "CONSULT", "visit", 2.8},
    {"057", "Sign formal agreement", "SUPPORT", "", 8.0},
    {"0841", "Return, release person(s)", "RETREAT", "release", 7.0},
    {"0874", "Retreat or surrender militarily", "RETREAT", "withdraw", 10.0},
    {"1121", "Accuse of crime, corruption", "ACCUSE", "allege", -2.0},
    {"163", "Impose embargo, boycott, or sanctions", "SANCTION", "", -8.0},
    {"1712", "Destroy property", "ASSAULT", "destroy", -9.2},
    {"192", "Occupy territory", "COERCE", "seize", -9.5},
    {"2042", "Detonate nuclear weapons", "ASSAULT", "unconventional", -10.0},
};
BOOST_DATA_TEST_CASE(known_codes_have_their_published_values, data::make(known_codes), known) {
    const cameo::Code code = cameo::Code::find(known.code).value();
    BOOST_TEST(code.name() == known.name);
    BOOST_TEST(plover::to_string(code.event_type()) == known.type);
    BOOST_TEST((code.mode() ? code.mode()->name() : "") == known.mode);
    BOOST_TEST(code.goldstein_score() == known.goldstein);
}

const std::string not_codes[] = {"", "1", "43", "043 ", "00", "21", "0430", "20421", "999", "a"};
BOOST_DATA_TEST_CASE(a_text_that_is_no_code_is_nothing, data::make(not_codes), text) {
    BOOST_TEST(!cameo::Code::find(text).has_value());
}

struct Spelling {
    const char* name;
    const char* code;
};
std::ostream& operator<<(std::ostream& out, const Spelling& spelling) { return out << spelling.name; }

const Spelling spellings[] = {
    {"CONSULT", "040"},
    {"Consult, not specified below", "040"},
    {"Engage in material cooperation,  not specified below", "060"},
    {"Meet at a 'third' location", "044"},
    {"fight with small arms and light weapons", "193"},
    {"Make an appeal or request", "020"},
    {"Engage in diplomatic cooperation", "050"},
    {"MAKE PUBLIC STATEMENT", "01"},
};
BOOST_DATA_TEST_CASE(names_are_found_as_other_tables_spell_them, data::make(spellings), spelling) {
    const auto code = cameo::Code::find_by_name(spelling.name);
    BOOST_REQUIRE(code.has_value());
    BOOST_TEST(code->text() == spelling.code);
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_nothing) {
    BOOST_TEST(!cameo::Code::find_by_name("Dance").has_value());
    BOOST_TEST(!cameo::Code::find_by_name("").has_value());
    BOOST_TEST(!cameo::Code::find_by_name("-").has_value());
}

BOOST_DATA_TEST_CASE(the_nearest_code_has_the_type_and_does_not_gainsay_the_mode,
                     data::xrange(plover::event_type_count), index) {
    const plover::EventType type = plover::event_types()[index];
    const cameo::Code base = cameo::nearest(type, std::nullopt);
    BOOST_TEST((base.event_type() == type));
    const auto all = cameo::codes();
    for (const plover::Mode mode : plover::modes(type)) {
        const cameo::Code code = cameo::nearest(type, mode);
        BOOST_TEST((code.event_type() == type));
        const bool cameo_has_it = std::any_of(all.begin(), all.end(), [&](cameo::Code other) {
            return other.event_type() == type && other.mode() == mode;
        });
        BOOST_TEST((!cameo_has_it || code.mode() == mode), mode.name() << " " << code.text());
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
