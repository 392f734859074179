// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TRAIN_VARIATION_HPP
#define ENTENTE_INGEST_TRAIN_VARIATION_HPP

#include "ingest/text/tree.hpp"
#include "ingest/train/random.hpp"

namespace entente::train {

/// The sentence as it could also have been written, with the same analysis: without its final mark, as a
/// heading (in capitals, or with a capital in each word), or all in small letters.
///
/// Headings and tables have few examples in treebanks; what is learnt from these lets them be read. The
/// offsets of the words and the sentence's text stay what they were.
ud::Sentence varied(const ud::Sentence& sentence, Random& random);

} // namespace entente::train

#endif
