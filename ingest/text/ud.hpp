// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_UD_HPP
#define ENTENTE_INGEST_TEXT_UD_HPP

#include "graph/span.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Universal Dependencies, version 2: https://universaldependencies.org/format.html
namespace entente::ud {

/// The universal parts of speech, in alphabetical order.
enum class Upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x
};
inline constexpr std::size_t upos_count = 17;

/// "PROPN".
std::string_view to_string(Upos upos) noexcept;
std::optional<Upos> parse_upos(std::string_view text) noexcept;

/// A syntactic word: one line of CoNLL-U with an integer ID. Text columns are UTF-8, empty where CoNLL-U has
/// `_`.
struct Word {
    std::string form;
    std::string lemma;
    Upos upos = Upos::x;
    std::string xpos;
    /// "Number=Plur|Tense=Past", sorted as CoNLL-U sorts them.
    std::string feats;
    /// 1-based index of the head in the sentence; 0 for the root.
    std::uint32_t head = 0;
    /// With its subtype: "nmod:poss".
    std::string deprel;
    /// Where the word stands in the document's text. The words of a multiword token ("don't") share its range
    /// where the surface does not divide, and divide it where it does ("do", "n't").
    Span span;
    /// Whether white space follows in the text.
    bool space_after = true;
    /// The MISC column less SpaceAfter and offsets, as read.
    std::string misc;

    bool operator==(const Word&) const = default;
};

/// A surface token of several words, `first` to `last` (1-based, inclusive): "don't" over "do" and "n't".
struct MultiwordToken {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string form;
    Span span;

    bool operator==(const MultiwordToken&) const = default;
};

/// A sentence: words in the order of the text, with a basic dependency tree in their heads.
struct Sentence {
    std::string id;
    std::vector<Word> words;
    std::vector<MultiwordToken> multiword_tokens;
    /// From the first character of the first word to the last of the last, in the document's text.
    Span span;
    /// Whether a paragraph (text after a blank line, or the document) begins here.
    bool starts_paragraph = false;

    bool operator==(const Sentence&) const = default;
};

} // namespace entente::ud

#endif
