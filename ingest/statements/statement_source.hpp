// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_STATEMENT_SOURCE_HPP
#define ENTENTE_INGEST_STATEMENTS_STATEMENT_SOURCE_HPP

#include "graph/date.hpp"
#include "graph/error.hpp"
#include "graph/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How the statements of an input are written.
enum class Format { text, markdown, html, json, ndjson };

/// "text", "markdown", "html", "json" or "ndjson".
std::string_view to_string(Format format) noexcept;
std::optional<Format> parse_format(std::string_view text) noexcept;

/// What the readers should take for granted, and how much they may take in.
struct ReadOptions {
    /// Read everything as this format; without it, the name and the first bytes of each input decide.
    std::optional<Format> format;
    /// For statements that have no date.
    std::optional<Date> date;
    /// For statements that name no publisher.
    std::string publisher;
    /// A longer statement is refused. Memory grows with this and with nothing else.
    std::size_t maximum_statement_bytes = std::size_t{16} << 20;
    /// How many bytes a compressed input may become, and how many times its own size.
    std::uint64_t maximum_expanded_bytes = std::uint64_t{1} << 40;
    std::uint64_t maximum_expansion_ratio = 250;
};

/// `warning`: the statement was kept. `refused`: a statement, or what should have been one, was left out.
enum class Severity { warning, refused };

/// What a reader has to say about its input.
struct Notice {
    Severity severity = Severity::warning;
    Place place;
    /// "date unknown", "expected a string for \"text\", found a number".
    std::string message;
};

/// "file:line:column: message"; the parts of the place that are empty or 0 are left out.
std::string to_string(const Notice& notice);

using StatementSink = std::function<void(Statement&&)>;
using NoticeHandler = std::function<void(const Notice&)>;

/// Reads the statements of a file, a folder or, for "-", of standard input, and hands them to `sink` in
/// order.
///
/// A folder is read with all in it, in the order of the names; names that begin with a dot are left out.
/// Files that gzip, xz, zstd or bzip2 compressed, zip and tar archives are read through; an archive within an
/// archive is refused. What can't be read goes to `on_notice` and the rest is kept. Throws InputError where
/// `path` itself can't be opened. Memory is bounded by ReadOptions::maximum_statement_bytes, however long the
/// input.
void read_statements(const std::string& path, const ReadOptions& options, const StatementSink& sink,
                     const NoticeHandler& on_notice);

/// The same from a stream; `name` stands for it in messages, and its ending helps to tell the format.
void read_statements(std::istream& in, const std::string& name, const ReadOptions& options,
                     const StatementSink& sink, const NoticeHandler& on_notice);

/// The files that `path` stands for: itself, or all below the folder, in the order of their names.
///
/// Names that begin with a dot are left out and links to folders not followed. Throws InputError where there
/// is no such file or folder; "-" stands for itself.
std::vector<std::string> list_files(const std::string& path);

} // namespace entente

#endif
