// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/name_index.hpp"

#include "ingest/actors/detail/fold.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

constexpr std::size_t block_size = 1 << 16;

unsigned char first_byte(const NameIndex::Entry& entry) noexcept {
    return static_cast<unsigned char>(entry.key.front());
}

/// The part of a sorted range whose keys go on with `token` after `done` shared bytes.
std::span<const NameIndex::Entry> narrow(std::span<const NameIndex::Entry> range, std::size_t done,
                                         std::string_view token) {
    const auto part = [&](const NameIndex::Entry& entry) { return entry.key.substr(done, token.size()); };
    const auto begin = std::ranges::lower_bound(range, token, {}, part);
    const auto end = std::ranges::upper_bound(begin, range.end(), token, {}, part);
    return {begin, end};
}

} // namespace

std::string_view NameIndex::keep(std::string_view text) {
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
        blocks_.emplace_back();
        blocks_.back().reserve(std::max(block_size, text.size()));
    }
    std::string& block = blocks_.back();
    const std::size_t begin = block.size();
    block += text;
    return std::string_view(block).substr(begin);
}

void NameIndex::add(std::string_view name, std::uint32_t number) {
    Folded folded;
    append_folded(name, folded);
    if (!folded.key.empty())
        entries_.push_back({keep(folded.key), keep(folded.capitals), number});
}

void NameIndex::sort() {
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : a.number < b.number;
    });
    first_.fill(0);
    for (const Entry& entry : entries_)
        ++first_[first_byte(entry) + 1U];
    for (std::size_t i = 1; i < first_.size(); ++i)
        first_[i] += first_[i - 1];
}

void NameIndex::find(std::span<const std::string_view> tokens, std::size_t at,
                     std::vector<Found>& found) const {
    Folded text;
    if (at >= tokens.size() || !is_kept(tokens[at]))
        return;
    append_folded(tokens[at], text);
    if (text.key.empty())
        return;
    const auto bucket = static_cast<unsigned char>(text.key.front());
    std::span<const Entry> range(entries_.data() + first_[bucket], entries_.data() + first_[bucket + 1U]);
    std::size_t done = 0;
    for (std::size_t end = at + 1;; ++end) {
        range = narrow(range, done, std::string_view(text.key).substr(done));
        done = text.key.size();
        if (is_kept(tokens[end - 1]))
            for (const Entry& entry : range) {
                if (entry.key.size() != done)
                    break;
                if (has_its_capitals(entry.capitals, text.capitals))
                    found.push_back({entry.number, end - at});
            }
        if (range.empty() || range.back().key.size() == done || end == tokens.size())
            return;
        append_folded(tokens[end], text);
    }
}

std::span<const NameIndex::Entry> NameIndex::equal(std::string_view key) const {
    const auto begin = std::ranges::lower_bound(entries_, key, {}, &Entry::key);
    return {begin, std::ranges::upper_bound(begin, entries_.end(), key, {}, &Entry::key)};
}

} // namespace entente::detail
