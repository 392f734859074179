// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/format.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::string_view kind;
};

constexpr std::array signatures = {
    Signature{"%PDF-"sv, "a PDF document"sv},
    Signature{"\x89PNG"sv, "a PNG picture"sv},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG picture"sv},
    Signature{"GIF8"sv, "a GIF picture"sv},
    Signature{"SQLite format 3\0"sv, "an SQLite database"sv},
    Signature{"\x7f"
              "ELF"sv,
              "a program"sv},
    Signature{"\xD0\xCF\x11\xE0"sv, "an Office document"sv},
    Signature{"{\\rtf"sv, "an RTF document"sv},
};

constexpr std::array archive_signatures = {"\x1F\x8B"sv,
                                           "\xFD"
                                           "7zXZ\0"sv,
                                           "\x28\xB5\x2F\xFD"sv,
                                           "BZh"sv,
                                           "PK\x03\x04"sv,
                                           "PK\x05\x06"sv};

constexpr std::array compression_endings = {".gz"sv, ".xz"sv, ".zst"sv, ".bz2"sv};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::optional<Format> format_by_ending(std::string_view name) {
    struct Ending {
        std::string_view text;
        Format format;
    };
    static constexpr std::array endings = {
        Ending{".txt", Format::text},      Ending{".text", Format::text},
        Ending{".md", Format::markdown},   Ending{".markdown", Format::markdown},
        Ending{".html", Format::html},     Ending{".htm", Format::html},
        Ending{".xhtml", Format::html},    Ending{".json", Format::json},
        Ending{".ndjson", Format::ndjson}, Ending{".jsonl", Format::ndjson},
    };
    const std::string lowered = lower(name);
    for (const Ending& ending : endings) {
        if (lowered.ends_with(ending.text))
            return ending.format;
    }
    return std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

bool is_html(std::string_view start) {
    const std::string begin = lower(start.substr(0, 2000));
    if (!begin.starts_with('<'))
        return false;
    constexpr std::array marks = {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return begin.find(mark) != std::string::npos; });
}

// An object, or an array of objects, by its first bytes.
bool is_json(std::string_view start) {
    if (start.starts_with('['))
        start = without_blanks(start.substr(1));
    if (!start.starts_with('{'))
        return false;
    start = without_blanks(start.substr(1));
    return start.starts_with('"') || start.starts_with('}');
}

// Whether a second line begins an object too: a pretty-printed document has none at the first column.
bool is_ndjson(std::string_view start) {
    return start.starts_with('{') && start.find("\n{") != std::string_view::npos;
}

bool is_front_matter(std::string_view start) {
    return start.starts_with("---\n") || start.starts_with("---\r\n");
}

} // namespace

std::string_view to_string(Format format) noexcept {
    switch (format) {
    case Format::text:
        return "text";
    case Format::markdown:
        return "markdown";
    case Format::html:
        return "html";
    case Format::json:
        return "json";
    case Format::ndjson:
        return "ndjson";
    }
    return "text";
}

std::optional<Format> parse_format(std::string_view text) noexcept {
    for (const Format format : {Format::text, Format::markdown, Format::html, Format::json, Format::ndjson}) {
        if (to_string(format) == text)
            return format;
    }
    return std::nullopt;
}

bool is_archive(std::string_view first_bytes) noexcept {
    for (const std::string_view signature : archive_signatures) {
        if (first_bytes.starts_with(signature))
            return true;
    }
    constexpr std::size_t tar_magic = 257;
    return first_bytes.size() > tar_magic + 5 && first_bytes.substr(tar_magic, 5) == "ustar";
}

std::optional<std::string_view> find_binary_kind(std::string_view first_bytes) noexcept {
    if (first_bytes.starts_with("\xFF\xFE") || first_bytes.starts_with("\xFE\xFF"))
        return std::nullopt;
    for (const Signature& signature : signatures) {
        if (first_bytes.starts_with(signature.bytes))
            return signature.kind;
    }
    std::size_t controls = 0;
    for (const char c : first_bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0)
            return "binary data";
        const bool is_control = (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B) || byte == 0x7F;
        controls += is_control ? 1 : 0;
    }
    return controls * 20 > first_bytes.size() ? std::optional("binary data"sv) : std::nullopt;
}

Format recognise_format(std::string_view name, std::string_view first_bytes) {
    const auto by_ending = format_by_ending(name);
    const std::string_view start = without_blanks(first_bytes);
    if (by_ending == Format::ndjson || by_ending == Format::markdown)
        return *by_ending;
    if (is_html(start))
        return Format::html;
    if (is_json(start))
        return is_ndjson(start) ? Format::ndjson : Format::json;
    if (by_ending)
        return *by_ending;
    return is_front_matter(start) ? Format::markdown : Format::text;
}

std::string_view without_compression_ending(std::string_view name) noexcept {
    for (const std::string_view ending : compression_endings) {
        if (name.ends_with(ending))
            return name.substr(0, name.size() - ending.size());
    }
    return name;
}

} // namespace entente
