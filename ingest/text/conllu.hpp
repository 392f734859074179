// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_CONLLU_HPP
#define ENTENTE_INGEST_TEXT_CONLLU_HPP

#include "graph/error.hpp"
#include "ingest/text/ud.hpp"

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

/// Universal Dependencies, version 2: https://universaldependencies.org/format.html
namespace entente::ud {

/// A document of a CoNLL-U file: everything from one `# newdoc` to the next.
struct Document {
    /// From `# newdoc id`; empty where there is none.
    std::string id;
    /// The text that the spans of the sentences refer to.
    ///
    /// CoNLL-U does not hold it. It is put together from the sentences: at the offsets that MISC gives
    /// (`TokenRange=0:5`, or `start_char=0|end_char=5`), where every word has them and they ascend, with
    /// white space between; else with one space between sentences and a blank line before a paragraph.
    std::string text;
    std::vector<Sentence> sentences;
};

/// Called with each sentence that CoNLL-U forbids; it is left out, and reading goes on behind it.
using BadSentenceHandler = std::function<void(const InputError&)>;

/// Reads CoNLL-U document by document; one document is held at a time.
///
/// Empty nodes (`8.1`), enhanced dependencies and comments other than `newdoc`, `newpar`, `sent_id` and
/// `text` are left out. A sentence is refused whole when a line has not 10 columns, IDs do not count from 1,
/// UPOS is not one of UD's, a head is out of range, or heads do not make a tree with one root. Words without
/// any head (`_` throughout the sentence) are let through, with head 0 and no relation, so that they can be
/// analysed.
class ConlluReader {
public:
    /// `file` is the name that messages give; nothing is opened. `in` must outlive the reader. Without a
    /// handler the first bad sentence is thrown as InputError.
    ConlluReader(std::istream& in, std::string file, BadSentenceHandler on_bad_sentence = {});

    ~ConlluReader();
    ConlluReader(ConlluReader&&) noexcept;

    /// The next document that has a sentence; nothing at the end.
    std::optional<Document> next();

private:
    class Blocks;
    std::unique_ptr<Blocks> blocks_;
    BadSentenceHandler on_bad_sentence_;
};

/// Writes the document: `# newdoc id`, then each sentence with `# newpar`, `# sent_id`, `# text` and, in
/// MISC, `SpaceAfter=No` and `TokenRange=begin:end` (code points in the document's text).
///
/// A sentence without an id gets the document's and its number: "cn-mfa-2020-04-02-belgium-3".
/// Throws OutputError when the stream takes no more.
void write_conllu(std::ostream& out, const Document& document);

} // namespace entente::ud

#endif
