// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_EXPORT_DETAIL_TALLY_HPP
#define ENTENTE_EXPORT_DETAIL_TALLY_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace entente::detail {

/// Counts texts; beyond a thousand different ones it counts the known only, so that memory stays bounded.
class Tally {
public:
    void add(const std::string& text, std::uint64_t n = 1) {
        if (counts_.size() < texts_counted || counts_.contains(text))
            counts_[text] += n;
    }
    void add(const Tally& other) {
        for (const auto& [text, n] : other.counts_)
            add(text, n);
    }
    /// The most frequent, ties in the order of their bytes.
    std::vector<std::string> top(std::size_t n) const {
        std::vector<std::pair<std::string, std::uint64_t>> sorted(counts_.begin(), counts_.end());
        std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<std::string> texts;
        for (const auto& [text, count] : sorted)
            if (texts.size() < n)
                texts.push_back(text);
        return texts;
    }

private:
    static constexpr std::size_t texts_counted = 1000;

    std::map<std::string, std::uint64_t> counts_;
};

} // namespace entente::detail

#endif
