// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_BOILERPLATE_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_BOILERPLATE_HPP

#include "ingest/statements/detail/html_tree.hpp"

namespace entente::detail {

/// Whether the element shows no prose to a reader: scripts, controls, drawings, what is hidden.
bool is_invisible(const GumboNode& element);

/// Whether the element says of itself, by its tag or role, that it surrounds the article.
bool is_surrounding(const GumboNode& element);

/// Whether its class or id has a word for parts around an article ("breadcrumb"). Weak: pages name their
/// outermost elements so too.
bool is_named_boilerplate(const GumboNode& element);

/// Whether the element begins and ends a paragraph.
bool is_block(const GumboNode& element);

/// Whether the element is a box that may hold a whole article (div, td), rather than a part of one (p, li).
bool is_container(const GumboNode& element);

} // namespace entente::detail

#endif
