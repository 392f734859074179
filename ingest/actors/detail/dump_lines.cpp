// SPDX-License-Identifier: Apache-2.0
#include "ingest/actors/detail/dump_lines.hpp"

#include <algorithm>

namespace entente::detail {

namespace {

// A dump of Wikidata expands to some 1.7 TB; the limit is there for files that are made to expand for ever.
constexpr ExpansionLimits limits{.bytes = std::uint64_t{1} << 44, .ratio = 1000};
constexpr std::size_t buffer_size = std::size_t{256} << 10;

} // namespace

DumpLines::DumpLines(std::istream& in, const std::string& file)
    : archive_(in, limits), file_(file), buffer_(buffer_size) {
    is_open_ = archive_.next().has_value();
    if (!archive_.error().empty())
        throw InputError({file_}, archive_.error());
}

bool DumpLines::fill() {
    begin_ = end_ = 0;
    if (!is_open_)
        return false;
    end_ = archive_.read(buffer_.data(), buffer_.size());
    is_open_ = end_ > 0;
    if (!archive_.error().empty())
        throw InputError({file_, number_}, archive_.error());
    return is_open_;
}

bool DumpLines::next() {
    line_.clear();
    ++number_;
    bool is_too_long = false;
    bool has_text = false;
    for (;;) {
        if (begin_ == end_ && !fill())
            break;
        has_text = true;
        const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
        const auto to = buffer_.begin() + static_cast<std::ptrdiff_t>(end_);
        const auto newline = std::find(from, to, '\n');
        is_too_long |= line_.size() + static_cast<std::size_t>(newline - from) > longest_line;
        if (!is_too_long)
            line_.append(from, newline);
        begin_ = static_cast<std::size_t>(newline - buffer_.begin());
        if (newline != to) {
            ++begin_;
            break;
        }
    }
    if (is_too_long) {
        line_.clear();
        throw InputError({file_, number_}, "the line is longer than 64 MiB");
    }
    return has_text;
}

} // namespace entente::detail
