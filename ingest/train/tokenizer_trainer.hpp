// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_TOKENIZER_TRAINER_HPP
#define ENTENTE_INGEST_TRAIN_TOKENIZER_TRAINER_HPP

#include "ingest/text/conllu.hpp"
#include "ingest/text/detail/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::train {

/// Learns where words and sentences end, and adds what ud::detail::Tokenizer reads to the model.
///
/// Each document is seen as it is, with its lines wrapped, and with one line a paragraph and no blank ones.
void train_tokenizer(const std::vector<ud::Document>& documents, std::size_t epochs, std::uint64_t seed,
                     ud::detail::ModelWriter& model);

} // namespace entente::train

#endif
