// SPDX-License-Identifier: Apache-2.0
#include "ingest/statements/detail/archive_stream.hpp"

#include "graph/detail/shared_library.hpp"
#include "ingest/statements/detail/finish.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <string_view>
#include <vector>

namespace entente::detail {

namespace {

/// libarchive, loaded with the first archive: it brings a dozen libraries, and most commands read none.
struct Libarchive {
    SharedLibrary library{"libarchive.so.13"};
    decltype(&::archive_entry_filetype) entry_filetype = library.function("archive_entry_filetype");
    decltype(&::archive_entry_pathname) entry_pathname = library.function("archive_entry_pathname");
    decltype(&::archive_entry_pathname_utf8) entry_pathname_utf8 =
        library.function("archive_entry_pathname_utf8");
    decltype(&::archive_error_string) error_string = library.function("archive_error_string");
    decltype(&::archive_filter_count) filter_count = library.function("archive_filter_count");
    decltype(&::archive_format) format = library.function("archive_format");
    decltype(&::archive_read_data) read_data = library.function("archive_read_data");
    decltype(&::archive_read_free) read_free = library.function("archive_read_free");
    decltype(&::archive_read_new) read_new = library.function("archive_read_new");
    decltype(&::archive_read_next_header) read_next_header = library.function("archive_read_next_header");
    decltype(&::archive_read_open) read_open = library.function("archive_read_open");
    decltype(&::archive_read_support_filter_bzip2) read_support_filter_bzip2 =
        library.function("archive_read_support_filter_bzip2");
    decltype(&::archive_read_support_filter_gzip) read_support_filter_gzip =
        library.function("archive_read_support_filter_gzip");
    decltype(&::archive_read_support_filter_xz) read_support_filter_xz =
        library.function("archive_read_support_filter_xz");
    decltype(&::archive_read_support_filter_zstd) read_support_filter_zstd =
        library.function("archive_read_support_filter_zstd");
    decltype(&::archive_read_support_format_raw) read_support_format_raw =
        library.function("archive_read_support_format_raw");
    decltype(&::archive_read_support_format_tar) read_support_format_tar =
        library.function("archive_read_support_format_tar");
    decltype(&::archive_read_support_format_zip_streamable) read_support_format_zip_streamable =
        library.function("archive_read_support_format_zip_streamable");
};

const Libarchive& libarchive() {
    static const Libarchive functions;
    return functions;
}

} // namespace

struct ArchiveStream::Source {
    std::istream* in;
    std::vector<char> buffer = std::vector<char>(std::size_t{64} << 10);
    std::uint64_t taken = 0;

    static la_ssize_t read(archive*, void* self, const void** bytes) {
        auto& source = *static_cast<Source*>(self);
        source.in->read(source.buffer.data(), static_cast<std::streamsize>(source.buffer.size()));
        *bytes = source.buffer.data();
        source.taken += static_cast<std::uint64_t>(source.in->gcount());
        return source.in->gcount();
    }
};

void ArchiveStream::Close::operator()(void* opened) const noexcept {
    libarchive().read_free(static_cast<archive*>(opened));
}

ArchiveStream::ArchiveStream(std::istream& in, const ExpansionLimits& limits)
    : source_(std::make_unique<Source>(Source{&in})), archive_(libarchive().read_new()), limits_(limits) {
    auto* const opened = static_cast<archive*>(archive_.get());
    libarchive().read_support_filter_gzip(opened);
    libarchive().read_support_filter_xz(opened);
    libarchive().read_support_filter_zstd(opened);
    libarchive().read_support_filter_bzip2(opened);
    libarchive().read_support_format_zip_streamable(opened);
    libarchive().read_support_format_tar(opened);
    libarchive().read_support_format_raw(opened);
    if (libarchive().read_open(opened, source_.get(), nullptr, &Source::read, nullptr) != ARCHIVE_OK)
        fail("the archive can't be opened");
}

ArchiveStream::~ArchiveStream() = default;

void ArchiveStream::fail(const std::string& what) {
    const char* reason = libarchive().error_string(static_cast<archive*>(archive_.get()));
    error_ = what;
    if (reason == nullptr)
        return;
    error_ += ": ";
    for (const char c : std::string_view(reason)) // libarchive's reasons may quote the archive
        error_ += c < 0x20 || c == 0x7F ? ' ' : c;
}

bool ArchiveStream::is_too_large() {
    constexpr std::uint64_t small = std::uint64_t{4} << 20;
    if (expanded_ > limits_.bytes)
        error_ = "expands to more than " + to_size(limits_.bytes);
    else if (expanded_ > small && expanded_ / limits_.ratio > source_->taken)
        error_ = "expands to more than " + std::to_string(limits_.ratio) + " times its size";
    return !error_.empty();
}

std::optional<std::string> ArchiveStream::next() {
    auto* const opened = static_cast<archive*>(archive_.get());
    while (error_.empty()) {
        archive_entry* entry = nullptr;
        const int status = libarchive().read_next_header(opened, &entry);
        if (status == ARCHIVE_EOF)
            return std::nullopt;
        if (status < ARCHIVE_WARN) {
            fail("the archive is broken");
            return std::nullopt;
        }
        if (libarchive().filter_count(opened) > 2) {
            error_ = "compressed more than once";
            return std::nullopt;
        }
        if (libarchive().format(opened) == ARCHIVE_FORMAT_RAW)
            return std::string();
        const mode_t type = libarchive().entry_filetype(entry);
        const char* name = libarchive().entry_pathname_utf8(entry);
        if (name == nullptr)
            name = libarchive().entry_pathname(entry);
        if (type == AE_IFDIR || type == AE_IFLNK)
            continue;
        return name ? std::string(name) : "?";
    }
    return std::nullopt;
}

std::size_t ArchiveStream::read(char* to, std::size_t size) {
    if (!error_.empty())
        return 0;
    const la_ssize_t count = libarchive().read_data(static_cast<archive*>(archive_.get()), to, size);
    if (count < 0) {
        fail("the archive is broken");
        return 0;
    }
    expanded_ += static_cast<std::uint64_t>(count);
    return is_too_large() ? 0 : static_cast<std::size_t>(count);
}

} // namespace entente::detail
