// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_USAGE_HPP
#define ENTENTE_CLI_USAGE_HPP

#include <CLI/App.hpp>

#include <string>

namespace entente::cli {

/// What was wrong with the command line that made `app` throw `error`: for an unknown command or option, the
/// nearest that there is. Two lines, the second says where to read more.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error);

/// The same where the problem is known.
std::string usage_message(const CLI::App& app, const std::string& problem);

} // namespace entente::cli

#endif
