// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_LANGUAGE_HPP
#define ENTENTE_INGEST_CODING_LANGUAGE_HPP

#include "ingest/text/ud.hpp"

#include <span>

namespace entente::coding {

/// Whether the words look like English: enough of them are its function words. Fewer than twenty words are
/// taken for English unless most letters are of another script.
bool is_english(std::span<const ud::Sentence> sentences);

} // namespace entente::coding

#endif
