// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_CLI_PROGRESS_HPP
#define ENTENTE_CLI_PROGRESS_HPP

#include <chrono>
#include <cstdint>
#include <string>

namespace entente::cli {

/// A line on standard error that says how far a long command has come; silent unless that is a terminal, and
/// for the first second.
class Progress {
public:
    /// `what` counts: "statements".
    explicit Progress(std::string what);
    /// Removes the line.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Says how many are done; draws at most five times a second.
    void show(std::uint64_t done);
    /// Removes the line, so that a message can be written; the next show() draws it again.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::string what_;
    bool terminal_;
    bool drawn_ = false;
    Clock::time_point start_;
    Clock::time_point last_;
};

} // namespace entente::cli

#endif
