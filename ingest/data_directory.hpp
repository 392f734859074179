// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_DATA_DIRECTORY_HPP
#define ENTENTE_INGEST_DATA_DIRECTORY_HPP

#include <filesystem>
#include <string_view>

namespace entente {

/// The path of one of Entente's data files: "english.model".
///
/// Looked for, in this order, in the directory that the environment variable ENTENTE_DATA names, where
/// Entente was installed, in ../share/entente beside the running program, and in the source tree it was built
/// from. Throws InputError with the directories that lack it.
std::filesystem::path data_file(std::string_view name);

} // namespace entente

#endif
