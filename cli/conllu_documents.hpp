// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_CONLLU_DOCUMENTS_HPP
#define ENTENTE_CLI_CONLLU_DOCUMENTS_HPP

#include "graph/error.hpp"
#include "ingest/text/conllu.hpp"

#include <functional>
#include <string>

namespace entente::cli {

/// Hands the documents of a CoNLL-U file (`-` is standard input) to `sink`, and bad sentences to `on_bad`.
///
/// Throws InputError where the file cannot be opened, or has neither a sentence nor a mistake.
void read_conllu_documents(const std::string& file, const ud::BadSentenceHandler& on_bad,
                           const std::function<void(ud::Document&&)>& sink);

} // namespace entente::cli

#endif
