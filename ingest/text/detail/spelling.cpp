// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/spelling.hpp"

#include <cstddef>
#include <utility>

namespace entente::ud::detail {

namespace {

using Sink = std::function<void(const std::string&)>;

void exchange_letters(const std::string& word, const Sink& sink) {
    for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        std::string changed = word;
        std::swap(changed[i], changed[i + 1]);
        if (changed != word)
            sink(changed);
    }
}

void add_letter(const std::string& word, const Sink& sink) {
    for (std::size_t i = 1; i <= word.size(); ++i)
        for (char c = 'a'; c <= 'z'; ++c)
            if (word[i - 1] != c) // or the same word would come twice
                sink(std::string(word).insert(i, 1, c));
}

void drop_letter(const std::string& word, const Sink& sink) {
    for (std::size_t i = 1; i < word.size(); ++i)
        if (word[i] != word[i - 1])
            sink(std::string(word).erase(i, 1));
}

void replace_letter(const std::string& word, const Sink& sink) {
    for (std::size_t i = 1; i < word.size(); ++i) {
        std::string changed = word;
        for (char c = 'a'; c <= 'z'; ++c) {
            changed[i] = c;
            if (c != word[i])
                sink(changed);
        }
    }
}

} // namespace

std::string corrected_spelling(std::string_view word, const std::function<bool(std::string_view)>& is_word) {
    const std::string misspelt(word);
    for (const auto change : {exchange_letters, add_letter, drop_letter, replace_letter}) {
        std::string found;
        std::size_t count = 0;
        change(misspelt, [&](const std::string& candidate) {
            if (is_word(candidate)) {
                ++count;
                found = candidate;
            }
        });
        if (count > 0)
            return count == 1 ? found : std::string();
    }
    return {};
}

} // namespace entente::ud::detail
