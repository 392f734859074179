// SPDX-License-Identifier: Apache-2.0
#include "ingest/data_directory.hpp"

#include "graph/error.hpp"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

namespace entente {

namespace {

std::vector<std::filesystem::path> data_directories() {
    std::vector<std::filesystem::path> directories;
    if (const char* chosen = std::getenv("ENTENTE_DATA"); chosen != nullptr && *chosen != '\0')
        directories.emplace_back(chosen);
    directories.emplace_back(ENTENTE_INSTALLED_DATA);
    std::error_code unreadable; // /proc may be missing, as in a chroot
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unreadable);
    if (!unreadable)
        directories.push_back(program.parent_path().parent_path() / "share" / "entente");
    directories.emplace_back(ENTENTE_SOURCE_DATA);
    return directories;
}

} // namespace

std::filesystem::path data_file(std::string_view name) {
    std::string looked_in;
    for (const auto& directory : data_directories()) {
        auto path = directory / name;
        std::error_code absent;
        if (std::filesystem::exists(path, absent))
            return path;
        looked_in += (looked_in.empty() ? "" : ", ") + directory.string();
    }
    throw InputError({.file = std::string(name)},
                     "data file not found in " + looked_in + "; name its directory in ENTENTE_DATA");
}

} // namespace entente
