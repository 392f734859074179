// SPDX-License-Identifier: Apache-2.0
#include "ingest/train/variation.hpp"

#include "ingest/text/detail/utf8.hpp"

#include <algorithm>

namespace entente::train {

namespace {

void drop_final_mark(ud::Sentence& sentence) {
    const auto last = static_cast<std::uint32_t>(sentence.words.size());
    const ud::Word& mark = sentence.words.back();
    const bool is_governing = std::any_of(sentence.words.begin(), sentence.words.end(),
                                          [&](const ud::Word& word) { return word.head == last; });
    const bool is_in_token =
        !sentence.multiword_tokens.empty() && sentence.multiword_tokens.back().last == last;
    if (last > 2 && mark.upos == ud::Upos::punct && mark.head != 0 && !is_governing && !is_in_token)
        sentence.words.pop_back();
}

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

void write_in_capitals(ud::Sentence& sentence) {
    for (ud::Word& word : sentence.words)
        std::transform(word.form.begin(), word.form.end(), word.form.begin(), capital);
}

void write_in_small_letters(ud::Sentence& sentence) {
    for (ud::Word& word : sentence.words)
        word.form = ud::detail::lower_case(word.form);
}

bool is_small_in_titles(const ud::Word& word) {
    using enum ud::Upos;
    return word.upos == adp || word.upos == det || word.upos == cconj || word.upos == part;
}

void write_as_title(ud::Sentence& sentence) {
    for (ud::Word& word : sentence.words)
        if (!is_small_in_titles(word))
            word.form.front() = capital(word.form.front());
}

} // namespace

ud::Sentence varied(const ud::Sentence& sentence, Random& random) {
    ud::Sentence result = sentence;
    switch (random.below(8)) {
    case 0:
        write_in_capitals(result);
        break;
    case 1:
        drop_final_mark(result);
        write_in_capitals(result);
        break;
    case 2:
        drop_final_mark(result);
        write_as_title(result);
        break;
    case 3:
        write_in_small_letters(result);
        break;
    default:
        drop_final_mark(result);
    }
    return result;
}

} // namespace entente::train
