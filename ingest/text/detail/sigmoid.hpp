// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_SIGMOID_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_SIGMOID_HPP

#include <bit>
#include <cstdint>

namespace entente::ud::detail {

/// e^-x to 6 digits for x from -30 to 30, and the bound's for x beyond, in plain operations only: compilers
/// turn a loop over it into vector code, and every processor gives the same bits.
[[gnu::always_inline]] inline float negative_exponential(float x) noexcept {
    x = x < -30.0F ? -30.0F : x;
    x = x > 30.0F ? 30.0F : x;
    const float t = x * -1.44269504F;         // e^-x = 2^t
    constexpr float to_integer = 12582912.0F; // adding it leaves no room for a fraction
    const float whole = (t + to_integer) - to_integer;
    const float f = (t - whole) * 0.693147181F;
    const float e =
        1.0F + f * (1.0F + f * (0.5F + f * (0.166666667F + f * (0.0416666667F + f * 0.00833333333F))));
    const auto exponent = static_cast<std::int32_t>(whole);
    return e * std::bit_cast<float>((exponent + 127) << 23);
}

/// 1 / (1 + e^-x).
[[gnu::always_inline]] inline float sigmoid(float x) noexcept {
    return 1.0F / (1.0F + negative_exponential(x));
}

} // namespace entente::ud::detail

#endif
