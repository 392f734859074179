// SPDX-License-Identifier: Apache-2.0
#include "ingest/extractor.hpp"

#include "graph/error.hpp"
#include "ingest/data_directory.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <fstream>
#include <utility>

namespace entente {

namespace {

/// Enough to keep the threads busy, few enough to hold.
constexpr std::size_t batch_statements = 256;
constexpr std::size_t batch_bytes = std::size_t{8} << 20;

template<class Lexicon>
void add_all(Lexicon& lexicon, const std::vector<std::filesystem::path>& files) {
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in)
            throw InputError({file.string()}, "cannot be opened");
        lexicon.add(in, file.string());
    }
}

} // namespace

Extractor::Extractor(std::unique_ptr<const Parts> parts)
    : parts_(std::move(parts)),
      coder_({parts_->gazetteer, parts_->frames, parts_->contexts, parts_->topics}) {}

Extractor Extractor::load(const Options& options) {
    auto parts = std::make_unique<Parts>(Parts{
        Reader::load(data_file("english.model")),
        Gazetteer::shipped(),
        coding::FrameLexicon::load(data_file("frames.tsv")),
        coding::ContextLexicon::load(data_file("context_terms.tsv")),
        coding::TopicAliases::load(data_file("topic_aliases.tsv")),
    });
    for (const auto& file : options.actors)
        parts->gazetteer.add_file(file);
    add_all(parts->frames, options.frames);
    add_all(parts->contexts, options.context_terms);
    return Extractor(std::move(parts));
}

CodedStatement Extractor::extract(Statement statement, const SentenceObserver& observer) const {
    const std::vector<ud::Sentence> sentences = parts_->reader.read(statement.text);
    return coder_.code(std::move(statement), sentences, observer);
}

CodedStatement Extractor::extract(Statement statement, std::span<const ud::Sentence> sentences,
                                  const SentenceObserver& observer) const {
    return coder_.code(std::move(statement), sentences, observer);
}

ExtractionQueue::ExtractionQueue(const Extractor& extractor, std::size_t threads, Sink sink)
    : extractor_(&extractor), threads_(threads), sink_(std::move(sink)) {}

void ExtractionQueue::add(Statement statement) {
    waiting_bytes_ += statement.text.size();
    waiting_.push_back(std::move(statement));
    if (waiting_.size() >= batch_statements || waiting_bytes_ >= batch_bytes)
        finish();
}

void ExtractionQueue::finish() {
    std::vector<CodedStatement> coded(waiting_.size());
    const int threads = threads_ == 0 ? tbb::task_arena::automatic : static_cast<int>(threads_);
    tbb::task_arena(threads).execute([&] {
        tbb::parallel_for(std::size_t{0}, waiting_.size(),
                          [&](std::size_t at) { coded[at] = extractor_->extract(std::move(waiting_[at])); });
    });
    waiting_.clear();
    waiting_bytes_ = 0;
    for (CodedStatement& statement : coded)
        sink_(std::move(statement));
}

} // namespace entente
