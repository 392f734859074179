// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_USAGE_HPP
#define ENTENTE_CLI_USAGE_HPP

#include <CLI/App.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The candidate that differs from `word` in the fewest letters; empty where none is near enough to be meant.
std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

/// What was wrong with the command line that made `app` throw `error`: for an unknown command or option, the
/// nearest that there is. Two lines, the second says where to read more.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error);

} // namespace entente::cli

#endif
