// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TEXT_DETAIL_CONLLU_BLOCK_HPP
#define ENTENTE_INGEST_TEXT_DETAIL_CONLLU_BLOCK_HPP

#include "graph/error.hpp"
#include "ingest/text/ud.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::ud::detail {

/// A sentence of more words than this is not text; the bound keeps a hostile file from filling memory.
inline constexpr std::size_t longest_sentence = 100'000;

/// The lines of one sentence of a CoNLL-U file, and what the comments before and in it say.
struct Block {
    std::size_t first_line = 0;
    std::vector<std::string> lines;
    /// The id of the document that begins here.
    std::optional<std::string> new_document;
    bool new_paragraph = false;
    std::string id;
};

/// The sentence of the block. Throws InputError, with the line in `file`, where CoNLL-U forbids it.
///
/// Its words have the spans that MISC gives them, or all of them empty ones.
Sentence read_block(const Block& block, const std::string& file);

} // namespace entente::ud::detail

#endif
