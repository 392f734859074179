// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_MARKDOWN_TEXT_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_MARKDOWN_TEXT_HPP

#include <string>
#include <string_view>

namespace entente::detail {

struct MarkdownText {
    /// The first heading of level 1; it is then no part of the text.
    std::string title;
    std::string text;
};

/// Markdown (CommonMark's usual part) without its marks: headings, items and quotations are paragraphs.
///
/// Links keep their words, images their description. Lines of a paragraph stay lines. Code keeps its words.
/// What only looks like Markdown stays as it is.
MarkdownText markdown_text(std::string_view markdown);

} // namespace entente::detail

#endif
