// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_METADATA_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_HTML_METADATA_HPP

#include "ingest/statements/detail/html_tree.hpp"

#include <string>

namespace entente::detail {

/// What a page says about itself, as it says it; what it doesn't say is empty.
struct HtmlMetadata {
    std::string title;
    std::string publisher;
    std::string url;
    std::string date;
    std::string language;
};

/// From JSON-LD (schema.org articles), then OpenGraph and other meta elements, then `<time>`, `<h1>` and
/// `<title>`.
HtmlMetadata read_html_metadata(const GumboNode& root);

/// JSON-LD of a script element: what the first object that is an article, else a page, says.
HtmlMetadata read_json_ld(std::string_view json);

} // namespace entente::detail

#endif
