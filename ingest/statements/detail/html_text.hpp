// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_TEXT_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_TEXT_HPP

#include "ingest/statements/detail/html_tree.hpp"

#include <string>
#include <string_view>

namespace entente::detail {

/// All text below the node in one line, runs of white space as one blank; no more than a little above
/// `longest` bytes.
std::string collapsed_text(const GumboNode& node, std::size_t longest = 1000);

/// The article's text: the paragraphs of the part of the page that holds most of the prose, separated by
/// blank lines.
///
/// Navigation, footers, side columns, hidden and interactive parts are left out by their elements, roles,
/// class names and share of links; so is a leading paragraph that repeats `title`. Items, cells and headings
/// are paragraphs.
std::string article_text(const GumboNode& root, std::string_view title);

} // namespace entente::detail

#endif
