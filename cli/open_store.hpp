// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_OPEN_STORE_HPP
#define ENTENTE_CLI_OPEN_STORE_HPP

#include "graph/store.hpp"

#include <filesystem>

namespace entente::cli {

/// Opens or makes a graph file to write to, and says on standard error where an older one was brought up to
/// date. Throws as Store::open does.
Store open_to_write(const std::filesystem::path& file);

} // namespace entente::cli

#endif
