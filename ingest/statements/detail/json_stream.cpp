// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/json_stream.hpp"

#include <algorithm>
#include <cstring>

namespace entente::detail {

namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10;

} // namespace

JsonStream::JsonStream(std::istream& in, std::string name, bool has_separate_lines, std::size_t allowed)
    : in_(&in), name_(std::move(name)), has_separate_lines_(has_separate_lines), allowed_(allowed) {
    fill();
    if (buffer_.size() >= 3 && std::memcmp(buffer_.data(), "\xEF\xBB\xBF", 3) == 0)
        at_ = 3;
    look();
}

bool JsonStream::fill() {
    buffer_.resize(buffer_size);
    in_->read(buffer_.data(), static_cast<std::streamsize>(buffer_size));
    buffer_.resize(static_cast<std::size_t>(in_->gcount()));
    at_ = 0;
    return !buffer_.empty();
}

void JsonStream::look() {
    if (is_at_end() && !fill()) {
        next_ = '\0';
        return;
    }
    const char byte = buffer_[at_];
    next_ = is_over_limit_ || (has_separate_lines_ && byte == '\n') ? '\0' : byte;
}

JsonStream::Ch JsonStream::Take() {
    const char taken = next_;
    if (taken == '\0') // the end, however often it is taken
        return taken;
    ++at_;
    ++taken_;
    is_over_limit_ = ++taken_since_ > allowed_;
    if (taken == '\n') {
        ++line_;
        column_ = 1;
    } else if ((static_cast<unsigned char>(taken) & 0xC0U) != 0x80U) {
        ++column_;
    }
    look();
    return taken;
}

void JsonStream::restart() {
    taken_since_ = 0;
    is_over_limit_ = false;
    look();
}

std::string JsonStream::found() const {
    if (is_at_end())
        return "";
    const auto* begin = buffer_.data() + at_;
    const std::size_t size = std::min<std::size_t>(buffer_.size() - at_, 20);
    return {begin, std::find(begin, begin + size, '\n')};
}

bool JsonStream::skip_blanks() {
    while (true) {
        if (is_at_end() && !fill())
            return false;
        const char byte = buffer_[at_];
        if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n')
            break;
        ++at_;
        ++taken_;
        line_ += byte == '\n' ? 1 : 0;
        column_ = byte == '\n' ? 1 : column_ + 1;
    }
    restart();
    return true;
}

void JsonStream::skip_line() {
    while (!is_at_end() || fill()) {
        const char* begin = buffer_.data() + at_;
        const auto* end = static_cast<const char*>(std::memchr(begin, '\n', buffer_.size() - at_));
        const std::size_t size = end ? static_cast<std::size_t>(end - begin) + 1 : buffer_.size() - at_;
        at_ += size;
        taken_ += size;
        if (end) {
            ++line_;
            column_ = 1;
            break;
        }
    }
    restart();
}

} // namespace entente::detail
