// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_INGEST_STATEMENTS_READING_HPP
#define ENTENTE_TESTS_INGEST_STATEMENTS_READING_HPP

#include "ingest/statements/statement_readers.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace entente::test {

/// What came of reading an input.
struct Result {
    std::vector<Statement> statements;
    /// "warning file:1:2: ..." and "refused file:1:2: ...".
    std::vector<std::string> notices;
};

using Reader = void (*)(std::istream&, const std::string&, const ReadOptions&, const StatementSink&,
                        const NoticeHandler&);

/// Options under which nothing is said about missing dates.
inline ReadOptions dated() {
    ReadOptions options;
    options.date = parse_date("2020-04-03");
    return options;
}

inline Result read_stream(Reader reader, std::istream& in, const ReadOptions& options = dated(),
                          const std::string& name = "in") {
    Result result;
    reader(
        in, name, options, [&](Statement&& statement) { result.statements.push_back(std::move(statement)); },
        [&](const Notice& notice) {
            const bool is_refused = notice.severity == Severity::refused;
            result.notices.push_back((is_refused ? "refused " : "warning ") + to_string(notice));
        });
    return result;
}

inline Result read(Reader reader, const std::string& bytes, const ReadOptions& options = dated(),
                   const std::string& name = "in") {
    std::istringstream in(bytes);
    return read_stream(reader, in, options, name);
}

/// The format is recognised.
inline Result read_any(const std::string& bytes, const std::string& name,
                       const ReadOptions& options = dated()) {
    return read(static_cast<Reader>(&read_statements), bytes, options, name);
}

} // namespace entente::test

#endif
