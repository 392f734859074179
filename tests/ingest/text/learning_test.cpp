// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/parameter.hpp"
#include "ingest/train/variation.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace data = boost::unit_test::data;
using namespace entente;

namespace {

// "Talks resume ." with the full stop hanging on "resume".
ud::Sentence talks() {
    ud::Sentence sentence;
    const auto add = [&](const char* form, ud::Upos upos, std::uint32_t head) {
        ud::Word& word = sentence.words.emplace_back();
        word.form = form;
        word.upos = upos;
        word.head = head;
    };
    add("Talks", ud::Upos::noun, 2);
    add("resume", ud::Upos::verb, 0);
    add(".", ud::Upos::punct, 2);
    return sentence;
}

std::string text(const ud::Sentence& sentence) {
    std::string text;
    for (const ud::Word& word : sentence.words)
        text += word.form + ' ';
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(learning_test)

BOOST_AUTO_TEST_CASE(a_sentence_varies_in_case_and_final_mark_only) {
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        train::Random random(seed);
        const ud::Sentence sentence = train::varied(talks(), random);
        seen.insert(text(sentence));
        BOOST_TEST(sentence.words[0].head == 2u);
    }
    const std::set<std::string> expected = {"Talks resume ", "TALKS RESUME . ", "TALKS RESUME ",
                                            "Talks Resume ", "talks resume . "};
    BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_mark_that_others_hang_on_is_kept) {
    ud::Sentence sentence = talks();
    sentence.words[0].head = 3;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        train::Random random(seed);
        BOOST_TEST(train::varied(sentence, random).words.size() == 3u);
    }
}

// The average of a sparse row is brought up to date only now and then; it must be as if it were at each step.
BOOST_DATA_TEST_CASE(sparse_rows_have_the_average_of_dense_ones, data::xrange(1u, 20u), seed) {
    train::Random random(seed);
    train::Parameter dense;
    train::Parameter sparse;
    dense.resize(1, 3, 0, random);
    sparse.resize(4, 3, 0, random);
    sparse.make_sparse();
    dense.value = {1, 2, 3};
    dense.average = dense.value;
    std::copy_n(dense.value.begin(), 3, sparse.value.begin() + 6);
    sparse.average = sparse.value;
    for (int step = 0; step < 30; ++step) {
        // A rate of nothing leaves the dense row in place where the sparse one is not touched.
        const bool is_touched = random.unit() < 0.3F;
        for (std::size_t k = 0; k < 3; ++k)
            dense.gradient[k] = 1;
        if (is_touched)
            std::fill_n(sparse.touch(2), 3, 1.0F);
        const auto moments = std::pair(dense.first_moment, dense.second_moment);
        dense.step(is_touched ? 0.1F : 0.0F, 1);
        if (!is_touched)
            std::tie(dense.first_moment, dense.second_moment) = moments;
        sparse.step(0.1F, 1);
    }
    const auto one = dense.averaged();
    const auto other = sparse.averaged();
    for (std::size_t k = 0; k < 3; ++k)
        BOOST_TEST(one[k] == other[6 + k], boost::test_tools::tolerance(1e-4F));
}

BOOST_AUTO_TEST_SUITE_END()
