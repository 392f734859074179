// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/spanning_tree.hpp"

#include "ingest/train/random.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <limits>

namespace data = boost::unit_test::data;
using entente::ud::detail::best_tree;
using entente::ud::detail::find_tree_fault;

namespace {

float total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
    float sum = 0;
    for (std::size_t d = 0; d < heads.size(); ++d)
        sum += scores[d * (heads.size() + 1) + heads[d]];
    return sum;
}

// The best of all trees, each tried.
float best_of_all(const std::vector<float>& scores, std::size_t words) {
    std::vector<std::uint32_t> heads(words, 0);
    float best = -std::numeric_limits<float>::infinity();
    for (bool is_done = false; !is_done;) {
        bool is_own_head = false;
        for (std::size_t d = 0; d < words; ++d)
            is_own_head = is_own_head || heads[d] == d + 1;
        bool has_root = false;
        for (const auto head : heads)
            has_root = has_root || head == 0;
        if (!is_own_head && has_root && find_tree_fault(heads).what.empty())
            best = std::max(best, total(scores, heads));
        is_done = true;
        for (auto& head : heads) {
            head = head == words ? 0 : head + 1;
            if (head != 0) {
                is_done = false;
                break;
            }
        }
    }
    return best;
}

} // namespace

BOOST_AUTO_TEST_SUITE(spanning_tree_test)

BOOST_DATA_TEST_CASE(the_tree_found_is_the_best_of_all, data::xrange(300u), seed) {
    entente::train::Random random(seed);
    const std::size_t words = 1 + random.below(5);
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores)
        score = static_cast<float>(random.below(1000)) / 8;
    const auto heads = best_tree(scores, words);
    BOOST_TEST(find_tree_fault(heads).what == "");
    BOOST_TEST(total(scores, heads) == best_of_all(scores, words), boost::test_tools::tolerance(1e-5F));
}

BOOST_AUTO_TEST_CASE(a_long_sentence_of_like_scores_still_gets_a_tree) {
    constexpr std::size_t words = 300;
    const std::vector<float> scores(words * (words + 1), 1.0F);
    BOOST_TEST(find_tree_fault(best_tree(scores, words)).what == "");
}

BOOST_AUTO_TEST_SUITE_END()
