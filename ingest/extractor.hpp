// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_EXTRACTOR_HPP
#define ENTENTE_INGEST_EXTRACTOR_HPP

#include "ingest/actors/gazetteer.hpp"
#include "ingest/coding/coder.hpp"
#include "ingest/text/reader.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace entente {

/// Everything that turns a statement into relations: the reader with its model, the gazetteer, the lexicons
/// and the coder over them. Immutable once loaded; const is safe from many threads.
class Extractor {
public:
    /// What users add to the data that comes with Entente; each in the format of the file of that name.
    struct Options {
        std::vector<std::filesystem::path> actors;
        std::vector<std::filesystem::path> frames;
        std::vector<std::filesystem::path> context_terms;
    };

    /// Loads the model and the data files. Throws InputError where one is missing, damaged or has a wrong
    /// row.
    static Extractor load(const Options& options = {});

    /// Reads a statement's text and codes it.
    CodedStatement extract(Statement statement, const SentenceObserver& observer = {}) const;
    /// Codes a statement that was parsed elsewhere; spans are in its text's code points.
    CodedStatement extract(Statement statement, std::span<const ud::Sentence> sentences,
                           const SentenceObserver& observer = {}) const;

    const Gazetteer& gazetteer() const noexcept { return parts_->gazetteer; }
    const Reader& reader() const noexcept { return parts_->reader; }

private:
    struct Parts {
        Reader reader;
        Gazetteer gazetteer;
        coding::FrameLexicon frames;
        coding::ContextLexicon contexts;
        coding::TopicAliases topics;
    };

    explicit Extractor(std::unique_ptr<const Parts> parts);

    std::unique_ptr<const Parts> parts_;
    Coder coder_;
};

/// Extracts many statements on `threads` threads (0: as many as there are cores) and hands the results to
/// `sink` in the order in which they were added, whatever the number of threads.
///
/// Holds a bounded number of statements at a time. What `sink` throws comes out of add() or finish().
class ExtractionQueue {
public:
    using Sink = std::function<void(CodedStatement&&)>;

    ExtractionQueue(const Extractor& extractor, std::size_t threads, Sink sink);

    void add(Statement statement);
    /// Extracts what is still waiting. To be called once, at the end.
    void finish();

private:
    const Extractor* extractor_;
    std::size_t threads_;
    Sink sink_;
    std::vector<Statement> waiting_;
    std::size_t waiting_bytes_ = 0;
};

} // namespace entente

#endif
