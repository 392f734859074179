// SPDX-License-Identifier: Apache-2.0
#ifndef ENTENTE_INGEST_TABLES_DETAIL_TABLE_PIPELINE_HPP
#define ENTENTE_INGEST_TABLES_DETAIL_TABLE_PIPELINE_HPP

#include "ingest/tables/detail/block_source.hpp"
#include "ingest/tables/table_layout.hpp"

#include <cstddef>
#include <functional>

namespace entente::detail {

/// Maps the records of a block; the header, line 1 of the table, is passed over.
void map_block(const Block& block, TableLayout& layout, MappedRows& out);

/// Takes the rows of a block.
using MappedSink = std::function<void(MappedRows& rows, const Block& block)>;

/// Cuts, maps and hands on blocks on `threads` threads, in order; for aggregates, the last calls have what
/// finish() gave.
void run_pipeline(BlockSource& source, TableLayout& layout, const MappedRows::File& file, std::size_t threads,
                  const MappedSink& sink);

} // namespace entente::detail

#endif
