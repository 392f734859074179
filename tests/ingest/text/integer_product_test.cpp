// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/integer_product.hpp"
#include "ingest/text/detail/recurrence.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

using namespace entente::ud::detail;

// Values that look random and are the same everywhere.
std::vector<float> values(std::size_t count, unsigned seed) {
    std::vector<float> out(count);
    for (float& value : out) {
        seed = seed * 1664525u + 1013904223u;
        value = static_cast<float>(seed >> 8) / static_cast<float>(1u << 23) - 1.0F;
    }
    return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(integer_product_test)

BOOST_AUTO_TEST_CASE(the_product_is_that_of_floats_but_for_rounding) {
    constexpr std::size_t rows = 13;
    constexpr std::size_t inner = 37;
    constexpr std::size_t columns = 21;
    const auto a = values(rows * inner, 1);
    const auto b = values(inner * columns, 2);
    const IntegerPacking packing(b, inner, columns);
    std::vector<float> c(rows * columns);
    multiply(a.data(), inner, rows, {packing.values, packing.scales, inner, columns}, c.data(), columns);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t k = 0; k < columns; ++k) {
            float sum = 0;
            for (std::size_t i = 0; i < inner; ++i)
                sum += a[r * inner + i] * b[i * columns + k];
            BOOST_TEST(std::abs(c[r * columns + k] - sum) < 0.02F);
        }
    }
}

// The processor's own loops take rows and columns in tiles: every size of a tile and of what is left over.
BOOST_AUTO_TEST_CASE(a_row_has_the_same_product_alone_and_among_any_number_of_others) {
    constexpr std::size_t inner = 33;
    for (const std::size_t columns : {std::size_t{1}, std::size_t{16}, std::size_t{31}, std::size_t{53}}) {
        const IntegerPacking packing(values(inner * columns, 4), inner, columns);
        const IntegerMatrix b{packing.values, packing.scales, inner, columns};
        for (std::size_t rows = 1; rows <= 23; ++rows) {
            const auto a = values(rows * inner, 3);
            std::vector<float> together(rows * columns);
            multiply(a.data(), inner, rows, b, together.data(), columns);
            for (std::size_t r = 0; r < rows; ++r) {
                std::vector<float> alone(columns);
                multiply(a.data() + r * inner, inner, 1, b, alone.data(), columns);
                BOOST_TEST_CONTEXT(columns << " columns, row " << r << " of " << rows)
                BOOST_TEST(std::equal(alone.begin(), alone.end(),
                                      together.begin() + static_cast<std::ptrdiff_t>(r * columns)));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_and_what_is_beyond_all_bounds_count_as_nothing) {
    const IntegerPacking packing(values(2, 5), 2, 1);
    const IntegerMatrix b{packing.values, packing.scales, 2, 1};
    for (const float value : {0.0F, HUGE_VALF, NAN}) {
        const float a[] = {value, value};
        float c = 1;
        multiply(a, 2, 1, b, &c, 1);
        BOOST_TEST(c == 0.0F);
    }
}

BOOST_AUTO_TEST_CASE(a_recurrence_treats_each_unit_alike) {
    // One more than a vector of any instruction set holds, so that some unit is left over.
    constexpr std::size_t hidden = 17;
    constexpr std::size_t words = 3;
    std::vector<float> products(words * 3 * hidden);
    std::vector<float> input(words * hidden);
    for (std::size_t word = 0; word < words; ++word) {
        for (std::size_t i = 0; i < 3 * hidden; ++i) {
            const std::size_t part = i / hidden;
            products[word * 3 * hidden + i] = static_cast<float>(word) - static_cast<float>(part);
        }
        std::fill_n(input.begin() + static_cast<std::ptrdiff_t>(word * hidden), hidden, 0.5F);
    }
    std::vector<float> output(words * hidden);
    std::vector<float> state(hidden);
    const std::vector<float> bias(2 * hidden, 0.1F);
    const std::vector<float> carry(2 * hidden, 0.2F);
    run({.words = words,
         .hidden = hidden,
         .products = products.data(),
         .products_stride = 3 * hidden,
         .input = input.data(),
         .output = output.data(),
         .stride = hidden,
         .bias = bias.data(),
         .carry = carry.data(),
         .backwards = false,
         .state = state.data()});
    for (std::size_t i = 0; i < output.size(); ++i)
        BOOST_TEST(output[i] == output[i / hidden * hidden]);
    // The first word by hand: its candidate is 0, and its gates see -1 and -2 with the bias of 0.1.
    const auto gate = [](double x) { return 1 / (1 + std::exp(-x)); };
    const double cell = (1 - gate(-0.9)) * 0.0;
    BOOST_TEST(output[0] == static_cast<float>(gate(-1.9) * cell + (1 - gate(-1.9)) * 0.5),
               boost::test_tools::tolerance(1e-5F));
}

BOOST_AUTO_TEST_SUITE_END()
