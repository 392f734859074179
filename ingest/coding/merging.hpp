// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_MERGING_HPP
#define ENTENTE_INGEST_CODING_MERGING_HPP

#include "ingest/coding/event.hpp"

#include <vector>

namespace entente::coding {

/// Takes out the events of a sentence that tell again what another one tells of the same parties: the purpose
/// of a cooperative act ("signed a memorandum to enhance cooperation"), talks in coordinated verbs ("reviewed
/// their ties and discussed trade"), the first of two verbs that share an object ("supports and respects
/// Nepal's choice"), an adjective that praises what its noun says already ("steadfast commitment").
void merge_repeats(const Tree& tree, std::vector<Event>& events);

} // namespace entente::coding

#endif
