// SPDX-License-Identifier: Apache-2.0
#include "graph/actor_index.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace entente {

namespace {

constexpr std::size_t longest_compared = 200;

std::u32string code_points(std::string_view text) {
    std::u32string points;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t read = utf8proc_iterate(bytes, left, &point);
        const utf8proc_ssize_t step = read > 0 ? read : 1;
        points += read > 0 ? static_cast<char32_t>(point) : U'\uFFFD';
        bytes += step;
        left -= step;
    }
    return points;
}

// Levenshtein's distance.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string folded_name(std::string_view text) {
    utf8proc_uint8_t* raw = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                                        UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                                        UTF8PROC_LUMP | UTF8PROC_COMPAT | UTF8PROC_IGNORE);
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                               static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(raw, std::free);
    std::string folded;
    for (utf8proc_ssize_t i = 0; i < size; ++i) {
        const auto byte = static_cast<char>(raw[i]);
        const bool is_letter =
            (byte & 0x80) != 0 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (is_letter)
            folded += byte;
        else if (byte != '.' && byte != '\'' && !folded.empty() && folded.back() != ' ') // "U.S." is "us"
            folded += ' ';
    }
    while (folded.ends_with(' '))
        folded.pop_back();
    return folded.starts_with("the ") ? folded.substr(4) : folded;
}

ActorIndex::ActorIndex(const RelationGraph& graph) : graph_(&graph) {
    for (const RelationGraph::Vertex vertex : graph.vertices()) {
        const std::string_view code = graph.code(vertex);
        add(code, vertex, 0);
        if (code.size() > 4 && code[3] == ':')
            add(code.substr(4), vertex, 1);
        add(graph.name(vertex), vertex, 1);
    }
    for (std::size_t i = 0; i < graph.actor_count(); ++i)
        add(graph.actor_name(i), graph.actor_vertex(i), graph.actor_kind(i) == ActorKind::person ? 2 : 1);
}

void ActorIndex::add(std::string_view name, RelationGraph::Vertex vertex, int rank) {
    std::string key = folded_name(name);
    if (key.empty())
        return;
    const auto [place, is_new] =
        entries_.emplace(std::move(key), Entry{vertex, std::string(name), rank, false});
    Entry& entry = place->second;
    if (is_new || entry.vertex == vertex)
        return;
    if (rank < entry.rank)
        entry = {vertex, std::string(name), rank, false};
    else if (rank == entry.rank)
        entry.ambiguous = true;
}

std::optional<RelationGraph::Vertex> ActorIndex::find(std::string_view text) const {
    if (const auto exact = graph_->find(text))
        return exact;
    const auto found = entries_.find(folded_name(text));
    if (found == entries_.end() || found->second.ambiguous)
        return std::nullopt;
    return found->second.vertex;
}

std::vector<ActorIndex::Suggestion> ActorIndex::nearest(std::string_view text, std::size_t most) const {
    const std::u32string wanted = code_points(folded_name(text.substr(0, longest_compared)));
    std::vector<Suggestion> all;
    for (const auto& [key, entry] : entries_) {
        const std::u32string name = code_points(key);
        const std::size_t longer = std::max(name.size(), wanted.size());
        const std::size_t apart =
            name.size() > wanted.size() ? name.size() - wanted.size() : wanted.size() - name.size();
        if (2 * apart > longer)
            continue;
        const std::size_t found = distance(wanted, name);
        if (2 * found <= longer)
            all.push_back({entry.vertex, entry.name, found});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.distance < b.distance; });
    std::vector<Suggestion> chosen;
    for (Suggestion& each : all) {
        const bool is_there = std::any_of(chosen.begin(), chosen.end(), [&](const Suggestion& other) {
            return other.vertex == each.vertex;
        });
        if (!is_there && chosen.size() < most)
            chosen.push_back(std::move(each));
    }
    return chosen;
}

} // namespace entente
