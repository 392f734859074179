// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_RANDOM_HPP
#define ENTENTE_INGEST_TRAIN_RANDOM_HPP

#include "ingest/text/detail/hash.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente::train {

/// Random numbers that are the same with every standard library (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(ud::detail::mixed(seed + 0x9e3779b97f4a7c15u)) {}

    std::uint64_t next() noexcept {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// From 0 to below 1.
    float unit() noexcept { return static_cast<float>(next() >> 40) * 0x1p-24F; }
    std::size_t below(std::size_t bound) noexcept { return static_cast<std::size_t>(next() % bound); }
    float normal() noexcept {
        const float u = 1.0F - unit();
        return std::sqrt(-2.0F * std::log(u)) * std::cos(6.2831853F * unit());
    }
    template<typename T>
    void shuffle(std::vector<T>& values) noexcept {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::uint64_t state_;
};

} // namespace entente::train

#endif
