// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_STATEMENT_READERS_HPP
#define ENTENTE_INGEST_STATEMENTS_STATEMENT_READERS_HPP

#include "ingest/statements/statement_source.hpp"

#include <istream>
#include <string>

// One function a format. All of them take any bytes, hand statements to `sink` in order and everything that
// is wrong to `on_notice`, and throw nothing of their own. `name` is what messages call the input. Statements
// without an id get one that derives from what the input holds, so that the same input has the same ids.

namespace entente {

/// One statement: the whole text as it stands, lines and all; only line ends become "\n".
void read_plain_text(std::istream& in, const std::string& name, const ReadOptions& options,
                     const StatementSink& sink, const NoticeHandler& on_notice);

/// One statement: YAML front matter with title, date, publisher, url or source_url, id and language, one a
/// line, then Markdown, whose marks are taken away. The first heading is the title where the front matter has
/// none.
void read_markdown(std::istream& in, const std::string& name, const ReadOptions& options,
                   const StatementSink& sink, const NoticeHandler& on_notice);

/// One statement: the article of a web page without navigation and the like, its blocks as paragraphs; title,
/// date, publisher and URL from JSON-LD, OpenGraph and other meta elements, `<time>` and the headings.
void read_html(std::istream& in, const std::string& name, const ReadOptions& options,
               const StatementSink& sink, const NoticeHandler& on_notice);

/// Objects with id, title, publisher, url, date, language and text, all but text optional, others skipped;
/// alone, in arrays, or one after another. One object is held at a time. After the first error of syntax
/// nothing is read.
void read_json(std::istream& in, const std::string& name, const ReadOptions& options,
               const StatementSink& sink, const NoticeHandler& on_notice);

/// The same objects, one a line; a broken line is refused and the next one read.
void read_ndjson(std::istream& in, const std::string& name, const ReadOptions& options,
                 const StatementSink& sink, const NoticeHandler& on_notice);

/// What is inside a compressed file (gzip, xz, zstd, bzip2) or an archive (zip, tar), each by its format.
///
/// The names inside are used in messages and to tell formats; nothing is written anywhere. Throws nothing of
/// its own; an archive that grows beyond the limits of `options` is refused from there on.
void read_archive(std::istream& in, const std::string& name, const ReadOptions& options,
                  const StatementSink& sink, const NoticeHandler& on_notice);

} // namespace entente

#endif
