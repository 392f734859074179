// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/parallel_reader.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <utility>

namespace entente {

namespace {

constexpr std::size_t batch_bytes = std::size_t{1} << 20;

} // namespace

ParallelReader::ParallelReader(Reader reader, unsigned threads, Sink sink)
    : reader_(std::move(reader)), threads_(threads), sink_(std::move(sink)) {}

void ParallelReader::add(Statement statement) {
    bytes_ += statement.text.size();
    gathered_.push_back(std::move(statement));
    if (bytes_ >= batch_bytes)
        finish();
}

void ParallelReader::finish() {
    std::vector<Statement> statements = std::exchange(gathered_, {});
    bytes_ = 0;
    std::vector<std::vector<ud::Sentence>> sentences(statements.size());
    tbb::task_arena arena(static_cast<int>(threads_));
    arena.execute([&] {
        tbb::parallel_for(std::size_t{0}, statements.size(),
                          [&](std::size_t i) { sentences[i] = reader_.read(statements[i].text); });
    });
    for (std::size_t i = 0; i < statements.size(); ++i)
        sink_(std::move(statements[i]), std::move(sentences[i]));
}

} // namespace entente
