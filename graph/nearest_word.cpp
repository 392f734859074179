// SPDX-License-Identifier: Apache-2.0
#include "graph/nearest_word.hpp"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

/// Levenshtein's distance, whatever the case of letters; one row of the table at a time.
std::size_t distance(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view nearest;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view candidate : candidates)
        if (const std::size_t far = distance(word, candidate); far < least) {
            least = far;
            nearest = candidate;
        }
    return nearest;
}

} // namespace entente
