// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/detail/markdown_text.hpp"
#include "ingest/statements/statement_readers.hpp"

namespace entente {

namespace {

using detail::Reading;
using detail::trimmed;

// Takes lines from the front of a text and counts them.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    bool is_at_end() const { return rest_.empty(); }
    std::size_t number() const { return number_; }
    std::string_view rest() const { return rest_; }

    std::string_view peek() const { return rest_.substr(0, rest_.find('\n')); }

    std::string_view take() {
        const std::string_view line = peek();
        rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
        ++number_;
        return line;
    }

private:
    std::string_view rest_;
    std::size_t number_ = 1;
};

bool is_fence(std::string_view line) noexcept {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    return line == "---" || line == "...";
}

bool is_indented(std::string_view line) noexcept {
    return !line.empty() && (line.front() == ' ' || line.front() == '\t' || line.front() == '-');
}

// A YAML scalar of one line: plain up to a comment, in single quotes ('' is one), or in double quotes with
// escapes.
std::string unquote(std::string_view value) {
    std::string out;
    if (value.starts_with('\'')) {
        for (std::size_t i = 1; i < value.size(); ++i) {
            if (value[i] == '\'' && (i + 1 >= value.size() || value[++i] != '\''))
                break;
            out += value[i];
        }
    } else if (value.starts_with('"')) {
        for (std::size_t i = 1; i < value.size() && value[i] != '"'; ++i) {
            if (value[i] == '\\' && i + 1 < value.size())
                ++i;
            out += value[i];
        }
    } else {
        out = trimmed(value.starts_with('#') ? "" : value.substr(0, value.find(" #")));
    }
    return out == "~" || out == "null" ? "" : out;
}

// `>` and `|` blocks, and plain scalars that go on: the indented lines that follow, joined by blanks.
std::string take_block(Lines& lines) {
    std::string out;
    while (!lines.is_at_end() && (trimmed(lines.peek()).empty() || lines.peek().front() == ' ')) {
        const std::string_view line = trimmed(lines.take());
        if (!out.empty() && !line.empty())
            out += ' ';
        out += line;
    }
    return out;
}

void set_field(Statement& statement, std::string_view key, std::string&& value, const Place& place,
               const Reading& reading) {
    if (key == "title")
        statement.title = std::move(value);
    else if (key == "publisher")
        statement.publisher = std::move(value);
    else if (key == "url" || key == "source_url")
        statement.url = std::move(value);
    else if (key == "id")
        statement.id = std::move(value);
    else if (key == "language" || key == "lang")
        statement.language = std::move(value);
    else if (key == "date")
        statement.date = detail::read_date(value, place, reading);
}

void read_pair(Statement& statement, Lines& lines, const Reading& reading) {
    const Place place{reading.name, lines.number(), 1};
    const std::string_view line = lines.take();
    if (trimmed(line).empty() || line.front() == '#' || is_indented(line))
        return;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return reading.warn(place, "expected \"key: value\", found " + quoted(line));
    const std::string_view value = trimmed(line.substr(colon + 1));
    const bool is_block = value.starts_with('>') || value.starts_with('|');
    set_field(statement, trimmed(line.substr(0, colon)), is_block ? take_block(lines) : unquote(value), place,
              reading);
}

// The text behind the front matter. Where the front matter never ends it is text.
std::string_view read_front_matter(Statement& statement, std::string_view text, const Reading& reading) {
    Lines lines(text);
    if (trimmed(lines.take()) != "---" || !text.starts_with("---"))
        return text;
    Lines scout = lines;
    while (!scout.is_at_end() && !is_fence(scout.peek()))
        scout.take();
    if (scout.is_at_end()) {
        reading.warn({reading.name, 1, 1}, "expected a line --- that ends the front matter, found the end");
        return text;
    }
    while (!is_fence(lines.peek()))
        read_pair(statement, lines, reading);
    lines.take();
    return lines.rest();
}

} // namespace

void read_markdown(std::istream& in, const std::string& name, const ReadOptions& options,
                   const StatementSink& sink, const NoticeHandler& on_notice) {
    const Reading reading{name, options, sink, on_notice};
    const auto text = detail::read_text(in, reading);
    if (!text)
        return;
    Statement statement;
    auto [title, plain] = detail::markdown_text(read_front_matter(statement, *text, reading));
    if (statement.title.empty())
        statement.title = std::move(title);
    statement.text = std::move(plain);
    detail::finish(std::move(statement), {name}, reading);
}

} // namespace entente
