// SPDX-License-Identifier: Apache-2.0
#include "graph/plover.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace entente;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(plover_types)

BOOST_DATA_TEST_CASE(every_type_is_found_by_its_name, data::xrange(plover::event_type_count), index) {
    const plover::EventType type = plover::event_types()[index];
    BOOST_TEST((plover::parse_event_type(plover::to_string(type)) == type));
    BOOST_TEST(!plover::predicate(type).empty());
    BOOST_TEST(!plover::description(type).empty());
}

BOOST_DATA_TEST_CASE(conflict_scores_below_cooperation, data::xrange(plover::event_type_count), index) {
    const plover::EventType type = plover::event_types()[index];
    const auto quad = plover::quad_class(type);
    const bool cooperation =
        quad == plover::QuadClass::verbal_cooperation || quad == plover::QuadClass::material_cooperation;
    BOOST_TEST((cooperation ? plover::goldstein_score(type) > 0 : plover::goldstein_score(type) <= 0));
    BOOST_TEST((plover::parse_quad_class(plover::to_string(quad)) == quad));
}

BOOST_AUTO_TEST_CASE(types_stand_in_the_order_of_the_enumeration) {
    BOOST_TEST(plover::to_string(plover::EventType::agree) == "AGREE");
    BOOST_TEST(plover::to_string(plover::EventType::request) == "REQUEST");
    BOOST_TEST(plover::to_string(plover::EventType::sanction) == "SANCTION");
    BOOST_TEST(plover::to_string(plover::EventType::assault) == "ASSAULT");
}

const std::string not_types[] = {"", "support", "VISIT", "SUPPORT "};
BOOST_DATA_TEST_CASE(another_word_is_no_type, data::make(not_types), text) {
    BOOST_TEST(!plover::parse_event_type(text).has_value());
    BOOST_TEST(!plover::parse_quad_class(text).has_value());
}

BOOST_AUTO_TEST_CASE(consultations_have_five_modes) {
    std::vector<std::string> names;
    for (const plover::Mode mode : plover::modes(plover::EventType::consult))
        names.emplace_back(mode.name());
    const std::vector<std::string> expected{"visit", "third-party", "multilateral", "phone", "virtual"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(every_mode_is_found_by_its_type_and_name, data::xrange(plover::event_type_count),
                     index) {
    const plover::EventType type = plover::event_types()[index];
    for (const plover::Mode mode : plover::modes(type)) {
        BOOST_TEST((plover::Mode::find(type, mode.name()) == mode));
        BOOST_TEST((plover::Mode::at(mode.index()) == mode));
    }
}

BOOST_AUTO_TEST_CASE(a_mode_of_another_type_is_nothing) {
    BOOST_TEST(!plover::Mode::find(plover::EventType::aid, "phone").has_value());
    BOOST_TEST(!plover::Mode::find(plover::EventType::consult, "").has_value());
    BOOST_TEST(!plover::Mode::at(1000).has_value());
}

BOOST_AUTO_TEST_CASE(contexts_keep_their_places_in_a_set) {
    const auto all = plover::contexts();
    BOOST_TEST(all.size() == 35u);
    BOOST_TEST(all.front().name() == "military");
    BOOST_TEST(all.back().name() == "space");
    BOOST_TEST(plover::Context::find("diplomatic")->index() == 13);
    for (const plover::Context context : all) {
        BOOST_TEST((plover::Context::find(context.name()) == context));
        BOOST_TEST((plover::Context::at(context.index()) == context));
    }
    BOOST_TEST(!plover::Context::find("peace").has_value());
    BOOST_TEST(!plover::Context::at(35).has_value());
}

BOOST_AUTO_TEST_CASE(a_set_holds_what_was_put_in_in_the_order_of_the_table) {
    plover::ContextSet set;
    BOOST_TEST(set.empty());
    set.insert(plover::Context::find("space").value());
    set.insert(plover::Context::find("health").value());
    set.insert(plover::Context::find("health").value());
    BOOST_TEST(set.size() == 2u);
    BOOST_TEST(set.contains(plover::Context::find("space").value()));
    BOOST_TEST(!set.contains(plover::Context::find("energy").value()));
    BOOST_TEST(set.members().front().name() == "health");
    BOOST_TEST((plover::ContextSet(set.bits()) == set));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
