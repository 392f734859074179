// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_DETAIL_ARCHIVE_STREAM_HPP
#define ENTENTE_INGEST_STATEMENTS_DETAIL_ARCHIVE_STREAM_HPP

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>

namespace entente::detail {

/// How much an archive may become.
struct ExpansionLimits {
    std::uint64_t bytes = std::uint64_t{1} << 40;
    /// Times the compressed size; small archives, below 4 MiB expanded, may be denser.
    std::uint64_t ratio = 250;
};

/// The entries of a compressed file or archive, one after another, as bytes.
class ArchiveStream {
public:
    /// `in` outlives the archive.
    ArchiveStream(std::istream& in, const ExpansionLimits& limits);
    ~ArchiveStream();
    ArchiveStream(const ArchiveStream&) = delete;
    ArchiveStream& operator=(const ArchiveStream&) = delete;

    /// Goes on to the next file inside and gives its name, empty for a file that is only compressed. Nothing
    /// at the end, and where error() says why not.
    std::optional<std::string> next();
    /// The next bytes of the entry; 0 at its end, and where error() says why not.
    std::size_t read(char* to, std::size_t size);
    /// What is wrong with the archive; empty while nothing is. Nothing can be read after an error.
    const std::string& error() const { return error_; }

private:
    struct Source;
    struct Close {
        void operator()(void* archive) const noexcept;
    };

    void fail(const std::string& what);
    bool is_too_large();

    std::unique_ptr<Source> source_;
    std::unique_ptr<void, Close> archive_;
    ExpansionLimits limits_;
    std::uint64_t expanded_ = 0;
    std::string error_;
};

} // namespace entente::detail

#endif
