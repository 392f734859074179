// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/byte_stream.hpp"

#include "ingest/statements/encoding.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace entente::detail {

namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10;

// Code units are read one at a time through the stream's own buffer, and what a caller has no room for waits.
class Utf16 {
public:
    explicit Utf16(std::istream& in) : in_(&in) {
        const int first = in.get();
        is_big_endian_ = first == 0xFE;
        in.get();
    }

    std::size_t read(char* to, std::size_t size) {
        while (waiting_.size() < size && append_next()) {
        }
        const std::size_t count = std::min(size, waiting_.size());
        std::memcpy(to, waiting_.data(), count);
        waiting_.erase(0, count);
        return count;
    }

private:
    bool append_next() {
        const char32_t high = unit_ != 0 ? std::exchange(unit_, U'\0') : next_unit();
        if (high == at_end)
            return false;
        if (high < 0xD800 || high >= 0xDC00) {
            append_utf8(waiting_, high == 0 ? U'\xFFFD' : high);
            return true;
        }
        const char32_t low = next_unit();
        if (low >= 0xDC00 && low < 0xE000) {
            append_utf8(waiting_, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        } else {
            append_utf8(waiting_, U'\xFFFD');
            unit_ = low;
        }
        return true;
    }

    char32_t next_unit() {
        const int first = in_->get();
        if (first == std::istream::traits_type::eof())
            return at_end;
        const int second = in_->get();
        if (second == std::istream::traits_type::eof())
            return U'\xFFFD';
        return static_cast<char32_t>(is_big_endian_ ? first << 8 | second : second << 8 | first);
    }

    static constexpr char32_t at_end = 0xFFFFFFFF;

    std::istream* in_;
    bool is_big_endian_ = false;
    char32_t unit_ = 0;
    std::string waiting_;
};

} // namespace

ByteStream::ByteStream(ByteReader reader) : reader_(std::move(reader)), buffer_(buffer_size) {
    setg(buffer_.data(), buffer_.data(), buffer_.data());
}

// What was read before the source broke off is handed out first.
std::size_t ByteStream::fill(char* to, std::size_t size) {
    if (broke_off_)
        return 0;
    try {
        return reader_(to, size);
    } catch (const BrokenOff&) {
        broke_off_ = true;
        return 0;
    }
}

std::string_view ByteStream::peek() {
    if (gptr() != eback() && gptr() != egptr()) // make room behind what is waiting
        std::memmove(buffer_.data(), gptr(), static_cast<std::size_t>(egptr() - gptr()));
    std::size_t waiting = static_cast<std::size_t>(egptr() - gptr());
    while (waiting < buffer_.size()) {
        const std::size_t count = fill(buffer_.data() + waiting, buffer_.size() - waiting);
        if (count == 0)
            break;
        waiting += count;
    }
    setg(buffer_.data(), buffer_.data(), buffer_.data() + waiting);
    if (waiting == 0 && broke_off_)
        throw BrokenOff();
    return {buffer_.data(), waiting};
}

bool ByteStream::refill() {
    const std::size_t count = fill(buffer_.data(), buffer_.size());
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return count > 0;
}

ByteStream::int_type ByteStream::underflow() {
    if (gptr() != egptr() || refill())
        return traits_type::to_int_type(*gptr());
    if (broke_off_)
        throw BrokenOff();
    return traits_type::eof();
}

std::streamsize ByteStream::xsgetn(char* to, std::streamsize size) {
    std::streamsize done = 0;
    while (done < size && (gptr() != egptr() || refill())) {
        const std::streamsize count = std::min<std::streamsize>(size - done, egptr() - gptr());
        std::memcpy(to + done, gptr(), static_cast<std::size_t>(count));
        gbump(static_cast<int>(count));
        done += count;
    }
    if (done == 0 && size > 0 && broke_off_)
        throw BrokenOff();
    return done;
}

ByteReader stream_reader(std::istream& in) {
    return [&in](char* to, std::size_t size) {
        in.read(to, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(in.gcount());
    };
}

ByteReader utf16_reader(std::istream& in) {
    return [decoder = std::make_shared<Utf16>(in), &in](char* to, std::size_t size) {
        const std::size_t count = decoder->read(to, size);
        if (count == 0 && in.bad()) // a stream keeps what its buffer throws to itself
            throw BrokenOff();
        return count;
    };
}

std::string read_all(std::istream& in, std::size_t limit) {
    constexpr std::size_t step = std::size_t{256} << 10;
    std::string bytes;
    while (bytes.size() <= limit) {
        const std::size_t before = bytes.size();
        const std::size_t wanted = std::min(step, limit + 1 - before);
        bytes.resize(before + wanted);
        const auto count = static_cast<std::size_t>(
            in.rdbuf()->sgetn(bytes.data() + before, static_cast<std::streamsize>(wanted)));
        bytes.resize(before + count);
        if (count == 0)
            break;
    }
    return bytes;
}

} // namespace entente::detail
