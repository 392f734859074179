// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/finish.hpp"

#include "graph/identifier.hpp"
#include "ingest/statements/detail/byte_stream.hpp"
#include "ingest/statements/published_date.hpp"

#include <utility>

namespace entente::detail {

namespace {

bool is_alphanumeric(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "president-xi-jinping-speaks-with": the words at the start of the title that can stand in a URL.
std::string slug(std::string_view title) {
    constexpr std::size_t longest = 40;
    std::string out;
    for (const char c : title) {
        if (out.size() >= longest)
            break;
        if (is_alphanumeric(c))
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out.empty() ? "statement" : out;
}

std::string derive_id(const Statement& statement) {
    const auto digest = Hasher()
                            .add(statement.title)
                            .add(statement.publisher)
                            .add(statement.url)
                            .add(statement.date ? to_string(*statement.date) : std::string())
                            .add(statement.text)
                            .digest<struct StatementTag>();
    return slug(statement.title) + '-' + to_hex(digest).substr(0, 16);
}

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

} // namespace

void Reading::warn(const Place& place, std::string message) const {
    if (on_notice)
        on_notice({Severity::warning, place, std::move(message)});
}

void Reading::refuse(const Place& place, std::string message) const {
    if (on_notice)
        on_notice({Severity::refused, place, std::move(message)});
}

std::optional<Date> read_date(std::string_view text, const Place& place, const Reading& reading) {
    if (trimmed(text).empty())
        return std::nullopt;
    const auto date = parse_published_date(text);
    if (!date) {
        reading.warn(place, "expected a date such as 2020-04-02, found " + quoted(text));
        reading.told_of_date = true;
    }
    return date;
}

void finish(Statement&& statement, const Place& place, const Reading& reading) {
    const bool told_of_date = std::exchange(reading.told_of_date, false);
    if (trimmed(statement.text).empty())
        return reading.refuse(place, "a statement without text");
    if (statement.text.size() > reading.options.maximum_statement_bytes)
        return reading.refuse(place,
                              "a statement longer than " + to_size(reading.options.maximum_statement_bytes));
    if (statement.id.empty())
        statement.id = derive_id(statement); // before the defaults, which are no part of the input
    if (!statement.date)
        statement.date = reading.options.date;
    if (!statement.date && !told_of_date)
        reading.warn(place, "date unknown");
    if (statement.publisher.empty())
        statement.publisher = reading.options.publisher;
    reading.sink(std::move(statement));
}

std::optional<std::string> read_text(std::istream& in, const Reading& reading) {
    const std::size_t limit = reading.options.maximum_statement_bytes;
    const std::string bytes = read_all(in, limit);
    const Place place{reading.name};
    if (bytes.size() > limit) {
        reading.refuse(place, "a statement longer than " + to_size(limit));
        return std::nullopt;
    }
    DecodedText decoded = decode(bytes);
    if (trimmed(decoded.text).empty()) {
        reading.refuse(place, "empty: expected a statement");
        return std::nullopt;
    }
    report_decoding(decoded, place, reading);
    return with_plain_line_ends(std::move(decoded.text));
}

void report_decoding(const DecodedText& decoded, const Place& place, const Reading& reading) {
    if (decoded.encoding == Encoding::windows_1252)
        reading.warn(place, "not UTF-8: read as Windows-1252");
    if (decoded.replaced == 0)
        return;
    const bool is_whole_file = place.line == 0;
    const Place broken = is_whole_file ? Place{place.file, decoded.line, decoded.column} : place;
    const std::string rest =
        decoded.replaced == 1 ? "" : " and " + std::to_string(decoded.replaced - 1) + " more";
    reading.warn(broken, "a broken character" + rest + " replaced by U+FFFD");
}

std::string with_plain_line_ends(std::string text) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        const bool is_return = text[from] == '\r';
        if (is_return && from + 1 < text.size() && text[from + 1] == '\n')
            continue;
        text[to++] = is_return ? '\n' : text[from];
    }
    text.resize(to);
    return text;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string to_size(std::uint64_t bytes) {
    static constexpr std::string_view units[] = {" bytes", " KiB", " MiB", " GiB", " TiB"};
    std::size_t unit = 0;
    while (unit + 1 < std::size(units) && bytes >= 1024 && bytes % 1024 == 0) {
        bytes /= 1024;
        ++unit;
    }
    return std::to_string(bytes).append(units[unit]);
}

} // namespace entente::detail
