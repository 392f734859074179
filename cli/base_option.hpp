// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_BASE_OPTION_HPP
#define ENTENTE_CLI_BASE_OPTION_HPP

#include "cli/command_line.hpp"

#include <string>

namespace entente::cli {

/// Adds --base to a command: what the identifiers of linked data begin with; checked to be one.
void add_base_option(const Command& command, std::string& base);

} // namespace entente::cli

#endif
