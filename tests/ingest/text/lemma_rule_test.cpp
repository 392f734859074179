// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/lemma_rule.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace data = boost::unit_test::data;
using namespace entente::ud::detail;

namespace {

struct Pair {
    const char* form;
    const char* lemma;
    const char* rule;
};
std::ostream& operator<<(std::ostream& out, const Pair& pair) { return out << pair.form; }

const Pair pairs[] = {
    {"Talks", "talk", "l1"},      {"flies", "fly", "l3y"},    {"was", "be", "=be"},
    {"Belgium", "Belgium", "k0"}, {"UNITED", "United", "t0"}, {"asia", "Asia", "u0"},
    {"1,100", "1100", "c0"},      {"Élysée", "élysée", "l0"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(lemma_rule_test)

BOOST_DATA_TEST_CASE(a_rule_makes_the_lemma_it_was_found_from, data::make(pairs), pair) {
    const LemmaRule rule = find_lemma_rule(pair.form, pair.lemma);
    BOOST_TEST(to_string(rule) == pair.rule);
    BOOST_TEST((parse_lemma_rule(to_string(rule)) == rule));
    BOOST_TEST(lemma_by(rule, pair.form) == pair.lemma);
}

BOOST_AUTO_TEST_CASE(a_rule_that_would_strip_all_leaves_the_form_in_lower_case) {
    BOOST_TEST(lemma_by({'k', 3, "y"}, "As") == "as");
}

BOOST_AUTO_TEST_SUITE_END()
