// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_PARTY_ARGUMENT_HPP
#define ENTENTE_CLI_PARTY_ARGUMENT_HPP

#include "cli/command_line.hpp"
#include "graph/party_code.hpp"

#include <string>

namespace entente {
class Gazetteer;
}

namespace entente::cli {

/// The party that a user means by `text`: a code or any name.
///
/// Throws UsageError for what names no party, with the nearest names that do.
PartyCode party_argument(const Gazetteer& gazetteer, const std::string& text);

} // namespace entente::cli

#endif
