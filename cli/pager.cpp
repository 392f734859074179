// SPDX-License-Identifier: Apache-2.0
#include "cli/pager.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>

namespace entente::cli {

namespace {

/// How many lines the terminal has; 0 where standard output is none.
std::size_t terminal_height() {
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_row;
}

bool show_in_pager(const std::string& text) {
    const char* pager = std::getenv("PAGER");
    std::cout.flush();
    std::FILE* pipe = popen(pager != nullptr && *pager != '\0' ? pager : "less -FRSX", "w");
    if (pipe == nullptr)
        return false;
    std::fwrite(text.data(), 1, text.size(), pipe); // a reader who leaves early wants no more
    return pclose(pipe) == 0;
}

} // namespace

void show_table(const Table& table, TableFormat format) {
    const std::size_t height = format == TableFormat::table ? terminal_height() : 0;
    if (height > 0 && table.rows().size() + 2 > height) {
        std::ostringstream text;
        write_table(text, table, format, 0);
        if (show_in_pager(text.str()))
            return;
    }
    write_table(std::cout, table, format, format == TableFormat::table ? terminal_width() : 0);
}

} // namespace entente::cli
