// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_SIGMOID_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_SIGMOID_HPP

#include <bit>
#include <cstdint>
#include <type_traits>

namespace entente::ud::detail {

/// e^-x to 6 digits for x from -30 to 30, and the bound's for x beyond, in plain operations only: every
/// processor gives the same bits. `Float` is float or a vector of them of the compilers' own kind, since
/// compilers do not turn a loop with these bounds into vector code by themselves. It replaces its argument,
/// since vectors are no values that a function could return on every processor.
template<typename Float>
[[gnu::always_inline]] inline void negate_and_exponentiate(Float& x) noexcept {
    const Float bound = Float{} + 30.0F;
    x = x < -bound ? -bound : x;
    x = x > bound ? bound : x;
    const Float t = x * -1.44269504F;         // e^-x = 2^t
    constexpr float to_integer = 12582912.0F; // adding it leaves no room for a fraction
    const Float whole = (t + to_integer) - to_integer;
    const Float f = (t - whole) * 0.693147181F;
    const Float e =
        1.0F + f * (1.0F + f * (0.5F + f * (0.166666667F + f * (0.0416666667F + f * 0.00833333333F))));
    if constexpr (std::is_same_v<Float, float>) {
        const auto exponent = static_cast<std::int32_t>(whole);
        x = e * std::bit_cast<float>((exponent + 127) << 23);
    } else {
        using Int [[gnu::vector_size(sizeof(Float))]] = std::int32_t;
        const Int exponent = __builtin_convertvector(whole, Int);
        x = e * reinterpret_cast<Float>((exponent + 127) << 23);
    }
}

/// 1 / (1 + e^-x).
[[gnu::always_inline]] inline float sigmoid(float x) noexcept {
    negate_and_exponentiate(x);
    return 1.0F / (1.0F + x);
}

} // namespace entente::ud::detail

#endif
