// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_ACTORS_DETAIL_DUMP_LINES_HPP
#define ENTENTE_INGEST_ACTORS_DETAIL_DUMP_LINES_HPP

#include "graph/error.hpp"
#include "ingest/statements/detail/archive_stream.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace entente::detail {

/// The lines of a file that may be compressed (gzip, bzip2, xz, zstd), of which one is held at a time.
class DumpLines {
public:
    static constexpr std::size_t longest_line = std::size_t{64} << 20;

    /// `in` and `file`, the name for messages, outlive the reader.
    DumpLines(std::istream& in, const std::string& file);

    /// Goes to the next line; false at the end. Throws InputError for a line that is longer than
    /// `longest_line`, and can go on after it, and for a file that is broken, after which it is at its end.
    bool next();
    const std::string& line() const noexcept { return line_; }
    std::size_t number() const noexcept { return number_; }

private:
    bool fill();

    ArchiveStream archive_;
    const std::string& file_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::string line_;
    std::size_t number_ = 0;
    bool is_open_ = true;
};

} // namespace entente::detail

#endif
