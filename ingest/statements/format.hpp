// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_STATEMENTS_FORMAT_HPP
#define ENTENTE_INGEST_STATEMENTS_FORMAT_HPP

#include "ingest/statements/statement_source.hpp"

#include <optional>
#include <string_view>

namespace entente {

/// Whether the bytes begin as gzip, xz, zstd, bzip2, zip or tar files do.
bool is_archive(std::string_view first_bytes) noexcept;

/// What kind of binary file it is: "a PDF document", or just "binary data"; nothing for text.
///
/// Text is what has no NUL and hardly any control characters in its first bytes, or has UTF-16's byte order
/// mark.
std::optional<std::string_view> find_binary_kind(std::string_view first_bytes) noexcept;

/// The format, by the ending of `name` and the first bytes; where they disagree, JSON and HTML go by the
/// bytes.
Format recognise_format(std::string_view name, std::string_view first_bytes);

/// The name without the ending of a compressed file: "a.json" for "a.json.gz".
std::string_view without_compression_ending(std::string_view name) noexcept;

} // namespace entente

#endif
