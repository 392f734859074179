// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/recurrence.hpp"

#include "ingest/text/detail/sigmoid.hpp"

#include <algorithm>
#include <cstring>

namespace entente::ud::detail {

namespace {

// Vectors of the compilers' own kind, so that one source serves all instruction sets.
using Lanes4 = float __attribute__((vector_size(16)));
using Lanes8 = float __attribute__((vector_size(32)));
using Lanes16 = float __attribute__((vector_size(64)));

// The units from `i` on of one word, as many as a vector has.
template<typename Float>
[[gnu::always_inline]] inline void step(const Recurrence& r, std::size_t word, std::size_t i) {
    const std::size_t n = r.hidden;
    const float* u = r.products + word * r.products_stride + i;
    const auto load = [](Float& to, const float* from) { std::memcpy(&to, from, sizeof to); };
    Float x, old, candidate, forget_score, reset_score, forget_carry, reset_carry, forget_bias, reset_bias;
    load(x, r.input + word * r.stride + i);
    load(old, r.state + i);
    load(candidate, u);
    load(forget_score, u + n);
    load(reset_score, u + 2 * n);
    load(forget_carry, r.carry + i);
    load(reset_carry, r.carry + n + i);
    load(forget_bias, r.bias + i);
    load(reset_bias, r.bias + n + i);
    Float a = forget_score + forget_carry * old + forget_bias;
    Float b = reset_score + reset_carry * old + reset_bias;
    negate_and_exponentiate(a);
    negate_and_exponentiate(b);
    a = 1.0F + a;
    b = 1.0F + b;
    const Float both = 1.0F / (a * b); // one division serves both gates
    const Float forget = b * both;
    const Float reset = a * both;
    const Float now = forget * old + (1.0F - forget) * candidate;
    const Float out = reset * now + (1.0F - reset) * x;
    std::memcpy(r.state + i, &now, sizeof now);
    std::memcpy(r.output + word * r.stride + i, &out, sizeof out);
}

template<typename Lanes>
[[gnu::always_inline]] inline void run_steps(const Recurrence& r) {
    constexpr std::size_t width = sizeof(Lanes) / sizeof(float);
    std::fill_n(r.state, r.hidden, 0.0F);
    for (std::size_t i = 0; i < r.words; ++i) {
        const std::size_t word = r.backwards ? r.words - 1 - i : i;
        std::size_t unit = 0;
        for (; unit + width <= r.hidden; unit += width)
            step<Lanes>(r, word, unit);
        for (; unit < r.hidden; ++unit)
            step<float>(r, word, unit);
    }
}

#if defined(__x86_64__)
[[gnu::target("avx512f")]] void run_avx512(const Recurrence& r) { run_steps<Lanes16>(r); }
[[gnu::target("avx2")]] void run_avx2(const Recurrence& r) { run_steps<Lanes8>(r); }
#endif
void run_any(const Recurrence& r) { run_steps<Lanes4>(r); }

using Run = decltype(&run_any);

Run fastest_run() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return run_avx512;
    if (__builtin_cpu_supports("avx2"))
        return run_avx2;
#endif
    return run_any;
}

} // namespace

void run(const Recurrence& recurrence) {
    static const Run chosen = fastest_run();
    chosen(recurrence);
}

} // namespace entente::ud::detail
