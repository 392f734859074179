// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/detail/conllu_block.hpp"

#include "ingest/text/detail/spanning_tree.hpp"
#include "ingest/text/detail/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace entente::ud::detail {

namespace {

using Columns = std::array<std::string_view, 10>;

std::string_view without_underscore(std::string_view column) {
    return column == "_" ? std::string_view{} : column;
}

std::optional<std::uint32_t> parse_number(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<Span> parse_span(std::string_view first, std::string_view last) {
    const auto begin = parse_number(first);
    const auto end = parse_number(last);
    if (!begin || !end || *begin > *end)
        return std::nullopt;
    return Span{*begin, *end};
}

// What the MISC column says, taken apart.
struct Misc {
    bool space_after = true;
    std::optional<Span> span;
    std::string rest;
};

Misc parse_misc(std::string_view column) {
    Misc misc;
    std::string_view start;
    column = without_underscore(column);
    while (!column.empty()) {
        const auto bar = std::min(column.find('|'), column.size());
        const auto item = column.substr(0, bar);
        column.remove_prefix(std::min(bar + 1, column.size()));
        const auto colon = item.find(':');
        if (item == "SpaceAfter=No")
            misc.space_after = false;
        else if (item.starts_with("TokenRange=") && colon != item.npos)
            misc.span = parse_span(item.substr(11, colon - 11), item.substr(colon + 1));
        else if (item.starts_with("start_char="))
            start = item.substr(11);
        else if (item.starts_with("end_char="))
            misc.span = parse_span(start, item.substr(9));
        else
            misc.rest.append(misc.rest.empty() ? "" : "|").append(item);
    }
    return misc;
}

// Reads the lines of one block into a sentence.
class SentenceReader {
public:
    SentenceReader(const Block& block, const std::string& file) : block_(block), file_(file) {}

    Sentence read() {
        sentence_.id = block_.id;
        sentence_.starts_paragraph = block_.new_paragraph || block_.new_document;
        for (index_ = 0; index_ < block_.lines.size(); ++index_)
            read_line();
        if (sentence_.words.empty())
            fail(0, 0, "expected a word, found empty nodes only", "");
        check_multiword_tokens();
        check_heads();
        return std::move(sentence_);
    }

private:
    [[noreturn]] void fail(std::size_t line, std::size_t column, const std::string& what,
                           std::string_view found) const {
        std::size_t place = 0;
        if (column != 0 && line < block_.lines.size()) {
            const std::string_view text = block_.lines[line];
            std::size_t begin = 0;
            for (std::size_t i = 1; i < column; ++i)
                begin = text.find('\t', begin) + 1;
            place = count_code_points(text.substr(0, begin)) + 1;
        }
        const Place where{file_, block_.first_line + line, place};
        if (column == 0 && found.empty())
            throw InputError(where, what);
        throw InputError(where, what, found);
    }

    void read_line() {
        const Columns columns = split();
        if (columns[0].find('.') != std::string_view::npos)
            return; // an empty node, of enhanced dependencies only
        if (columns[0].find('-') != std::string_view::npos)
            return read_multiword_token(columns);
        const auto id = parse_number(columns[0]);
        const std::size_t expected = sentence_.words.size() + 1;
        if (id != expected)
            fail(index_, 1, "the ID " + std::to_string(expected), columns[0]);
        if (expected > longest_sentence)
            fail(index_, 0, "expected at most " + std::to_string(longest_sentence) + " words in a sentence",
                 "");
        read_word(columns);
    }

    Columns split() const {
        Columns columns;
        std::string_view rest = block_.lines[index_];
        const auto count = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\t')) + 1;
        if (count != columns.size())
            fail(index_, 0, "expected 10 columns, found " + std::to_string(count), "");
        for (std::string_view& column : columns) {
            const auto tab = std::min(rest.find('\t'), rest.size());
            column = rest.substr(0, tab);
            rest.remove_prefix(std::min(tab + 1, rest.size()));
        }
        if (columns[1].empty())
            fail(index_, 2, "a form", columns[1]);
        return columns;
    }

    void read_multiword_token(const Columns& columns) {
        const auto dash = columns[0].find('-');
        const auto first = parse_number(columns[0].substr(0, dash));
        const auto last = parse_number(columns[0].substr(dash + 1));
        const std::size_t expected = sentence_.words.size() + 1;
        if (!first || !last || *first != expected || *last <= *first ||
            (!sentence_.multiword_tokens.empty() && *first <= sentence_.multiword_tokens.back().last))
            fail(index_, 1, "a range of IDs that begins with " + std::to_string(expected), columns[0]);
        Misc misc = parse_misc(columns[9]);
        sentence_.multiword_tokens.push_back(
            {*first, *last, std::string(columns[1]), misc.span.value_or(Span{})});
        token_space_after_.push_back(misc.space_after);
    }

    void read_word(const Columns& columns) {
        Word word;
        word.form = columns[1];
        word.lemma = columns[1] == "_" ? columns[2] : without_underscore(columns[2]);
        const auto upos = parse_upos(columns[3]);
        if (!upos && columns[3] != "_")
            fail(index_, 4, "a universal part of speech", columns[3]);
        word.upos = upos.value_or(Upos::x);
        word.xpos = without_underscore(columns[4]);
        word.feats = without_underscore(columns[5]);
        if (columns[6] != "_") {
            const auto head = parse_number(columns[6]);
            if (!head)
                fail(index_, 7, "a head", columns[6]);
            word.head = *head;
            has_head_ = true;
        }
        word.deprel = without_underscore(columns[7]);
        Misc misc = parse_misc(columns[9]);
        word.space_after = misc.space_after;
        word.misc = std::move(misc.rest);
        has_all_spans_ = has_all_spans_ && misc.span;
        word.span = misc.span.value_or(Span{});
        line_of_word_.push_back(index_);
        sentence_.words.push_back(std::move(word));
    }

    void check_multiword_tokens() {
        for (std::size_t i = 0; i < sentence_.multiword_tokens.size(); ++i) {
            const MultiwordToken& token = sentence_.multiword_tokens[i];
            if (token.last > sentence_.words.size())
                fail(block_.lines.size() - 1, 0,
                     "expected the word " + std::to_string(token.last) + " of the token " +
                         quoted(token.form),
                     "");
            for (std::uint32_t word = token.first; word < token.last; ++word)
                sentence_.words[word - 1].space_after = false;
            sentence_.words[token.last - 1].space_after = token_space_after_[i];
        }
        if (!has_all_spans_)
            for (Word& word : sentence_.words)
                word.span = {};
    }

    void check_heads() {
        if (!has_head_)
            return;
        std::vector<std::uint32_t> heads;
        for (const Word& word : sentence_.words) {
            if (word.head > sentence_.words.size())
                fail(line_of_word_[heads.size()], 7,
                     "a head between 0 and " + std::to_string(sentence_.words.size()),
                     std::to_string(word.head));
            heads.push_back(word.head);
        }
        const TreeFault fault = find_tree_fault(heads);
        if (!fault.what.empty())
            fail(line_of_word_[fault.word], 7, fault.what, std::to_string(heads[fault.word]));
    }

    const Block& block_;
    const std::string& file_;
    std::size_t index_ = 0;
    Sentence sentence_;
    std::vector<bool> token_space_after_;
    std::vector<std::size_t> line_of_word_;
    bool has_head_ = false;
    bool has_all_spans_ = true;
};

} // namespace

Sentence read_block(const Block& block, const std::string& file) {
    return SentenceReader(block, file).read();
}

} // namespace entente::ud::detail
