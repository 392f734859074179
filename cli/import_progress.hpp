// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_IMPORT_PROGRESS_HPP
#define ENTENTE_CLI_IMPORT_PROGRESS_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::cli {

/// A line on standard error with rows, rate and time left; silent unless that is a terminal, and for the
/// first second.
class ImportProgressLine {
public:
    explicit ImportProgressLine(const std::vector<std::string>& files);
    /// Removes the line.
    ~ImportProgressLine();
    ImportProgressLine(const ImportProgressLine&) = delete;
    ImportProgressLine& operator=(const ImportProgressLine&) = delete;

    /// Says how many rows have been read of all files, and how many bytes of this one; draws five times a
    /// second.
    void show(std::uint64_t rows, std::uint64_t file_bytes);
    void next_file();
    /// Removes the line, so that a message can be written.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::vector<std::uint64_t> sizes_;
    std::uint64_t all_bytes_ = 0;
    std::uint64_t done_bytes_ = 0;
    std::size_t file_ = 0;
    bool is_terminal_;
    bool is_drawn_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
};

} // namespace entente::cli

#endif
