// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_BLOCK_SOURCE_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_BLOCK_SOURCE_HPP

#include "ingest/statements/detail/byte_stream.hpp"
#include "ingest/tables/detail/fields.hpp"
#include "ingest/tables/table_layout.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::detail {

/// Whole records of a table, and where they stand in it.
struct Block {
    /// The records, FieldSplitter::padding bytes behind them, and more that is of no account.
    std::string buffer;
    std::size_t size = 0;
    std::uint32_t first_line = 1;
    /// How many bytes and lines of the table there are up to the block's end.
    std::uint64_t end_offset = 0;
    std::uint32_t end_line = 1;

    std::string_view records() const { return std::string_view(buffer).substr(0, size); }
};

/// Cuts a stream into blocks of about a mebibyte.
class BlockSource {
public:
    /// `stream` and `layout` outlive the source. Reading begins at `offset` bytes, which is `line`.
    BlockSource(ByteStream& stream, const TableLayout& layout, std::uint64_t offset, std::uint32_t line);

    /// False at the end.
    bool next(Block& block);

private:
    std::size_t find_cut(std::string_view bytes) const;
    bool are_together(std::string_view before, std::string_view after) const;
    void read_more(Block& block);
    std::size_t cut_endless_record(Block& block);

    ByteStream* stream_;
    const TableLayout* layout_;
    Dialect dialect_;
    std::string waiting_; // what was read behind the last block
    std::uint64_t offset_;
    std::uint32_t line_;
    bool is_at_end_ = false;
};

} // namespace entente::detail

#endif
