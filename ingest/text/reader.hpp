// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_READER_HPP
#define ENTENTE_INGEST_TEXT_READER_HPP

#include "ingest/text/ud.hpp"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace entente {

/// Reads English: finds sentences and words, their parts of speech, features and lemmas, and the dependency
/// trees over them, as Universal Dependencies 2 has them.
///
/// Copies share the model. All of it is `const`: one reader serves any number of threads.
class Reader {
public:
    /// Maps the model file into memory. Throws InputError when it can't be read, is damaged or of another
    /// version.
    static Reader load(const std::filesystem::path& model);

    /// The sentences of a statement's text (UTF-8), in order; the spans of their words are code points in
    /// `text`.
    ///
    /// A blank line always ends a sentence. Any bytes can be read: malformed UTF-8 counts one code point a
    /// byte, and a sentence is cut at the latest after 400 tokens. The same text gives the same sentences on
    /// every machine.
    std::vector<ud::Sentence> read(std::string_view text) const;

    /// Analyses words that are already found: fills in lemmas, parts of speech, features, heads and
    /// relations, and changes nothing else.
    void analyse(ud::Sentence& sentence) const;

private:
    class Model;
    explicit Reader(std::shared_ptr<const Model> model);
    std::shared_ptr<const Model> model_;
};

} // namespace entente

#endif
