// SPDX-License-Identifier: Apache-2.0
#include "cli/import_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace entente::cli {

ImportProgressLine::ImportProgressLine(const std::vector<std::string>& files)
    : is_terminal_(::isatty(STDERR_FILENO) != 0) {
    for (const std::string& file : files) {
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        sizes_.push_back(error ? 0 : size);
        all_bytes_ += sizes_.back();
    }
}

ImportProgressLine::~ImportProgressLine() { clear(); }

void ImportProgressLine::show(std::uint64_t rows, std::uint64_t file_bytes) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (!is_terminal_ || now - start_ < 1s || now - last_ < 200ms)
        return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double done = static_cast<double>(done_bytes_ + file_bytes);
    std::string left;
    if (all_bytes_ != 0 && done > 0)
        left = fmt::format(", {:.0f} s left", seconds * (static_cast<double>(all_bytes_) / done - 1));
    std::cerr << fmt::format("\r\x1b[K{} rows, {:.0f} rows/s{}", rows, static_cast<double>(rows) / seconds,
                             left)
              << std::flush;
    is_drawn_ = true;
}

void ImportProgressLine::next_file() {
    if (file_ < sizes_.size())
        done_bytes_ += sizes_[file_++];
}

void ImportProgressLine::clear() {
    if (is_drawn_)
        std::cerr << "\r\x1b[K" << std::flush;
    is_drawn_ = false;
}

} // namespace entente::cli
