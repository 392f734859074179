// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/detail/html_metadata.hpp"
#include "ingest/statements/detail/html_text.hpp"
#include "ingest/statements/detail/html_tree.hpp"
#include "ingest/statements/statement_readers.hpp"

namespace entente {

void read_html(std::istream& in, const std::string& name, const ReadOptions& options,
               const StatementSink& sink, const NoticeHandler& on_notice) {
    const detail::Reading reading{name, options, sink, on_notice};
    const auto html = detail::read_text(in, reading);
    if (!html)
        return;
    const detail::HtmlTree tree(*html);
    if (tree.refusal() == detail::HtmlRefusal::too_deep)
        return reading.refuse({name}, "elements nested more than " + std::to_string(tree.deepest) + " deep");
    if (tree.refusal() == detail::HtmlRefusal::too_large)
        return reading.refuse({name}, "a page that takes too much memory or time to read");
    detail::HtmlMetadata metadata = detail::read_html_metadata(*tree.root());
    Statement statement;
    statement.title = std::move(metadata.title);
    statement.publisher = std::move(metadata.publisher);
    statement.url = std::move(metadata.url);
    statement.date = detail::read_date(metadata.date, {name}, reading);
    statement.language = std::move(metadata.language);
    statement.text = detail::article_text(*tree.root(), statement.title);
    if (statement.text.empty())
        return reading.refuse({name}, "a page without text");
    detail::finish(std::move(statement), {name}, reading);
}

} // namespace entente
