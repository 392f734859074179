// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_CODING_STAGE_HPP
#define ENTENTE_INGEST_CODING_STAGE_HPP

#include "ingest/coding/party_search.hpp"

namespace entente::coding {

/// What the statement has told of who speaks, before a sentence is read.
struct Stage {
    /// The state or body whose words the text is; empty for news.
    Parties narrator;
    /// Who speaks in reported or direct speech that goes on from the sentence before; else empty.
    Parties speaker;
    /// The two sides that the statement is about; empty where there are no such two.
    Parties sides;
};

} // namespace entente::coding

#endif
