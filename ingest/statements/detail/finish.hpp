// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_FINISH_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_FINISH_HPP

#include "ingest/statements/encoding.hpp"
#include "ingest/statements/statement_source.hpp"

#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace entente::detail {

/// Where a reader takes its options from and hands its results to; all outlive the reading.
struct Reading {
    const std::string& name;
    const ReadOptions& options;
    const StatementSink& sink;
    const NoticeHandler& on_notice;

    void warn(const Place& place, std::string message) const;

    /// Whether the statement that is being read has a date that is none, of which a warning has told.
    mutable bool told_of_date = false;
    void refuse(const Place& place, std::string message) const;
};

/// The date that `text` names; a text that names none is a warning.
std::optional<Date> read_date(std::string_view text, const Place& place, const Reading& reading);

/// Gives the statement what it lacks (id, date, publisher) and hands it on; one without text is refused.
void finish(Statement&& statement, const Place& place, const Reading& reading);

/// The whole stream as UTF-8 with "\n" at the line ends; nothing, and a notice, where it is empty or too
/// long.
std::optional<std::string> read_text(std::istream& in, const Reading& reading);

/// Says where sequences were replaced, or that the text was Windows-1252.
void report_decoding(const DecodedText& decoded, const Place& place, const Reading& reading);

/// "\r\n" and "\r" become "\n".
std::string with_plain_line_ends(std::string text);

/// Without blanks and line ends at both sides.
std::string_view trimmed(std::string_view text) noexcept;

/// "16 MiB", "1000 bytes".
std::string to_size(std::uint64_t bytes);

} // namespace entente::detail

#endif
