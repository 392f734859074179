// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/paragraph.hpp"

#include "ingest/text/detail/hash.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace entente::ud::detail {

CharacterKind kind_of(char32_t c) noexcept {
    if (c < 0x80) {
        if (c == U'\n')
            return CharacterKind::newline;
        if (c <= 0x20 || c == 0x7F)
            return CharacterKind::space;
        if (c >= U'0' && c <= U'9')
            return CharacterKind::digit;
        const char32_t lower = c | 0x20;
        return lower >= U'a' && lower <= U'z' ? CharacterKind::letter : CharacterKind::mark;
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ZP:
        return CharacterKind::newline;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
        return CharacterKind::space;
    case UTF8PROC_CATEGORY_CF:
        return CharacterKind::ignored;
    case UTF8PROC_CATEGORY_ND:
        return CharacterKind::digit;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return CharacterKind::letter;
    default:
        return CharacterKind::mark;
    }
}

std::string_view Paragraph::bytes(std::size_t begin, std::size_t end) const {
    const std::size_t first = begin < characters.size() ? characters[begin].byte : text.size();
    const std::size_t last = end < characters.size() ? characters[end].byte : text.size();
    return text.substr(first, last - first);
}

namespace {

// A paragraph longer than this is cut at the next white space, so that memory is bounded.
constexpr std::size_t longest_paragraph = 1u << 20;

void cut_into_chunks(Paragraph& paragraph) {
    std::size_t newlines = 0;
    std::size_t line_begin = 0;
    const auto& characters = paragraph.characters;
    for (std::size_t i = 0; i < characters.size();) {
        if (characters[i].kind == CharacterKind::newline) {
            paragraph.longest_line = std::max(paragraph.longest_line, i - line_begin);
            line_begin = i + 1;
            ++newlines;
        }
        if (characters[i].kind <= CharacterKind::newline) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < characters.size() && characters[end].kind > CharacterKind::newline)
            ++end;
        paragraph.chunks.push_back({i, end, newlines});
        newlines = 0;
        i = end;
    }
    paragraph.longest_line = std::max(paragraph.longest_line, characters.size() - line_begin);
}

} // namespace

Paragraph take_paragraph(std::string_view& rest) {
    Paragraph paragraph;
    std::size_t at = 0;
    bool has_text = false;
    bool is_blank_line = false;
    while (at < rest.size()) {
        const CodePoint c = first_code_point(rest.substr(at));
        const CharacterKind kind = kind_of(c.value);
        if (kind > CharacterKind::newline) {
            // The second line feed in a row ended the paragraph; it keeps the white space behind it.
            if (is_blank_line)
                break;
            has_text = true;
        } else if (has_text && kind == CharacterKind::newline) {
            const bool follows_newline =
                std::find_if(paragraph.characters.rbegin(), paragraph.characters.rend(),
                             [](const Character& x) { return x.kind != CharacterKind::space; })
                    ->kind == CharacterKind::newline;
            is_blank_line = is_blank_line || follows_newline;
        }
        if (at > longest_paragraph && (kind <= CharacterKind::newline || at > 2 * longest_paragraph))
            break;
        paragraph.characters.push_back({c.value, kind, static_cast<std::uint32_t>(at)});
        at += c.bytes;
    }
    paragraph.text = rest.substr(0, at);
    rest.remove_prefix(at);
    cut_into_chunks(paragraph);
    return paragraph;
}

namespace {

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }
char32_t lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

// n't begins here.
bool is_negation(const Paragraph& p, const Chunk& chunk, std::size_t place) {
    return place + 3 <= chunk.end && lower(p.characters[place].value) == U'n' &&
           is_apostrophe(p.characters[place + 1].value) && lower(p.characters[place + 2].value) == U't' &&
           (place + 3 == chunk.end || p.characters[place + 3].kind != CharacterKind::letter);
}

} // namespace

bool is_candidate(const Paragraph& p, const Chunk& chunk, std::size_t place) {
    const CharacterKind before = p.characters[place - 1].kind;
    const CharacterKind after = p.characters[place].kind;
    if (before == CharacterKind::mark || after == CharacterKind::mark)
        return after != CharacterKind::ignored;
    if (after == CharacterKind::ignored || before == CharacterKind::ignored)
        return false;
    return before != after || is_negation(p, chunk, place);
}

namespace {

constexpr std::string_view titles[] = {"adm.", "amb.",  "brig.", "capt.", "col.", "dr.",     "fr.",  "gen.",
                                       "gov.", "h.e.",  "hon.",  "lt.",   "maj.", "messrs.", "mr.",  "mrs.",
                                       "ms.",  "msgr.", "prof.", "rep.",  "rev.", "sen.",    "sgt.", "st."};
constexpr std::string_view before_figures[] = {"art.",  "fig.",   "no.", "nos.", "p.",
                                               "para.", "paras.", "pp.", "sec.", "vol."};

} // namespace

bool is_abbreviation(const Paragraph& p, const Chunk& chunk, const Chunk* next) {
    if (next == nullptr || chunk.end - chunk.begin > 8 || p.characters[chunk.end - 1].value != U'.')
        return false;
    const std::string form = lower_case(p.bytes(chunk.begin, chunk.end));
    const Character& following = p.characters[next->begin];
    if (following.kind == CharacterKind::digit)
        return std::find(std::begin(before_figures), std::end(before_figures), form) !=
               std::end(before_figures);
    const bool is_capital =
        following.kind == CharacterKind::letter && lower(following.value) != following.value;
    return is_capital && p.characters[chunk.begin].value < U'a' &&
           std::find(std::begin(titles), std::end(titles), form) != std::end(titles);
}

} // namespace entente::ud::detail
