// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_BYTE_STREAM_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_BYTE_STREAM_HPP

#include <cstddef>
#include <functional>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

/// The source breaks off; whoever reads from it says why.
struct BrokenOff {};

/// Writes up to `size` bytes to `to` and says how many; 0 at the end. Throws BrokenOff where there should be
/// more.
using ByteReader = std::function<std::size_t(char* to, std::size_t size)>;

/// A stream buffer over a reader, whose first bytes can be looked at before they are read.
class ByteStream : public std::streambuf {
public:
    explicit ByteStream(ByteReader reader);

    /// What comes next, up to 64 KiB; nothing at the end. Valid until the next read. Throws BrokenOff where
    /// nothing comes because the source broke off, as reading does.
    std::string_view peek();

protected:
    int_type underflow() override;
    std::streamsize xsgetn(char* to, std::streamsize size) override;

private:
    std::size_t fill(char* to, std::size_t size);
    bool refill();

    ByteReader reader_;
    std::vector<char> buffer_;
    bool broke_off_ = false;
};

/// Reads from a stream.
ByteReader stream_reader(std::istream& in);

/// UTF-16, from the byte order mark on, as UTF-8; what is broken becomes U+FFFD.
ByteReader utf16_reader(std::istream& in);

/// The rest of the stream up to `limit` bytes; one byte more tells that there were more. Throws BrokenOff.
std::string read_all(std::istream& in, std::size_t limit);

} // namespace entente::detail

#endif
