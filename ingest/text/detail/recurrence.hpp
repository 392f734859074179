// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_RECURRENCE_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_RECURRENCE_HPP

#include <cstddef>

namespace entente::ud::detail {

/// One direction of a layer of simple recurrent units (Lei et al., Simple Recurrent Units for Highly
/// Parallelizable Recurrence, EMNLP 2018), over the words of one sentence.
///
///     forget = sigmoid(u_f + v_f * c' + b_f)    c = forget * c' + (1 - forget) * u_c
///     reset  = sigmoid(u_r + v_r * c' + b_r)    h = reset * c + (1 - reset) * x
///
/// `products` has a row of (u_c, u_f, u_r) for each word, `input` a row of x, `output` gets one of h; rows
/// are `hidden` wide and their strides apart. `bias` is (b_f, b_r), `carry` (v_f, v_r). With `backwards` the
/// last word comes first. `state` has room for `hidden` values.
struct Recurrence {
    std::size_t words = 0;
    std::size_t hidden = 0;
    const float* products = nullptr;
    std::size_t products_stride = 0;
    const float* input = nullptr;
    float* output = nullptr;
    std::size_t stride = 0;
    const float* bias = nullptr;
    const float* carry = nullptr;
    bool backwards = false;
    float* state = nullptr;
};
void run(const Recurrence& recurrence);

} // namespace entente::ud::detail

#endif
