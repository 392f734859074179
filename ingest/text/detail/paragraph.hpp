// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_PARAGRAPH_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_PARAGRAPH_HPP

#include "ingest/text/detail/linear_model.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ud::detail {

/// What kind of character a code point is, for the purpose of finding words.
enum class CharacterKind : std::uint8_t { space, newline, letter, digit, mark, ignored };
CharacterKind kind_of(char32_t c) noexcept;

/// A code point of a text.
struct Character {
    char32_t value = 0;
    CharacterKind kind = CharacterKind::space;
    std::uint32_t byte = 0; // offset in the paragraph's bytes
};

/// A run of characters without white space: [begin, end) in the paragraph's characters.
struct Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    /// How many line feeds stand before it.
    std::size_t newlines_before = 0;
};

/// Text between blank lines, cut at white space.
struct Paragraph {
    std::string_view text;
    std::vector<Character> characters;
    std::vector<Chunk> chunks;
    /// The longest line, in characters.
    std::size_t longest_line = 0;

    /// The bytes of the characters [begin, end).
    std::string_view bytes(std::size_t begin, std::size_t end) const;
};

/// Takes the next paragraph, with the white space behind it, from the front of `rest`, at most about 1 MB of
/// it. The paragraph views the same memory; it has no chunks where only white space was left.
Paragraph take_paragraph(std::string_view& rest);

/// Whether a word may begin at `place` inside the chunk: at a change of the kind of character, about
/// punctuation and before n't.
bool is_candidate(const Paragraph& paragraph, const Chunk& chunk, std::size_t place);

/// Whether the chunk is a title with a full stop before a capital, or a word such as "No." before a figure.
/// Treebanks of the web have few of the titles that diplomats use.
bool is_abbreviation(const Paragraph& paragraph, const Chunk& chunk, const Chunk* next);

/// The features of the question whether a word begins at `place`. `next` is the chunk that follows, if any;
/// `last_split` where the word at hand begins.
void boundary_features(const Paragraph& paragraph, const Chunk& chunk, const Chunk* next, std::size_t place,
                       std::size_t last_split, Features& features);

/// A surface token of a paragraph.
struct PlainToken {
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Where further words begin inside it.
    std::vector<std::size_t> splits;
    bool space_after = false;
    std::size_t newlines_after = 0;
    /// The token in lower case, and a letter for its kind; found once, since several questions ask for them.
    std::string lower;
    char shape = '.';
    /// On the last token of a line: whether the first word of the next one would not have fitted on it.
    bool is_wrapped = false;
    /// A title or the like before what it belongs to ("Amb.", "No. 5"): no sentence ends here.
    bool is_abbreviation = false;
};

/// What the tokens since the sentence began add up to.
struct SentenceState {
    std::size_t tokens = 0;
    int open_brackets = 0;
    int quotes = 0;
};

/// The features of the question whether a sentence ends behind the token `index`.
void sentence_features(const std::vector<PlainToken>& tokens, std::size_t index, const SentenceState& state,
                       Features& features);

/// Fills in `lower`, `shape` and `is_wrapped`.
void describe(const Paragraph& paragraph, std::vector<PlainToken>& tokens);

} // namespace entente::ud::detail

#endif
