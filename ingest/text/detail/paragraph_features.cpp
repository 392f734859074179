// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/hash.hpp"
#include "ingest/text/detail/paragraph.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>

namespace entente::ud::detail {

namespace {

// Hashes one feature: its number in the list of features, and what it saw.
class FeatureHash {
public:
    explicit FeatureHash(std::uint64_t number) : hash_(mixed(number + 1)) {}
    FeatureHash& operator<<(std::uint64_t value) {
        hash_ = (hash_ ^ value) * 0x9e3779b97f4a7c15u;
        hash_ ^= hash_ >> 29;
        return *this;
    }
    FeatureHash& operator<<(std::string_view text) { return *this << hash_of(text); }
    operator std::uint64_t() const { return mixed(hash_); }

private:
    std::uint64_t hash_;
};

char32_t lower(char32_t c) {
    if (c == U'\u2019' || c == U'\u2018')
        return U'\'';
    if (c == U'\u201C' || c == U'\u201D')
        return U'"';
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

std::uint64_t shape_of(const Character& c) {
    if (c.kind == CharacterKind::letter)
        return c.value >= U'A' && c.value <= U'Z' ? 1 : 2;
    if (c.kind == CharacterKind::digit)
        return 3;
    return 4 + static_cast<std::uint64_t>(lower(c.value));
}

// Reads characters of a chunk; 0 outside of it.
class Window {
public:
    Window(const Paragraph& paragraph, const Chunk& chunk) : paragraph_(paragraph), chunk_(chunk) {}

    std::uint64_t letter(std::size_t place, int offset) const {
        const Character* c = find(place, offset);
        return c == nullptr ? 0 : static_cast<std::uint64_t>(lower(c->value));
    }
    std::uint64_t shape(std::size_t place, int offset) const {
        const Character* c = find(place, offset);
        return c == nullptr ? 0 : shape_of(*c);
    }
    std::uint64_t run(std::size_t begin, std::size_t end) const {
        std::uint64_t hash = 7;
        for (std::size_t i = begin; i < end; ++i)
            hash =
                (hash ^ static_cast<std::uint64_t>(lower(paragraph_.characters[i].value))) * 0x100000001b3u;
        return hash;
    }
    std::uint64_t shapes(std::size_t begin, std::size_t end) const {
        std::uint64_t hash = 9;
        std::uint64_t last = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t s = shape_of(paragraph_.characters[i]);
            if (s != last)
                hash = (hash ^ s) * 0x100000001b3u;
            last = s;
        }
        return hash;
    }

private:
    const Character* find(std::size_t place, int offset) const {
        const auto at = static_cast<std::ptrdiff_t>(place) + offset;
        if (at < static_cast<std::ptrdiff_t>(chunk_.begin) || at >= static_cast<std::ptrdiff_t>(chunk_.end))
            return nullptr;
        return &paragraph_.characters[static_cast<std::size_t>(at)];
    }

    const Paragraph& paragraph_;
    const Chunk& chunk_;
};

// Chunks are looked at this far, so that one of a million characters costs no more a place than a short one.
constexpr std::size_t reach = 24;

std::uint64_t address_flags(const Paragraph& paragraph, const Chunk& chunk) {
    const std::string_view text = paragraph.bytes(chunk.begin, std::min(chunk.end, chunk.begin + 2 * reach));
    const auto has = [&](std::string_view part) -> std::uint64_t { return text.find(part) != text.npos; };
    return has("://") | has("www.") << 1 | has("@") << 2 | has("/") << 3 | has(".com") << 4 |
           has(".gov") << 4 | has(".org") << 4;
}

std::uint64_t bucket(std::size_t n) {
    return n < 8 ? n : n < 12 ? 8 : n < 20 ? 9 : n < 40 ? 10 : n < 80 ? 11 : 12;
}

} // namespace

void boundary_features(const Paragraph& p, const Chunk& chunk, const Chunk* next, std::size_t place,
                       std::size_t last_split, Features& features) {
    features.clear();
    const Window w(p, chunk);
    const auto l = [&](int offset) { return w.letter(place, offset); };
    const auto s = [&](int offset) { return w.shape(place, offset); };
    std::uint64_t number = 0;
    const auto feature = [&]() { return FeatureHash(number++); };
    const auto add = [&](std::uint64_t hash) { features.push_back(hash); };

    const std::size_t near_begin = std::max(chunk.begin, place > reach ? place - reach : 0);
    const std::size_t near_end = std::min(chunk.end, place + reach);
    std::size_t left = place;
    while (left > near_begin && p.characters[left - 1].kind == p.characters[place - 1].kind)
        --left;
    std::size_t right = place;
    while (right < near_end && p.characters[right].kind == p.characters[place].kind)
        ++right;
    const std::uint64_t left_run = w.run(left, place);
    const std::uint64_t right_run = w.run(place, right);
    const std::uint64_t address = address_flags(p, chunk);
    const std::uint64_t is_first = last_split == chunk.begin;
    const std::uint64_t following = next == nullptr             ? 1
                                    : next->newlines_before > 0 ? 2
                                                                : shape_of(p.characters[next->begin]) + 3;

    add(feature());
    add(feature() << l(-1) << l(0));
    add(feature() << l(-1) << l(0) << is_first);
    add(feature() << l(-2) << l(-1) << l(0));
    add(feature() << l(-1) << l(0) << l(1));
    add(feature() << l(-2) << l(-1) << l(0) << l(1));
    add(feature() << s(-2) << s(-1) << s(0) << s(1));
    add(feature() << s(-3) << s(-2) << s(-1) << s(0) << s(1) << s(2));
    add(feature() << left_run << l(0));
    add(feature() << right_run << l(-1));
    add(feature() << left_run << right_run);
    add(feature() << left_run << w.shapes(place, near_end));
    add(feature() << right_run << w.shapes(near_begin, place));
    add(feature() << w.run(place, near_end) << s(-1));
    add(feature() << w.run(near_begin, near_end) << (place - near_begin));
    add(feature() << w.shapes(near_begin, near_end) << s(-1) << s(0));
    add(feature() << w.run(std::max(last_split, near_begin), place) << s(0));
    add(feature() << address << s(-1) << s(0));
    add(feature() << address << std::uint64_t{place + 1 == chunk.end} << l(0));
    add(feature() << std::uint64_t{place + 1 == chunk.end} << l(0) << left_run << following);
    add(feature() << std::uint64_t{place + 1 == chunk.end} << l(0) << bucket(place - left) << following);
    add(feature() << bucket(place - chunk.begin) << bucket(chunk.end - place) << l(-1) << l(0));
    add(feature() << bucket(place - left) << bucket(right - place) << s(-1) << s(0));
}

namespace {

// C capitalised, U capitals, l lower case, d digit first, else the mark itself.
char token_shape(const Paragraph& p, const PlainToken& token) {
    const Character& first = p.characters[token.begin];
    if (first.kind == CharacterKind::digit)
        return 'd';
    if (first.kind != CharacterKind::letter) {
        const char32_t c = lower(first.value);
        return c < 0x80 ? static_cast<char>(c) : '*';
    }
    const auto is_capital = [](char32_t c) { return c >= U'A' && c <= U'Z'; };
    if (!is_capital(first.value))
        return 'l';
    return token.end > token.begin + 1 && is_capital(p.characters[token.begin + 1].value) ? 'U' : 'C';
}

const PlainToken& token_at(const std::vector<PlainToken>& tokens, std::size_t index, std::ptrdiff_t offset) {
    static const PlainToken nothing;
    const auto at = static_cast<std::ptrdiff_t>(index) + offset;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size()))
        return nothing;
    return tokens[static_cast<std::size_t>(at)];
}

} // namespace

