// SPDX-License-Identifier: Apache-2.0
#include "ingest/coding/context_lexicon.hpp"

#include "graph/error.hpp"
#include "ingest/table_file.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <istream>
#include <numeric>

namespace entente::coding {

namespace {

enum Column : std::size_t { term, contexts, weight, column_count };

std::uint64_t read_contexts(const TableRow& row) {
    plover::ContextSet set;
    for (const std::string_view name : split(row[contexts], '|')) {
        const auto context = plover::Context::find(name);
        if (!context)
            throw row.error(contexts, "PLOVER contexts joined by |", name);
        set.insert(*context);
    }
    return set.bits();
}

float read_weight(const TableRow& row) {
    int value = 0;
    const std::string_view text = row[weight];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > 3)
        throw row.error(weight, "a weight of 1, 2 or 3", text);
    return static_cast<float>(value);
}

bool is_lemma(const ud::Tree& tree, ud::At at, std::string_view lemma) {
    const auto equal = [](std::string_view a, std::string_view b) {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
                   return (x >= 'A' && x <= 'Z' ? x - 'A' + 'a' : x) == y;
               });
    };
    return equal(tree.lemma(at), lemma) || equal(tree.word(at).form, lemma);
}

} // namespace

ContextLexicon ContextLexicon::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError({file.string()}, "cannot be opened");
    ContextLexicon lexicon;
    lexicon.add(in, file.string());
    return lexicon;
}

void ContextLexicon::add(std::istream& in, const std::string& file) {
    read_table(in, file, column_count, [this](const TableRow& row) {
        Term added;
        added.contexts = read_contexts(row);
        added.weight = read_weight(row);
        std::string first;
        for (const std::string_view lemma : split(row[term], ' ')) {
            if (lemma.empty())
                throw row.error(term, "lemmas separated by one space", row[term]);
            if (first.empty())
                first = lemma;
            else
                added.lemmas.emplace_back(lemma);
        }
        auto& terms = by_first_[first];
        terms.insert(
            std::find_if(terms.begin(), terms.end(),
                         [&](const Term& other) { return other.lemmas.size() < added.lemmas.size(); }),
            std::move(added));
        ++size_;
    });
}

const ContextLexicon::Term* ContextLexicon::longest(const ud::Tree& tree, ud::At at, ud::At end) const {
    std::string folded = tree.lemma(at);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    const auto found = by_first_.find(folded);
    if (found == by_first_.end())
        return nullptr;
    for (const Term& candidate : found->second) {
        if (candidate.lemmas.size() >= end - at)
            continue;
        bool all = true;
        for (std::size_t next = 0; all && next < candidate.lemmas.size(); ++next)
            all = is_lemma(tree, at + 1 + static_cast<ud::At>(next), candidate.lemmas[next]);
        if (all)
            return &candidate;
    }
    return nullptr;
}

void ContextLexicon::score(const ud::Tree& tree, ud::At begin, ud::At end, float factor,
                           ContextScores& scores) const {
    for (ud::At at = begin; at < end; ++at) {
        const Term* found = longest(tree, at, end);
        if (found == nullptr)
            continue;
        for (std::size_t context = 0; context < scores.size(); ++context)
            if ((found->contexts >> context) & 1U)
                scores[context] += found->weight * factor;
        at += static_cast<ud::At>(found->lemmas.size());
    }
}

plover::ContextSet best_contexts(const ContextScores& scores, float threshold) {
    std::array<std::size_t, 64> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    plover::ContextSet best;
    for (std::size_t rank = 0; rank < 3; ++rank) {
        const float score = scores[order[rank]];
        const auto context = plover::Context::at(order[rank]);
        if (context && score >= threshold && score >= scores[order[0]] / 2)
            best.insert(*context);
    }
    return best;
}

} // namespace entente::coding
