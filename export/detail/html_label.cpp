// SPDX-License-Identifier: Apache-2.0
#include "export/detail/html_label.hpp"

namespace entente::detail {

namespace {

bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Graphviz puts names for \N, \G, \E, \T, \H and \L after it has read entities, so that a backslash cannot be
// escaped; a character that has no width parts it from its letter.
bool is_substituted(char c) noexcept { return std::string_view("NGETHL").find(c) != std::string_view::npos; }

constexpr std::string_view word_joiner = "\xE2\x81\xA0";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Escapes what Graphviz reads wherever text stands, and leaves every other character to `write(c, escaped)`.
template<class Write>
std::string escaped_with(std::string_view text, Write write) {
    std::string escaped;
    char before = ' ';
    for (const char c : text) {
        if (before == '\\' && is_substituted(c))
            escaped += word_joiner;
        before = c;
        if (c == '&')
            escaped += "&amp;";
        else if (c == '\\')
            escaped += "&#92;";
        else
            write(c, escaped);
    }
    return escaped;
}

} // namespace

std::string markup_escaped(std::string_view text) {
    return escaped_with(text, [](char c, std::string& escaped) {
        if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else if (c == '\n' || c == '\r' || c == '\t')
            escaped += ' ';
        else if (is_control(c))
            escaped += replacement;
        else
            escaped += c;
    });
}

std::string attribute_escaped(std::string_view text) {
    return escaped_with(text, [](char c, std::string& escaped) {
        if (c == '\n')
            escaped += "&#10;";
        else if (c == '\t' || c == '\r')
            escaped += ' ';
        else if (is_control(c))
            escaped += replacement;
        else
            escaped += c;
    });
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t points = 0;
    std::size_t keep = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_continuation(text[i]))
            continue;
        if (++points == most)
            keep = i;
        if (points > most)
            return std::string(text.substr(0, keep)) + "\xE2\x80\xA6";
    }
    return std::string(text);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const auto word = text.substr(0, space);
        if (!line.empty() && line.size() + 1 + word.size() > width) {
            lines.push_back(line);
            line.clear();
        }
        line += (line.empty() ? "" : " ") + std::string(word);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    }
    lines.push_back(line);
    return lines;
}

HtmlLabel& HtmlLabel::text(std::string_view text, const Font& font) {
    if (text.empty()) // an empty <FONT> is an error in Graphviz
        return *this;
    line_ += "<FONT POINT-SIZE=\"" + std::to_string(font.size) + "\" COLOR=\"" + std::string(font.color) +
             "\">" + (font.bold ? "<B>" : "") + (font.italic ? "<I>" : "") + markup_escaped(text) +
             (font.italic ? "</I>" : "") + (font.bold ? "</B>" : "") + "</FONT>";
    return *this;
}

HtmlLabel& HtmlLabel::row() {
    rows_ += "<TR><TD>" + (line_.empty() ? " " : line_) + "</TD></TR>";
    line_.clear();
    return *this;
}

std::string HtmlLabel::str(std::string_view ground) const {
    const auto color = ground.empty() ? std::string() : " BGCOLOR=\"" + std::string(ground) + '"';
    return "<TABLE" + color + " BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">" + rows_ +
           "</TABLE>";
}

} // namespace entente::detail
