// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_TESTS_FUZZ_READ_STATEMENTS_HPP
#define ENTENTE_TESTS_FUZZ_READ_STATEMENTS_HPP

#include "ingest/statements/encoding.hpp"
#include "ingest/statements/statement_readers.hpp"

#include <cstdlib>
#include <sstream>

namespace entente::fuzz {

using Reader = void (*)(std::istream&, const std::string&, const ReadOptions&, const StatementSink&,
                        const NoticeHandler&);

/// Any bytes give statements of good UTF-8 with a text and an id, or notices of one line; nothing is thrown.
inline void read(Reader reader, const std::uint8_t* data, std::size_t size) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    ReadOptions options;
    options.maximum_statement_bytes = std::size_t{1} << 20;
    reader(
        in, "in", options,
        [](Statement&& statement) {
            if (statement.text.empty() || statement.id.empty() ||
                decode("x" + statement.text).text != "x" + statement.text) // x: a leading U+FEFF is text
                std::abort();
        },
        [](const Notice& notice) {
            if (to_string(notice).find('\n') != std::string::npos)
                std::abort();
        });
}

} // namespace entente::fuzz

#endif
