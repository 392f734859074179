// SPDX-License-Identifier: Apache-2.0
#include "cli/party_argument.hpp"

#include "cli/command_line.hpp"
#include "graph/error.hpp"
#include "ingest/actors/gazetteer.hpp"

namespace entente::cli {

PartyCode party_argument(const Gazetteer& gazetteer, const std::string& text) {
    if (const auto* party = gazetteer.find_party(text))
        return party->code;
    if (const auto code = PartyCode::parse(text))
        return *code;
    std::string message = "no party is called " + entente::quoted(text);
    std::string separator = "; nearest: ";
    for (const auto& suggestion : gazetteer.nearest(text)) {
        message += separator + std::string(suggestion.name) + " (" + suggestion.party->code.text() + ")";
        separator = ", ";
    }
    throw UsageError(message);
}

} // namespace entente::cli
