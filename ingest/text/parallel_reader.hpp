// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_PARALLEL_READER_HPP
#define ENTENTE_INGEST_TEXT_PARALLEL_READER_HPP

#include "graph/statement.hpp"
#include "ingest/text/reader.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace entente {

/// Reads statements on several threads and hands their sentences on in the order in which the statements
/// came.
///
/// Statements are gathered into batches of about 1 MB of text, which bounds memory; each statement is read
/// whole by one thread, so the result does not depend on their number. Not for use from several threads at
/// once.
class ParallelReader {
public:
    using Sink = std::function<void(Statement&&, std::vector<ud::Sentence>&&)>;

    /// `threads` is at least 1. `sink` is called from the thread that calls `add` or `finish`.
    ParallelReader(Reader reader, unsigned threads, Sink sink);

    /// Takes a statement in; may read what is gathered. Passes on what `sink` throws.
    void add(Statement statement);
    /// Reads what is gathered. To be called after the last statement.
    void finish();

private:
    Reader reader_;
    unsigned threads_;
    Sink sink_;
    std::vector<Statement> gathered_;
    std::size_t bytes_ = 0;
};

} // namespace entente

#endif
