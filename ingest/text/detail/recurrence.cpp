// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/recurrence.hpp"

#include "ingest/text/detail/sigmoid.hpp"

#include <algorithm>

namespace entente::ud::detail {

namespace {

[[gnu::always_inline]] inline void step(const Recurrence& r, std::size_t word) {
    const std::size_t n = r.hidden;
    const float* __restrict u = r.products + word * r.products_stride;
    const float* __restrict x = r.input + word * r.stride;
    float* __restrict h = r.output + word * r.stride;
    float* __restrict c = r.state;
    const float* __restrict bias = r.bias;
    const float* __restrict carry = r.carry;
    for (std::size_t i = 0; i < n; ++i) {
        const float old = c[i];
        const float a = 1.0F + negative_exponential(u[n + i] + carry[i] * old + bias[i]);
        const float b = 1.0F + negative_exponential(u[2 * n + i] + carry[n + i] * old + bias[n + i]);
        const float both = 1.0F / (a * b); // one division serves both gates
        const float forget = b * both;
        const float reset = a * both;
        const float now = forget * old + (1.0F - forget) * u[i];
        c[i] = now;
        h[i] = reset * now + (1.0F - reset) * x[i];
    }
}

[[gnu::always_inline]] inline void run_steps(const Recurrence& r) {
    std::fill_n(r.state, r.hidden, 0.0F);
    for (std::size_t i = 0; i < r.words; ++i)
        step(r, r.backwards ? r.words - 1 - i : i);
}

#if defined(__x86_64__)
[[gnu::target("avx512f")]] void run_avx512(const Recurrence& r) { run_steps(r); }
[[gnu::target("avx2")]] void run_avx2(const Recurrence& r) { run_steps(r); }
#endif
void run_any(const Recurrence& r) { run_steps(r); }

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
