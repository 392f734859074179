// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/fold.hpp"
#include "ingest/actors/detail/gazetteer_data.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace entente {

namespace {

/// Letters to change, drop, insert or swap with a neighbour; anything above `most` comes out as most + 1.
std::size_t distance_between(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most)
        return most + 1;
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] =
                std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::ranges::min_element(row) > most)
            return most + 1;
        before.swap(above);
        above.swap(row);
    }
    return std::min(above.back(), most + 1);
}

bool is_current(const Name& name) noexcept {
    const bool in_office = name.leader == nullptr || !name.leader->term.until;
    return in_office && !name.party->existence.until;
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return out;
}

bool is_host_character(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

} // namespace

namespace detail {

std::string host_of(std::string_view text) {
    if (const std::size_t scheme = text.find("://"); scheme != std::string_view::npos)
        text.remove_prefix(scheme + 3);
    text = text.substr(0, text.find_first_of("/?#:"));
    std::string host(text);
    std::ranges::transform(host, host.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (host.starts_with("www."))
        host.erase(0, 4);
    const bool domain = host.find('.') != std::string::npos && !host.starts_with('.') && !host.ends_with('.');
    return domain && std::ranges::all_of(host, is_host_character) ? host : std::string();
}

} // namespace detail

const Party* Gazetteer::find_party(std::string_view text) const {
    if (const Party* party = data_->find(upper(text)))
        return party;
    const Name* best = nullptr;
    const auto is_better = [&](const Name& name) {
        if (best == nullptr || name.kind != best->kind)
            return best == nullptr || name.kind < best->kind;
        return is_current(name) && !is_current(*best);
    };
    for (const auto& entry : data_->index.equal(detail::folded_key(text)))
        if (const Name& name = data_->names[entry.number]; name.party != nullptr && is_better(name))
            best = &name;
    return best == nullptr ? nullptr : best->party;
}

std::vector<Suggestion> Gazetteer::nearest(std::string_view text, std::size_t count) const {
    constexpr std::size_t longest = 100;
    const std::string key = detail::folded_key(text).substr(0, longest);
    const std::size_t most = std::max<std::size_t>(1, key.size() / 3);
    std::map<const Party*, Suggestion> best;
    for (const auto& entry : data_->index.entries()) {
        const Name& name = data_->names[entry.number];
        if (name.party == nullptr)
            continue;
        const std::size_t distance = distance_between(key, entry.key, most);
        Suggestion& suggestion = best[name.party];
        if (distance <= most && (suggestion.party == nullptr || distance < suggestion.distance))
            suggestion = {name.party, name.text, distance};
    }
    std::vector<Suggestion> nearest;
    for (const auto& [party, suggestion] : best)
        if (suggestion.party != nullptr)
            nearest.push_back(suggestion);
    std::ranges::sort(nearest, [](const Suggestion& a, const Suggestion& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.party->code < b.party->code;
    });
    nearest.resize(std::min(count, nearest.size()));
    return nearest;
}

const Publisher* Gazetteer::find_publisher(std::string_view name_or_url) const {
    const auto find = [&](const std::string& key) -> const Publisher* {
        const auto found = data_->publisher_of_key.find(key);
        return found == data_->publisher_of_key.end() ? nullptr : found->second;
    };
    std::string key = detail::folded_key(name_or_url);
    if (const Publisher* publisher = find(key))
        return publisher;
    if (key.starts_with("the"))
        if (const Publisher* publisher = find(key.substr(3)))
            return publisher;
    for (std::string host = detail::host_of(name_or_url); !host.empty();) {
        if (const Publisher* publisher = find(host))
            return publisher;
        const std::size_t dot = host.find('.');
        host.erase(0, dot == std::string::npos ? host.size() : dot + 1);
    }
    return nullptr;
}

} // namespace entente
