// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.hpp"

#include "graph/error.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <unistd.h>

namespace entente::cli {

OutputFile::OutputFile(const std::string& path) {
    if (path.empty() || path == "-")
        return;
    path_ = path;
    // A device or a pipe can't be replaced, only written to.
    const bool special = std::filesystem::exists(path_) && !std::filesystem::is_regular_file(path_);
    if (std::filesystem::is_directory(path_))
        throw OutputError(path + ": cannot write: it is a directory");
    written_ = special ? path_.string() : path_.string() + ".part" + std::to_string(::getpid());
    file_.open(written_, std::ios::binary);
    if (!file_)
        throw OutputError(path + ": cannot write: " + std::strerror(errno));
}

OutputFile::~OutputFile() {
    if (written_.empty() || written_ == path_)
        return;
    std::error_code ignored;
    std::filesystem::remove(written_, ignored);
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

void OutputFile::commit() {
    if (path_.empty()) {
        std::cout.flush();
        if (!std::cout)
            throw OutputError("standard output takes no more");
        return;
    }
    file_.close();
    if (!file_)
        throw OutputError(path_.string() + ": cannot write: " + std::strerror(errno));
    if (written_ == path_)
        return;
    std::error_code failed;
    std::filesystem::rename(written_, path_, failed);
    if (failed)
        throw OutputError(path_.string() + ": cannot write: " + failed.message());
    written_.clear();
}

} // namespace entente::cli
