// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/finish.hpp"
#include "ingest/statements/statement_readers.hpp"

namespace entente {

void read_plain_text(std::istream& in, const std::string& name, const ReadOptions& options,
                     const StatementSink& sink, const NoticeHandler& on_notice) {
    const detail::Reading reading{name, options, sink, on_notice};
    auto text = detail::read_text(in, reading);
    if (!text)
        return;
    Statement statement;
    statement.text = *std::move(text);
    detail::finish(std::move(statement), {name}, reading);
}

} // namespace entente
