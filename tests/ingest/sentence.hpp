// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_INGEST_SENTENCE_HPP
#define ENTENTE_TESTS_INGEST_SENTENCE_HPP

#include "ingest/table_file.hpp"
#include "ingest/text/ud.hpp"

#include <string>
#include <string_view>

namespace entente::testing {

/// A sentence from words written `form/lemma/UPOS/head/relation/feats` with blanks between them; feats may be
/// left out.
inline ud::Sentence sentence(std::string_view text) {
    ud::Sentence made;
    std::size_t at = 0;
    for (const std::string_view token : split(text, ' ')) {
        const auto columns = split(token, '/');
        ud::Word word;
        word.form = columns.at(0);
        word.lemma = columns.at(1);
        word.upos = ud::parse_upos(columns.at(2)).value();
        word.head = static_cast<std::uint32_t>(std::stoul(std::string(columns.at(3))));
        word.deprel = columns.at(4);
        if (columns.size() > 5)
            word.feats = columns[5];
        word.span = {at, at + word.form.size()};
        at += word.form.size() + 1;
        made.words.push_back(std::move(word));
    }
    if (!made.words.empty())
        made.span = {0, made.words.back().span.end};
    return made;
}

/// Words without a tree, each hung on the first; numbers, months and the like get the tag that they have in
/// texts.
inline ud::Sentence words(std::string_view text) {
    ud::Sentence made;
    std::size_t at = 0;
    for (const std::string_view form : split(text, ' ')) {
        ud::Word word;
        word.form = form;
        word.lemma = form;
        const bool number = form.find_first_not_of("0123456789") == std::string_view::npos;
        const bool capital = form.front() >= 'A' && form.front() <= 'Z';
        word.upos = number ? ud::Upos::num : capital ? ud::Upos::propn : ud::Upos::noun;
        word.head = made.words.empty() ? 0 : 1;
        word.deprel = made.words.empty() ? "root" : "dep";
        word.span = {at, at + form.size()};
        at += form.size() + 1;
        made.words.push_back(std::move(word));
    }
    return made;
}

} // namespace entente::testing

#endif