void describe(const Paragraph& paragraph, std::vector<PlainToken>& tokens) {
    std::size_t line_begin = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        PlainToken& token = tokens[i];
        const std::size_t looked_at = std::min(token.end, token.begin + reach);
        token.lower = lower_case(paragraph.bytes(token.begin, looked_at));
        token.shape = token_shape(paragraph, token);
        if (token.newlines_after > 0 && i + 1 < tokens.size()) {
            const std::size_t next_length = tokens[i + 1].end - tokens[i + 1].begin;
            token.is_wrapped = token.end - line_begin + 1 + next_length > paragraph.longest_line;
            line_begin = tokens[i + 1].begin;
        }
    }
}

void sentence_features(const std::vector<PlainToken>& tokens, std::size_t index, const SentenceState& state,
                       Features& features) {
    features.clear();
    const PlainToken& token = tokens[index];
    const PlainToken& before = token_at(tokens, index, -1);
    const PlainToken& before2 = token_at(tokens, index, -2);
    const PlainToken& next = token_at(tokens, index, 1);
    const PlainToken& next2 = token_at(tokens, index, 2);
    const std::uint64_t gap = token.newlines_after > 0 ? (token.is_wrapped ? 3 : 2)
                              : token.space_after      ? 1
                                                       : 0;
    const auto shape = [](const PlainToken& t) { return static_cast<std::uint64_t>(t.shape); };
    const std::uint64_t length = bucket(state.tokens);
    const bool has_dot = token.lower.size() > 1 && token.lower.find('.') != std::string::npos;
    std::uint64_t number = 100;
    const auto feature = [&]() { return FeatureHash(number++); };
    const auto add = [&](std::uint64_t hash) { features.push_back(hash); };

    add(feature() << gap);
    add(feature() << token.lower << gap);
    add(feature() << token.lower << shape(next) << gap);
    add(feature() << before.lower << token.lower);
    add(feature() << before.lower << token.lower << shape(next));
    add(feature() << token.lower << next.lower);
    add(feature() << next.lower << shape(next) << gap);
    add(feature() << shape(token) << shape(next) << gap);
    add(feature() << shape(before) << shape(token) << shape(next) << gap);
    add(feature() << shape(before) << shape(token) << shape(next) << shape(next2) << gap);
    add(feature() << shape(before2) << shape(before) << shape(token) << shape(next));
    add(feature() << token.lower << shape(next) << shape(next2));
    add(feature() << next.lower << next2.lower);
    add(feature() << length << shape(token) << shape(next) << gap);
    add(feature() << length << token.lower << gap);
    add(feature() << std::uint64_t{state.quotes % 2 != 0} << token.lower << shape(next));
    add(feature() << std::uint64_t{state.open_brackets > 0} << token.lower << shape(next));
    add(feature() << bucket(before.lower.size()) << shape(before) << token.lower << shape(next));
    add(feature() << std::uint64_t{has_dot} << bucket(token.lower.size()) << shape(next) << gap);
    add(feature() << std::uint64_t{has_dot} << token.lower << next.lower);
}

} // namespace entente::ud::detail
