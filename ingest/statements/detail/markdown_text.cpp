// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/markdown_text.hpp"

#include "ingest/statements/detail/finish.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace entente::detail {

namespace {

constexpr std::string_view punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n'; }
bool is_punctuation(char c) noexcept { return punctuation.find(c) != std::string_view::npos; }

// Where the bracket at `open` is closed; inner pairs are passed over. It looks only so far and so deep, so
// that a text of nothing but brackets takes linear time.
std::size_t find_close(std::string_view text, std::size_t open, char opening, char closing) {
    constexpr std::size_t farthest = 2000;
    constexpr std::size_t deepest = 8;
    std::size_t depth = 0;
    const std::size_t end = std::min(text.size(), open + farthest);
    for (std::size_t i = open; i < end; ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == opening && ++depth > deepest)
            break;
        else if (text[i] == closing && --depth == 0)
            return i;
    }
    return std::string_view::npos;
}

// A run of * or _ is a mark when a word begins right behind it or ends right before it; an underscore within
// a word is not.
bool is_emphasis(std::string_view text, std::size_t begin, std::size_t end) {
    const bool space_before = begin == 0 || is_space(text[begin - 1]);
    const bool space_after = end >= text.size() || is_space(text[end]);
    if (space_before && space_after)
        return false;
    if (text[begin] == '*')
        return true;
    const bool is_left = space_before || is_punctuation(text[begin - 1]);
    const bool is_right = space_after || is_punctuation(text[end]);
    return is_left || is_right;
}

class Inline {
public:
    std::string strip(std::string_view text) {
        out_.clear();
        append(text, 0);
        return std::move(out_);
    }

private:
    void append(std::string_view text, int depth) {
        for (std::size_t i = 0; i < text.size();)
            i = append_at(text, i, depth);
    }

    std::size_t append_at(std::string_view text, std::size_t i, int depth) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size() && is_punctuation(text[i + 1])) {
            out_ += text[i + 1];
            return i + 2;
        }
        const bool is_image = c == '!' && i + 1 < text.size() && text[i + 1] == '[';
        if (is_image || c == '[') {
            if (const auto end = append_link(text, is_image ? i + 1 : i, depth))
                return *end;
        }
        if (c == '<') {
            if (const auto end = append_angle(text, i))
                return *end;
        }
        if (c == '*' || c == '_') {
            const std::size_t end = std::min(text.find_first_not_of(c, i), text.size());
            if (!is_emphasis(text, i, end))
                out_.append(text.substr(i, end - i));
            return end;
        }
        return c == '`' ? i + 1 : append_plain(text, i);
    }

    std::size_t append_plain(std::string_view text, std::size_t i) {
        out_ += text[i];
        return i + 1;
    }

    // [words](target), [words][reference]; other brackets are text.
    std::optional<std::size_t> append_link(std::string_view text, std::size_t open, int depth) {
        constexpr int deepest = 8;
        const std::size_t close = find_close(text, open, '[', ']');
        if (close == std::string_view::npos || close + 1 >= text.size() || depth >= deepest)
            return std::nullopt;
        const char opening = text[close + 1];
        if (opening != '(' && opening != '[')
            return std::nullopt;
        const std::size_t end = find_close(text, close + 1, opening, opening == '(' ? ')' : ']');
        if (end == std::string_view::npos)
            return std::nullopt;
        append(text.substr(open + 1, close - open - 1), depth + 1);
        return end + 1;
    }

    // <https://...> keeps the address; an HTML tag goes.
    std::optional<std::size_t> append_angle(std::string_view text, std::size_t open) {
        const std::size_t close = text.find_first_of("<>\n", open + 1);
        if (close == std::string_view::npos || text[close] != '>' || open + 1 == close)
            return std::nullopt;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        if (inside.find("://") != std::string_view::npos && inside.find(' ') == std::string_view::npos) {
            out_.append(inside);
            return close + 1;
        }
        const char first = inside.front();
        const bool is_tag = first == '/' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        return is_tag ? std::optional(close + 1) : std::nullopt;
    }

    std::string out_;
};

std::string_view without_indent(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
        line.remove_prefix(1);
    return line;
}

std::size_t heading_level(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level >= 1 && level <= 6 && (level == line.size() || is_space(line[level])) ? level : 0;
}

bool is_rule(std::string_view line) {
    std::size_t marks = 0;
    for (const char c : line) {
        if (c != ' ' && (c != line.front() || std::string_view("*-_").find(c) == std::string_view::npos))
            return false;
        marks += c != ' ' ? 1 : 0;
    }
    return marks >= 3;
}

// How many bytes the bullet or number of a list item takes; 0 where there is none.
std::size_t item_mark(std::string_view line) {
    if (line.size() >= 2 && std::string_view("*-+").find(line.front()) != std::string_view::npos &&
        line[1] == ' ')
        return 2;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9')
        ++digits;
    const bool is_number = digits > 0 && digits + 1 < line.size() &&
                           (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
    return is_number ? digits + 2 : 0;
}

class Converter {
public:
    void add_line(std::string_view line) {
        const std::string_view bare = without_indent(line);
        if (bare.starts_with("```") || bare.starts_with("~~~")) {
            is_in_code_ = !is_in_code_;
            return end_paragraph();
        }
        if (is_in_code_)
            return add_to_paragraph(line);
        add_outside_code(bare);
    }

    MarkdownText finish() {
        end_paragraph();
        return std::move(result_);
    }

private:
    void add_outside_code(std::string_view line) {
        while (line.starts_with('>'))
            line = without_indent(line.substr(1));
        if (!paragraph_.empty() && paragraph_.find('\n') == std::string::npos && is_underline(line))
            return end_heading(line.front() == '=' ? 1 : 2, paragraph_);
        if (line.empty() || is_rule(line))
            return end_paragraph();
        if (const std::size_t level = heading_level(line)) {
            end_paragraph();
            std::string_view heading = trimmed(line.substr(level));
            while (heading.ends_with('#'))
                heading.remove_suffix(1);
            return end_heading(level, std::string(trimmed(heading)));
        }
        if (const std::size_t mark = item_mark(line)) {
            end_paragraph();
            line.remove_prefix(mark);
        }
        add_to_paragraph(line);
    }

    static bool is_underline(std::string_view line) {
        return !line.empty() && (line.front() == '=' || (line.front() == '-' && line.size() >= 2)) &&
               line.find_first_not_of(line.front()) == std::string_view::npos;
    }

    void add_to_paragraph(std::string_view line) {
        while (line.ends_with(' ') || line.ends_with('\\'))
            line.remove_suffix(1);
        if (!paragraph_.empty())
            paragraph_ += '\n';
        paragraph_ += line;
    }

    void end_heading(std::size_t level, std::string heading) {
        paragraph_ = std::move(heading);
        if (level == 1 && result_.title.empty() && result_.text.empty()) {
            result_.title = Inline().strip(paragraph_);
            paragraph_.clear();
        }
        end_paragraph();
    }

    void end_paragraph() {
        const std::string stripped = Inline().strip(trimmed(std::exchange(paragraph_, {})));
        if (trimmed(stripped).empty())
            return;
        if (!result_.text.empty())
            result_.text += "\n\n";
        result_.text += trimmed(stripped);
    }

    MarkdownText result_;
    std::string paragraph_;
    bool is_in_code_ = false;
};

} // namespace

MarkdownText markdown_text(std::string_view markdown) {
    Converter converter;
    while (!markdown.empty()) {
        const std::string_view line = markdown.substr(0, markdown.find('\n'));
        converter.add_line(line);
        markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
    }
    return converter.finish();
}

} // namespace entente::detail
