// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace entente::cli {

Progress::Progress(std::string what)
    : what_(std::move(what)), terminal_(isatty(STDERR_FILENO) != 0), start_(Clock::now()), last_(start_) {}

Progress::~Progress() { clear(); }

void Progress::show(std::uint64_t done) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (!terminal_ || now - start_ < 1s || now - last_ < 200ms)
        return;
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r\033[K%llu %s, %.0f a second", static_cast<unsigned long long>(done),
                 what_.c_str(), static_cast<double>(done) / seconds);
    std::fflush(stderr);
}

void Progress::clear() {
    if (!drawn_)
        return;
    std::fputs("\r\033[K", stderr);
    drawn_ = false;
}

} // namespace entente::cli
